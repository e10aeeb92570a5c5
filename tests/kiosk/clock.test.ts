import { beforeEach, describe, expect, test } from "vitest";
import { createClock, type ClockKept } from "#kiosk/live/clock.ts";
import { bestGuess, dropsVacancies, isShowingFor, nextChangeFor } from "#kiosk/live/now.ts";
import type { Timing } from "#shared/schema.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

const at = (instant: string) => Date.parse(instant);
const nine = at("2026-12-04T09:00:00Z");
const noon = at("2026-12-04T12:00:00Z");
const viewer = { centre: "oakfield", terms: [] };

const always: Timing = { from: null, until: null, pattern: [], exceptDates: [], termTimeOnly: false };
const until = (instant: number): Timing => ({ ...always, until: new Date(instant).toISOString() });
const closesAtNoon = until(noon);

/** A screen on a table: its own clock, the time since it was switched on, and what it has stored. */
function aScreen() {
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

let screen: ReturnType<typeof aScreen>;
beforeEach(() => {
  screen = aScreen();
});

describe("with the hub", () => {
  test("the hub's clock is followed, whatever the device's own says", () => {
    screen.isSet(nine - YEAR);
    screen.clock.hear(nine);
    screen.runs(HOUR);
    expect(screen.clock.now()).toEqual({ state: "online", at: nine + HOUR });
    expect(screen.clock.clockError()).toBe(-YEAR);
  });

  test("the hub's clock is followed when it goes back", () => {
    screen.clock.hear(noon + HOUR);
    expect(screen.shows(closesAtNoon)).toBe(false);
    screen.clock.hear(nine);
    expect(screen.shows(closesAtNoon)).toBe(true);
    expect(screen.clock.kept()).toMatchObject({ floor: nine, latest: nine, heard: nine });
  });

  test("somebody who sets the device's clock changes nothing, in either direction", () => {
    screen.clock.hear(nine);
    for (const to of [nine - YEAR, nine + YEAR, NaN, -1]) {
      screen.isSet(to);
      expect(screen.clock.now()).toEqual({ state: "online", at: nine });
      expect(screen.clock.kept()).toMatchObject({ floor: nine, latest: nine });
    }
  });

  test("an answer's way is reckoned in, and a slow line does not push the clock to and fro", () => {
    screen.clock.hear(nine, 600);
    expect(screen.clock.now()).toEqual({ state: "online", at: nine + 300 });
    screen.runs(10_000);
    screen.clock.hear(nine + 9_900, 1_000);
    expect(screen.clock.now()).toEqual({ state: "online", at: nine + 10_300 });
    screen.clock.hear(nine + 9_800);
    expect(screen.clock.now()).toEqual({ state: "online", at: nine + 10_300 });
    screen.clock.hear(nine + 5_000, 1_000);
    expect(screen.clock.now()).toEqual({ state: "online", at: nine + 5_500 });
  });

  test("what is no time is not believed", () => {
    screen.clock.hear(nine);
    for (const nonsense of [NaN, Infinity, -1, 1e18]) screen.clock.hear(nonsense);
    expect(screen.clock.now()).toEqual({ state: "online", at: nine });
  });

  test("after a sleep it knows to ask the hub at once", () => {
    screen.clock.hear(nine);
    screen.runs(HOUR);
    expect(screen.clock.jumped()).toBe(false);
    screen.sleeps(HOUR);
    expect(screen.clock.jumped()).toBe(true);
    screen.clock.hear(nine + 2 * HOUR);
    expect(screen.clock.jumped()).toBe(false);
  });
});

describe("with the hub unplugged", () => {
  beforeEach(() => {
    screen.clock.hear(nine);
    screen.clock.lose();
  });

  test("a vacancy that closes at noon is gone at noon", () => {
    screen.runs(3 * HOUR - 1);
    expect(screen.shows(closesAtNoon)).toBe(true);
    screen.runs(1);
    expect(screen.shows(closesAtNoon)).toBe(false);
  });

  test("the timer fires at noon, to the millisecond", () => {
    expect(nextChangeFor(screen.clock.now(), [always, until(noon + HOUR), closesAtNoon], viewer)).toBe(
      3 * HOUR,
    );
    screen.runs(3 * HOUR - 0.25);
    expect(nextChangeFor(screen.clock.now(), [closesAtNoon], viewer)).toBe(1);
  });

  test("a clock set back a year brings nothing back", () => {
    screen.runs(3 * HOUR);
    screen.isSet(noon - YEAR);
    expect(screen.shows(closesAtNoon)).toBe(false);
    expect(screen.shows(always)).toBe(true);
    expect(bestGuess(screen.clock.now())).toBe(noon);
  });

  test("a clock set back after a sleep brings nothing back either", () => {
    screen.sleeps(4 * HOUR);
    expect(screen.shows(closesAtNoon)).toBe(false);
    screen.isSet(nine);
    expect(screen.shows(closesAtNoon)).toBe(false);
  });

  test("a clock set on a year leaves what has no end, and the hub's word mends it", () => {
    screen.isSet(nine + YEAR);
    expect(screen.shows(closesAtNoon)).toBe(false);
    expect(screen.dropsVacancies()).toBe(true);
    expect(screen.shows(always)).toBe(true);
    screen.clock.hear(nine);
    expect(screen.shows(closesAtNoon)).toBe(true);
    expect(screen.dropsVacancies()).toBe(false);
    screen.clock.lose();
    expect(screen.clock.now()).toEqual({ state: "offline", earliest: nine, latest: nine, heard: nine });
  });

  test("a device that slept through noon does not show the vacancy on waking", () => {
    screen.sleeps(4 * HOUR);
    expect(screen.clock.now()).toMatchObject({ state: "offline", earliest: nine, latest: nine + 4 * HOUR });
    expect(screen.shows(closesAtNoon)).toBe(false);
    expect(bestGuess(screen.clock.now())).toBe(nine + 4 * HOUR);
  });

  test("what is to start shows only once it is certain to have started", () => {
    const fromTen: Timing = { ...always, from: new Date(nine + HOUR).toISOString() };
    screen.sleeps(2 * HOUR);
    expect(screen.shows(fromTen)).toBe(false);
    expect(nextChangeFor(screen.clock.now(), [fromTen], viewer)).toBe(HOUR);
    screen.runs(HOUR);
    expect(screen.shows(fromTen)).toBe(true);
  });

  test("a device clock that says nonsense does not matter", () => {
    for (const nonsense of [NaN, -1, -Infinity]) {
      screen.isSet(nonsense);
      expect(screen.clock.now()).toMatchObject({ state: "offline", earliest: nine, latest: nine });
    }
    screen.isSet(Infinity);
    expect(screen.shows(always)).toBe(true);
    expect(screen.shows(closesAtNoon)).toBe(false);
  });

  test("the clocks going back in autumn move nothing", () => {
    const before = at("2026-10-25T00:30:00Z");
    screen.clock.hear(before);
    screen.clock.lose();
    screen.runs(2 * HOUR);
    expect(screen.clock.now()).toMatchObject({ earliest: before + 2 * HOUR });
  });

  test("after eight days the vacancies go and the rest stays", () => {
    screen.runs(8 * DAY - 1);
    expect(screen.dropsVacancies()).toBe(false);
    expect(nextChangeFor(screen.clock.now(), [], viewer)).toBe(1);
    screen.runs(1);
    expect(screen.dropsVacancies()).toBe(true);
    expect(screen.shows(always)).toBe(true);
    expect(screen.shows(until(nine + 30 * DAY))).toBe(true);
  });
});

describe("after a power cut, without the hub", () => {
  beforeEach(() => {
    screen.clock.hear(nine);
    screen.clock.lose();
    screen.runs(HOUR);
    screen.stores();
  });

  test("with a right clock the vacancy that closed meanwhile is gone, and the others are there", () => {
    screen.isOff(3 * HOUR);
    expect(screen.clock.now()).toEqual({
      state: "offline",
      earliest: nine + HOUR,
      latest: nine + 4 * HOUR,
      heard: nine,
    });
    expect(screen.shows(closesAtNoon)).toBe(false);
    expect(screen.shows(until(noon + DAY))).toBe(true);
  });

  test("the device's known error is reckoned in", () => {
    screen.isSet(nine - YEAR);
    screen.clock.hear(nine);
    screen.stores();
    screen.isOff(4 * HOUR);
    expect(screen.clock.now()).toMatchObject({ state: "offline", earliest: nine, latest: nine + 4 * HOUR });
  });

  test("with its clock set back a year, only what outlasts eight days shows, until the hub is heard", () => {
    screen.isOff(2 * HOUR, nine - YEAR);
    expect(screen.clock.now().state).toBe("doubt");
    expect(screen.shows(closesAtNoon)).toBe(false);
    expect(screen.shows(until(nine + HOUR + 8 * DAY))).toBe(false);
    expect(screen.shows(until(nine + HOUR + 8 * DAY + 1))).toBe(true);
    expect(screen.shows(always)).toBe(true);
    expect(bestGuess(screen.clock.now())).toBeNull();
    screen.isSet(noon);
    expect(screen.clock.now().state).toBe("doubt");
    screen.clock.hear(noon - HOUR);
    expect(screen.shows(closesAtNoon)).toBe(true);
  });

  test("in doubt a pattern, an except date or a later start shows only if it would all the while", () => {
    const everyDay: Timing["pattern"][number]["days"] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    screen.isOff(2 * HOUR, 0);
    expect(screen.shows({ ...always, pattern: [{ days: everyDay, start: "08:00", end: "20:00" }] })).toBe(
      false,
    );
    expect(screen.shows({ ...always, pattern: [{ days: everyDay, start: "00:00", end: "24:00" }] })).toBe(
      true,
    );
    expect(screen.shows({ ...always, exceptDates: ["2026-12-08"] })).toBe(false);
    expect(screen.shows({ ...always, exceptDates: ["2026-12-25"] })).toBe(true);
    expect(screen.shows({ ...always, from: new Date(noon).toISOString() })).toBe(false);
  });

  test("a board with a dead battery that is switched off every night still counts the days", () => {
    for (let days = 0; days < 23; days += 1) {
      screen.isOff(16 * HOUR, 0);
      screen.runs(8 * HOUR);
      screen.stores();
    }
    expect(screen.dropsVacancies()).toBe(false);
    screen.isOff(16 * HOUR, 0);
    screen.runs(7 * HOUR);
    expect(screen.dropsVacancies()).toBe(true);
  });

  test("a clock that is set back while the power is off is caught by where it has been", () => {
    screen.isOff(2 * DAY);
    expect(screen.shows(closesAtNoon)).toBe(false);
    screen.stores();
    screen.isOff(MINUTE, nine + 2 * HOUR);
    expect(screen.clock.now().state).toBe("doubt");
    expect(screen.shows(closesAtNoon)).toBe(false);
  });

  test("more than eight days without power or hub, and the vacancies are gone", () => {
    screen.isOff(9 * DAY);
    expect(screen.dropsVacancies()).toBe(true);
    expect(screen.shows(always)).toBe(true);
  });

  test("a page that is only reloaded goes on without doubt", () => {
    screen.isOff(0);
    expect(screen.clock.now().state).toBe("offline");
    expect(screen.shows(closesAtNoon)).toBe(true);
  });
});

describe("a screen that has nothing stored", () => {
  test.each([null, {}, "damaged", { floor: NaN, latest: 0, heard: 0, offset: 0 }])(
    "shows only what has neither beginning nor end (%o)",
    (found) => {
      screen.finds(found);
      screen.isOff(0);
      expect(screen.clock.now().state).toBe("doubt");
      expect(screen.shows(always)).toBe(true);
      expect(screen.shows(until(nine + 50 * YEAR))).toBe(false);
      expect(screen.shows({ ...always, from: new Date(nine - YEAR).toISOString() })).toBe(false);
      expect(screen.dropsVacancies()).toBe(true);
      expect(screen.clock.kept()).toBeNull();
      expect(screen.clock.clockError()).toBeNull();
      expect(screen.clock.jumped()).toBe(false);
    },
  );

  test("waits no longer than twelve hours to look again", () => {
    expect(nextChangeFor(screen.clock.now(), [always, closesAtNoon], viewer)).toBe(12 * HOUR);
    screen.clock.hear(nine);
    expect(nextChangeFor(screen.clock.now(), [until(nine + 30 * DAY)], viewer)).toBe(12 * HOUR);
  });
});
