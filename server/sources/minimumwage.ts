/** Whether pay is lawful: National Minimum Wage Regulations 2015, rates from 1 April of each year. */
import table from "../../content/reference/minimum-wage.json" with { type: "json" };
import { readingAt } from "#shared/london.ts";

export interface WageRate {
  /** First day, YYYY-MM-DD. */
  readonly from: string;
  /** Pounds an hour from `adultFrom` years of age on. */
  readonly adult: number;
  readonly adultFrom: number;
  /** Only in the years in which adults were those from 23 on. */
  readonly age21to22?: number;
  readonly age18to20: number;
  readonly age16to17: number;
  readonly apprentice: number;
}

/** For whom a rate is asked. */
export interface Worker {
  readonly apprentice: boolean;
  /** The highest age for which the pay is meant; `null`: whatever age. */
  readonly upTo: number | null;
}

export type WageTable = readonly WageRate[];

/** `unknown`: nobody can say yet; `low-end`: lawful only for the young, if at all. */
export type WageFinding = "lawful" | "below" | "low-end" | "unknown";

const WAGES: WageTable = table.rates;

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

/** The least that may be paid an hour to the oldest of those who are meant. */
export function leastOf(rate: WageRate, { apprentice, upTo }: Worker): number {
  if (apprentice) return rate.apprentice;
  if (upTo === null || upTo >= rate.adultFrom) return rate.adult;
  if (upTo >= 21) return rate.age21to22 ?? rate.adult;
  return upTo >= 18 ? rate.age18to20 : rate.age16to17;
}

/**
 * `low` and `high` in pounds an hour. The upper end decides: a range may begin with the lawful rate
 * for 16 to 20 year olds. A rate has never gone down, so what is below the last known one is below
 * the next one as well.
 */
export function checkWage(
  { low, high }: { readonly low: number; readonly high: number },
  at: number,
  worker: Worker,
  wages: WageTable = WAGES,
): WageFinding {
  const inForce = wageOn(at, wages);
  const rate = inForce ?? lastBefore(at, wages);
  if (!rate) return "unknown";
  const least = leastOf(rate, worker);
  if (high < least) return "below";
  if (!inForce) return "unknown";
  return low < least ? "low-end" : "lawful";
}

function lastBefore(at: number, wages: WageTable): WageRate | null {
  return wages.findLast(({ from }) => Date.parse(from) <= at) ?? null;
}
