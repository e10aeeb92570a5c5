/**
 * The days on which a recurrence rule falls (RFC 5545, 3.3.10), counted as day numbers. Libraries tried here
 * loop for ever over a rule that can never fall, or take 30 February for 1 March.
 */
import { DAY } from "#shared/london.ts";

export interface Rule {
  readonly every: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  readonly interval: number;
  /** 0 is Monday. */
  readonly weekStart: number;
  readonly days: readonly { readonly weekday: number; readonly nth: number | null }[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weeks: readonly number[];
  readonly months: readonly number[];
  readonly positions: readonly number[];
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly count: number | null;
  /** As written: a day, or a date-time with or without Z. */
  readonly until: string | null;
}

export const WEEKDAY_CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** `null` where it names no frequency of a day or more. Parts that are no parts are left out. */
export function readRule(written: string): Rule | null {
  const parts = new Map(
    written.split(";").flatMap((part) => {
      const [, key, value] = /^(?:RRULE\s*:\s*)?([A-Z-]+)\s*=(.*)$/is.exec(part.trim()) ?? [];
      return key === undefined ? [] : [[key.toUpperCase(), value!.trim().toUpperCase()] as const];
    }),
  );
  const every = parts.get("FREQ");
  if (every !== "DAILY" && every !== "WEEKLY" && every !== "MONTHLY" && every !== "YEARLY") return null;
  const numbers = (key: string, least: number, most: number): readonly number[] => {
    const read = (parts.get(key) ?? "").split(",").map((one) => one.trim()).filter((one) => /^[+-]?\d{1,3}$/.test(one)).map(Number); // prettier-ignore
    return [...new Set(read.filter((one) => Math.abs(one) >= least && Math.abs(one) <= most))];
  };
  return {
    every,
    interval: Math.min(Math.max(1, Number(/^\d{1,6}$/.exec(parts.get("INTERVAL") ?? "")?.[0] ?? 1)), 10_000),
    weekStart: Math.max(0, WEEKDAY_CODES.indexOf((parts.get("WKST") ?? "MO").trim() as "MO")),
    days: daysIn(parts.get("BYDAY") ?? parts.get("BYWEEKDAY") ?? ""),
    monthDays: numbers("BYMONTHDAY", 1, 31),
    yearDays: numbers("BYYEARDAY", 1, 366),
    weeks: numbers("BYWEEKNO", 1, 53),
    months: numbers("BYMONTH", 1, 12).filter((month) => month > 0),
    positions: numbers("BYSETPOS", 1, 366),
    hours: numbers("BYHOUR", 0, 23).filter((hour) => hour >= 0),
    minutes: numbers("BYMINUTE", 0, 59).filter((minute) => minute >= 0),
    count: /^\d{1,9}$/.test(parts.get("COUNT") ?? "") ? Number(parts.get("COUNT")) : null,
    until: parts.get("UNTIL")?.replaceAll(/[-:\s]/g, "") || null,
  };
}

function daysIn(written: string): Rule["days"] {
  return written.split(",").flatMap((day) => {
    const [, nth, code] = /^\s*([+-]?\d{1,2})?\s*(MO|TU|WE|TH|FR|SA|SU)\s*$/.exec(day) ?? [];
    const number = nth === undefined ? null : Number(nth);
    return code && number !== 0 ? [{ weekday: WEEKDAY_CODES.indexOf(code as "MO"), nth: number }] : [];
  });
}

/** What one file may cost: a thousand hostile rules must not add up. */
export interface Effort {
  left: number;
}

/**
 * The days of the rule from `start` (its own first day) to `last`, in order; those before `from` only where
 * a count needs them. What is spent of the effort is taken from it, and where none is left it ends.
 */
export function* daysOf(
  rule: Rule,
  start: number,
  from: number,
  last: number,
  effort: Effort,
): Generator<number> {
  const skipTo = rule.count === null ? Math.max(start, from) : start;
  for (let period = periodOf(rule, start, skipTo); ; period += 1) {
    const first = firstDayOf(rule, start, period);
    if (first > last || effort.left <= 0) return;
    effort.left -= rule.every === "YEARLY" ? 12 : 1;
    for (const day of inPeriod(rule, start, first)) {
      if (day > last) return;
      if (day >= start) yield day;
    }
  }
}

/** The number of the period, counted from the one of `start`, in which `day` lies or that is the last before it. */
function periodOf(rule: Rule, start: number, day: number): number {
  const since = { DAILY: day - start, WEEKLY: (day - weekOf(rule, start)) / 7, MONTHLY: monthOf(day) - monthOf(start), YEARLY: yearOf(day) - yearOf(start) }; // prettier-ignore
  return Math.max(0, Math.floor(since[rule.every] / rule.interval));
}

function firstDayOf(rule: Rule, start: number, period: number): number {
  const step = period * rule.interval;
  switch (rule.every) {
    case "DAILY":
      return start + step;
    case "WEEKLY":
      return weekOf(rule, start) + 7 * step;
    case "MONTHLY":
      return monthStart(monthOf(start) + step);
    case "YEARLY":
      return monthStart((yearOf(start) + step) * 12);
  }
}

function inPeriod(rule: Rule, start: number, first: number): readonly number[] {
  const days = [...new Set(candidates(rule, start, first))].toSorted((one, other) => one - other);
  if (rule.positions.length === 0) return days;
  return days.filter(
    (_day, index) => rule.positions.includes(index + 1) || rule.positions.includes(index - days.length),
  );
}

function candidates(rule: Rule, start: number, first: number): readonly number[] {
  switch (rule.every) {
    case "DAILY":
      return [first].filter((day) => fits(rule, day, true));
    case "WEEKLY": {
      const wanted = rule.days.length > 0 ? rule.days.map(({ weekday }) => weekday) : [weekdayOf(start)];
      return range(first, 7).filter((day) => wanted.includes(weekdayOf(day)) && inMonths(rule, day));
    }
    case "MONTHLY":
      return inMonths(rule, first) ? ofMonth(rule, start, monthOf(first)) : [];
    case "YEARLY":
      return ofYear(rule, start, yearOf(first));
  }
}

function ofMonth(rule: Rule, start: number, month: number): readonly number[] {
  const begins = monthStart(month);
  const length = monthStart(month + 1) - begins;
  if (rule.monthDays.length > 0) {
    const days = rule.monthDays
      .map((day) => (day > 0 ? day : length + 1 + day))
      .filter((day) => day >= 1 && day <= length);
    return days.map((day) => begins + day - 1).filter((day) => onWeekdays(rule, day));
  }
  if (rule.days.length > 0) return nthDays(rule, begins, length);
  const day = start - monthStart(monthOf(start));
  return day < length ? [begins + day] : [];
}

function ofYear(rule: Rule, start: number, year: number): readonly number[] {
  const begins = monthStart(year * 12);
  const length = monthStart(year * 12 + 12) - begins;
  if (rule.yearDays.length > 0) {
    const days = rule.yearDays
      .map((day) => (day > 0 ? day : length + 1 + day))
      .filter((day) => day >= 1 && day <= length);
    return days.map((day) => begins + day - 1).filter((day) => fits(rule, day, false));
  }
  if (rule.weeks.length > 0) return ofWeeks(rule, start, begins, year).filter((day) => inMonths(rule, day));
  const months = rule.months.length > 0 ? rule.months : rule.monthDays.length > 0 ? range(1, 12) : [];
  if (months.length > 0) return months.flatMap((month) => ofMonth(rule, start, year * 12 + month - 1));
  if (rule.days.length > 0) return nthDays(rule, begins, length);
  return ofMonth(rule, start, year * 12 + (monthOf(start) % 12));
}

/** Week 1 is the first that has four days of the year. */
function ofWeeks(rule: Rule, start: number, begins: number, year: number): readonly number[] {
  const wanted = rule.days.length > 0 ? rule.days.map(({ weekday }) => weekday) : [weekdayOf(start)];
  const weekOne = (first: number): number => weekOf(rule, first + 3);
  const one = weekOne(begins);
  const count = (weekOne(monthStart((year + 1) * 12)) - one) / 7;
  const weeks = rule.weeks
    .map((week) => (week > 0 ? week : count + 1 + week))
    .filter((week) => week >= 1 && week <= count);
  return weeks.flatMap((week) =>
    range(one + 7 * (week - 1), 7).filter((day) => wanted.includes(weekdayOf(day))),
  );
}

/** "TU" is every Tuesday of the span, "2TU" the second, "-1TU" the last. */
function nthDays(rule: Rule, begins: number, length: number): readonly number[] {
  return rule.days.flatMap(({ weekday, nth }) => {
    const first = begins + ((((weekday - weekdayOf(begins)) % 7) + 7) % 7);
    const all = range(0, Math.ceil((begins + length - first) / 7)).map((week) => first + 7 * week);
    if (nth === null) return all;
    const day = all.at(nth > 0 ? nth - 1 : nth);
    return day === undefined ? [] : [day];
  });
}

function fits(rule: Rule, day: number, yearDays: boolean): boolean {
  const month = monthOf(day);
  const [dayOfMonth, length] = [day - monthStart(month) + 1, monthStart(month + 1) - monthStart(month)];
  const byMonthDay =
    rule.monthDays.length === 0 ||
    rule.monthDays.includes(dayOfMonth) ||
    rule.monthDays.includes(dayOfMonth - length - 1);
  return inMonths(rule, day) && byMonthDay && onWeekdays(rule, day) && (!yearDays || onYearDay(rule, day));
}

function onYearDay(rule: Rule, day: number): boolean {
  if (rule.yearDays.length === 0) return true;
  const begins = monthStart(yearOf(day) * 12);
  const length = monthStart(yearOf(day) * 12 + 12) - begins;
  return rule.yearDays.includes(day - begins + 1) || rule.yearDays.includes(day - begins - length);
}

function inMonths(rule: Rule, day: number): boolean {
  return rule.months.length === 0 || rule.months.includes((monthOf(day) % 12) + 1);
}

function onWeekdays(rule: Rule, day: number): boolean {
  return rule.days.length === 0 || rule.days.some(({ weekday }) => weekday === weekdayOf(day));
}

function weekOf(rule: Rule, day: number): number {
  return day - ((weekdayOf(day) - rule.weekStart + 7) % 7);
}

/** 0 is Monday; 1 January 1970 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

/** Months since year 0. */
function monthOf(day: number): number {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function monthStart(month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  return date.getTime() / DAY;
}

function range(from: number, length: number): number[] {
  return Array.from({ length }, (_value, index) => from + index);
}
