import { describe, expect, test } from "vitest";
import type { Term, Timing, Window } from "#shared/schema.ts";
import { because, isShowing, nextChange, showsThroughout, type Showable } from "#shared/showing.ts";
import samples from "../samples/schedule-cases.json" with { type: "json" };

const at = (instant: string) => Date.parse(instant);
const screen = { centre: "oakfield", terms: [] as readonly Term[] };
const always: Timing = { from: null, until: null, pattern: [], exceptDates: [], termTimeOnly: false };
const on = (...pattern: readonly Window[]): Timing => ({ ...always, pattern: [...pattern] });
const ask = (item: Showable, instant: string, terms: readonly Term[]) =>
  because(item, { ...screen, terms }, at(instant));
const shows = (item: Showable, instant: string, terms: readonly Term[] = []) =>
  isShowing(item, { ...screen, terms }, at(instant));

/** Each flip from an instant on: what a screen's timer would do. */
function flips(item: Showable, from: string, most: number, terms: readonly Term[] = []) {
  const found: string[] = [];
  let next = nextChange(item, { ...screen, terms }, at(from));
  for (; next !== null && found.length < most; next = nextChange(item, { ...screen, terms }, next)) {
    found.push(new Date(next).toISOString().replace(".000", ""));
  }
  return found;
}

describe("the schedule cases", () => {
  test.each(samples.cases)("$name", ({ item, at: instants }) => {
    const terms = (("terms" in item && item.terms) || []) as unknown as readonly Term[];
    for (const { instant, showing } of instants) {
      expect({ instant, showing: shows(item as Showable, instant, terms) }).toEqual({ instant, showing });
    }
  });
});

describe("who sees an item", () => {
  test("a proposed item waits for its adviser", () => {
    expect(because({ ...always, state: "proposed" }, screen, at("2026-11-24T09:00:00Z"))).toBe("proposed");
  });

  test("an item for other centres is not for this one, nor for a screen of no centre", () => {
    const item: Showable = { ...always, state: "published", audience: ["meadow"] };
    expect(because(item, screen, at("2026-11-24T09:00:00Z"))).toBe("not-for-this-centre");
    expect(because(item, { ...screen, centre: null }, at("2026-11-24T09:00:00Z"))).toBe(
      "not-for-this-centre",
    );
    expect(because(item, { ...screen, centre: "meadow" }, at("2026-11-24T09:00:00Z"))).toBe("showing");
    expect(
      because({ ...item, audience: "all" }, { ...screen, centre: null }, at("2026-11-24T09:00:00Z")),
    ).toBe("showing");
  });
});

describe("why an item does not show", () => {
  const mornings = on({ days: ["mon", "tue", "wed", "thu", "fri"], start: "09:00", end: "12:00" });
  const terms: readonly Term[] = [["2026-09-02", "2026-10-23"]];

  test("each reason is told by its own name", () => {
    expect(ask({ ...always, from: "2027-01-01T00:00:00Z" }, "2026-11-24T09:00:00Z", terms)).toBe("not-yet");
    expect(ask({ ...always, until: "2026-11-24T09:00:00Z" }, "2026-11-24T09:00:00Z", terms)).toBe("ended");
    expect(ask(mornings, "2026-11-24T12:00:00Z", terms)).toBe("outside-its-times");
    expect(ask({ ...mornings, exceptDates: ["2026-11-24"] }, "2026-11-24T09:00:00Z", terms)).toBe("excepted");
    expect(ask({ ...mornings, termTimeOnly: true }, "2026-11-24T09:00:00Z", terms)).toBe("outside-term");
  });

  test("term time only, while nobody has said when that is: in doubt it is not shown", () => {
    expect(because({ ...always, termTimeOnly: true }, screen, at("2026-11-24T09:00:00Z"))).toBe(
      "terms-unknown",
    );
    expect(flips({ ...always, termTimeOnly: true }, "2026-11-24T09:00:00Z", 1)).toEqual([]);
  });

  test("an instant that is none shows nothing and breaks nothing", () => {
    for (const now of [NaN, -1, 1e17, Infinity]) {
      expect(because(mornings, screen, now)).toBe("unclear");
      expect(nextChange(mornings, screen, now)).toBeNull();
    }
    expect(because({ ...always, until: "soon" }, screen, at("2026-11-24T09:00:00Z"))).toBe("unclear");
    expect(nextChange({ ...always, from: "soon" }, screen, at("2026-11-24T09:00:00Z"))).toBeNull();
  });
});

