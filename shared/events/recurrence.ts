/** The days on which an event falls by its rule. Days are counted as numbers, see `dayNumber`. */
import { DAY, WEEKDAYS, dayAt, dayNumber, weekdayOf } from "../london.ts";
import type { Weekday } from "../schema.ts";
import type { Recurrence } from "./schema.ts";

/**
 * Days after the first one on which a rule lets an event fall, in order, from about `from` (a few
 * may lie before it) to `last`, both day numbers.
 */
export function repeatsOf(first: string, rule: Recurrence, from: number, last: number): Iterable<number> {
  const end = rule.until === null ? last : Math.min(last, dayNumber(rule.until));
  if ("weeks" in rule.every) return weekly(first, rule.every.weeks, rule.days, from, end);
  return monthly(first, rule.every.months, from, end);
}

/** Weeks begin on Monday and are counted from that of the first day. No days: the first one's weekday. */
function* weekly(
  first: string,
  every: number,
  days: readonly Weekday[],
  from: number,
  last: number,
): Generator<number> {
  const start = dayNumber(first);
  const wanted = days.length > 0 ? days : [weekdayOf(first)];
  const monday = start - WEEKDAYS.indexOf(weekdayOf(first));
  const step = 7 * every;
  const skipped = Math.max(0, Math.floor((from - monday) / step));
  for (let week = monday + skipped * step; week <= last; week += step) {
    for (let since = 0; since < 7; since += 1) {
      const day = week + since;
      if (day > start && day <= last && wanted.includes(WEEKDAYS[since]!)) yield day;
    }
  }
}

/** The fifth Tuesday of a month stands for its last: not every month has a fifth. */
const LAST_OF_MONTH = 5;

/** On the weekday and ordinal of the first day, such as the second Tuesday of the month. */
function* monthly(first: string, every: number, from: number, last: number): Generator<number> {
  const start = monthOf(first);
  const ordinal = Math.ceil(Number(first.slice(8)) / 7);
  const weekday = WEEKDAYS.indexOf(weekdayOf(first));
  const skipped = Math.max(0, Math.floor((monthOf(dayAt(from)) - start) / every));
  for (let month = start + skipped * every; ; month += every) {
    const day = ordinalDay(month, weekday, ordinal);
    if (day > last) return;
    if (day > dayNumber(first)) yield day;
  }
}

/** Months since year 0, to count with. */
function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function ordinalDay(month: number, weekday: number, ordinal: number): number {
  const begins = firstDayOf(month);
  const until = (((weekday - WEEKDAYS.indexOf(weekdayOf(dayAt(begins)))) % 7) + 7) % 7;
  const day = begins + until + 7 * (ordinal - 1);
  return ordinal === LAST_OF_MONTH && day >= firstDayOf(month + 1) ? day - 7 : day;
}

function firstDayOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY;
}
