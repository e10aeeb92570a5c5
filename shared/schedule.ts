/**
 * Days and times on London's clocks, for whatever is on at some of them and off at others. A window
 * that crosses midnight belongs to the day on which it starts; its end is exclusive; where both times
 * are the same it lasts until that time of the next day. The reading of the clock decides: a window in
 * the doubled hour of autumn is on twice, one in the missing hour of spring never.
 */
import {
  WEEKDAYS, addDays, clockChanges, dayNumber, dayAt, instantsOf, minutesOf, readingAt, startOfDay,
  type Reading,
} from "./london.ts"; // prettier-ignore
import type { Term, Window } from "./schema.ts";

/** The days on which the windows start that cover this reading. No windows at all cover every day. */
export function daysCovering(
  windows: readonly Window[],
  { day, minutes, weekday }: Reading,
): readonly string[] {
  if (windows.length === 0) return [day];
  const dayBefore = WEEKDAYS[(WEEKDAYS.indexOf(weekday) + 6) % 7]!;
  const days: string[] = [];
  for (const window of windows) {
    const start = minutesOf(window.start);
    const end = minutesOf(window.end);
    const overnight = end <= start;
    const begun = minutes >= start && (overnight || minutes < end);
    if (begun && window.days.includes(weekday)) days.push(day);
    if (overnight && minutes < end && window.days.includes(dayBefore)) days.push(addDays(day, -1));
  }
  return days;
}

/** Whether a day lies in one of the terms, first and last day included. */
export function inTerm(day: string, terms: readonly Term[]): boolean {
  return terms.some(([first, last]) => first <= day && day <= last);
}

/** Where something may go on or off: at these times of any day, and anew from these days on. */
export interface Marks {
  readonly times: readonly string[];
  readonly days: readonly string[];
}

/** `days`: those on which the weekly windows hold or cease to hold. */
export function marksOf(windows: readonly Window[], days: readonly string[]): Marks {
  const times = new Set(["00:00"]);
  for (const window of windows) times.add(window.start).add(window.end);
  return { times: [...times], days };
}

/** The first instant after `after` and before `before` at which it is no longer on (or off) as at `after`. */
export function nextFlip(
  isOn: (at: number) => boolean,
  marks: Marks,
  after: number,
  before: number,
): number | null {
  const was = isOn(after);
  for (const day of daysFrom(readingAt(after).day, marks.days, 1)) {
    if (startOfDay(day) >= before) return null;
    const flip = edgesOf(day, marks.times).find((at) => at > after && at < before && isOn(at) !== was);
    if (flip !== undefined) return flip;
  }
  return null;
}

/** The last instant up to `at` at which it came on (or went off), so that it is as it is at `at`. */
export function lastFlip(isOn: (at: number) => boolean, marks: Marks, at: number): number | null {
  const is = isOn(at);
  for (const day of daysFrom(readingAt(at).day, marks.days, -1)) {
    const flips = edgesOf(day, marks.times).filter((edge) => edge <= at && isOn(edge - 1) !== is);
    if (flips.length > 0) return Math.max(...flips);
  }
  return null;
}

/** The instants of a day at which anything may change. */
function edgesOf(day: string, times: readonly string[]): readonly number[] {
  const start = startOfDay(day);
  const edges = new Set(clockChanges(start, startOfDay(addDays(day, 1))));
  for (const time of times) for (const at of instantsOf(day, time)) edges.add(at);
  const list = [...edges];
  list.sort((one, other) => one - other);
  return list;
}

/** After so many days without a mark a week has passed that no change of the clocks disturbed. */
const QUIET_DAYS = 15;

/** The days worth looking at, forward or back: where weeks only repeat, on to the next marked day. */
function* daysFrom(first: string, marked: readonly string[], step: 1 | -1): Generator<string> {
  const marks = marked.flatMap((day) => [dayNumber(day), dayNumber(day) + 1]);
  marks.sort((one, other) => step * (one - other));
  let number = dayNumber(first);
  let quiet = 0;
  let mark = 0;
  for (;;) {
    yield dayAt(number);
    number += step;
    quiet += 1;
    for (; mark < marks.length && step * (marks[mark]! - number) <= 0; mark += 1) {
      if (marks[mark] === number) quiet = 0;
    }
    if (quiet <= QUIET_DAYS) continue;
    const next = marks[mark];
    if (next === undefined) return;
    number = next;
    quiet = 0;
  }
}
