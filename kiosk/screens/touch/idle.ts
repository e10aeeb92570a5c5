/** Nobody there? It asks, counts down, and wipes. Time is a clock that only goes forward. */
import { valued, type Watchable } from "#kiosk/live/value.ts";

export interface Idle {
  /** `null`: somebody is there, or was a moment ago. */
  readonly left: Watchable<number | null>;
  /** Somebody touched something; while it asks, only the countdown begins anew, for the answer itself is a touch. */
  touched(): void;
  /** Somebody answers that they are there. */
  stays(): void;
  /** Somebody reads, listens or prints: it waits longer before it asks. */
  busy(): void;
  stop(): void;
}

/** Seconds until it asks: without a touch, or while somebody reads; and seconds of the countdown. */
const PATIENCE = { quiet: 60, reading: 180, asking: 15 };

const SECOND = 1000;

export function watchIdle(reading: () => boolean, wipe: () => void): Idle {
  const left = valued<number | null>(null);
  let since = performance.now();
  let atLeast = 0;
  /** Since when it has asked, and nobody has touched anything. */
  let asked: number | null = null;

  function look(): void {
    const now = performance.now();
    if (asked === null) {
      const patience = (reading() ? PATIENCE.reading : PATIENCE.quiet) * SECOND;
      const asks = Math.max(since + patience, atLeast);
      if (now < asks) return void (left.value = null);
      asked = asks;
    }
    const seconds = Math.ceil((asked + PATIENCE.asking * SECOND - now) / SECOND);
    if (seconds > 0) left.value = seconds;
    else wipe();
  }
  const timer = setInterval(look, SECOND / 2);

  function stays(): void {
    since = performance.now();
    atLeast = 0;
    asked = null;
    look();
  }
  function touched(): void {
    if (asked === null) return stays();
    asked = performance.now();
    look();
  }

  return {
    left,
    touched,
    stays,
    busy() {
      if (asked !== null) return touched();
      atLeast = performance.now() + PATIENCE.reading * SECOND;
      look();
    },
    stop: () => clearInterval(timer),
  };
}
