/** A leaflet as a reader of an outside form understood it: what `signpost import --dry-run --json` prints. */

export type ReadLeafletFlag =
  | "no-readable-text"
  | "contains-script"
  | "has-attachment"
  | "damaged-page"
  | "review-overdue"
  /** It is in a language that screens do not speak. */
  | "other-language";

/** A day that it says, and that nobody can understand. */
export interface LeafletDoubt {
  readonly field: "reviewed" | "reviewBy";
  readonly written: string;
}

export interface ReadLeafletPart {
  readonly title: string | null;
  /** Clean. */
  readonly html: string;
}

/** One language of a leaflet; what it does not say is `null`. */
export interface ReadLeaflet {
  readonly title: string;
  /** BCP 47, as it says itself. */
  readonly language: string | null;
  /** The edition printed on it, or the day on which it was last changed. */
  readonly version: string | null;
  readonly reviewed: string | null;
  readonly reviewBy: string | null;
  /** The leaflet that this is a translation of, by its name or its number. */
  readonly translationOf: string | null;
  readonly parts: readonly ReadLeafletPart[];
  /** Of a PDF, those that could be read. */
  readonly pages: number | null;
  /** It was taken back by those who made it, and must not go on display. */
  readonly withdrawn: boolean;
  readonly flags: readonly ReadLeafletFlag[];
  /** By which the same leaflet is known again; a translation has its original's. */
  readonly reference: string;
  readonly summary: string | null;
  readonly topics: readonly string[];
  /** Markdown, for the hub to keep. */
  readonly text: string | null;
  readonly doubts: readonly LeafletDoubt[];
}
