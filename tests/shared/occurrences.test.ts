import { describe, expect, test } from "vitest";
import { endOfLast, nextOccurrence, occurrences, type Dates } from "#shared/events/occurrences.ts";
import type { Term } from "#shared/schema.ts";

const at = (instant: string) => Date.parse(instant);
const group: Dates = {
  first: { day: "2026-10-06", start: "10:00", end: "11:30" },
  repeats: { every: { weeks: 1 }, days: ["tue"], until: null },
  also: [],
  exceptDates: [],
  cancelled: [],
  termTimeOnly: false,
};
const monthly = (day: string, months = 1): Dates => ({
  ...group,
  first: { ...group.first, day },
  repeats: { every: { months }, days: [], until: null },
});
const days = (event: Dates, from: string, to: string, terms: readonly Term[] = []) =>
  occurrences(event, terms, at(from), at(to)).map(({ day }) => day);
const starts = (event: Dates, from: string, to: string) =>
  occurrences(event, [], at(from), at(to)).map((one) =>
    new Date(one.starts).toISOString().replace(":00.000", ""),
  );

describe("an event's occurrences", () => {
  test("a group at ten stays at ten when the clocks change", () => {
    expect(starts(group, "2026-10-19T00:00:00Z", "2026-11-02T00:00:00Z")).toEqual([
      "2026-10-20T09:00Z",
      "2026-10-27T10:00Z",
    ]);
  });

  test("one that is under way is among them until it is over", () => {
    expect(days(group, "2026-11-24T11:29:59Z", "2026-11-25T00:00:00Z")).toEqual(["2026-11-24"]);
    expect(days(group, "2026-11-24T11:30:00Z", "2026-11-25T00:00:00Z")).toEqual([]);
    expect(days(group, "2026-11-24T00:00:00Z", "2026-11-24T10:00:00Z")).toEqual([]);
  });

  test("every other week is counted from the Monday of the first one's week", () => {
    const event: Dates = {
      ...group,
      repeats: { every: { weeks: 2 }, days: ["mon", "tue", "thu"], until: "2026-11-05" },
    };
    expect(days(event, "2026-10-01T00:00:00Z", "2027-01-01T00:00:00Z")).toEqual([
      "2026-10-06",
      "2026-10-08",
      "2026-10-19",
      "2026-10-20",
      "2026-10-22",
      "2026-11-02",
      "2026-11-03",
      "2026-11-05",
    ]);
  });

  test("the weeks are still the right ones years later", () => {
    const event: Dates = { ...group, repeats: { every: { weeks: 3 }, days: [], until: null } };
    const all = days(event, "2026-10-01T00:00:00Z", "2031-01-01T00:00:00Z");
    expect(days(event, "2030-06-01T00:00:00Z", "2031-01-01T00:00:00Z")).toEqual(
      all.filter((day) => day > "2030-06"),
    );
  });

  test("the first one counts although its weekday is not among the days", () => {
    const event: Dates = { ...group, repeats: { every: { weeks: 1 }, days: ["fri"], until: null } };
    expect(days(event, "2026-10-01T00:00:00Z", "2026-10-17T00:00:00Z")).toEqual(["2026-10-06", "2026-10-09", "2026-10-16"]); // prettier-ignore
  });

  test("the second Tuesday of each month, and of every third", () => {
    expect(days(monthly("2026-10-13"), "2026-10-01T00:00:00Z", "2027-02-01T00:00:00Z")).toEqual([
      "2026-10-13",
      "2026-11-10",
      "2026-12-08",
      "2027-01-12",
    ]);
    expect(days(monthly("2026-10-13", 3), "2027-02-01T00:00:00Z", "2027-08-01T00:00:00Z")).toEqual([
      "2027-04-13",
      "2027-07-13",
    ]);
  });

  test("a fifth weekday stands for the last of the month", () => {
    expect(days(monthly("2026-10-30"), "2026-10-01T00:00:00Z", "2027-03-01T00:00:00Z")).toEqual([
      "2026-10-30",
      "2026-11-27",
      "2026-12-25",
      "2027-01-29",
      "2027-02-26",
    ]);
  });

  test("a night shift's end lies on the next day", () => {
    const event: Dates = {
      ...group,
      first: { day: "2026-11-27", start: "22:00", end: "02:00" },
      repeats: null,
    };
    const [night] = occurrences(event, [], at("2026-11-28T01:00:00Z"), at("2026-11-28T01:30:00Z"));
    expect(night).toEqual({
      starts: at("2026-11-27T22:00:00Z"),
      ends: at("2026-11-28T02:00:00Z"),
      day: "2026-11-27",
      allDay: false,
      cancelled: false,
    });
  });

  test("all day is the whole of London's day, also of the one with 25 hours", () => {
    const event: Dates = { ...group, first: { day: "2026-10-25", start: null, end: null }, repeats: null };
    const [day] = occurrences(event, [], at("2026-10-25T12:00:00Z"), at("2026-10-25T13:00:00Z"));
    expect(day).toMatchObject({
      starts: at("2026-10-24T23:00:00Z"),
      ends: at("2026-10-26T00:00:00Z"),
      allDay: true,
    });
  });

  test("without an end nobody claims one, and it is listed for an hour", () => {
    const event: Dates = { ...group, first: { day: "2026-11-24", start: "10:00", end: null }, repeats: null };
    expect(
      occurrences(event, [], at("2026-11-24T10:59:59Z"), at("2026-11-25T00:00:00Z"))[0]?.ends,
    ).toBeNull();
    expect(days(event, "2026-11-24T11:00:00Z", "2026-11-25T00:00:00Z")).toEqual([]);
  });

  test("times in the missing hour never end before they start", () => {
    const event: Dates = {
      ...group,
      first: { day: "2026-03-29", start: "01:30", end: "02:00" },
      repeats: null,
    };
    const [night] = occurrences(event, [], at("2026-03-29T00:00:00Z"), at("2026-03-29T12:00:00Z"));
    expect(night).toMatchObject({ starts: at("2026-03-29T01:30:00Z"), ends: at("2026-03-29T02:00:00Z") });
  });
});

