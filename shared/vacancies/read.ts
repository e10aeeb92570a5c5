/** A vacancy as a reader of an outside form understood it: what `signpost import --dry-run --json` prints. */
import type { Contract, Pattern, Sector } from "./schema.ts";

/** Said by the source, or worked out by us from what it says. */
export type Origin = "stated" | "derived";

export type PayUnit = "hour" | "day" | "week" | "month" | "year";

/** How near `lat`/`lon` are: the very place, the middle of its postcode district (2 to 5 km), or not at all. */
export type Precision = "point" | "outcode" | "none";

export interface ReadLocation {
  readonly text: string | null;
  readonly postcode: string | null;
  readonly outcode: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly precision: Precision;
}

/** `min` and `max` are what is paid; a full-time equivalent stands apart in `fteMin` and `fteMax`. */
export interface ReadPay {
  readonly text: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: PayUnit | null;
  readonly currency: string | null;
  /** The source itself guessed the figures. */
  readonly predicted: boolean;
  /** Pounds an hour at the lower end (the upper where only that is known); `null` if it cannot be worked out. */
  readonly perHour: number | null;
  readonly fteMin: number | null;
  readonly fteMax: number | null;
}

export interface ReadHours {
  readonly text: string | null;
  readonly perWeek: number | null;
  readonly weeksPerYear: number | null;
}

export interface ReadOccupation {
  /** Unit group; `null` where no title of the list is like it. */
  readonly soc: string | null;
  /** 0 to 1. */
  readonly confidence: number;
}

export type ReadFlag =
  | "below-minimum-wage"
  | "cannot-check-pay"
  | "implausible-pay"
  | "no-closing-date"
  | "closed"
  | "no-employer"
  | "no-location"
  | "truncated"
  | "asks-for-money"
  | "premium-rate-number"
  | "messaging-only"
  | "commission-only"
  | "agency"
  | "zero-hours"
  | "short-row"
  | "long-row"
  | "duplicate";

/** Every text is plain text unless its name says HTML. Instants are ISO in UTC. */
export interface ReadVacancy {
  readonly reference: string | null;
  readonly title: string;
  /** The title in further languages, by their two-letter codes. */
  readonly titles: Readonly<Record<string, string>>;
  readonly employer: string | null;
  readonly locations: readonly ReadLocation[];
  readonly remote: boolean;
  readonly pay: ReadPay;
  readonly hours: ReadHours;
  readonly patterns: readonly Pattern[];
  readonly contract: Contract | null;
  /** The source's own where it names one, else by the title; "other" where nobody can tell. */
  readonly sector: Sector | null;
  /** The title held against SOC 2020. */
  readonly occupation: ReadOccupation;
  readonly posted: string | null;
  /** The first instant at which it is closed. */
  readonly closes: string | null;
  readonly applyUrl: string | null;
  /** Blank lines between paragraphs. */
  readonly description: string | null;
  /** The same, cleaned to the few tags that a description may have. */
  readonly descriptionHtml: string | null;
  readonly language: string | null;
  readonly needsWelsh: "needed" | "useful" | null;
  readonly trainingGiven: boolean;
  readonly noExperienceNeeded: boolean;
  readonly flags: readonly ReadFlag[];
  /** By field (`closes`, `pay.unit`, `patterns.evenings`): said, or worked out. */
  readonly origin: Readonly<Record<string, Origin>>;
  /** The source's own words by its own names, for whoever checks what was understood. */
  readonly written: Readonly<Record<string, string>>;
}
