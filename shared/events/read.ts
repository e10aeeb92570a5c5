/** An event as a reader of an outside form understood it: what `signpost import --dry-run --json` prints. */

export type EventFlag =
  | "no-title"
  /** Its owner has marked it as private: it is put on no screen. */
  | "private"
  /** Nobody says when it takes place. */
  | "no-dates"
  /** What is said of it ran out long ago. */
  | "stale"
  | "rescheduled"
  | "postponed"
  | "unknown-zone"
  | "rule-not-understood"
  | "not-a-point"
  | "not-a-postcode";

/** Opening times of a service, as its schedule has them. */
export interface ReadTimes {
  readonly days: readonly string[];
  readonly opens: string | null;
  readonly closes: string | null;
  readonly text: string | null;
}

export interface ReadFee {
  readonly amount: number | null;
  readonly currency: string | null;
  readonly text: string | null;
}

/** One occurrence. Every text is plain text; what is absent is `null`. */
export interface ReadEvent {
  /** The same for every occurrence of one series. */
  readonly uid: string;
  readonly title: string | null;
  /** ISO in UTC; a day alone where it is all day; `null` where a service names no time. */
  readonly starts: string | null;
  /** Exclusive. */
  readonly ends: string | null;
  readonly allDay: boolean;
  readonly place: string | null;
  readonly cancelled: boolean;
  readonly recurs: boolean;
  readonly description: string | null;
  readonly tentative: boolean;
  readonly online: boolean;
  readonly url: string | null;
  /** What its words are written in, where that is said or can be told. */
  readonly language: string | null;
  /** What is spoken there: BCP 47, as written. */
  readonly languages: readonly string[];
  readonly free: boolean | null;
  readonly fees: readonly ReadFee[];
  readonly ages: { readonly from: number | null; readonly to: number | null } | null;
  /** Who may come, in the words of whoever holds it. */
  readonly who: string | null;
  readonly organiser: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly times: readonly ReadTimes[];
  readonly flags: readonly EventFlag[];
}
