import { describe, expect, test } from "vitest";
import { addDays, clockChanges, instantOf, instantsOf, isInstant, readingAt, startOfDay, weekdayOf } from "#shared/london.ts"; // prettier-ignore

const at = (instant: string) => Date.parse(instant);
const iso = (instants: readonly number[]) => instants.map((instant) => new Date(instant).toISOString());

describe("London's clocks", () => {
  test("read the same as UTC in winter and an hour more in summer", () => {
    expect(readingAt(at("2026-12-04T11:59:59.999Z"))).toEqual({
      day: "2026-12-04",
      minutes: 719,
      weekday: "fri",
    });
    expect(readingAt(at("2026-07-03T23:30:00Z"))).toEqual({ day: "2026-07-04", minutes: 30, weekday: "sat" });
  });

  test("call midnight the first minute of the new day", () => {
    expect(readingAt(at("2026-11-24T00:00:00Z"))).toEqual({ day: "2026-11-24", minutes: 0, weekday: "tue" });
    expect(readingAt(at("2026-06-30T23:00:00Z"))).toEqual({ day: "2026-07-01", minutes: 0, weekday: "wed" });
  });

  test("jump from one to two in spring, and read every minute from one to two twice in autumn", () => {
    expect(readingAt(at("2026-03-29T00:59:59.999Z")).minutes).toBe(59);
    expect(readingAt(at("2026-03-29T01:00:00Z")).minutes).toBe(120);
    expect(readingAt(at("2026-10-25T00:59:00Z")).minutes).toBe(119);
    expect(readingAt(at("2026-10-25T01:00:00Z")).minutes).toBe(60);
  });

  test("never read a time of the missing hour, and a time of the doubled hour twice", () => {
    expect(instantsOf("2026-03-29", "01:30")).toEqual([]);
    expect(iso(instantsOf("2026-03-29", "02:00"))).toEqual(["2026-03-29T01:00:00.000Z"]);
    expect(iso(instantsOf("2026-10-25", "01:30"))).toEqual([
      "2026-10-25T00:30:00.000Z",
      "2026-10-25T01:30:00.000Z",
    ]);
    expect(iso(instantsOf("2026-10-25", "02:00"))).toEqual(["2026-10-25T02:00:00.000Z"]);
    expect(iso(instantsOf("2026-10-24", "24:00"))).toEqual(["2026-10-24T23:00:00.000Z"]);
  });

  test("mean the first of a doubled hour, and in the missing one as if they had not gone forward", () => {
    expect(iso([instantOf("2026-10-25", "01:30")])).toEqual(["2026-10-25T00:30:00.000Z"]);
    expect(iso([instantOf("2026-03-29", "01:30")])).toEqual(["2026-03-29T01:30:00.000Z"]);
  });

  test("agree with Intl at every hour of ten years", () => {
    const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London", dateStyle: "short", timeStyle: "short" }); // prettier-ignore
    const wrong: string[] = [];
    const end = at("2030-01-01T00:00:00Z");
    for (let instant = at("2020-01-01T00:00:00Z"); instant < end; instant += 3_600_000) {
      const { day, minutes } = readingAt(instant);
      const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
      const right = `${day} ${time}` === clock.format(instant) && instantsOf(day, time).includes(instant);
      if (!right) wrong.push(...iso([instant]));
    }
    expect(wrong).toEqual([]);
    expect(iso(clockChanges(at("2026-01-01T00:00:00Z"), at("2027-12-31T00:00:00Z")))).toEqual([
      "2026-03-29T01:00:00.000Z",
      "2026-10-25T01:00:00.000Z",
      "2027-03-28T01:00:00.000Z",
      "2027-10-31T01:00:00.000Z",
    ]);
  });
});

describe("the calendar", () => {
  test("counts days over months, leap years and changes of the clocks", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(addDays("2027-01-01", -1)).toBe("2026-12-31");
    expect(weekdayOf("2026-11-22")).toBe("sun");
    expect(startOfDay("2026-10-26") - startOfDay("2026-10-25")).toBe(25 * 3_600_000);
    expect(startOfDay("2026-03-30") - startOfDay("2026-03-29")).toBe(23 * 3_600_000);
  });

  test("knows what is no instant", () => {
    for (const nonsense of [NaN, Infinity, -1, 1e17]) expect(isInstant(nonsense)).toBe(false);
    expect(isInstant(0)).toBe(true);
  });
});
