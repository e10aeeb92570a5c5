/** The rules of which numbers can be rung: large, and fetched when a keypad is first opened. */
import { useEffect, useState } from "preact/hooks";

export type Rules = typeof import("#shared/calls/number.ts");

let fetched: Rules | null = null;

/** `null`: not here yet. */
export function useRules(): Rules | null {
  const [, draw] = useState(fetched !== null);
  useEffect(() => {
    void fetchRules().then(() => draw(true));
  }, []);
  return fetched;
}

export async function fetchRules(): Promise<Rules | null> {
  fetched ??= await import("#shared/calls/number.ts").catch(() => null);
  return fetched;
}
