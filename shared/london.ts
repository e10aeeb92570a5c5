/**
 * London's wall clock, from an instant and back. Days are "YYYY-MM-DD", times "HH:MM" up to "24:00",
 * instants epoch milliseconds. The runtime's own zone data decide, so that a change of the law
 * arrives with the browser.
 */
import type { Weekday } from "./schema.ts";

export const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What London's clocks and calendars say. */
export interface Reading {
  readonly day: string;
  /** Whole minutes since midnight on the clock's face, 0 to 1439. */
  readonly minutes: number;
  readonly weekday: Weekday;
}

/** The last instant that the rules reckon with: days compare as text while their year has four digits. */
export const LAST_INSTANT = Date.UTC(9999, 0, 1);

/** Whether a number is an instant that the rules can reckon with: from 1970 on. */
export function isInstant(at: number): boolean {
  return at >= 0 && at <= LAST_INSTANT;
}

/** The clock's reading at an instant. */
export function readingAt(at: number): Reading {
  if (at === latest.at) return latest.reading;
  const face = at + offsetAt(at);
  const number = Math.floor(face / DAY);
  const minutes = Math.floor((face - number * DAY) / MINUTE);
  latest = { at, reading: { day: dayAt(number), minutes, weekday: weekdayAt(number) } };
  return latest.reading;
}

/** One instant is asked of thousands of items in a row. */
let latest: { at: number; reading: Reading } = { at: NaN, reading: { day: "", minutes: 0, weekday: "mon" } };

/**
 * Every instant at which London's clocks read this, in order: none in the hour that is missing in
 * spring, two in the one that is doubled in autumn. "24:00" is the next day's "00:00".
 */
export function instantsOf(day: string, time: string): readonly number[] {
  const face = dayNumber(day) * DAY + minutesOf(time) * MINUTE;
  const before = offsetAt(face - DAY);
  const after = offsetAt(face + DAY);
  const offsets = before === after ? [before] : [Math.max(before, after), Math.min(before, after)];
  return offsets.filter((offset) => offsetAt(face - offset) === offset).map((offset) => face - offset);
}

/**
 * The one instant that is meant by a day and a time: the first of a doubled hour; in the missing
 * hour as if the clocks had not yet gone forward (RFC 5545, 3.3.5).
 */
export function instantOf(day: string, time: string): number {
  const [first] = instantsOf(day, time);
  if (first !== undefined) return first;
  const face = dayNumber(day) * DAY + minutesOf(time) * MINUTE;
  return face - offsetAt(face - DAY);
}

export function startOfDay(day: string): number {
  return instantOf(day, "00:00");
}

/** The instants after `from` and up to `to` at which London's clocks go forward or back. */
export function clockChanges(from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (let year = yearAt(from); year <= yearAt(to); year += 1) {
    for (const shift of shiftsOf(year).slice(1)) {
      if (shift.from > from && shift.from <= to) found.push(shift.from);
    }
  }
  return found;
}

export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

export function addDays(day: string, days: number): string {
  return dayAt(dayNumber(day) + days);
}

export function weekdayOf(day: string): Weekday {
  return weekdayAt(dayNumber(day));
}

/** Days since 1 January 1970, for counting. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

export function dayAt(number: number): string {
  return new Date(number * DAY).toISOString().replace(/T.*/, "");
}

function weekdayAt(number: number): Weekday {
  const sinceMonday = (((number + 3) % 7) + 7) % 7;
  return WEEKDAYS[sinceMonday]!;
}

function yearAt(at: number): number {
  return new Date(at).getUTCFullYear();
}

/** From when on London's clocks stand how far ahead of UTC. */
interface Shift {
  readonly from: number;
  readonly offset: number;
}

/** Asking Intl is slow on a television, so that each year is asked once. */
const years = new Map<number, readonly Shift[]>();

function offsetAt(at: number): number {
  const shifts = shiftsOf(yearAt(at));
  let offset = shifts[0]!.offset;
  for (const shift of shifts) if (shift.from <= at) offset = shift.offset;
  return offset;
}

function shiftsOf(year: number): readonly Shift[] {
  const known = years.get(year);
  if (known) return known;
  let last: Shift = { from: Date.UTC(year, 0, 1), offset: askOffset(Date.UTC(year, 0, 1)) };
  const shifts = [last];
  for (let month = 1; month <= 12; month += 1) {
    const end = Date.UTC(year, month, 1);
    const offset = askOffset(end);
    if (offset === last.offset) continue;
    last = { from: findShift(Date.UTC(year, month - 1, 1), end), offset };
    shifts.push(last);
  }
  years.set(year, shifts);
  return shifts;
}

/** The whole minute between two instants from which on the later one's offset holds. */
function findShift(from: number, to: number): number {
  const offset = askOffset(to);
  let [before, since] = [from / MINUTE, to / MINUTE];
  while (since - before > 1) {
    const middle = Math.floor((before + since) / 2);
    if (askOffset(middle * MINUTE) === offset) since = middle;
    else before = middle;
  }
  return since * MINUTE;
}

const clocks = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hour12: false,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** For whole minutes. Browsers before `hourCycle` (Chromium 73) may call midnight hour 24 of the new day. */
function askOffset(at: number): number {
  const read: Record<string, number> = {};
  for (const part of clocks.formatToParts(at)) read[part.type] = Number(part.value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = read;
  return Date.UTC(year, month - 1, day, hour % 24, minute) - at;
}
