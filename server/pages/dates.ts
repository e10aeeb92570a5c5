/** Days and times in words, the way each language says them. Days are London's, "YYYY-MM-DD". */
import type { Occurrence } from "#shared/events/occurrences.ts";
import type { Language } from "#shared/languages.ts";
import { WEEKDAYS, addDays, minutesOf, readingAt } from "#shared/london.ts";
import type { Weekday, Window } from "#shared/schema.ts";
import { LOCALES, type Words } from "./words.ts";

const HOUR = 60;
const NOON = 12 * HOUR;
const MIDNIGHT = 24 * HOUR;

/** "Thursday 26 November"; with the year where it is not this one. */
export function dayInWords(words: Words, day: string, today: string): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return format(words.language, day, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(sameYear ? {} : YEAR),
  });
}

/** "26 November 2026": for what is printed or long past. */
export function dateInWords(words: Words, day: string): string {
  return format(words.language, day, { day: "numeric", month: "long", ...YEAR });
}

/** "Today, Sunday 22 November": said in both ways, because a page is also printed and read later. */
function comingDayInWords(words: Words, day: string, today: string): string {
  const next = dayInWords(words, day, today);
  if (day === today) return words("join", { first: words("day.today"), next });
  if (day === addDays(today, 1)) return words("join", { first: words("day.tomorrow"), next });
  return capitalised(next, words.language);
}

/** "Thursday 26 November, 9.30 to 12". */
export function occurrenceInWords(words: Words, occurrence: Occurrence, today: string): string {
  const first = comingDayInWords(words, occurrence.day, today);
  return words("join", { first, next: timesInWords(words, occurrence) });
}

/** "9.30 to 12". */
function timesInWords(words: Words, { starts, ends, allDay }: Occurrence): string {
  if (allDay) return words("allDay");
  const start = readingAt(starts).minutes;
  if (ends === null) return words("from", { time: clockInWords(words, start, "alone") });
  return rangeInWords(words, start, readingAt(ends).minutes || MIDNIGHT);
}

/** From one time of day to another, in minutes since midnight. */
function rangeInWords(words: Words, start: number, end: number): string {
  return words("range", {
    start: clockInWords(words, start, "in-range"),
    end: clockInWords(words, end, "in-range"),
  });
}

/**
 * A time of day, in minutes since midnight. Within a range the other end helps to tell morning from
 * evening, and noon is said as a number.
 */
export function clockInWords(words: Words, minutes: number, stands: "alone" | "in-range"): string {
  const hour = Math.floor(minutes / HOUR);
  const rest = minutes % HOUR;
  const tail = words("clock.separator") + String(rest).padStart(2, "0");
  const h12 = `${hour % 12 || 12}${rest === 0 ? "" : tail}`;
  return words(clockKey(minutes, stands), { h12, h24: `${hour}${tail}` });
}

function clockKey(minutes: number, stands: "alone" | "in-range") {
  if (minutes % MIDNIGHT === 0) return "clock.midnight";
  if (minutes < 7 * HOUR) return "clock.early";
  if (minutes < NOON) return stands === "alone" ? "clock.morningAlone" : "clock.morning";
  if (minutes === NOON && stands === "alone") return "clock.noon";
  if (minutes < 13 * HOUR) return "clock.midday";
  if (minutes < 15 * HOUR) return "clock.afternoon";
  return minutes < 18 * HOUR ? "clock.lateAfternoon" : "clock.evening";
}

/** "Closes Friday at noon": `until` is the first instant (epoch ms) at which it is closed. */
export function closingInWords(words: Words, until: number, now: number): string {
  const today = readingAt(now).day;
  const { day: lastDay, minutes: lastMinute } = readingAt(until - 1);
  const atEndOfDay = lastMinute === MIDNIGHT - 1 || lastMinute === MIDNIGHT - 2;
  const time = clockInWords(words, readingAt(until).minutes, "alone");
  if (lastDay === today) return atEndOfDay ? words("job.closesToday") : words("job.closesTodayAt", { time });
  if (lastDay === addDays(today, 1)) {
    return atEndOfDay ? words("job.closesTomorrow") : words("job.closesTomorrowAt", { time });
  }
  const soon = lastDay < addDays(today, 7);
  const day = soon ? weekdayInWords(words, lastDay) : dayInWords(words, lastDay, today);
  return atEndOfDay ? words("job.closes", { day }) : words("job.closesAt", { day, time });
}

/** Opening hours as lines: "Monday to Friday", "8.30 to 5pm". */
export function openingInWords(
  words: Words,
  opening: readonly Window[],
): readonly (readonly [string, string])[] {
  return opening.map(({ days, start, end }) => [
    capitalised(daysInWords(words, days), words.language),
    rangeInWords(words, minutesOf(start), minutesOf(end) || MIDNIGHT),
  ]);
}

/** Days of the week, three and more in a row as a range. */
function daysInWords(words: Words, days: readonly Weekday[]): string {
  const runs: Weekday[][] = [];
  for (const day of WEEKDAYS.filter((weekday) => days.includes(weekday))) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && WEEKDAYS.indexOf(before) === WEEKDAYS.indexOf(day) - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: Weekday | undefined) => weekdayInWords(words, MONDAY_ON, WEEKDAYS.indexOf(day ?? "mon"));
  const said = runs.flatMap((run) =>
    run.length > 2 ? [words("days.range", { first: name(run[0]), last: name(run.at(-1)) })] : run.map(name),
  );
  return said.reduce((first, next) => words("join", { first, next }));
}

/** Any Monday. */
const MONDAY_ON = "2026-11-23";

function weekdayInWords(words: Words, day: string, later = 0): string {
  return format(words.language, addDays(day, later), { weekday: "long" });
}

const YEAR = { year: "numeric" } as const;
const COMMA_FREE: ReadonlySet<Language> = new Set<Language>(["en", "cy"]);
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, day: string, options: Intl.DateTimeFormatOptions): string {
  const name = language + Object.keys(options).join();
  const known =
    formats.get(name) ?? new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: "UTC" });
  formats.set(name, known);
  const said = known.format(new Date(`${day}T12:00:00Z`));
  // CLDR sets a comma after the weekday where a year follows, and gives Welsh the capital of a first word.
  return COMMA_FREE.has(language) ? said.replace(",", "").replace(/^Dydd/, "dydd") : said;
}

function capitalised(text: string, language: Language): string {
  return text.slice(0, 1).toLocaleUpperCase(LOCALES[language]) + text.slice(1);
}
