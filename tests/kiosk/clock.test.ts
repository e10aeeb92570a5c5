import { beforeEach, describe, expect, test } from "vitest";
import { bestGuess, nextChangeFor } from "#kiosk/live/now.ts";
import type { Timing } from "#shared/schema.ts";
import {
  aScreen,
  always,
  at,
  closesAtNoon,
  DAY,
  HOUR,
  nine,
  noon,
  until,
  viewer,
  YEAR,
} from "../support/screen-on-a-table.ts";

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
