/**
 * One visitor's time at a kiosk: where she is, what she chose, what she keeps. It lives in memory
 * alone and in no address, so that wiping it leaves nothing, and an edge swipe has nowhere to go back to.
 */
import type { About, Way } from "#shared/calls/call.ts";
import type { Language } from "#shared/languages.ts";

export type PageName =
  | "start"
  | "jobs"
  | "job"
  | "leaflets"
  | "leaflet"
  | "on"
  | "event"
  | "learn"
  | "adviser"
  | "websites"
  | "call"
  | "take"
  | "list"
  | "statement";

/** What can be taken home. */
export interface Keepable {
  readonly kind: "vacancy" | "leaflet" | "event";
  readonly id: string;
}

export interface Place {
  readonly page: PageName;
  readonly id?: string;
  /** What is taken home, on the page that does it. */
  readonly items?: readonly Keepable[];
  /** What a call is about, where somebody asks from a job, a leaflet or an event. */
  readonly about?: Keepable;
  /** How far a request for a call has come; numbers and names are in the visit's notes alone. */
  readonly call?: CallStep;
}

export type CallStep =
  | { readonly step: "cancel" }
  | { readonly step: "kept" }
  | { readonly step: "ways"; readonly topic: About }
  | { readonly step: "number" | "sure" | "talk"; readonly topic: About; readonly way: Way };

export interface Visit {
  readonly language: Language;
  /** Text size in three steps. */
  readonly size: 0 | 1 | 2;
  readonly contrast: boolean;
  readonly still: boolean;
  readonly kept: readonly Keepable[];
  /** The way here from the start, the present place last. */
  readonly trail: readonly [Place, ...Place[]];
  /** What pages remember until the start: filters, a typed word, how far a list was opened. */
  readonly notes: ReadonlyMap<string, unknown>;
}

export function beginVisit(language: Language): Visit {
  return { language, size: 0, contrast: false, still: false, kept: [], trail: [START], notes: new Map() };
}

const START: Place = { page: "start" };
/** A toddler's hour must not grow it for ever. */
const LONGEST_WAY = 30;

export function here({ trail }: Visit): Place {
  return trail[trail.length - 1] ?? START;
}

export function went(visit: Visit, place: Place): Visit {
  const way = [...visit.trail.slice(1), place].slice(-LONGEST_WAY);
  return { ...visit, trail: [START, ...way] };
}

/** A visit that has come straight to a place. */
export function standingOn(language: Language, place: Place): Visit {
  const begun = beginVisit(language);
  return place.page === "start" ? begun : went(begun, place);
}

export function wentBack(visit: Visit): Visit {
  const [, ...way] = visit.trail.slice(0, -1);
  return { ...visit, trail: [START, ...way] };
}

/** The list, the language and the look stay; what was searched for goes. */
export function startedAgain(visit: Visit): Visit {
  return { ...visit, trail: [START], notes: new Map() };
}

export function keeps({ kept }: Visit, { kind, id }: Keepable): boolean {
  return kept.some((one) => one.kind === kind && one.id === id);
}

/** More than these make no readable code. */
const MOST_KEPT = 12;

/** Whether something must leave the list before anything more can be kept. */
export function isFull({ kept }: Visit): boolean {
  return kept.length >= MOST_KEPT;
}

/** Kept if it was not, no longer if it was; what is kept never makes room by itself for something else. */
export function toggled(visit: Visit, item: Keepable): Visit {
  if (!keeps(visit, item)) return isFull(visit) ? visit : { ...visit, kept: [...visit.kept, item] };
  return { ...visit, kept: visit.kept.filter((one) => one.kind !== item.kind || one.id !== item.id) };
}

export function noted(visit: Visit, name: string, value: unknown): Visit {
  return { ...visit, notes: new Map(visit.notes).set(name, value) };
}
