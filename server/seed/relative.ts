/**
 * Days and instants told from today, so that a demo never goes stale. On London's clocks:
 *
 *     today  +10d  -3d      so many days from today
 *     mon+1                 the first Monday after today; mon+2 the one a week later
 *     mon+0                 the last Monday up to and including today; mon-1 a week before it
 *     2026-12-25            that very day
 *     +3d 12:00             noon on the third day from today
 */
import { WEEKDAYS, addDays, dayNumber, instantOf, readingAt, weekdayOf } from "#shared/london.ts";
import type { Weekday } from "#shared/schema.ts";

const DAYS_AWAY = /^([+-]\d{1,4})d$/;
const WEEKDAY_AWAY = /^(mon|tue|wed|thu|fri|sat|sun)([+-]\d{1,3})$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const WITH_TIME = /^(\S+) ((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** The day (YYYY-MM-DD, London) that is meant at `now` (epoch ms). Throws on what it cannot read. */
export function relativeDay(words: string, now: number): string {
  const today = readingAt(now).day;
  if (words === "today") return today;
  const days = DAYS_AWAY.exec(words);
  if (days) return addDays(today, Number(days[1]));
  const week = WEEKDAY_AWAY.exec(words);
  if (week) return addDays(lastUpTo(today, week[1] as Weekday), Number(week[2]) * 7);
  if (DATE.test(words) && !Number.isNaN(dayNumber(words))) return words;
  throw new RangeError(`not a day: "${words}"`);
}

/** The instant (RFC 3339, UTC) of a day and a time such as "+3d 12:00". Throws on what it cannot read. */
export function relativeInstant(words: string, now: number): string {
  const [, day, time] = WITH_TIME.exec(words) ?? [];
  if (!day || !time) throw new RangeError(`not a day and a time: "${words}"`);
  return new Date(instantOf(relativeDay(day, now), time)).toISOString();
}

/**
 * The first instant at which something is closed: at the named time, or, where only a day is named,
 * at the midnight that ends it.
 */
export function relativeClose(words: string, now: number): string {
  return relativeInstant(WITH_TIME.test(words) ? words : `${words} 24:00`, now);
}

function lastUpTo(day: string, weekday: Weekday): string {
  const since = WEEKDAYS.indexOf(weekdayOf(day)) - WEEKDAYS.indexOf(weekday);
  return addDays(day, -((since + 7) % 7));
}
