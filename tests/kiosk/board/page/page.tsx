/**
 * A board without a network: the test hands it what a hub would send, and the time. Everything from the
 * holdings to the glass is the real thing.
 */
import type { Changes } from "#shared/programme.ts";
import { faces } from "#kiosk/kinds.tsx";
import { createClock } from "#kiosk/live/clock.ts";
import { apply, NOTHING } from "#kiosk/live/items.ts";
import type { Live } from "#kiosk/live/live.ts";
import { valued } from "#kiosk/live/value.ts";
import { runBoard } from "#kiosk/screens/run.tsx";

const holdings = valued(NOTHING);
const state = valued<Live["state"]["value"]>("starting");
const about = valued<Live["about"]["value"]>(null);
const attuned = valued(0);
const clock = createClock({ device: Date.now, monotonic: () => performance.now(), kept: null });
const painted: number[] = [];
const faults: string[] = [];

const live: Live = {
  holdings,
  state,
  about,
  clock,
  attuned,
  called: valued(null),
  painted: (version) => void painted.push(version),
  shows: () => undefined,
  stop: () => undefined,
};

const board = {
  /** The hub speaks: changes, and its clock. */
  hear(changes: Changes): void {
    clock.hear(changes.now, 0);
    holdings.value = apply(holdings.value, changes);
    state.value = "online";
    attuned.value += 1;
  },
  tell(next: Live["about"]["value"]): void {
    about.value = next;
  },
  unplug(): void {
    clock.lose();
    state.value = "offline";
    attuned.value += 1;
  },
  painted,
  faults,
  stop: runBoard({
    live,
    root: document.getElementById("screen")!,
    faces,
    turned: () => undefined,
    fault: (error) => void faults.push(String(error)),
  }),
};

export type BoardByItself = typeof board;
Object.assign(globalThis, { board });
