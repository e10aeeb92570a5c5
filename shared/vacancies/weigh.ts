/** What an adviser weighs before a vacancy goes on a board, heaviest first. */
import type { Vacancy } from "./schema.ts";

/** Such a vacancy is never proposed, and never taken by itself. */
const GRAVE = [
  "asks-for-money", "premium-rate-number", "below-minimum-wage", "implausible-pay", "commission-only",
  "messaging-only", "employer-not-shown", "closed",
] as const; // prettier-ignore

/** Worth a look. What is in neither list is kept from the reader's notes and weighs nothing here. */
const LIGHT = [
  "ask-me-first", "link-dead", "same-as-shown", "duplicate", "source-changed", "no-closing-date", "cannot-check-pay", "zero-hours", "agency",
  "no-employer", "no-location", "truncated",
] as const; // prettier-ignore

export type Grave = (typeof GRAVE)[number];
export type Light = (typeof LIGHT)[number];
export type Weighed = Grave | Light;

export type Verdict = "good" | "ask" | "no";

/** What is known beyond the vacancy itself. */
export interface Known {
  /** The item's own last instant. */
  readonly until: string | null;
  readonly verdict: Verdict | null;
  /** Another that is shown and may be the same. */
  readonly sameAs: string | null;
  /** The page it leads to was gone when it was looked for. */
  readonly linkDead?: boolean;
}

/** Each flag once, heaviest first. */
export function weigh(vacancy: Pick<Vacancy, "flags">, known: Known, now: number): readonly Weighed[] {
  const found = new Set<string>(vacancy.flags);
  // The reader's words are of the day it was read: whether it has closed is asked anew.
  found.delete("closed");
  found.delete("no-closing-date");
  if (known.until === null) found.add("no-closing-date");
  else if (Date.parse(known.until) <= now) found.add("closed");
  if (known.verdict === "no") found.add("employer-not-shown");
  if (known.verdict === "ask") found.add("ask-me-first");
  if (known.sameAs !== null) found.add("same-as-shown");
  if (known.linkDead) found.add("link-dead");
  return [...GRAVE, ...LIGHT].filter((flag) => found.has(flag));
}

export function isGrave(flag: Weighed): flag is Grave {
  return (GRAVE as readonly string[]).includes(flag);
}
