/** What a new website begins with: nothing, one that many centres approve, or a host that a kiosk refused. */
import { useEffect, useState } from "preact/hooks";
import type { Text } from "#shared/languages.ts";
import { textIn } from "#shared/languages.ts";
import { addDays } from "#shared/london.ts";
import type { Website } from "#shared/websites/schema.ts";
import { today } from "../language/london.ts";

export interface Suggested {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  /** `null`: every council has its own. */
  readonly address: string | null;
  readonly topics: readonly string[];
  readonly allow: readonly string[];
  readonly helpers: readonly string[];
  /** Only of use there. */
  readonly nations?: readonly string[];
}

/** Somebody looks at it again after half a year. */
const REVIEW_AFTER = 182;

export async function suggestions(): Promise<readonly Suggested[]> {
  return (await import("../../content/websites/starter.json")).default as readonly Suggested[];
}

export function bodyOf({ title, description, address, topics, allow, helpers }: Suggested): Website {
  return {
    title,
    description,
    address: address ?? "",
    topics: [...topics],
    picture: null,
    reviewBy: addDays(today(), REVIEW_AFTER),
    allow: [...allow],
    helpers: [...helpers],
  };
}

/** `?host=` or `?like=`, the id of one that is suggested; `null` while that is fetched. */
export function useBeginning({ host, like }: Readonly<Record<string, string>>): Partial<Website> | null {
  const [found, find] = useState<Partial<Website> | null>(like === undefined ? ofHost(host) : null);
  useEffect(() => {
    if (like === undefined) return;
    void suggestions().then((all) => {
      const one = all.find(({ id }) => id === like);
      find(one ? bodyOf(one) : {});
    });
  }, []);
  return found;
}

function ofHost(host: string | undefined): Partial<Website> {
  if (host === undefined) return {};
  return { title: textIn("en", host), address: `https://${host}/`, allow: [`https://${host}`] };
}
