/** One schema.org Event's properties. Names and shapes: schema.org/Event and schema.org/Schedule, and what sites make of them. */
import { createHash } from "node:crypto";
import type { EventFlag, ReadEvent, ReadFee } from "#shared/events/read.ts";
import { addDays, readingAt } from "#shared/london.ts";
import { description, line, UNSAID, whereabouts, whoIn } from "./calendar/event.ts";
import { WEEKDAY_CODES } from "./calendar/rule.ts";
import { timeIn, type WrittenSchedule } from "./calendar/schedule.ts";
import { durationIn } from "./calendar/series.ts";
import { wallIn } from "./calendar/walls.ts";
import { LONDON, zonesOf } from "./calendar/zones.ts";
import { readPosted } from "./dates.ts";
import { findDay } from "./days.ts";
import type { Item } from "./jsonld.ts";
import { readLink } from "./links.ts";
import {
  identifier,
  isItem,
  languageSaid,
  list,
  own,
  readPlace,
  text,
  textIn,
  texts,
  type Resolving,
} from "./schemavalues.ts";
import { findTime } from "./times.ts";
import { languageOf, readLanguage } from "./welsh.ts";

export interface EventContext extends Resolving {
  readonly base: string | null;
  readonly language: string | undefined;
}

export interface Told {
  readonly known: Omit<ReadEvent, "starts" | "ends" | "allDay">;
  readonly schedules: readonly WrittenSchedule[];
  readonly starts: string;
  readonly ends: string | null;
  readonly allDay: boolean;
}

type ReadTold =
  | { readonly ok: true; readonly event: Told }
  | {
      readonly ok: false;
      readonly problem: "no-title" | "no-start" | "not-a-date";
      readonly written: string;
    };

export function eventOf(item: Item, context: EventContext): ReadTold {
  const get = (name: string) => context.resolve(own(item, name));
  const title = line(text(get("name")) ?? text(get("headline")));
  const tag = languageSaid(get("name"));
  const words = description(textIn(get("description"), tag));
  const written = text(get("startDate")) ?? "";
  if (title === null) return { ok: false, problem: "no-title", written };
  const starts = momentIn(written);
  const schedules = list(get("eventSchedule")).map((one) => context.resolve(one)).filter(isItem).slice(0, 50);
  if (!starts && schedules.length === 0) return { ok: false, problem: written ? "not-a-date" : "no-start", written };
  const ends = starts && endOf(starts, text(get("endDate")), text(get("duration")));
  const status = texts(get("eventStatus")).join(" ");
  const places = list(get("location")).map((place) => context.resolve(place));
  const where = whereabouts(places.filter((place) => !isVirtual(place)).flatMap((place) => venue(place, context)));
  const fees = list(get("offers")).map((offer) => context.resolve(offer)).filter(isItem).map(feeOf);
  const flags: EventFlag[] = [...where.flags];
  if (/Rescheduled/i.test(status)) flags.push("rescheduled");
  if (/Postponed/i.test(status)) flags.push("postponed");
  return {
    ok: true,
    event: {
      known: {
        ...UNSAID,
        uid: uidOf(item, title, written, where.place),
        title,
        ...where,
        cancelled: /Cancell?ed|Postponed/i.test(status),
        description: words,
        language: readLanguage(tag ?? "") ?? languageOf([title, words].join(". ")) ?? readLanguage(context.language ?? ""),
        online: places.some(isVirtual) || /Online(?!.*Mixed)/i.test(texts(get("eventAttendanceMode")).join(" ")) || /MovedOnline/i.test(status),
        url: linkOf(text(get("url")), context),
        languages: languagesOf(get("inLanguage")),
        free: freeOf(text(get("isAccessibleForFree")), get("isAccessibleForFree"), fees),
        fees: fees.filter((fee) => fee.amount !== null || fee.text !== null),
        who: whoOf(list(get("audience")).map((one) => context.resolve(one))) ?? whoIn(words),
        organiser: line(text(context.resolve(get("organizer")))),
        flags,
      },
      schedules: schedules.map((schedule) => scheduleOf(schedule, starts)),
      starts: starts?.at ?? "",
      ends: ends ?? null,
      allDay: starts?.day ?? false,
    },
  };
} // prettier-ignore

