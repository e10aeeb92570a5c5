/** On which screens the last change of something has been painted, and on which not. Pure. */
import { MINUTE } from "../london.ts";
import type { Presence, Screen } from "./screen.ts";
import { TRUST } from "./trust.ts";

/** Where one change stands on one screen. */
export type Stand =
  /** It has drawn it, so many milliseconds after the change; `null` where nobody measured. */
  | { readonly state: "painted"; readonly after: number | null }
  /** It has not said so yet. What was withdrawn ends on it by itself at `until`; `null`: not by itself. */
  | { readonly state: "waiting"; readonly until: string | null }
  /** It has not said so, but the copy that it held has ended by now. */
  | { readonly state: "expired" };

export interface OnScreen extends Pick<Screen, "id" | "centre" | "kind" | "name"> {
  readonly presence: Presence;
  readonly lastSeen: string | null;
  /** The change takes something off this screen. */
  readonly off: boolean;
  readonly stand: Stand;
}

export interface Painting {
  /** When the change was made, the last of them where several belong together; `null`: never shown. */
  readonly at: string | null;
  readonly screens: readonly OnScreen[];
}

export interface Tally {
  readonly of: number;
  /** Those that have drawn it, and those whose copy has ended. */
  readonly right: number;
  /** Until the last of them had drawn it, milliseconds; `null` where that is not known. */
  readonly slowest: number | null;
  /** Those that have not, by name. */
  readonly missing: readonly OnScreen[];
}

/** What the console says of it: "On 3 of 3 screens, 0.2 s". */
export function tally({ screens }: Painting): Tally {
  const missing = screens.filter(({ stand }) => stand.state === "waiting");
  const times = screens.flatMap(({ stand }) => (stand.state === "painted" ? [stand.after] : []));
  const known = times.length > 0 && times.every((time) => time !== null);
  return {
    of: screens.length,
    right: screens.length - missing.length,
    slowest: known ? Math.max(...times) : null,
    missing,
  };
}

/** A screen may have heard the hub a little later than the hub heard it. */
const SLACK = MINUTE;

/** What a screen holds of something that was withdrawn, as far as the hub can know. */
export interface HeldCopy {
  /** When the screen was last heard (epoch ms), `null` for never. */
  readonly lastSeen: number | null;
  /** When it was first published (epoch ms). */
  readonly published: number;
  /** The latest end it ever had (epoch ms), `null` for none. */
  readonly until: number | null;
  readonly ofVacancy: boolean;
}

/** Whether the screen cannot hold it: it was not heard since before it was published. */
export function neverHeld({ lastSeen, published }: HeldCopy): boolean {
  return lastSeen === null || lastSeen + SLACK < published;
}

/** When it has surely ended on a screen that cannot be reached (epoch ms); `null`: not by itself. */
export function copyEnds({ lastSeen, until, ofVacancy }: HeldCopy): number | null {
  const dropped = ofVacancy && lastSeen !== null ? lastSeen + SLACK + TRUST : null;
  if (until === null || dropped === null) return until ?? dropped;
  return Math.min(until, dropped);
}
