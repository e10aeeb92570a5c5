/** What an adviser sees of vacancies: types of the hub's replies, so that the console needs no schema. */
import type { State } from "../schema.ts";
import type { Telling } from "./merge.ts";
import type { Mix, TooAlike } from "./mix.ts";
import type { Travel } from "./placement.ts";
import type { Reach } from "./reach.ts";
import type { Vacancy } from "./schema.ts";
import type { Verdict, Weighed } from "./weigh.ts";

/** What has been decided of a vacancy at one centre. `over`: it has closed, and another took its place. */
export type Decided = "new" | "board" | "search" | "no" | "over";

export const TABS = ["new", "proposed", "board", "search", "closing", "no"] as const;
export type Tab = (typeof TABS)[number];

/** How a vacancy stands at one centre. */
export interface AtCentre {
  readonly centre: string;
  readonly on: Decided;
  /** When it was offered or decided. */
  readonly since: string;
  /** Its order on the board, 0 first. */
  readonly place: number;
  readonly who: string | null;
  /** Taken by the hub itself, in the place of one that closed. */
  readonly byItself: boolean;
  /** From then on somebody should say whether it still stands; `null` for one with a closing date. */
  readonly asks: string | null;
  readonly reach: Reach;
  /** What an adviser said of the way to this very job. */
  readonly travel: Travel | null;
  readonly proposal: Proposal | null;
}

/** What a centre's staff would like to show. */
export interface Proposal {
  readonly wanted: "board" | "search";
  readonly who: string;
  readonly at: string;
  readonly words: string | null;
  readonly state: "waiting" | "declined";
  readonly reason: string | null;
}

export interface Note {
  readonly verdict: Verdict;
  readonly words: string;
}

/** One vacancy and what an adviser weighs. Its full text is asked for by itself. */
export interface Row {
  readonly id: string;
  readonly revision: number;
  readonly until: string | null;
  readonly closed: boolean;
  readonly since: string;
  /** Without its description. */
  readonly body: Vacancy;
  readonly flags: readonly Weighed[];
  /** One that is shown at one of these centres and may be the same. */
  readonly sameAs: { readonly id: string; readonly title: string } | null;
  readonly note: Note | null;
  readonly at: readonly AtCentre[];
}

/** How many there are; beyond `MOST_COUNTED` it is that number, and means "or more". */
export type Counts = Readonly<Record<Exclude<Tab, "no">, number>>;
export const MOST_COUNTED = 500;

export interface FullVacancy {
  readonly row: Row;
  readonly body: Vacancy;
  readonly state: State;
  /** Whether every centre that shows it is one's own, so that one may change it for all. */
  readonly everywhere: boolean;
  /** As its source told it last; `null` for one written by hand. */
  readonly original: Telling | null;
  /** The fields in which people have mended it. */
  readonly mended: readonly string[];
}

export interface Inbox {
  readonly rows: readonly Row[];
  readonly counts: Counts;
  /** Where the next page begins; `null` where there is none. */
  readonly next: Cursor | null;
}

export interface Cursor {
  readonly since: string;
  readonly vacancy: string;
}

/** One centre's board. */
export interface Ten {
  readonly centre: string;
  /** How many run along it. */
  readonly size: number;
  /** The adult minimum wage of the day, pounds an hour. */
  readonly adult: number | null;
  /** In their order. */
  readonly rows: readonly Row[];
  /** Those of the ten that have closed lately and whose place nobody has taken. */
  readonly closed: readonly Row[];
  /** The best of search to take a free place. */
  readonly next: Row | null;
  readonly mix: Mix;
  readonly swaps: readonly { readonly out: string; readonly into: Row; readonly because: TooAlike }[];
}

/** One of an adviser's centres, at a glance. */
export interface CentreGlance {
  readonly centre: string;
  readonly size: number;
  readonly search: number;
  /** To be decided; from a hundred on it is a hundred. */
  readonly waiting: number;
  /** When the oldest and the newest of the ten were decided; `null` for an empty board. */
  readonly oldest: string | null;
  readonly newest: string | null;
  readonly closing: number;
  readonly ten: readonly { readonly id: string; readonly title: string; readonly until: string | null }[];
}