interface Moment {
  readonly at: string;
  readonly day: boolean;
}

/** A day, an instant, or a reading of London's clocks. */
function momentIn(written: string): Moment | null {
  const [, day, time, offset] = /^\s*(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?)\s*(Z|[+-]\d{2}:?\d{2})?)?/i.exec(written) ?? []; // prettier-ignore
  if (day === undefined) return momentInWords(written);
  const wall = wallIn(time === undefined ? day : `${day}T${time.padStart(5, "0")}`);
  if (wall === null) return null;
  if (time === undefined) return { at: new Date(wall).toISOString().slice(0, 10), day: true };
  const ahead = offset === undefined ? null : minutesAhead(offset);
  return {
    at: new Date(ahead === null ? LONDON.instantOf(wall) : wall - ahead * 60_000).toISOString(),
    day: false,
  };
}

/** "5 December 2026, 10am": the date as a person writes it, with its year. */
function momentInWords(written: string): Moment | null {
  const read = /\b(?:19|20)\d\d\b/.test(written) ? readPosted(written, { now: 0 }) : null;
  if (read?.state !== "known") return null;
  const found = findDay(written);
  if (found && findTime(found.rest, found.machine)) return { at: read.at, day: false };
  const { day } = readingAt(Date.parse(read.at));
  return { at: day, day: true };
}

function minutesAhead(offset: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})/.exec(offset) ?? [];
  return hours === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** schema.org's last day is still one of the event; ours is the day after. */
function endOf(starts: Moment, written: string | undefined, duration: string | undefined): string | null {
  const end = written === undefined ? null : momentIn(written);
  if (starts.day)
    return addDays(end && end.at.slice(0, 10) >= starts.at ? end.at.slice(0, 10) : starts.at, 1);
  if (end && !end.day && end.at > starts.at) return end.at;
  const length = duration === undefined ? null : durationIn(duration);
  return length === null || end ? null : new Date(Date.parse(starts.at) + length).toISOString();
}

/** schema.org/Audience has its words in `audienceType`; sites also put them into its name, or write words alone. */
function whoOf(audience: readonly unknown[]): string | null {
  const words = audience.map((one) => line(isItem(one) ? (text(own(one, "audienceType")) ?? text(own(one, "name"))) : text(one), 200)); // prettier-ignore
  return words.filter((one) => one !== null).join("; ") || null;
}

/** The same event is known again by what names it, else by its words, its place and its day. */
function uidOf(item: Item, title: string, starts: string, place: string | null): string {
  const said = identifier(own(item, "identifier")) ?? text(own(item, "@id"));
  const key = said ?? [title, starts, place].join("\n");
  return said && said.length <= 200 ? said : `event-${createHash("sha256").update(key).digest("base64url").slice(0, 22)}`;
} // prettier-ignore

function isVirtual(place: unknown): boolean {
  return isItem(place) && list(own(place, "@type")).some((type) => String(type).endsWith("VirtualLocation"));
}

/** A venue's name stands before its address. */
function venue(place: unknown, context: EventContext) {
  const name = isItem(place) ? text(own(place, "name")) : undefined;
  return readPlace(place, context).map((written) => {
    const parts = [name, written.text].filter((part) => part !== undefined && part !== "");
    return { ...written, text: [...new Set(parts)].join(", ") };
  });
}

function feeOf(offer: Item): ReadFee {
  const amount = Number(
    (text(own(offer, "price")) ?? text(own(offer, "lowPrice")) ?? "x").replace(/^£\s*/, ""),
  );
  const plausible = amount >= 0 && amount < 100_000;
  const currency = plausible ? (text(own(offer, "priceCurrency")) ?? "GBP") : null;
  return { amount: plausible ? amount : null, currency, text: line(text(own(offer, "name")), 200) };
}

