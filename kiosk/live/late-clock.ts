/** The screen's clock, there from the first moment although what it starts from is read a little later. */
import { createClock, type Clock, type ClockKept } from "./clock.ts";

export interface LateClock extends Clock {
  /** Starts anew from what the device kept. */
  begin(kept: ClockKept | null): void;
}

/** Until it begins it knows nothing of the time, so that nothing is shown by it. */
export function lateClock(): LateClock {
  let clock = start(null);
  return {
    begin(kept) {
      clock = start(kept);
    },
    hear: (hubNow, roundTrip) => clock.hear(hubNow, roundTrip),
    lose: () => clock.lose(),
    now: () => clock.now(),
    kept: () => clock.kept(),
    clockError: () => clock.clockError(),
    jumped: () => clock.jumped(),
  };
}

function start(kept: ClockKept | null): Clock {
  return createClock({ device: Date.now, monotonic: () => performance.now(), kept });
}