describe("windows over midnight", () => {
  const lateMonday = on({ days: ["mon"], start: "22:00", end: "02:00" });

  test("Monday 22:00 to 02:00 still shows on Tuesday at one", () => {
    expect(shows(lateMonday, "2026-11-24T01:00:00Z")).toBe(true);
    expect(flips(lateMonday, "2026-11-22T00:00:00Z", 3)).toEqual([
      "2026-11-23T22:00:00Z",
      "2026-11-24T02:00:00Z",
      "2026-11-30T22:00:00Z",
    ]);
  });

  test("an except date on the Tuesday leaves Monday's night alone", () => {
    expect(shows({ ...lateMonday, exceptDates: ["2026-11-24"] }, "2026-11-24T01:00:00Z")).toBe(true);
  });

  test("the night that begins on the last day of term belongs to it", () => {
    const friday = { ...on({ days: ["fri"], start: "22:00", end: "02:00" }), termTimeOnly: true };
    const terms: readonly Term[] = [["2026-11-02", "2026-12-18"]];
    expect(shows(friday, "2026-12-19T01:00:00Z", terms)).toBe(true);
    expect(shows(friday, "2026-12-19T01:00:00Z", [["2026-11-02", "2026-12-17"]])).toBe(false);
    expect(shows(friday, "2026-12-19T01:00:00Z", [["2026-12-19", "2026-12-20"]])).toBe(false);
  });

  test("the same start and end is a day and a night from that time on", () => {
    const item = on({ days: ["mon"], start: "09:00", end: "09:00" });
    expect(flips(item, "2026-11-22T00:00:00Z", 2)).toEqual(["2026-11-23T09:00:00Z", "2026-11-24T09:00:00Z"]);
    const wholeDay = on({ days: ["mon"], start: "00:00", end: "00:00" });
    expect(flips(wholeDay, "2026-11-22T00:00:00Z", 2)).toEqual([
      "2026-11-23T00:00:00Z",
      "2026-11-24T00:00:00Z",
    ]);
  });

  test("a window may begin at 24:00, which is the night after its day", () => {
    const item = on({ days: ["mon"], start: "24:00", end: "02:00" });
    expect(flips(item, "2026-11-22T00:00:00Z", 2)).toEqual(["2026-11-24T00:00:00Z", "2026-11-24T02:00:00Z"]);
  });
});

