/** Events as a reader read them, put together again into what the hub keeps: one item a series. */
import { createHash } from "node:crypto";
import type { LookedRow } from "#shared/bringing.ts";
import type { ReadEvent } from "#shared/events/read.ts";
import { endOfLast } from "#shared/events/occurrences.ts";
import { EVENT_MOST } from "#shared/events/rules.ts";
import type { Event, Occasion, Recurrence } from "#shared/events/schema.ts";
import { LANGUAGES, type Language, textIn } from "#shared/languages.ts";
import { HOUR, WEEKDAYS, addDays, dayAt, dayNumber, readingAt, weekdayOf } from "#shared/london.ts";

export interface EventOffer {
  readonly id: string;
  readonly until: string | null;
  readonly body: Event;
}

export interface EventOffers {
  readonly offers: readonly EventOffer[];
  /** Left out: private, without a title, or without a time. */
  readonly left: number;
}

const MOST_OCCASIONS = 200;

/** Occurrences that say the same of themselves are one item; one that says something else is its own. */
export function eventOffers(
  read: readonly ReadEvent[],
  languageOf: (text: string) => Language | null,
): EventOffers {
  const shown = read.filter(
    ({ title, starts, flags }) => title !== null && starts !== null && !flags.includes("private"),
  );
  const groups = new Map<string, ReadEvent[]>();
  for (const event of shown) {
    const key = JSON.stringify([event.uid, event.title, event.place, event.description]);
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  const main = new Map<string, string>();
  for (const [key, group] of groups) {
    const { uid } = group[0]!;
    const other = main.get(uid);
    if (other === undefined || group.length > groups.get(other)!.length) main.set(uid, key);
  }
  const offers = [...groups].map(([key, group]) =>
    offerOf(key, group, main.get(group[0]!.uid) === key, languageIn(group[0]!, languageOf)),
  );
  return { offers: offers.filter((offer) => offer !== null), left: read.length - shown.length };
}

/** What it says to be written in, or what can be told of its words; else English. */
function languageIn(
  { title, description, language }: ReadEvent,
  languageOf: (text: string) => Language | null,
): Language {
  const said = LANGUAGES.find((known) => known === language);
  return said ?? languageOf([title, description].filter(Boolean).join(". ")) ?? "en";
}

function offerOf(key: string, group: readonly ReadEvent[], isMain: boolean, language: Language): EventOffer | null {
  const [one] = group;
  const occasions = group.flatMap(occasionsOf).slice(0, MOST_OCCASIONS);
  const [first] = occasions;
  if (!one || !first) return null;
  const text = (words: string | null, most: number) => (words === null ? null : textIn(language, words.slice(0, most)));
  const cancelled = group.filter((event) => event.cancelled).flatMap(occasionsOf).map(({ day }) => day);
  const body: Event = {
    title: textIn(language, one.title!.slice(0, 200)),
    summary: text(one.description, 2_000),
    place: text(one.place, 300),
    ...compact(occasions),
    cancelled: cancelled.length === occasions.length ? true : [...new Set(cancelled)],
    termTimeOnly: false,
    session: null,
    about: null,
    languages: LANGUAGES.filter((known) => one.languages.some((said) => isLanguage(said, known))),
    creche: null,
    free: one.free === true,
    cost: one.free === true ? null : text(costOf(one.fees), EVENT_MOST.cost),
    booking: null,
    who: text(one.who, EVENT_MOST.who),
    picture: null,
  };
  const end = endOfLast(body);
  // A series is known by its identifier, also when its words are changed; what departs from it by its words.
  const id = createHash("sha256").update(isMain ? one.uid : key).digest("base64url").slice(0, 22);
  return { id: `e-${id}`, until: end === null || end === 0 ? null : new Date(end).toISOString(), body };
} // prettier-ignore

/** Each price as it was said, or as a sum in pounds. */
function costOf(fees: ReadEvent["fees"]): string | null {
  const prices = fees.map(({ amount, currency, text }) => [amount !== null && currency === "GBP" ? `£${amount}` : null, text].filter(Boolean).join(" ")); // prettier-ignore
  return prices.filter(Boolean).join("; ") || null;
}

/** On London's clocks. What lasts for days is on on each of them. */
function occasionsOf({ starts, ends, allDay }: ReadEvent): readonly Occasion[] {
  if (allDay) {
    const days = Math.min(Math.max(1, ends === null ? 1 : dayNumber(ends) - dayNumber(starts!)), 60);
    return Array.from({ length: days }, (_day, index) => ({
      day: addDays(starts!, index),
      start: null,
      end: null,
    }));
  }
  const [begin, over] = [Date.parse(starts!), ends === null ? null : Date.parse(ends)];
  const first = timeAt(begin);
  if (over === null || over <= begin) return [{ day: first.day, start: first.time, end: null }];
  if (over - begin < 24 * HOUR) return [{ day: first.day, start: first.time, end: timeAt(over).time }];
  const last = timeAt(over - 1).day;
  const days = Math.min(dayNumber(last) - dayNumber(first.day), 60);
  const rest = Array.from({ length: days }, (_day, index) => ({
    day: addDays(first.day, index + 1),
    start: null,
    end: null,
  }));
  return [{ day: first.day, start: first.time, end: "24:00" }, ...rest];
}

function timeAt(instant: number): { readonly day: string; readonly time: string } {
  const { day, minutes } = readingAt(instant);
  const pad = (number: number) => String(number).padStart(2, "0");
  return { day, time: `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}` };
}

/** Every Tuesday at ten is said as that, with the weeks that it is not on: a board need not hold fifty dates. */
function compact(occasions: readonly Occasion[]): Pick<Event, "first" | "repeats" | "also" | "exceptDates"> {
  const [first, ...rest] = occasions;
  const plain = { first: first!, repeats: null, also: rest, exceptDates: [] };
  const alike = occasions.every(({ start, end }) => start === first!.start && end === first!.end);
  const days = [...new Set(occasions.map(({ day }) => day))].toSorted();
  if (!alike || days.length < 3 || days.length !== occasions.length) return plain;
  const weekdays = WEEKDAYS.filter((weekday) => days.some((day) => weekdayOf(day) === weekday));
  for (const weeks of weekdays.length === 1 ? [2, 1] : [1]) {
    const repeats: Recurrence = { every: { weeks }, days: weekdays, until: days.at(-1)! };
    const regular = regularDays(days[0]!, days.at(-1)!, weekdays, weeks);
    const missing = regular.filter((day) => !days.includes(day));
    if (days.every((day) => regular.includes(day)) && missing.length <= days.length / 2) {
      return { first: { ...first!, day: days[0]! }, repeats, also: [], exceptDates: missing };
    }
  }
  return plain;
}

function regularDays(
  first: string,
  last: string,
  weekdays: readonly string[],
  weeks: number,
): readonly string[] {
  const begin = dayNumber(first);
  const monday = begin - WEEKDAYS.indexOf(weekdayOf(first));
  const all = Array.from({ length: dayNumber(last) - begin + 1 }, (_day, index) => begin + index);
  return all.filter((day) => Math.floor((day - monday) / 7) % weeks === 0).map(dayAt).filter((day) => weekdays.includes(weekdayOf(day))); // prettier-ignore
}

const NAMES = new Intl.DisplayNames("en", { type: "language" });

/** "ur", "ur-PK" or "Urdu". */
function isLanguage(said: string, known: Language): boolean {
  return (
    said.toLowerCase().split(/[-_]/)[0] === known || said.toLowerCase() === NAMES.of(known)?.toLowerCase()
  );
}

/** What is said of one where they are looked through. */
export function eventRow({ title, first, place, cancelled, repeats, also }: Event, until: string | null): LookedRow {
  const detail = [first.day, first.start, place?.words[place.original]].filter(Boolean).join(" · ");
  const flags = cancelled === true ? ["cancelled"] : repeats || also.length > 0 ? ["recurs"] : [];
  return { title: title.words[title.original] ?? "", detail, until, flags };
} // prettier-ignore
