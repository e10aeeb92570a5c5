/** What an hour of the work pays, where that can be worked out at all. */
import type { PayUnit } from "#shared/vacancies/read.ts";

export interface PayToSpread {
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: PayUnit | null;
  readonly currency: string | null;
}

export interface TimeToSpreadOver {
  /** `null` where it is not known or is a range. */
  readonly perWeek: number | null;
  readonly weeksPerYear: number | null;
  readonly termTime: boolean;
}

export interface PerHour {
  readonly low: number;
  readonly high: number;
  /** Worked out from a longer time's pay, not said. */
  readonly derived: boolean;
}

/**
 * A year is 52 weeks (the rule of the data sources), except in term-time work: there the paid weeks must be
 * said. Pounds only, as nothing else can be held against the minimum wage. Rounded to pence.
 */
export function workOutPerHour(pay: PayToSpread, time: TimeToSpreadOver): PerHour | null {
  const { min, max, unit, currency } = pay;
  if (unit === null || currency !== "GBP" || (min ?? max) === null) return null;
  const hours = hoursIn(unit, time);
  if (hours === null || hours <= 0) return null;
  const rounded = (amount: number) => Math.round((amount / hours) * 100) / 100;
  return { low: rounded((min ?? max)!), high: rounded((max ?? min)!), derived: unit !== "hour" };
}

function hoursIn(unit: PayUnit, { perWeek, weeksPerYear, termTime }: TimeToSpreadOver): number | null {
  if (unit === "hour") return 1;
  if (unit === "day" || perWeek === null) return null;
  if (unit === "week") return perWeek;
  const weeks = weeksPerYear ?? (termTime ? null : 52);
  if (weeks === null) return null;
  return unit === "month" ? (perWeek * weeks) / 12 : perWeek * weeks;
}
