/** The days of which occurrences are wanted. */
import { addDays, readingAt, startOfDay } from "#shared/london.ts";
import type { ReadOptions } from "../reading.ts";
import type { Window } from "./expand.ts";

const DAYS_ON = 60;

export interface Wanted extends Window {
  /** The instants at which the first day begins and the last one ends, in London. */
  readonly edges: { readonly from: number; readonly to: number };
}

export function windowOf({ now, from, to }: ReadOptions): Wanted {
  const first = from ?? readingAt(now).day;
  const last = to ?? addDays(first, DAYS_ON);
  return { from: first, to: last, edges: { from: startOfDay(first), to: startOfDay(addDays(last, 1)) } };
}
