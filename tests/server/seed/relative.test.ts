import { describe, expect, test } from "vitest";
import { addDays, dayNumber, instantOf } from "#shared/london.ts";
import { relativeClose, relativeDay, relativeInstant } from "#server/seed/relative.ts";

const at = (instant: string) => Date.parse(instant);
const tuesday = at("2026-11-24T10:24:00Z");

describe("a day told from today", () => {
  test.each([
    ["today", "2026-11-24"],
    ["+10d", "2026-12-04"],
    ["-3d", "2026-11-21"],
    ["thu+1", "2026-11-26"],
    ["thu+2", "2026-12-03"],
    ["tue+0", "2026-11-24"],
    ["tue+1", "2026-12-01"],
    ["mon+0", "2026-11-23"],
    ["wed+0", "2026-11-18"],
    ["mon-1", "2026-11-16"],
    ["2026-12-25", "2026-12-25"],
  ])("on Tuesday 24 November, %s is %s", (words, day) => {
    expect(relativeDay(words, tuesday)).toBe(day);
  });

  test("after midnight on a summer's night it is already the new day, as on London's clocks", () => {
    expect(relativeDay("today", at("2026-07-01T23:30:00Z"))).toBe("2026-07-02");
    expect(relativeDay("thu+0", at("2026-07-01T23:30:00Z"))).toBe("2026-07-02");
  });

  test("on every day of a year and more, the next Thursday lies one to seven days ahead, the last none to six back", () => {
    const days = Array.from({ length: 400 }, (_, ahead) => addDays("2026-11-24", ahead));
    const away = (words: string) =>
      days.map((day) => dayNumber(relativeDay(words, instantOf(day, "23:59"))) - dayNumber(day));
    expect(new Set(away("thu+1"))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]));
    expect(new Set(away("thu+0"))).toEqual(new Set([0, -1, -2, -3, -4, -5, -6]));
  });

  test.each(["", "tomorrow", "+d", "mon", "tue+", "2026-13-01", "+1d 12:00"])("%j is no day", (words) => {
    expect(() => relativeDay(words, tuesday)).toThrow(/not a day/);
  });
});

describe("an instant told from today", () => {
  test("noon is noon, before and after the clocks change", () => {
    const friday = at("2026-03-27T09:00:00Z");
    expect(relativeInstant("+1d 12:00", friday)).toBe("2026-03-28T12:00:00.000Z");
    expect(relativeInstant("+2d 12:00", friday)).toBe("2026-03-29T11:00:00.000Z");
    expect(relativeInstant("sun+1 12:00", friday)).toBe("2026-03-29T11:00:00.000Z");
  });

  test.each(["+1d", "12:00", "+1d 25:00", "+1d 12:60", "soon 12:00"])("%j is no instant", (words) => {
    expect(() => relativeInstant(words, tuesday)).toThrow(/not a day/);
  });

  test("a vacancy that closes on a day is open until that day's midnight", () => {
    expect(relativeClose("+1d", tuesday)).toBe("2026-11-26T00:00:00.000Z");
    expect(relativeClose("+1d 12:00", tuesday)).toBe("2026-11-25T12:00:00.000Z");
    expect(relativeClose("+1d", at("2026-07-03T08:00:00Z"))).toBe("2026-07-04T23:00:00.000Z");
  });
});
