/** Dates as people and programs write them in Britain: day before month, always. */
import { findDay, type Day, type FoundDay } from "./days.ts";
import { findDayGroups } from "./weekdays.ts";
import { findTime, type TimeOfDay } from "./times.ts";
import { addDays, dayNumber, DAY, instantOf, MINUTE, readingAt } from "#shared/london.ts";
import type { Origin } from "#shared/vacancies/read.ts";

export type ReadDate =
  | { readonly state: "known"; readonly at: string; readonly origin: Origin }
  /** It says that there is no such date: "ongoing", "until filled", 9999-12-31. */
  | { readonly state: "open" }
  | { readonly state: "problem"; readonly problem: "not-a-date" | "no-such-date" | "not-plausible" };

/** Words that people put where a closing date would stand. */
const OPEN =
  /^(?:(?:apply )?(?:asap|as soon as possible|now|any ?time)|(?:on-?going|continuous|rolling|open|always open|permanent)(?:[\s-](?:basis|recruitment|advert|vacancy|ended))?|(?:(?:open|ongoing|live) )?until (?:(?:the )?(?:post|position|role|vacancy)s? (?:is |are |has been )?)?(?:filled|further notice|(?:a )?suitable (?:candidate|applicant)s? (?:is |are |has been )?(?:found|appointed))|when filled|no (?:closing|end|expiry|fixed) date|no deadline|none|null|nil|undefined|n\.?\/?a\.?|not (?:applicable|specified|stated|given|known)|t\.?b\.?[acd]|to be (?:confirmed|advised|announced|decided)|various|immediate(?:ly)?(?: start)?|parhaus|agored|dim dyddiad cau|i['’]w (?:gadarnhau|gytuno)|nes (?:ei )?llenwi|[-–—?.]+)\.?$/i;
/** "From 20/11/2026 to 04/12/2026": it closes on the second of them. */
const UP_TO_ANOTHER = /^[\s,]*(?:-|to\b|until\b|till?\b)(?=.*\d)/i;
/** A date that belongs to what comes after the closing. */
const AFTERWARDS =
  /\b(?:interviews?|short-?listing|start(?:s|ing|[\s-]date)?|commenc\w+)\b[^;|.]*(?:[;|]|\.\s)/gi;

/** From here on a year is a program's way of saying "never". */
const NEVER = 2100;

interface Around {
  /** Epoch ms of the reading. */
  readonly now: number;
  /** Epoch ms of the posting: a date without a year is the next such day after it. */
  readonly posted?: number | null;
}

/** A closing date; a day alone lasts until the next midnight in London, which is when it is closed. */
export function readClosing(text: string, around: Around): ReadDate {
  return readDate(text, around, "end");
}

/** A posting date; a day alone begins at its midnight in London. */
export function readPosted(text: string, around: Around): ReadDate {
  return readDate(text, around, "start");
}

function readDate(text: string, around: Around, whole: "start" | "end"): ReadDate {
  const written = text.normalize("NFKC").replace(/\s+/g, " ").trim().slice(0, 300);
  if (OPEN.test(written)) return { state: "open" };
  const instant = epochIn(written);
  if (instant !== null) return { state: "known", at: new Date(instant).toISOString(), origin: "derived" };
  const found = whole === "end" ? findLastDay(written) : findDay(written);
  if (!found) return { state: "problem", problem: "not-a-date" };
  const time = findTime(found.rest, found.machine);
  const origin = found.day.year === null || found.guessed ? "derived" : "stated";
  const day = withYear(found.day, around, weekdayIn(found.rest));
  if (!day) return { state: "problem", problem: "no-such-date" };
  if (day.year >= NEVER) return { state: "open" };
  if (day.year < 2000) return { state: "problem", problem: "not-plausible" };
  return { state: "known", at: new Date(instantMeant(day, time, whole)).toISOString(), origin };
}

function findLastDay(written: string): FoundDay | null {
  const others = written.replace(AFTERWARDS, " ");
  const text = findDay(others) ? others : written;
  const first = findDay(text);
  const after = first && text.slice(first.end).replace(/[‐-―−]/g, "-");
  const second = after && UP_TO_ANOTHER.test(after) ? findDay(after.replace(UP_TO_ANOTHER, " ")) : null;
  return second ?? first;
}

/** A program's own count of seconds or milliseconds since 1970, of this century: `1763625600`, `/Date(1763625600000+0000)/`. */
function epochIn(written: string): number | null {
  const [, digits = ""] = /^(?:\/?Date\()?(\d{10}|\d{13})(?:[+-]\d{4})?(?:\)\/?)?$/.exec(written) ?? [];
  const at = Number(digits) * (digits.length === 10 ? 1000 : 1);
  return at >= Date.UTC(2001, 8, 10) && at < Date.UTC(NEVER, 0, 1) ? at : null;
}

type FullDay = Day & { readonly year: number };

/** Monday is 0; `null` where none stands beside the day, or several do. */
function weekdayIn(text: string): number | null {
  const [group, ...others] = findDayGroups(text.replace(/[‐-―−]/g, "-"));
  return group?.days.length === 1 && others.length === 0 ? group.days[0]! : null;
}

function withYear(day: Day, around: Around, weekday: number | null): FullDay | null {
  if (day.year !== null) return exists(day as FullDay) ? (day as FullDay) : null;
  const next = nextSuchDay(day, around);
  if (!next || weekday === null || typeof around.posted === "number") return next;
  // Nobody says when it was posted, but its weekday is last year's: that Friday is over.
  const before = { ...next, year: next.year - 1 };
  return fallsOn(next) !== weekday && exists(before) && fallsOn(before) === weekday ? before : next;
}

const fallsOn = ({ year, month, day }: FullDay) =>
  (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;

function nextSuchDay(day: Day, { now, posted }: Around): FullDay | null {
  const earliest = readingAt(posted ?? now).day;
  const first = Number(earliest.slice(0, 4));
  // Eight years on every day has come round, 29 February over a century's turn included.
  for (let year = first; year <= first + 8; year++) {
    const candidate = { ...day, year };
    if (exists(candidate) && isoDay(candidate) >= earliest) return candidate;
  }
  return null;
}

function exists({ year, month, day }: FullDay): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isoDay({ year, month, day }: FullDay): string {
  return `${year}-${pad(month)}-${pad(day)}`;
}

const pad = (number: number) => String(number).padStart(2, "0");

function instantMeant(day: FullDay, time: TimeOfDay | null, whole: "start" | "end"): number {
  const iso = isoDay(day);
  if (!time) return instantOf(whole === "end" ? addDays(iso, 1) : iso, "00:00");
  const seconds = time.second * 1000;
  if (time.offset === null) return instantOf(iso, `${pad(time.hour)}:${pad(time.minute)}`) + seconds;
  const face = dayNumber(iso) * DAY + (time.hour * 60 + time.minute - time.offset) * MINUTE;
  return face + seconds;
}