function freeOf(said: string | undefined, raw: unknown, fees: readonly ReadFee[]): boolean | null {
  if (raw === true || /^(?:true|https?:\/\/schema\.org\/True)$/i.test(said ?? "")) return true;
  if (raw === false || /^false$/i.test(said ?? "")) return false;
  const amounts = fees.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  return amounts.length === 0 ? null : amounts.every((amount) => amount === 0);
}

function languagesOf(value: unknown): readonly string[] {
  const named = list(value).map((one) =>
    isItem(one) ? (text(own(one, "alternateName")) ?? text(one)) : text(one),
  );
  return [...new Set(named.flatMap((one) => (one === undefined ? [] : [one.slice(0, 60)])))].slice(0, 20);
}

function linkOf(written: string | undefined, { base }: EventContext): string | null {
  return written === undefined ? base && readLink(base).url : readLink(written, base).url;
}

const FREQUENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:P\d+D|daily)$/i, "DAILY"],
  [/^(?:P\d+W|weekly)$/i, "WEEKLY"],
  [/^(?:P\d+M|monthly)$/i, "MONTHLY"],
  [/^(?:P\d+Y|(?:year|annual)ly)$/i, "YEARLY"],
];

function scheduleOf(schedule: Item, starts: Moment | null): WrittenSchedule {
  const value = (name: string) => text(own(schedule, name));
  const weeks = value("byMonthWeek");
  const days = texts(own(schedule, "byDay")).flatMap((day) => dayCode(day, weeks));
  const repeats = value("repeatFrequency");
  const frequency =
    FREQUENCIES.find(([pattern]) => pattern.test(repeats ?? ""))?.[1] ?? (days.length > 0 ? "WEEKLY" : null);
  const numbers = (name: string) => texts(own(schedule, name)).join(",");
  const parts = [
    `FREQ=${frequency}`,
    `INTERVAL=${/^P(\d+)/i.exec(repeats ?? "")?.[1] ?? 1}`,
    days.length > 0 ? `BYDAY=${days.join()}` : "",
    numbers("byMonth") ? `BYMONTH=${numbers("byMonth")}` : "",
    numbers("byMonthDay") ? `BYMONTHDAY=${numbers("byMonthDay")}` : "",
    value("repeatCount") ? `COUNT=${value("repeatCount")}` : "",
  ];
  const zone = value("scheduleTimezone");
  const opens = value("startTime") ?? (starts && !starts.day ? londonTime(starts.at) : null);
  const length = value("duration") === undefined ? null : durationIn(value("duration")!);
  return {
    first: value("startDate") ?? starts?.at.slice(0, 10) ?? null,
    last: value("endDate") ?? null,
    opens,
    closes: value("endTime") ?? (length === null ? null : later(opens, length)),
    rule: frequency === null ? null : parts.filter(Boolean).join(";"),
    except: texts(own(schedule, "exceptDate")).slice(0, 1_000),
    zone: zone === undefined ? LONDON : zonesOf([]).named(zone),
  };
}

function dayCode(written: string, week: string | undefined): readonly string[] {
  const [, nth = "", name] = /(?:^|\/)([+-]?\d?)\s*(mo|tu|we|th|fr|sa|su)[a-z]*$/i.exec(written.trim()) ?? [];
  const code = WEEKDAY_CODES.find((one) => one === name?.toUpperCase());
  return code ? [`${/^-?[1-5]$/.test(week ?? "") ? week : nth}${code}`] : [];
}

function londonTime(instant: string): string {
  return new Date(LONDON.wallAt(Date.parse(instant))).toISOString().slice(11, 16);
}

function later(opens: string | null, length: number): string | null {
  const time = timeIn(opens);
  return time && new Date(Date.parse(`1970-01-01T${time}:00Z`) + length).toISOString().slice(11, 16);
}
