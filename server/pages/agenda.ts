/** What a centre's page shows of its programme at an instant: never more than its screens would. */
import type { PublicCentre } from "#shared/centres/schema.ts";
import { occurrences, type Occurrence } from "#shared/events/occurrences.ts";
import { saidOf } from "#shared/events/presence.ts";
import type { Event } from "#shared/events/schema.ts";
import type { Kind } from "#shared/kinds.ts";
import { addDays, readingAt, startOfDay } from "#shared/london.ts";
import type { Entry, Values } from "#shared/programme.ts";
import { isShowing, nextChange, type Viewer } from "#shared/showing.ts";
import type { Placement } from "#shared/vacancies/placement.ts";

export interface Listed<K extends Kind> {
  readonly id: string;
  readonly shown: Values[K];
}

export interface Coming extends Listed<"event"> {
  /** In order; at least one. */
  readonly occurrences: readonly Occurrence[];
}

export interface Agenda {
  readonly notices: readonly Listed<"notice">[];
  readonly ten: readonly (Listed<"vacancy"> & { readonly placement: Placement })[];
  readonly events: readonly Coming[];
  readonly sessions: readonly Coming[];
  readonly leaflets: readonly Listed<"leaflet">[];
}

/** Today and the thirteen days after it. */
const DAYS = 14;

export function agendaOf(centre: PublicCentre, entries: readonly Entry[], now: number): Agenda {
  const viewer = viewerOf(centre);
  const showing = <K extends Kind>(kind: K) =>
    listed(entries, kind).filter(({ shown }) => isShowing(shown, viewer, now));
  const until = startOfDay(addDays(readingAt(now).day, DAYS));
  const coming = showing("event")
    .map(({ id, shown }) => ({ id, shown, occurrences: occurrences(shown.body, centre.terms, now, until) }))
    .filter((one) => one.occurrences.length > 0)
    .toSorted((one, other) => startOf(one) - startOf(other));
  return {
    notices: showing("notice").toSorted(
      (one, other) => Number(other.shown.body.urgent) - Number(one.shown.body.urgent),
    ),
    ten: theTen(centre, entries, showing("vacancy"), now),
    events: coming.filter((one) => one.shown.body.session === null),
    sessions: coming.filter((one) => one.shown.body.session !== null),
    leaflets: showing("leaflet"),
  };
}

/** The first instant after `now` and before `before` at which the page would say something else; else `before`. */
export function agendaChanges(
  centre: PublicCentre,
  entries: readonly Entry[],
  now: number,
  before: number,
): number {
  const viewer = viewerOf(centre);
  const changes = entries.map((entry) =>
    entry.value !== null && "body" in entry.value ? nextChange(entry.value, viewer, now, before) : null,
  );
  return Math.min(before, ...changes.filter((at) => at !== null));
}

/** How an adviser's session stands today, as the adviser said it; `null` where nobody has. */
export function presenceToday(event: Event, occurrence: Occurrence, today: string) {
  return occurrence.day === today ? saidOf(event, occurrence) : null;
}

export function viewerOf(centre: PublicCentre): Viewer {
  return { centre: centre.slug, terms: centre.terms };
}

/** The vacancies on the board, in the adviser's order; ties go to the one placed earlier. */
function theTen(
  centre: PublicCentre,
  entries: readonly Entry[],
  vacancies: readonly Listed<"vacancy">[],
  now: number,
): Agenda["ten"] {
  const byId = new Map(vacancies.map((vacancy) => [vacancy.id, vacancy]));
  return entries
    .flatMap((entry) => (entry.type === "placement" && entry.value ? [entry.value] : []))
    .filter(({ on, until }) => on === "board" && (until === null || now < Date.parse(until)))
    .toSorted((one, other) => one.place - other.place || one.placed.localeCompare(other.placed))
    .flatMap((placement) => {
      const vacancy = byId.get(placement.vacancy);
      return vacancy ? [{ ...vacancy, placement }] : [];
    })
    .slice(0, centre.board.ten);
}

function listed<K extends Kind>(entries: readonly Entry[], kind: K): Listed<K>[] {
  return entries.flatMap((entry) =>
    entry.type === kind && entry.value ? [{ id: entry.id, shown: entry.value as Values[K] }] : [],
  );
}

function startOf({ occurrences: [first] }: Coming): number {
  return first?.starts ?? Infinity;
}
