/** When an event takes place, on London's clocks: a group at ten stays at ten when they change. */
import { HOUR, LAST_INSTANT, MINUTE, addDays, dayAt, dayNumber, instantOf, minutesOf, readingAt, startOfDay } from "../london.ts"; // prettier-ignore
import { inTerm } from "../schedule.ts";
import type { Term } from "../schema.ts";
import { repeatsOf } from "./recurrence.ts";
import type { Event, Occasion } from "./schema.ts";

/** One time that an event takes place; instants are epoch ms. */
export interface Occurrence {
  readonly starts: number;
  /** Exclusive; `null` where nobody has said. */
  readonly ends: number | null;
  readonly day: string;
  readonly allDay: boolean;
  readonly cancelled: boolean;
}

/** Enough for any list; a rule without an end must stop somewhere. */
const MOST = 500;
/** How long an event is taken to last that does not say so. */
const ASSUMED_LENGTH = HOUR;

/** What `occurrences` needs of an event. */
export type Dates = Pick<Event, "first" | "repeats" | "also" | "exceptDates" | "cancelled" | "termTimeOnly">;

/**
 * What takes place at any time from `from` to before `to` (epoch ms), in order, at most 500.
 * Except dates and terms bind the first day and its repeats; a day named in `also` stands by itself.
 * Cancelled ones are among them, to be shown as such.
 */
export function occurrences(
  event: Dates,
  terms: readonly Term[],
  from: number,
  to: number,
): readonly Occurrence[] {
  return collect(event, terms, from, to, MOST);
}

/** The one under way, else the next (cancelled or not); `null` where there is none to come. */
export function nextOccurrence(event: Dates, terms: readonly Term[], now: number): Occurrence | null {
  return collect(event, terms, now, LAST_INSTANT, 1)[0] ?? null;
}

/**
 * When its last occurrence is over (epoch ms), for the `until` of its item; `null` if it goes on, 0 if
 * nothing is left of it. Terms, which are not known so far ahead, are left out of account.
 */
export function endOfLast(event: Dates): number | null {
  const { first, repeats, also } = event;
  if (repeats?.until === null) return null;
  const days = also.map((occasion) => at(event, occasion));
  const start = dayNumber(first.day);
  const last = repeats ? Math.max(start, dayNumber(repeats.until)) : start;
  for (let back = 366; ; back *= 2) {
    const found = [...byRule({ ...event, termTimeOnly: false }, [], last - back, last)];
    for (const day of found) days.push(at(event, { ...first, day }));
    if (found.length > 0 || last - back < start) break;
  }
  return days.reduce((latest, occurrence) => Math.max(latest, endOf(occurrence)), 0);
}

/** When an occurrence is over (epoch ms); without an end, an hour after its start. */
export function endOf(occurrence: Occurrence): number {
  return occurrence.ends ?? occurrence.starts + ASSUMED_LENGTH;
}

function collect(
  event: Dates,
  terms: readonly Term[],
  from: number,
  to: number,
  most: number,
): readonly Occurrence[] {
  const since = Math.min(Math.max(from, 0), LAST_INSTANT);
  const before = Math.min(to, LAST_INSTANT);
  const within = (one: Occurrence) => endOf(one) > since && one.starts < before;
  const found = event.also.map((occasion) => at(event, occasion)).filter(within);
  let left = most;
  for (const day of byRule(event, terms, dayNumberAt(since) - 2, dayNumberAt(before))) {
    const one = at(event, { ...event.first, day });
    if (!within(one)) continue;
    found.push(one);
    left -= 1;
    if (left === 0) break;
  }
  return inOrder(found).slice(0, most);
}

/** The first day and its repeats, less the excepted and what lies outside term. */
function* byRule(event: Dates, terms: readonly Term[], from: number, to: number): Generator<string> {
  const { first, repeats, exceptDates, termTimeOnly } = event;
  const lastOfTerm = Math.max(...terms.map(([, last]) => dayNumber(last)), 0);
  const last = termTimeOnly ? Math.min(to, lastOfTerm) : to;
  const falls = (day: string) => !exceptDates.includes(day) && (!termTimeOnly || inTerm(day, terms));
  const start = dayNumber(first.day);
  if (start >= from && start <= last && falls(first.day)) yield first.day;
  if (!repeats) return;
  for (const number of repeatsOf(first.day, repeats, Math.max(from, start), last)) {
    const day = dayAt(number);
    if (number >= from && falls(day)) yield day;
  }
}

function at(event: Dates, { day, start, end }: Occasion): Occurrence {
  const cancelled = event.cancelled === true || event.cancelled.includes(day);
  if (start === null) {
    return { starts: startOfDay(day), ends: startOfDay(addDays(day, 1)), day, allDay: true, cancelled };
  }
  const starts = instantOf(day, start);
  return {
    starts,
    ends: end === null ? null : endAfter(starts, day, start, end),
    day,
    allDay: false,
    cancelled,
  };
}

/** Where the missing hour would put the end before the start, it lasts as long as its times say. */
function endAfter(starts: number, day: string, start: string, end: string): number {
  const minutes = minutesOf(end) - minutesOf(start);
  const overnight = minutes <= 0;
  const ends = instantOf(overnight ? addDays(day, 1) : day, end);
  return ends > starts ? ends : starts + minutes * MINUTE;
}

/** By start. What starts with another is the same, said twice: the one that was named by itself counts. */
function inOrder(found: readonly Occurrence[]): readonly Occurrence[] {
  const distinct = new Map<string, Occurrence>();
  for (const one of found) {
    const key = `${one.starts} ${one.allDay}`;
    if (!distinct.has(key)) distinct.set(key, one);
  }
  const list = [...distinct.values()];
  list.sort((one, other) => one.starts - other.starts);
  return list;
}

function dayNumberAt(instant: number): number {
  return dayNumber(readingAt(instant).day);
}
