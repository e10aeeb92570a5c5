/** One device in a centre, as the hub and its people speak of it. */
import type { Language } from "#shared/languages.ts";
import type { Window } from "#shared/schema.ts";
import type { Own, Power } from "./own.ts";

export const SCREEN_KINDS = ["board", "kiosk"] as const;
export type ScreenKind = (typeof SCREEN_KINDS)[number];

/** The guard of a kiosk's browser, as it says itself. */
export interface Guarded {
  /** Its version. */
  readonly extension: string;
  /** Names the policy that is in force. */
  readonly policy: string;
}

/** What a screen tells of itself with every heartbeat. */
export interface Health {
  /** Version of the app's build that it runs. */
  readonly app: string;
  /** The highest version that it has really drawn. */
  readonly painted: number;
  /** Device clock minus hub clock, milliseconds; `null` until it is known. */
  readonly clockError: number | null;
  /** Size of the picture in CSS pixels. */
  readonly picture: { readonly width: number; readonly height: number };
  /** Bytes of storage left, `null` where the browser does not say. */
  readonly storageLeft: number | null;
  /** Whether it can keep a copy for a start without the network (needs a secure address). */
  readonly keepsCopy: boolean;
  /** What holds its browser to approved websites; `null` or absent where nothing does. */
  readonly guard?: Guarded | null | undefined;
  /** Whether it was opened at a secure address: if not, that is why it keeps no copy. */
  readonly secure?: boolean | undefined;
  /** What is on it, by its own name for it. */
  readonly showing?: string | undefined;
}

/** How the device hangs or stands: what one expects its picture to be. */
export const ORIENTATIONS = ["landscape", "portrait"] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

export interface ScreenSettings {
  /** Where in the centre it is ("By the buggy park"), for those who look for it. */
  readonly place: string | null;
  /** `null`: as it reports itself. */
  readonly orientation: Orientation | null;
  /** Its own opening hours; `null`: the centre's. */
  readonly opening: readonly Window[] | null;
  /** Its own languages, in order; `null`: the centre's. */
  readonly languages: readonly Language[] | null;
  /** By hand, for a while; `null`: its opening hours decide. */
  readonly power: Power | null;
}

export const PLAIN: ScreenSettings = {
  place: null,
  orientation: null,
  opening: null,
  languages: null,
  power: null,
};

export interface Screen {
  readonly id: string;
  readonly centre: string;
  readonly kind: ScreenKind;
  readonly name: string;
  readonly paired: string;
}

/** What of its settings a screen needs to know. `now`: epoch ms. */
export function ownOf({ opening, languages, power }: ScreenSettings, now: number): Own {
  return {
    ...(opening && { opening: [...opening] }),
    ...(languages && { languages: [...languages] }),
    ...(power && power.until > now && { power }),
  };
}

/** A screen's presence: a state that is derived, never stored. */
export type Presence = "online" | "offline" | "missing";

export const OFFLINE_AFTER = 45_000;
const MISSING_AFTER = 15 * 60_000;

/**
 * How a screen stands at `now` (epoch ms). Not heard of for 45 s it is offline; for 15 minutes of
 * opening hours it is missing. `openSince` is when the centre opened, `null` while it is closed.
 */
export function presence(lastSeen: number | null, openSince: number | null, now: number): Presence {
  if (lastSeen !== null && now - lastSeen < OFFLINE_AFTER) return "online";
  if (openSince === null) return "offline";
  const missedSince = Math.max(lastSeen ?? 0, openSince);
  return now - missedSince >= MISSING_AFTER ? "missing" : "offline";
}
