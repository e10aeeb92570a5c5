/**
 * The screen's idea of now. With the hub its clock rules, carried on by the device's monotonic clock.
 * Without it, now lies between the floor carried on by that clock (which may stand still while the
 * device sleeps) and the furthest that the device's own clock has claimed. So a wrong clock, or one
 * that is put back, brings nothing back that has closed.
 */
import { LAST_INSTANT, isInstant } from "#shared/london.ts";
import type { Now } from "./now.ts";

/** What is stored on the device about each minute, to start from after a power cut; epoch ms. */
export interface ClockKept {
  /** It is at least so late: what the hub last said, carried on by the monotonic clock. */
  readonly floor: number;
  /** The latest that it may have been. */
  readonly latest: number;
  /** When the hub was last heard, by the hub's clock. */
  readonly heard: number;
  /** Hub's clock minus device's clock when it was last heard. */
  readonly offset: number;
}

export interface Clock {
  /**
   * Takes the hub's word for the time (epoch ms), also when it goes back. `roundTrip`: how long asking
   * took; leave it out where the hub spoke unasked.
   */
  readonly hear: (hubNow: number, roundTrip?: number) => void;
  /** The connection is lost. */
  readonly lose: () => void;
  readonly now: () => Now;
  /** What to store; `null` while the hub has never been heard. */
  readonly kept: () => ClockKept | null;
  /** Device's clock minus hub's clock in ms when last heard, `null` for never. */
  readonly clockError: () => number | null;
  /**
   * Whether the device's clock has run a minute ahead since the hub was last heard: it slept, or was
   * set. Only the hub knows which: ask it at once.
   */
  readonly jumped: () => boolean;
}

export interface ClockParts {
  /** The device's own clock, epoch ms: `Date.now`. Anything may come of it. */
  readonly device: () => number;
  /** Milliseconds that only ever go forward: `performance.now`. */
  readonly monotonic: () => number;
  readonly kept: ClockKept | null;
}

/** A message that comes unasked may have been on its way so long. */
const LONGEST_WAY = 2_000;
const JUMP = 60_000;

/** What the clock reckons from. */
interface Basis {
  readonly state: Now["state"];
  /** The hub's time that stood at `since` of the monotonic clock. */
  readonly floor: number;
  readonly since: number;
  readonly heard: number | null;
  readonly offset: number;
}

export function createClock({ device, monotonic, kept }: ClockParts): Clock {
  const known = kept && isWhole(kept) ? kept : null;
  let basis = start(device(), monotonic(), known);
  /** How far the device's clock has been seen ahead of the floor: never less until the hub speaks. */
  let ahead = known ? Math.max(0, known.latest - basis.floor) : 0;

  const carried = () => basis.floor + Math.max(0, monotonic() - basis.since);
  const gap = () => device() + basis.offset - carried();
  const latest = () => {
    if (basis.heard === null) return LAST_INSTANT;
    if (basis.state !== "online" && gap() > ahead) ahead = gap();
    return Math.min(carried() + ahead, LAST_INSTANT);
  };

  return {
    hear(hubNow, roundTrip) {
      if (!isInstant(hubNow)) return;
      const at = agree(hubNow, roundTrip, carried());
      const offset = Number.isFinite(device()) ? at - device() : basis.offset;
      basis = { state: "online", floor: at, since: monotonic(), heard: at, offset };
      ahead = 0;
    },
    lose() {
      if (basis.state === "online") basis = { ...basis, state: "offline" };
    },
    now() {
      const { state, heard } = basis;
      return state === "online"
        ? { state, at: carried() }
        : { state, earliest: carried(), latest: latest(), heard };
    },
    kept() {
      const { heard, offset } = basis;
      return heard === null ? null : { floor: carried(), latest: latest(), heard, offset };
    },
    clockError: () => (basis.heard === null ? null : -basis.offset),
    jumped: () => basis.heard !== null && gap() > JUMP,
  };
}

/** What comes from storage may be damaged; then nothing is known. */
function isWhole({ floor, latest, heard, offset }: ClockKept): boolean {
  return [floor, latest, heard].every(isInstant) && Number.isFinite(offset);
}

/** A cold start: in doubt where nothing is kept, or the device's clock is behind where it has been. */
function start(device: number, since: number, kept: ClockKept | null): Basis {
  if (!kept) return { state: "doubt", floor: 0, since, heard: null, offset: 0 };
  const { offset, heard } = kept;
  const floor = Math.max(kept.floor, heard);
  const goesOn = device + offset >= Math.max(floor, kept.latest);
  return { state: goesOn ? "offline" : "doubt", floor, since, heard, offset };
}

/**
 * The hub's time on arrival of its word, which was on its way for part of the round trip. What the
 * screen reckoned is kept where the word does not contradict it, so that a slow line does not push
 * the clock to and fro.
 */
function agree(hubNow: number, roundTrip: number | undefined, reckoned: number): number {
  const latest = hubNow + (roundTrip ?? LONGEST_WAY);
  if (reckoned >= hubNow && reckoned <= latest) return reckoned;
  return hubNow + (roundTrip ?? 0) / 2;
}
