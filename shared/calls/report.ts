/** Figures about calls that a district lead can put before a funder; `null` is one from one to four. */
import type { About, Outcome } from "./call.ts";

type Figure = number | null;

/** One centre in one month. Minutes are working minutes; `null` where too few were answered to tell. */
export interface CallMonth {
  readonly centre: string;
  /** "2026-11" */
  readonly month: string;
  readonly running: boolean;
  readonly asked: Figure;
  readonly answered: Figure;
  readonly withinTarget: Figure;
  readonly medianMinutes: number | null;
  readonly p90Minutes: number | null;
  /** What is too few to be named is together in `others`. */
  readonly about: Parts<About>;
  readonly outcomes: Parts<Outcome>;
  /** By the hour of the day in London, "9" to "17". */
  readonly hours: Parts<string>;
}

export interface Parts<Name extends string> {
  readonly named: Readonly<Partial<Record<Name, number>>>;
  readonly others: number;
}

export interface CallReport {
  readonly months: readonly CallMonth[];
  /** Of all months and centres together in which enough were answered to tell. */
  readonly medianMinutes: number | null;
  readonly p90Minutes: number | null;
}
