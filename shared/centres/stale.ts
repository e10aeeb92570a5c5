/** Whether a centre's board is going stale, and whose turn it is to be told. Never said on a public screen. */

export interface Board {
  /** When somebody last decided a vacancy here (epoch ms). */
  readonly decided: number;
  /** How many of the ten are left, and how many there should be. */
  readonly left: number;
  readonly of: number;
}

/** `stale`: nothing decided for too long. `few`: too many places are free. */
export type Staleness = "stale" | "few";

const DAY = 86_400_000;
/** Days without a decision, unless the centre says otherwise. */
export const STALE_AFTER = 7;
/** Of ten, six. */
const LEAST = 0.6;
/** The next one is told after so long. */
const NEXT_STEP = 2 * DAY;

export function stalenessOf({ decided, left, of }: Board, days: number, now: number): Staleness | null {
  if (left < Math.ceil(of * LEAST)) return "few";
  return now - decided >= days * DAY ? "stale" : null;
}

/** How many have been told, and since when the last one. */
export interface Told {
  readonly steps: number;
  readonly since: number;
}

/** The step whose turn it is now, `null` for nobody's. `most`: how many there are. */
export function turnOf(told: Told | null, most: number, now: number): number | null {
  if (told === null) return most > 0 ? 0 : null;
  return told.steps < most && now - told.since >= NEXT_STEP ? told.steps : null;
}
