/** London's days and times, as the console says and asks them. */
import { addDays, instantOf, readingAt } from "#shared/london.ts";
import words from "../../content/translations/console.items.en.json";

const long = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone: "UTC",
});
const year = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

export function today(): string {
  return readingAt(Date.now()).day;
}

/** London's time of day, minutes since midnight. */
export function minutesNow(): number {
  return readingAt(Date.now()).minutes;
}

/** "today", "tomorrow", "Friday 4 December", and with its year where that is another one. */
export function dayWords(day: string, now = today()): string {
  if (day === now) return words.today;
  if (day === addDays(now, 1)) return words.tomorrow;
  const at = Date.parse(`${day}T12:00:00Z`);
  if (Number.isNaN(at)) return day;
  return day.slice(0, 4) === now.slice(0, 4) ? long.format(at) : year.format(at);
}

export function clockWords(instant: number): string {
  return toField(new Date(instant).toISOString()).slice(11);
}

/** An instant as a `datetime-local` field shows it, on London's clocks. */
export function toField(iso: string | null): string {
  if (iso === null) return "";
  const { day, minutes } = readingAt(Date.parse(iso));
  const two = (number: number) => String(number).padStart(2, "0");
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** What a `datetime-local` field says, as an instant; `null` for an empty or half-filled one. */
export function fromField(field: string): string | null {
  const [day = "", time = ""] = field.split("T");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}/.test(time)) return null;
  return new Date(instantOf(day, time.slice(0, 5))).toISOString();
}
