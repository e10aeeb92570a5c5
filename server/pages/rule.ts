/** An event's repeats as a rule of RFC 5545, where such a rule says exactly when it takes place. */
import type { Event, Recurrence } from "#shared/events/schema.ts";
import { addDays, minutesOf, startOfDay, weekdayOf } from "#shared/london.ts";
import { dateTimeInUtc, dayOf, localTime, type Line } from "./ics.ts";

/**
 * Start, end, rule and exceptions, on London's clocks. `null` where a rule would say something else:
 * term time, further days, single cancellations, a first day outside its own rule; and at night, where
 * calendars differ about the hours at which clocks change.
 */
export function ruleOf(event: Event): readonly Line[] | null {
  const { first, repeats, also, cancelled, termTimeOnly } = event;
  const simple = !termTimeOnly && also.length === 0 && (cancelled === true || cancelled.length === 0);
  if (!repeats || !simple || !startsByItsRule(first.day, repeats) || !isByDay(event)) return null;
  const rule = ["RRULE:" + frequencyOf(first.day, repeats), ...untilOf(first.start, repeats)].join(";");
  return [...timesOf(event), rule, ...exceptionsOf(event)];
}

function startsByItsRule(first: string, { every, days, until }: Recurrence): boolean {
  if (until !== null && until < first) return false;
  return "months" in every || days.length === 0 || days.includes(weekdayOf(first));
}

const MORNING = 3 * 60;

function isByDay({ first: { start, end } }: Event): boolean {
  if (start === null) return true;
  return minutesOf(start) >= MORNING && (end === null || minutesOf(end) > minutesOf(start));
}

function frequencyOf(first: string, { every, days }: Recurrence): string {
  if ("weeks" in every) {
    const named = (days.length > 0 ? days : [weekdayOf(first)]).map(twoLetters);
    return `FREQ=WEEKLY;INTERVAL=${every.weeks};WKST=MO;BYDAY=${named.join()}`;
  }
  const ordinal = Math.ceil(Number(first.slice(8)) / 7);
  return `FREQ=MONTHLY;INTERVAL=${every.months};BYDAY=${ordinal === 5 ? -1 : ordinal}${twoLetters(weekdayOf(first))}`;
}

/** In UTC where the start is a time (RFC 5545, 3.3.10): the last second of the last day. */
function untilOf(start: string | null, { until }: Recurrence): readonly string[] {
  if (until === null) return [];
  return [`UNTIL=${start === null ? dayOf(until) : dateTimeInUtc(startOfDay(addDays(until, 1)) - 1000)}`];
}

function timesOf({ first: { day, start, end } }: Event): readonly Line[] {
  if (start === null)
    return [`DTSTART;VALUE=DATE:${dayOf(day)}`, `DTEND;VALUE=DATE:${dayOf(addDays(day, 1))}`];
  return [`DTSTART${localTime(day, start)}`, ...(end === null ? [] : [`DTEND${localTime(day, end)}`])];
}

function exceptionsOf({ exceptDates, first: { start } }: Event): readonly Line[] {
  return exceptDates.map((day) =>
    start === null ? `EXDATE;VALUE=DATE:${dayOf(day)}` : `EXDATE${localTime(day, start)}`,
  );
}

function twoLetters(day: string): string {
  return day.slice(0, 2).toUpperCase();
}
