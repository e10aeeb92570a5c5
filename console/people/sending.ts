/** Sends what somebody typed who comes in. */
import { useState } from "preact/hooks";
import { type Refusal, refused, type Result } from "#shared/result.ts";
import { post } from "../live/client.ts";

/** What the hub says to somebody who comes in. */
export interface Entered {
  readonly state: "here" | "second-factor";
}

export interface Coming {
  onEntered(entered: Entered): void;
}

/** Sends what was typed; the refusal, and whether it is on its way. */
export function useSending(onEntered: Coming["onEntered"]) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function send(path: string, body: unknown): Promise<void> {
    setBusy(true);
    setRefusal(null);
    const result = ((await post(path, body)) ?? refused("hub-away")) as Result<Entered>;
    setBusy(false);
    if (result.ok) onEntered(result.value);
    else setRefusal(result.refusal);
  }
  return { send, refusal, isBusy };
}
