/** What a board shows of what it holds, at the present as far as the screen knows it. Pure. */
import { isOpen, nextOpeningChange } from "#shared/centres/opening.ts";
import type { PublicCentre } from "#shared/centres/schema.ts";
import { endOf, nextOccurrence, type Occurrence } from "#shared/events/occurrences.ts";
import type { Event } from "#shared/events/schema.ts";
import type { Bodies, Kind } from "#shared/kinds.ts";
import { MINUTE, addDays, readingAt, startOfDay } from "#shared/london.ts";
import { entryKey, fnv1a, type Entry } from "#shared/programme.ts";
import type { Own } from "#shared/screens/own.ts";
import type { Viewer } from "#shared/showing.ts";
import type { Placement } from "#shared/vacancies/placement.ts";
import type { Holdings } from "#kiosk/live/items.ts";
import { bestGuess, nextChangeFor, type Now } from "#kiosk/live/now.ts";
import { centreOf, instants, shows, timingOf } from "#kiosk/live/shown.ts";
import { advisersDay, type AdvisersDay } from "./adviser.ts";

/** One item that has turns on the board. */
export interface SlideItem<K extends Kind = Kind> {
  /** Stays the same through every edit. */
  readonly key: string;
  readonly kind: K;
  readonly version: number;
  readonly body: Bodies[K];
  /** An event's next time; `null` for other kinds. */
  readonly occurrence: Occurrence | null;
}

export type AnySlide = { [K in Kind]: SlideItem<K> }[Kind];

/** An event and its next time. */
export interface Session {
  readonly event: Event;
  readonly occurrence: Occurrence;
}

/** One of the ten. */
export interface Job {
  readonly key: string;
  readonly version: number;
  readonly vacancy: Bodies["vacancy"];
  readonly placement: Placement;
}

export interface Showing {
  readonly centre: PublicCentre | null;
  /** Outside its opening hours the screen sleeps. */
  readonly awake: boolean;
  readonly urgent: SlideItem<"notice"> | null;
  readonly slides: readonly AnySlide[];
  readonly ten: readonly Job[];
  readonly adviser: AdvisersDay | null;
  /** What is on next, for the panel beside the slides. */
  readonly soon: readonly Session[];
  /** Today in London and minutes since midnight, `null` where the screen cannot know. */
  readonly clock: { readonly day: string; readonly minutes: number } | null;
  /** Milliseconds until any of this may change of itself. */
  readonly nextChange: number;
}

/** So many events are named beside the slides. */
const SOON = 3;

/** Everything that belongs on the board at this moment; in doubt it is left out. */
export function whatShows(holdings: Holdings, now: Now, own?: Own): Showing {
  const entries = [...holdings.entries.values()];
  const centre = centreOf(entries, own);
  const viewer: Viewer = { centre: centre?.slug ?? null, terms: centre?.terms ?? [] };
  const shown = new Map<string, Entry>();
  if (centre) for (const entry of entries) if (shows(entry, viewer, now)) shown.set(entryKey(entry), entry);
  const events = [...shown.values()].flatMap((entry) => sessionOf(entry, viewer, now));
  const slides = fairly([...shown.values()].flatMap((entry) => slideOf(entry, events)));
  return {
    centre,
    awake: centre === null || instants(now).some((at) => isOpen(centre, at)),
    urgent: mostUrgent(slides),
    slides: slides.filter((slide) => !takesWholeScreen(slide) && !isTodaysSession(slide, now)),
    ten: tenOf(shown, centre),
    adviser: advisersDay(events, viewer.terms, now),
    soon: nextOf(events),
    clock: clockOf(now),
    nextChange: untilChange(entries, events, centre, viewer, now),
  };
}

interface Held extends Session {
  readonly key: string;
}

/** An event's next time that is surely not over. */
function sessionOf(entry: Entry, viewer: Viewer, now: Now): readonly Held[] {
  if (entry.type !== "event" || !entry.value) return [];
  const surely = Math.max(...instants(now));
  const occurrence = nextOccurrence(entry.value.body, viewer.terms, surely);
  return occurrence ? [{ key: entryKey(entry), event: entry.value.body, occurrence }] : [];
}

