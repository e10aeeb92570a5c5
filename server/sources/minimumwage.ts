/** Whether pay is lawful: National Minimum Wage Regulations 2015, rates from 1 April of each year. */
import table from "../../content/reference/minimum-wage.json" with { type: "json" };
import { readingAt } from "#shared/london.ts";

export interface WageRate {
  /** First day, YYYY-MM-DD. */
  readonly from: string;
  /** Pounds an hour from `adultFrom` years of age on. */
  readonly adult: number;
  readonly adultFrom: number;
  readonly apprentice: number;
}

export type WageTable = readonly WageRate[];

/** `unknown`: nobody can say yet; `low-end`: lawful only for the young, if at all. */
export type WageFinding = "lawful" | "below" | "low-end" | "unknown";

export const WAGES: WageTable = table.rates;

/** The rate in force on the London day of `at` (epoch ms); `null` where the table has no row for that year. */
export function wageOn(at: number, wages: WageTable = WAGES): WageRate | null {
  const today = readingAt(at).day;
  const rate = wages.findLast(({ from }) => from <= today);
  if (!rate) return null;
  // Rates change every 1 April, so a row says nothing about the year after its own.
  const ends = `${Number(rate.from.slice(0, 4)) + 1}-04-01`;
  return today < ends ? rate : null;
}

/** Pounds an hour for adults at an instant (epoch ms); `null` where nobody knows them yet. */
export function adultWage(at: number): number | null {
  return wageOn(at)?.adult ?? null;
}

/**
 * `low` and `high` in pounds an hour. The upper end decides: a range may begin with the lawful rate
 * for 16 to 20 year olds. A rate has never gone down, so what is below the last known one is below
 * the next one as well.
 */
export function checkWage(
  { low, high }: { readonly low: number; readonly high: number },
  at: number,
  apprenticeship: boolean,
  wages: WageTable = WAGES,
): WageFinding {
  const inForce = wageOn(at, wages);
  const rate = inForce ?? lastBefore(at, wages);
  if (!rate) return "unknown";
  const least = apprenticeship ? rate.apprentice : rate.adult;
  if (high < least) return "below";
  if (!inForce) return "unknown";
  return low < least ? "low-end" : "lawful";
}

function lastBefore(at: number, wages: WageTable): WageRate | null {
  return wages.findLast(({ from }) => Date.parse(from) <= at) ?? null;
}
