/** How varied the ten are: never only one sort of job. It counts, and says in codes what is too alike. */
import { BANDS, type Band } from "./reach.ts";
import { type Sector, SECTORS } from "./lists.ts";
import type { Vacancy } from "./schema.ts";

/** By pounds an hour, against the adult minimum wage of the day: amounts of one year mislead in the next. */
export const PAY_BANDS = ["minimum", "above", "good", "high", "unsaid"] as const;
export type PayBand = (typeof PAY_BANDS)[number];

export const HOURS = ["school", "part-time", "full-time", "unsocial", "unsaid"] as const;
export type Hours = (typeof HOURS)[number];

export interface Dimensions {
  readonly work: Sector;
  readonly pay: PayBand;
  readonly hours: Hours;
  readonly travel: Band;
}
export type Dimension = keyof Dimensions;
export const DIMENSIONS = ["work", "pay", "hours", "travel"] as const satisfies readonly Dimension[];

export interface Share<D extends Dimension = Dimension> {
  readonly value: Dimensions[D];
  readonly count: number;
}

/** "7 of 10 are care work": more alike than is good. */
export interface TooAlike {
  readonly dimension: Dimension;
  readonly value: string;
  readonly count: number;
  readonly of: number;
}

export interface Mix {
  readonly shares: { readonly [D in Dimension]: readonly Share<D>[] };
  readonly tooAlike: readonly TooAlike[];
}

/** What a vacancy counts as. `adult`: the minimum wage in pounds an hour, `null` where nobody knows it yet. */
export function dimensionsOf(
  vacancy: Pick<Vacancy, "sector" | "pay" | "hours" | "patterns">,
  band: Band,
  adult: number | null,
): Dimensions {
  return {
    work: vacancy.sector ?? "other",
    pay: payBandOf(vacancy.pay?.perHour ?? null, adult),
    hours: hoursOf(vacancy),
    travel: band,
  };
}

function payBandOf(perHour: number | null, adult: number | null): PayBand {
  if (perHour === null || adult === null) return "unsaid";
  if (perHour < adult * 1.03) return "minimum";
  if (perHour < adult * 1.2) return "above";
  return perHour < adult * 1.5 ? "good" : "high";
}

function hoursOf({ patterns, hours }: Pick<Vacancy, "patterns" | "hours">): Hours {
  if (patterns.includes("school-hours") || patterns.includes("term-time")) return "school";
  if (patterns.includes("nights") || patterns.includes("evenings") || patterns.includes("weekends"))
    return "unsocial";
  if (patterns.includes("part-time") || patterns.includes("job-share")) return "part-time";
  if (patterns.includes("full-time")) return "full-time";
  const perWeek = hours?.perWeek ?? null;
  if (perWeek === null) return "unsaid";
  return perWeek < 30 ? "part-time" : "full-time";
}

/** So many of a board may be alike: 4 of 10. Of two or three nothing is said. */
export function mostAlike(of: number): number {
  return Math.max(2, Math.round(of * 0.4));
}

/**
 * Values about which a board need not be varied: that much is a short way off is what is wanted, and
 * what nobody says is not alike.
 */
const WELCOME: readonly string[] = ["unsaid", "unknown", "home", "walk", "near", "school", "other"];

export function mixOf(ten: readonly Dimensions[]): Mix {
  const shares = {
    work: sharesOf(ten.map(({ work }) => work), SECTORS), // prettier-ignore
    pay: sharesOf(ten.map(({ pay }) => pay), PAY_BANDS), // prettier-ignore
    hours: sharesOf(ten.map(({ hours }) => hours), HOURS), // prettier-ignore
    travel: sharesOf(ten.map(({ travel }) => travel), BANDS), // prettier-ignore
  };
  const tooAlike = DIMENSIONS.flatMap((dimension) =>
    shares[dimension]
      .filter(({ value, count }) => count > mostAlike(ten.length) && !WELCOME.includes(value))
      .map(({ value, count }) => ({ dimension, value, count, of: ten.length })),
  );
  return { shares, tooAlike };
}

/** Counts, in the order of the values, so that a meter's colours stay where they are. */
function sharesOf<V extends string>(
  values: readonly V[],
  order: readonly V[],
): readonly { value: V; count: number }[] {
  return order
    .map((value) => ({ value, count: values.filter((one) => one === value).length }))
    .filter(({ count }) => count > 0);
}

/** How many more are alike than is good: 0 for a board that is varied. */
export function sameness(ten: readonly Dimensions[]): number {
  return mixOf(ten).tooAlike.reduce((sum, { count, of }) => sum + count - mostAlike(of), 0);
}