function slideOf(entry: Entry, events: readonly Held[]): readonly AnySlide[] {
  if (entry.value === null || entry.type === "centre" || entry.type === "placement") return [];
  if (entry.type === "vacancy" || entry.type === "website") return [];
  const key = entryKey(entry);
  const occurrence = events.find((event) => event.key === key)?.occurrence ?? null;
  if (entry.type === "event" && !occurrence) return [];
  return [{ key, kind: entry.type, version: entry.version, body: entry.value.body, occurrence } as AnySlide];
}

/**
 * In an order that looks shuffled, so that no kind and no author keeps the wall to itself, but that
 * depends on each slide alone: one more or less leaves the others where they are.
 */
function fairly(slides: readonly AnySlide[]): readonly AnySlide[] {
  const ranked = slides.map((slide) => ({ slide, rank: fnv1a(slide.key) }));
  ranked.sort((one, other) => one.rank - other.rank || (one.slide.key < other.slide.key ? -1 : 1));
  return ranked.map(({ slide }) => slide);
}

function takesWholeScreen(slide: AnySlide): slide is SlideItem<"notice"> {
  return slide.kind === "notice" && slide.body.urgent;
}

/** The last one published. */
function mostUrgent(slides: readonly AnySlide[]): SlideItem<"notice"> | null {
  const urgent = slides.filter(takesWholeScreen);
  urgent.sort((one, other) => other.version - one.version);
  return urgent[0] ?? null;
}

/** What the "here today" panel says is not said by a slide as well. */
function isTodaysSession(slide: AnySlide, now: Now): boolean {
  if (slide.kind !== "event" || !slide.body.session || !slide.occurrence) return false;
  return slide.occurrence.day === clockOf(now)?.day;
}

function tenOf(shown: ReadonlyMap<string, Entry>, centre: PublicCentre | null): readonly Job[] {
  const jobs: Job[] = [];
  for (const entry of shown.values()) {
    if (entry.type !== "placement" || entry.value?.on !== "board") continue;
    const vacancy = shown.get(entryKey({ type: "vacancy", id: entry.value.vacancy }));
    if (vacancy?.type !== "vacancy" || !vacancy.value) continue;
    const { body } = vacancy.value;
    jobs.push({ key: entry.value.vacancy, version: vacancy.version, vacancy: body, placement: entry.value });
  }
  jobs.sort(
    ({ placement: one }, { placement: other }) =>
      one.place - other.place || Date.parse(one.placed) - Date.parse(other.placed),
  );
  return jobs.slice(0, centre?.board.ten);
}

function nextOf(events: readonly Session[]): readonly Session[] {
  const on = events.filter(({ event, occurrence }) => event.session === null && !occurrence.cancelled);
  on.sort((one, other) => one.occurrence.starts - other.occurrence.starts);
  return on.slice(0, SOON);
}

function clockOf(now: Now): Showing["clock"] {
  const guess = bestGuess(now);
  return guess === null ? null : readingAt(guess);
}

/** Items come and go, sessions begin and end, the centre opens and closes, the clock goes on. */
function untilChange(
  entries: readonly Entry[],
  events: readonly Session[],
  centre: PublicCentre | null,
  viewer: Viewer,
  now: Now,
): number {
  const timings = entries.map(timingOf).filter((timing) => timing !== null);
  let wait = nextChangeFor(now, timings, viewer);
  for (const at of instants(now)) {
    const moments = [
      (Math.floor(at / MINUTE) + 1) * MINUTE,
      startOfDay(addDays(readingAt(at).day, 1)),
      centre ? nextOpeningChange(centre, at) : null,
      ...events.flatMap(({ occurrence }) => [occurrence.starts, endOf(occurrence)]),
    ];
    for (const moment of moments) if (moment !== null && moment > at) wait = Math.min(wait, moment - at);
  }
  return Math.max(1, Math.ceil(wait));
}
