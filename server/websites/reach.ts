/** Whether a website is there at all: asked once, gently, when somebody approves it. */
import type { Outside } from "#server/outside/outside.ts";

export interface Reached {
  /** Why it did not answer, as a refusal's code; `null`: it did. */
  readonly trouble: string | null;
  /** The page that it led to. */
  readonly url: string;
}

/** A page's beginning is enough; whoever sends more is there as well. */
const MOST_BYTES = 2_000_000;
const PATIENCE = 8_000;
/** It is there, and lets no program in; a kiosk's browser is let in. */
const THERE = new Set(["answer-too-large", "not-let-in", "site-refused", "slow-down", "badly-packed"]);

export async function reachWebsite({ fetch }: Pick<Outside, "fetch">, address: string): Promise<Reached> {
  const got = await fetch({ url: address, mostBytes: MOST_BYTES, milliseconds: PATIENCE });
  if (got.ok) return { trouble: null, url: got.value.url };
  const { code } = got.refusal;
  return { trouble: THERE.has(code) ? null : code, url: address };
}
