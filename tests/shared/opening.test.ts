import { describe, expect, test } from "vitest";
import { isOpen, nextOpeningChange, openSince } from "#shared/centres/opening.ts";
import type { Window } from "#shared/schema.ts";

const at = (instant: string) => Date.parse(instant);
const weekdays: Window = { days: ["mon", "tue", "wed", "thu", "fri"], start: "09:00", end: "17:00" };
const centre = { opening: [weekdays], closedDays: ["2026-12-25"] };
const always = { opening: [], closedDays: [] };

describe("a centre's opening hours", () => {
  test("it is open since nine, and closes at five", () => {
    expect(openSince(centre, at("2026-11-24T09:00:00Z"))).toBe(at("2026-11-24T09:00:00Z"));
    expect(openSince(centre, at("2026-11-24T16:59:59Z"))).toBe(at("2026-11-24T09:00:00Z"));
    expect(openSince(centre, at("2026-11-24T17:00:00Z"))).toBeNull();
    expect(nextOpeningChange(centre, at("2026-11-24T12:00:00Z"))).toBe(at("2026-11-24T17:00:00Z"));
  });

  test("on a Friday evening the next change is on Monday, by the clocks of that day", () => {
    expect(nextOpeningChange(centre, at("2026-10-23T16:00:00Z"))).toBe(at("2026-10-26T09:00:00Z"));
  });

  test("a closed day closes it, and it opens after the holiday", () => {
    expect(isOpen(centre, at("2026-12-25T10:00:00Z"))).toBe(false);
    expect(nextOpeningChange(centre, at("2026-12-24T17:00:00Z"))).toBe(at("2026-12-28T09:00:00Z"));
  });

  test("a party over midnight belongs to the evening on which it began", () => {
    const party = {
      opening: [{ days: ["thu" as const], start: "20:00", end: "01:00" }],
      closedDays: ["2026-12-25"],
    };
    expect(openSince(party, at("2026-12-25T00:30:00Z"))).toBe(at("2026-12-24T20:00:00Z"));
    expect(openSince({ ...party, closedDays: ["2026-12-24"] }, at("2026-12-25T00:30:00Z"))).toBeNull();
  });

  test("hours that follow on each other are one opening", () => {
    const lunch = {
      opening: [
        { ...weekdays, end: "12:00" },
        { ...weekdays, start: "12:00" },
      ],
      closedDays: [],
    };
    expect(openSince(lunch, at("2026-11-24T15:00:00Z"))).toBe(at("2026-11-24T09:00:00Z"));
  });

  test("no hours named means always open, save on closed days", () => {
    expect(openSince(always, at("2026-11-24T03:00:00Z"))).toBe(0);
    expect(nextOpeningChange(always, at("2026-11-24T03:00:00Z"))).toBeNull();
    const closed = { opening: [], closedDays: ["2025-12-25", "2026-12-25"] };
    expect(openSince(closed, at("2026-11-24T03:00:00Z"))).toBe(at("2025-12-26T00:00:00Z"));
    expect(openSince(closed, at("2026-12-25T03:00:00Z"))).toBeNull();
    expect(nextOpeningChange(closed, at("2026-11-24T03:00:00Z"))).toBe(at("2026-12-25T00:00:00Z"));
    expect(nextOpeningChange(closed, at("2026-12-25T03:00:00Z"))).toBe(at("2026-12-26T00:00:00Z"));
  });

  test("open round the clock is open since ever, or since the last closed day", () => {
    const hours = [{ days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as Window["days"], start: "09:00", end: "09:00" }]; // prettier-ignore
    expect(openSince({ opening: hours, closedDays: [] }, at("2026-11-24T03:00:00Z"))).toBe(0);
    expect(openSince({ opening: hours, closedDays: ["2026-03-01"] }, at("2026-11-24T03:00:00Z"))).toBe(at("2026-03-02T09:00:00Z")); // prettier-ignore
  });
});

describe("a screen that is put to sleep or woken by hand", () => {
  const noon = at("2026-11-24T12:00:00Z");
  const asleep = { ...centre, power: { awake: false, until: at("2026-11-24T17:00:00Z") } };

  test("does as it is told until then, and as its hours say from then on", () => {
    expect(isOpen(asleep, noon)).toBe(false);
    expect(nextOpeningChange(asleep, noon)).toBe(at("2026-11-24T17:00:00Z"));
    expect(isOpen(asleep, at("2026-11-25T09:00:00Z"))).toBe(true);
    const awake = { ...centre, power: { awake: true, until: at("2026-11-25T09:00:00Z") } };
    expect(isOpen(awake, at("2026-11-24T22:00:00Z"))).toBe(true);
    expect(isOpen(awake, at("2026-11-25T18:00:00Z"))).toBe(false);
  });

  test("is not missed while it sleeps", () => {
    expect(openSince(asleep, noon)).toBeNull();
  });
});