describe("exceptions", () => {
  const terms: readonly Term[] = [["2026-10-05", "2026-10-23"], ["2026-11-02", "2026-12-18"]]; // prettier-ignore

  test("an except date is not mentioned, a cancelled day is shown as cancelled", () => {
    const event: Dates = { ...group, exceptDates: ["2026-10-13"], cancelled: ["2026-10-20"] };
    const found = occurrences(event, [], at("2026-10-06T00:00:00Z"), at("2026-10-28T00:00:00Z"));
    expect(found.map(({ day, cancelled }) => [day, cancelled])).toEqual([
      ["2026-10-06", false],
      ["2026-10-20", true],
      ["2026-10-27", false],
    ]);
    const all = occurrences(
      { ...group, cancelled: true },
      [],
      at("2026-10-06T00:00:00Z"),
      at("2026-10-28T00:00:00Z"),
    );
    expect(all.map(({ cancelled }) => cancelled)).toEqual([true, true, true, true]);
  });

  test("a term-time group does not meet at half term, nor while no terms are known", () => {
    const event: Dates = { ...group, termTimeOnly: true };
    expect(days(event, "2026-10-19T00:00:00Z", "2026-11-04T00:00:00Z", terms)).toEqual([
      "2026-10-20",
      "2026-11-03",
    ]);
    expect(days(event, "2026-10-19T00:00:00Z", "2026-11-04T00:00:00Z")).toEqual([]);
    expect(nextOccurrence(event, terms, at("2026-12-16T00:00:00Z"))).toBeNull();
  });

  test("one moved to another time of its day is listed once, at the new time", () => {
    const event: Dates = {
      ...group,
      exceptDates: ["2026-10-13"],
      also: [{ day: "2026-10-13", start: "14:00", end: "15:00" }],
    };
    expect(starts(event, "2026-10-12T00:00:00Z", "2026-10-21T00:00:00Z")).toEqual(["2026-10-13T13:00Z", "2026-10-20T09:00Z"]); // prettier-ignore
  });

  test("one named twice at the same time takes place once, as it was named by itself", () => {
    const event: Dates = { ...group, also: [{ day: "2026-10-13", start: "10:00", end: "16:00" }] };
    const found = occurrences(event, [], at("2026-10-12T00:00:00Z"), at("2026-10-14T00:00:00Z"));
    expect(found.map(({ ends }) => ends)).toEqual([at("2026-10-13T15:00:00Z")]);
  });
});

describe("what is next, and what was the last", () => {
  test("the one under way is next until it is over", () => {
    expect(nextOccurrence(group, [], at("2026-11-24T11:00:00Z"))?.day).toBe("2026-11-24");
    expect(nextOccurrence(group, [], at("2026-11-24T11:30:00Z"))?.day).toBe("2026-12-01");
  });

  test("a further single day may come before the next by the rule", () => {
    const event: Dates = { ...group, also: [{ day: "2026-11-26", start: "10:00", end: null }] };
    expect(nextOccurrence(event, [], at("2026-11-25T00:00:00Z"))?.day).toBe("2026-11-26");
  });

  test("an event ends when its last occurrence is over", () => {
    const until = (day: string): Dates => ({
      ...group,
      repeats: { every: { weeks: 1 }, days: ["tue"], until: day },
    });
    expect(endOfLast({ ...group, repeats: null })).toBe(at("2026-10-06T10:30:00Z"));
    expect(endOfLast(until("2026-12-03"))).toBe(at("2026-12-01T11:30:00Z"));
    expect(endOfLast({ ...until("2026-12-03"), exceptDates: ["2026-12-01"] })).toBe(
      at("2026-11-24T11:30:00Z"),
    );
    expect(endOfLast({ ...until("2026-12-03"), also: [{ day: "2027-01-05", start: null, end: null }] })).toBe(at("2027-01-06T00:00:00Z")); // prettier-ignore
    expect(endOfLast({ ...until("2030-10-03"), repeats: { every: { weeks: 52 }, days: [], until: "2030-09-01" } })).toBe(at("2029-10-02T10:30:00Z")); // prettier-ignore
  });

  test("one that goes on has no last, and one of which nothing is left never was", () => {
    expect(endOfLast(group)).toBeNull();
    expect(endOfLast({ ...group, repeats: null, exceptDates: ["2026-10-06"] })).toBe(0);
  });

  test("a day at the end of the calendar does no harm", () => {
    const last: Dates = { ...group, first: { day: "9999-12-31", start: null, end: null }, repeats: null };
    expect(endOfLast(last)).toBe(at("+010000-01-01T00:00:00Z"));
    expect(nextOccurrence(last, [], at("2026-11-24T00:00:00Z"))).toBeNull();
  });

  test("a list stops at 500, and a rule without an end does not run away", () => {
    const daily: Dates = { ...group, repeats: { every: { weeks: 1 }, days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], until: null } }; // prettier-ignore
    expect(occurrences(daily, [], 0, Infinity)).toHaveLength(500);
    const forEver: Dates = { ...daily, repeats: { ...daily.repeats!, until: "9999-12-31" } };
    expect(endOfLast(forEver)).toBe(at("9999-12-31T11:30:00Z"));
  });
});