describe("dates far and near", () => {
  test("a weekly slot whose first date is next January does not show today", () => {
    const item = { ...on({ days: ["sun"], start: "09:00", end: "12:00" }), from: "2027-01-10T00:00:00Z" };
    expect(because(item, screen, at("2026-11-22T10:00:00Z"))).toBe("not-yet");
    expect(flips(item, "2026-11-22T10:00:00Z", 2)).toEqual(["2027-01-10T09:00:00Z", "2027-01-10T12:00:00Z"]);
  });

  test("every other day around the spring change is the right day", () => {
    const item = on({ days: ["sat", "mon", "wed"], start: "00:00", end: "24:00" });
    expect(flips(item, "2026-03-27T12:00:00Z", 6)).toEqual([
      "2026-03-28T00:00:00Z",
      "2026-03-29T00:00:00Z",
      "2026-03-29T23:00:00Z",
      "2026-03-30T23:00:00Z",
      "2026-03-31T23:00:00Z",
      "2026-04-01T23:00:00Z",
    ]);
  });

  test("a window that reaches into the doubled hour is off between its two halves", () => {
    const item = on({ days: ["sun"], start: "00:30", end: "01:30" });
    expect(flips(item, "2026-10-24T12:00:00Z", 4)).toEqual([
      "2026-10-24T23:30:00Z",
      "2026-10-25T00:30:00Z",
      "2026-10-25T01:00:00Z",
      "2026-10-25T01:30:00Z",
    ]);
  });

  test("a window that begins in the missing hour shows from its end on", () => {
    const item = on({ days: ["sun"], start: "01:30", end: "03:00" });
    expect(flips(item, "2026-03-28T12:00:00Z", 2)).toEqual(["2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z"]);
  });

  test("the next change is found years ahead", () => {
    expect(flips({ ...always, exceptDates: ["2031-12-25"] }, "2026-11-22T00:00:00Z", 3)).toEqual([
      "2031-12-25T00:00:00Z",
      "2031-12-26T00:00:00Z",
    ]);
    const inTerm = { ...on({ days: ["mon"], start: "09:00", end: "10:00" }), termTimeOnly: true };
    expect(flips(inTerm, "2026-11-22T00:00:00Z", 2, [["2030-09-03", "2030-09-12"]])).toEqual([
      "2030-09-09T08:00:00Z",
      "2030-09-09T09:00:00Z",
    ]);
  });

  test("what never changes has no next change", () => {
    const everyDay = on({
      days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
      start: "00:00",
      end: "24:00",
    });
    expect(nextChange(always, screen, at("2026-11-22T00:00:00Z"))).toBeNull();
    expect(nextChange(everyDay, screen, at("2026-11-22T00:00:00Z"))).toBeNull();
    expect(
      nextChange({ ...always, until: "2026-11-21T00:00:00Z" }, screen, at("2026-11-22T00:00:00Z")),
    ).toBeNull();
    const closedWhileItLasts = { ...always, exceptDates: ["2026-11-22"], until: "2026-11-22T20:00:00Z" };
    expect(nextChange(closedWhileItLasts, screen, at("2026-11-22T10:00:00Z"))).toBeNull();
  });

  test("an end in the middle of a window ends it to the millisecond", () => {
    const item = {
      ...on({ days: ["tue"], start: "09:00", end: "12:00" }),
      until: "2026-11-24T10:00:00.001Z",
    };
    expect(nextChange(item, screen, at("2026-11-24T09:30:00Z"))).toBe(at("2026-11-24T10:00:00.001Z"));
    expect(isShowing(item, screen, at("2026-11-24T10:00:00.000Z"))).toBe(true);
    expect(isShowing(item, screen, at("2026-11-24T10:00:00.001Z"))).toBe(false);
  });

  test("a change at or after the horizon is not told", () => {
    const item = { ...always, until: "2026-11-24T12:00:00Z" };
    expect(nextChange(item, screen, at("2026-11-24T09:00:00Z"), at("2026-11-24T12:00:00Z"))).toBeNull();
    expect(
      nextChange(item, screen, at("2026-11-24T09:00:00Z"), at("2026-11-24T12:00:00.001Z")),
    ).not.toBeNull();
  });
});

describe("showing throughout", () => {
  const item = { ...on({ days: ["tue"], start: "09:00", end: "12:00" }), exceptDates: [] };

  const throughout = (from: string, to: string) => showsThroughout(item, screen, at(from), at(to));

  test("holds only without a gap, both ends included", () => {
    expect(throughout("2026-11-24T09:00:00Z", "2026-11-24T11:59:59.999Z")).toBe(true);
    expect(throughout("2026-11-24T09:00:00Z", "2026-11-24T12:00:00Z")).toBe(false);
    expect(throughout("2026-11-24T10:00:00Z", "2026-12-01T10:00:00Z")).toBe(false);
  });
});
