/** Days and times in words, as London's clocks have them. Days are "YYYY-MM-DD", instants epoch ms. */
import type { Occurrence } from "#shared/events/occurrences.ts";
import { WEEKDAYS, addDays, dayNumber, readingAt, weekdayOf } from "#shared/london.ts";
import { fill, type Tongue } from "./tongue.ts";

/** Days ahead for which the weekday alone is clear. */
const WEEK = 7;

/** "Tuesday 24 November". */
export function dateWords(tongue: Tongue, day: string): string {
  const { date, months } = tongue.catalogue;
  const month = months[Number(day.slice(5, 7)) - 1] ?? "";
  return fill(date, { day: weekdayWords(tongue, day), number: Number(day.slice(8)), month });
}

/** "Today", "Tomorrow", "Thursday", and the date from a week on or where nobody knows what day it is. */
export function dayWords(tongue: Tongue, day: string, today: string | null): string {
  if (today === null) return dateWords(tongue, day);
  if (day === today) return tongue.say("when.today");
  if (day === addDays(today, 1)) return tongue.say("when.tomorrow");
  const ahead = dayNumber(day) - dayNumber(today);
  return ahead > 0 && ahead < WEEK ? weekdayWords(tongue, day) : dateWords(tongue, day);
}

/** "Thursday, 9.30 to 12". */
export function whenWords(tongue: Tongue, occurrence: Occurrence, today: string | null): string {
  const day = dayWords(tongue, occurrence.day, today);
  const times = timesWords(tongue, occurrence);
  return times === null ? day : tongue.say("when.at", { day, times });
}

/** "9.30 to 12"; `null` where it lasts all day. */
export function timesWords(tongue: Tongue, { starts, ends, allDay }: Occurrence): string | null {
  if (allDay) return null;
  const from = timeWords(tongue, starts);
  return ends === null ? from : tongue.say("when.between", { from, to: timeWords(tongue, ends) });
}

/** "9.30", "12", "7pm": within a centre's day the number alone is clear, earlier and later it is not. */
export function timeWords(tongue: Tongue, at: number): string {
  const { hours, point, am, pm } = tongue.catalogue.clock;
  const { minutes } = readingAt(at);
  const hour = Math.floor(minutes / 60);
  const past = twoDigits(minutes % 60);
  if (hours === 24) return `${hour}${point}${past}`;
  const face = `${hour % 12 || 12}${past === "00" ? "" : point + past}`;
  if (hour >= 7 && hour < 18) return face;
  return face + (hour < 12 ? am : pm);
}

/** "10:24", as on the clock in the corner, the same in every language. */
export function clockFace(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

/** Catalogues begin their weeks on Sunday, as Intl and Date do. */
function weekdayWords(tongue: Tongue, day: string): string {
  return tongue.catalogue.days[(WEEKDAYS.indexOf(weekdayOf(day)) + 1) % 7] ?? "";
}
