import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { DAY, dayAt, dayNumber } from "#shared/london.ts";
import { daysOf, readRule } from "#server/sources/calendar/rule.ts";
import { fc } from "../../../support/properties.ts";

function days(rule: string, start: string, last: string, most = 40): readonly string[] {
  const found: string[] = [];
  const first = dayNumber(start);
  for (const day of daysOf(readRule(rule)!, first, first, dayNumber(last), { left: 100_000 })) {
    if (found.push(dayAt(day)) >= most) break;
  }
  return found;
}

describe("a rule", () => {
  test.each([
    ["FREQ=MONTHLY;BYDAY=1FR", "2026-01-02", ["2026-01-02", "2026-02-06", "2026-03-06"]],
    ["FREQ=MONTHLY;BYDAY=-1MO", "2026-01-26", ["2026-01-26", "2026-02-23", "2026-03-30"]],
    ["FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31", ["2026-01-31", "2026-02-28", "2026-03-31"]],
    ["FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31", ["2026-01-31", "2026-03-31"]],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-01-30", ["2026-01-30", "2026-02-27", "2026-03-31"]],
    ["FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "2026-02-13", ["2026-02-13", "2026-03-13"]],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO", "2026-01-06", ["2026-01-06", "2026-01-11", "2026-01-20", "2026-01-25", "2026-02-03", "2026-02-08", "2026-02-17", "2026-02-22", "2026-03-03", "2026-03-08", "2026-03-17", "2026-03-22", "2026-03-31"]],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "2026-01-06", ["2026-01-06", "2026-01-18", "2026-01-20", "2026-02-01", "2026-02-03", "2026-02-15", "2026-02-17", "2026-03-01", "2026-03-03", "2026-03-15", "2026-03-17", "2026-03-29", "2026-03-31"]],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-01-01", []],
    ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "2026-01-01", []],
    ["FREQ=DAILY;BYDAY=1MO", "2026-01-01", ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02", "2026-02-09", "2026-02-16", "2026-02-23", "2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23", "2026-03-30"]],
    ["FREQ=YEARLY;BYWEEKNO=10;BYDAY=MO", "2026-01-01", ["2026-03-02"]],
    ["FREQ=YEARLY;BYYEARDAY=1,-306", "2026-01-01", ["2026-01-01", "2026-03-01"]],
    ["FREQ=YEARLY;BYDAY=2MO", "2026-01-01", ["2026-01-12"]],
    ["FREQ=YEARLY;BYDAY=SU;BYMONTH=3;BYSETPOS=-1", "2026-01-01", ["2026-03-29"]],
  ])("%s from %s falls on its days", (rule, start, expected) => {
    expect(days(rule, start, "2026-03-31")).toEqual(expected);
  }); // prettier-ignore

  test("of 29 February falls every four years, not over the turn of most centuries", () => {
    expect(days("FREQ=YEARLY", "2096-02-29", "2109-01-01")).toEqual([
      "2096-02-29",
      "2104-02-29",
      "2108-02-29",
    ]);
  });

  test("falls as the library has it, wherever the library is right", () => {
    const weekdays = fc.uniqueArray(fc.constantFrom("MO", "TU", "WE", "TH", "FR", "SA", "SU"), {
      minLength: 1,
      maxLength: 4,
    });
    const interval = fc.integer({ min: 1, max: 4 });
    const rules = fc.oneof(
      interval.map((every) => `FREQ=DAILY;INTERVAL=${every}`),
      fc
        .tuple(interval, weekdays, fc.constantFrom("MO", "SU"))
        .map(([every, by, first]) => `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${by.join()};WKST=${first}`),
      fc
        .tuple(interval, fc.integer({ min: 1, max: 31 }))
        .map(([every, by]) => `FREQ=MONTHLY;INTERVAL=${every};BYMONTHDAY=${by}`),
      fc
        .tuple(interval, fc.constantFrom(1, 2, 3, 4, -1), weekdays)
        .map(([every, nth, [by]]) => `FREQ=MONTHLY;INTERVAL=${every};BYDAY=${nth}${by}`),
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 2, -1), weekdays)
        .map(([month, nth, [by]]) => `FREQ=YEARLY;BYMONTH=${month};BYDAY=${nth}${by}`),
    );
    fc.assert(
      fc.property(
        rules,
        fc.integer({ min: dayNumber("2000-01-01"), max: dayNumber("2030-12-31") }),
        (rule, start) => {
          const date = new Date(start * DAY);
          const theirs: string[] = [];
          const iterator = ICAL.Recur.fromString(rule).iterator(
            ICAL.Time.fromData({
              year: date.getUTCFullYear(),
              month: date.getUTCMonth() + 1,
              day: date.getUTCDate(),
              isDate: true,
            }),
          );
          for (let next = iterator.next(); next && theirs.length < 12; next = iterator.next())
            theirs.push(next.toString());
          expect(days(rule, dayAt(start), "2100-01-01", 12)).toEqual(theirs);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("that skips to the days that are wanted falls there as if it had counted up to them", () => {
    for (const written of [
      "FREQ=DAILY;INTERVAL=3",
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR",
      "FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=7",
      "FREQ=YEARLY;INTERVAL=2;BYMONTH=6",
    ]) {
      const [rule, start, from, last] = [
        readRule(written)!,
        dayNumber("2001-06-05"),
        dayNumber("2026-01-01"),
        dayNumber("2026-12-31"),
      ];
      const all = [...daysOf(rule, start, start, last, { left: 1e6 })].filter((day) => day >= from);
      expect([...daysOf(rule, start, from, last, { left: 1e6 })].filter((day) => day >= from)).toEqual(all);
    }
  });

  test("with no frequency of a day or more is none", () => {
    expect(readRule("FREQ=SECONDLY")).toBeNull();
    expect(readRule("BYDAY=MO")).toBeNull();
  });
});

test("a rule with a page of blanks in it is read like any other", () => {
  const blanks = " ".repeat(400_000);
  expect(readRule(`FREQ=WEEKLY${blanks}x;${blanks}INTERVAL = 2${blanks};BYDAY=MO`)).toBeNull();
  expect(readRule(`${blanks}FREQ=WEEKLY${blanks};INTERVAL = 2${blanks}`)).toMatchObject({ every: "WEEKLY", interval: 2 }); // prettier-ignore
});
