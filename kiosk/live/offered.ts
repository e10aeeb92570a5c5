/** Everything that a kiosk may show at this moment: not only what runs on a board, and in full. Pure. */
import type { PublicCentre } from "#shared/centres/schema.ts";
import { endOf, occurrences, type Occurrence } from "#shared/events/occurrences.ts";
import type { Event } from "#shared/events/schema.ts";
import type { Leaflet } from "#shared/leaflets/schema.ts";
import type { Text } from "#shared/languages.ts";
import { DAY, addDays, readingAt, startOfDay } from "#shared/london.ts";
import type { Notice } from "#shared/notices/schema.ts";
import { entryKey, type Entry } from "#shared/programme.ts";
import type { Own } from "#shared/screens/own.ts";
import type { Viewer } from "#shared/showing.ts";
import type { Placement } from "#shared/vacancies/placement.ts";
import type { Vacancy } from "#shared/vacancies/schema.ts";
import type { Website } from "#shared/websites/schema.ts";
import type { Holdings } from "./items.ts";
import { bestGuess, nextChangeFor, type Now } from "./now.ts";
import { centreOf, instants, shows, timingOf } from "./shown.ts";

export interface Job {
  readonly id: string;
  readonly version: number;
  readonly vacancy: Vacancy;
  readonly placement: Placement;
  /** The first instant (epoch ms) at which it is closed. */
  readonly until: number | null;
}

export interface OfferedLeaflet {
  readonly id: string;
  readonly leaflet: Leaflet;
}

export interface OfferedEvent {
  readonly id: string;
  readonly event: Event;
  /** Its times in the coming weeks, in order; at least one. */
  readonly times: readonly Occurrence[];
}

export interface OfferedWebsite {
  readonly id: string;
  readonly website: Website;
}

export interface Offered {
  readonly centre: PublicCentre;
  /** On the board or in search, each once. */
  readonly jobs: readonly Job[];
  readonly leaflets: readonly OfferedLeaflet[];
  readonly events: readonly OfferedEvent[];
  readonly websites: readonly OfferedWebsite[];
  readonly urgent: { readonly id: string; readonly version: number; readonly notice: Notice } | null;
  /** Now (epoch ms) and today in London; `null` where the screen cannot know. */
  readonly at: number | null;
  readonly today: string | null;
  /** Milliseconds until any of this may change of itself. */
  readonly nextChange: number;
}

/** So far ahead an event's times are looked for. */
const AHEAD = 60 * DAY;

/** `null` while the screen has no centre. `before` lends its list of jobs where nothing of it has changed. */
export function whatIsOffered(
  holdings: Holdings,
  now: Now,
  before: Offered | null,
  own?: Own,
): Offered | null {
  const entries = [...holdings.entries.values()];
  const centre = centreOf(entries, own);
  if (!centre) return null;
  const viewer: Viewer = { centre: centre.slug, terms: centre.terms };
  const shown = new Map<string, Entry>();
  for (const entry of entries) if (shows(entry, viewer, now)) shown.set(entryKey(entry), entry);
  const list = [...shown.values()];
  const events = list.flatMap((entry) => comingOf(entry, viewer, now));
  const at = bestGuess(now);
  return {
    centre,
    jobs: sameJobs(before?.jobs ?? [], jobsOf(shown)),
    leaflets: list.flatMap((entry) =>
      entry.type === "leaflet" && entry.value ? [{ id: entry.id, leaflet: entry.value.body }] : [],
    ),
    events,
    websites: list.flatMap((entry) =>
      entry.type === "website" && entry.value ? [{ id: entry.id, website: entry.value.body }] : [],
    ),
    urgent: urgentOf(list),
    at,
    today: at === null ? null : readingAt(at).day,
    nextChange: untilChange(entries, events, viewer, now),
  };
}

function jobsOf(shown: ReadonlyMap<string, Entry>): readonly Job[] {
  const jobs: Job[] = [];
  for (const entry of shown.values()) {
    if (entry.type !== "placement" || !entry.value) continue;
    const vacancy = shown.get(entryKey({ type: "vacancy", id: entry.value.vacancy }));
    if (vacancy?.type !== "vacancy" || !vacancy.value) continue;
    const { body, until } = vacancy.value;
    const version = Math.max(vacancy.version, entry.version);
    jobs.push({
      id: vacancy.id,
      version,
      vacancy: body,
      placement: entry.value,
      until: until === null ? null : Date.parse(until),
    });
  }
  return jobs;
}

/** The former list where nothing of it has changed: its index need not be made anew. */
function sameJobs(before: readonly Job[], jobs: readonly Job[]): readonly Job[] {
  const same =
    before.length === jobs.length &&
    jobs.every(({ id, version }, at) => before[at]!.id === id && before[at]!.version === version);
  return same ? before : jobs;
}

const indexes = new WeakMap<readonly Job[], ReadonlyMap<string, Job>>();

/** A job by its id; there may be thousands, and a list is looked through at every key. */
export function jobById(jobs: readonly Job[], id: string): Job | undefined {
  let index = indexes.get(jobs);
  if (!index) indexes.set(jobs, (index = new Map(jobs.map((job) => [job.id, job]))));
  return index.get(id);
}

function comingOf(entry: Entry, { terms }: Viewer, now: Now): readonly OfferedEvent[] {
  if (entry.type !== "event" || !entry.value) return [];
  const surely = Math.max(...instants(now));
  const times = occurrences(entry.value.body, terms, surely, surely + AHEAD);
  return times.length > 0 ? [{ id: entry.id, event: entry.value.body, times }] : [];
}

/** The last one published. */
function urgentOf(list: readonly Entry[]): Offered["urgent"] {
  let last: Offered["urgent"] = null;
  for (const { type, id, version, value } of list) {
    if (type !== "notice" || !value?.body.urgent || version < (last?.version ?? 0)) continue;
    last = { id, version, notice: value.body };
  }
  return last;
}

function untilChange(
  entries: readonly Entry[],
  events: readonly OfferedEvent[],
  viewer: Viewer,
  now: Now,
): number {
  let wait = nextChangeFor(now, entries.map(timingOf).filter((timing) => timing !== null), viewer); // prettier-ignore
  for (const at of instants(now)) {
    const edges = events.flatMap(({ times: [next] }) => (next ? [next.starts, endOf(next)] : []));
    for (const edge of [startOfDay(addDays(readingAt(at).day, 1)), ...edges]) {
      if (edge > at) wait = Math.min(wait, edge - at);
    }
  }
  return Math.max(1, Math.ceil(wait));
}

/** What an item is called that is still there. */
export function titleOf(
  { kind, id }: { readonly kind: "vacancy" | "leaflet" | "event"; readonly id: string },
  { jobs, leaflets, events }: Offered,
): Text | undefined {
  if (kind === "vacancy") return jobs.find((one) => one.id === id)?.vacancy.title;
  if (kind === "leaflet") return leaflets.find((one) => one.id === id)?.leaflet.title;
  return events.find((one) => one.id === id)?.event.title;
}
