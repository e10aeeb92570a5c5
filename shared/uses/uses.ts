/** What Signpost is used for, as plain counts that name nobody: by centre, hour, language and what. */
import type { Language } from "#shared/languages.ts";

/** What a kiosk counts. `visit`: somebody began to touch it after a rest. */
export const KIOSK_USES = [
  "visit",
  "vacancy",
  "leaflet",
  "event",
  "website",
  "search",
  /** Nothing fitted what was searched for; what that was is written down nowhere. */
  "search-nothing",
  "print",
  /** A code was shown for taking something home on a phone. */
  "take-home",
  "read-aloud",
  "call",
] as const;
export type KioskUse = (typeof KIOSK_USES)[number];

/** What is reported by its title as well. */
export const OPENED = ["vacancy", "leaflet", "event", "website"] as const satisfies readonly KioskUse[];
export type Opened = (typeof OPENED)[number];

/** What the hub counts of the light pages: `code` where a board's or kiosk's code led there. */
const PAGE_USES = ["code", "page-centre", "page-vacancy", "page-event", "page-leaflet"] as const;
export type PageUse = (typeof PAGE_USES)[number];

/** What staff note of what became of it. */
export const OUTCOMES = ["job", "interview", "training", "volunteering", "advice"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Everything that people did, and which is therefore hidden where it is under five. */
export const ACTS = [...KIOSK_USES, ...PAGE_USES] as const;
export type Act = (typeof ACTS)[number];

/**
 * So often within one hour. A kiosk keeps these on its disk until the hub has taken them, and hands
 * them in with `countUses` under an id of its own, which makes handing them in again harmless.
 */
export interface UseCount {
  /** The beginning of the hour, ISO in UTC ("2026-11-27T09:00:00Z"). */
  readonly hour: string;
  readonly what: KioskUse;
  /** The item that was opened, printed or taken home; `null` where it is about none. */
  readonly item: string | null;
  /** The language in which the kiosk was read. */
  readonly language: Language | null;
  readonly count: number;
}

/** Of these so many at once. */
export const MOST_COUNTS = 2_000;
