import { createClock, type ClockKept } from "#kiosk/live/clock.ts";
import { dropsVacancies, isShowingFor } from "#kiosk/live/now.ts";
import type { Timing } from "#shared/schema.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const YEAR = 365 * DAY;

export const at = (instant: string) => Date.parse(instant);
export const nine = at("2026-12-04T09:00:00Z");
export const noon = at("2026-12-04T12:00:00Z");
export const viewer = { centre: "oakfield", terms: [] };

export const always: Timing = { from: null, until: null, pattern: [], exceptDates: [], termTimeOnly: false };
export const until = (instant: number): Timing => ({ ...always, until: new Date(instant).toISOString() });
export const closesAtNoon = until(noon);

/** A screen on a table: its own clock, the time since it was switched on, and what it has stored. */
export function aScreen() {
  let device = nine;
  let running = 0;
  let kept: ClockKept | null = null;
  const start = () => createClock({ device: () => device, monotonic: () => running, kept });
  let clock = start();
  return {
    get clock() {
      return clock;
    },
    runs(ms: number) {
      device += ms;
      running += ms;
    },
    sleeps(ms: number) {
      device += ms;
    },
    isSet(to: number) {
      device = to;
    },
    stores() {
      kept = clock.kept();
    },
    finds(found: unknown) {
      kept = found as ClockKept;
    },
    /** Without power for so long; `to` is what its own clock then says. */
    isOff(ms: number, to = device + ms) {
      device = to;
      running = 0;
      clock = start();
    },
    shows: (item: Timing) => isShowingFor(clock.now(), item, viewer),
    dropsVacancies: () => dropsVacancies(clock.now()),
  };
}
