import { beforeEach, describe, expect, test } from "vitest";
import { bestGuess, nextChangeFor } from "#kiosk/live/now.ts";
import type { Timing } from "#shared/schema.ts";
import {
  aScreen,
  always,
  closesAtNoon,
  DAY,
  HOUR,
  MINUTE,
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
