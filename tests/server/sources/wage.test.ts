import { describe, expect, test } from "vitest";
import table from "../../../content/reference/minimum-wage.json" with { type: "json" };
import { checkWage, wageOn } from "#server/sources/minimumwage.ts";
import { highestAge } from "#server/sources/agelimit.ts";
import { workOutPerHour } from "#server/sources/perhour.ts";

const on = (day: string) => Date.parse(`${day}T12:00:00Z`);
const ANYBODY = { apprentice: false, upTo: null };
const APPRENTICE = { apprentice: true, upTo: null };
const both = (pounds: number) => ({ low: pounds, high: pounds });

const pay = (amount: number, unit: "hour" | "day" | "week" | "month" | "year") => ({
  min: amount, max: amount, unit, currency: "GBP",
}); // prettier-ignore

describe("the minimum wage", () => {
  test.each([
    ["2021-04-01", 8.91, 4.3],
    ["2022-03-31", 8.91, 4.3],
    ["2022-04-01", 9.5, 4.81],
    ["2023-04-01", 10.42, 5.28],
    ["2024-04-01", 11.44, 6.4],
    ["2025-04-01", 12.21, 7.55],
    ["2026-03-31", 12.21, 7.55],
    ["2026-04-01", 12.71, 8],
    ["2027-03-31", 12.71, 8],
  ])("on %s is %d, for apprentices %d", (day, adult, apprentice) => {
    expect(wageOn(on(day))).toMatchObject({ adult, apprentice });
  });

  test("is not known for a year that the table does not have, or before it begins", () => {
    expect(wageOn(on("2099-05-01"))).toBeNull();
    expect(wageOn(on("2020-05-01"))).toBeNull();
    expect(checkWage(both(40), on("2099-05-01"), ANYBODY)).toBe("unknown");
    expect(checkWage(both(4), on("2099-05-01"), ANYBODY)).toBe("below");
    expect(checkWage(both(8), on("2020-05-01"), ANYBODY)).toBe("unknown");
  });

  test("changes at midnight in London, not in UTC", () => {
    expect(wageOn(Date.parse("2026-03-31T22:59:59Z"))?.adult).toBe(12.21);
    expect(wageOn(Date.parse("2026-03-31T23:00:00Z"))?.adult).toBe(12.71);
  });

  test("is held against the upper end, the lower one being lawful for the young", () => {
    const day = on("2026-11-22");
    expect(checkWage(both(12.21), day, ANYBODY)).toBe("below");
    expect(checkWage(both(12.71), day, ANYBODY)).toBe("lawful");
    expect(checkWage({ low: 10.85, high: 12.71 }, day, ANYBODY)).toBe("low-end");
    expect(checkWage({ low: 11, high: 12 }, day, ANYBODY)).toBe("below");
    expect(checkWage(both(8), day, APPRENTICE)).toBe("lawful");
    expect(checkWage(both(7.99), day, APPRENTICE)).toBe("below");
  });

  test.each([
    ["2026-11-22", 17, 8], ["2026-11-22", 20, 10.85], ["2026-11-22", 21, 12.71],
    ["2023-11-22", 22, 10.18], ["2023-11-22", 20, 7.49], ["2023-11-22", 23, 10.42], ["2022-11-22", 17, 4.81],
  ])("on %s is for those up to %d years of age %d", (day, upTo, least) => {
    const worker = { apprentice: false, upTo };
    expect(checkWage(both(least), on(day), worker)).toBe("lawful");
    expect(checkWage(both(Math.round(least * 100 - 1) / 100), on(day), worker)).toBe("below");
  }); // prettier-ignore

  test.each([
    ["£8.00 per hour (16-17)", "", 17],
    ["£10.85 ph (18 to 20 year olds)", "", 20],
    ["£10.85 (18-20), £12.71 (21+)", "", null],
    ["£8.00 under 18, £10.85 18–20", "", 20],
    ["£10.85 an hour", "Applicants must be aged 18 to 20.", 20],
    ["£8.00", "This post is open to under 18s only. Other words.", 17],
    ["£10.85", "You will work with young people aged 16-18.", null],
    ["£10.85", "You must be over 18 to apply.", null],
    ["£12.71", "You must be 18 or over. Rate for 16-17: £8.00", null],
    ["£11.44", "You will work 16 to 20 hours a week. Candidates must drive.", null],
    ["£11.44", "Pay is for 16-20 hours.", null],
    ["SCP 5-6, £11.50 (16/17 hours)", "", null],
  ])("of “%s” (%s) is for those up to %s", (written, prose, upTo) => {
    expect(highestAge(written, prose)).toBe(upTo);
  });

  test("has a table of rising rates, each from a 1 April, with its source", () => {
    expect(table.source).toMatch(/GOV\.UK/);
    const days = table.rates.map(({ from }) => from);
    expect(days).toEqual(days.toSorted());
    expect(days.every((day) => day.endsWith("-04-01"))).toBe(true);
    const adults = table.rates.map(({ adult }) => adult);
    expect(adults).toEqual(adults.toSorted((a, b) => a - b));
  });
});

describe("pay for an hour", () => {
  const time = { perWeek: null, weeksPerYear: null, termTime: false };

  test.each([
    ["an hourly rate as it is", pay(12.85, "hour"), time, 12.85],
    ["a year at 37.5 hours", pay(15600, "year"), { ...time, perWeek: 37.5 }, 8],
    ["a year of 37 hours", pay(24454, "year"), { ...time, perWeek: 37 }, 12.71],
    [
      "a year of term-time weeks that are said",
      pay(12000, "year"),
      { perWeek: 25, weeksPerYear: 38, termTime: true },
      12.63,
    ],
    ["a week", pay(450, "week"), { ...time, perWeek: 30 }, 15],
    ["a month", pay(1900, "month"), { ...time, perWeek: 35 }, 12.53],
  ])("is worked out from %s", (_, amount, hours, expected) => {
    expect(workOutPerHour(amount, hours)).toMatchObject({ low: expected, high: expected });
  });

  test.each([
    ["a year without hours", pay(24027, "year"), time],
    [
      "term-time pay without weeks",
      pay(16318, "year"),
      { perWeek: 27.5, weeksPerYear: null, termTime: true },
    ],
    [
      "monthly term-time pay without weeks",
      pay(1300, "month"),
      { perWeek: 27.5, weeksPerYear: null, termTime: true },
    ],
    ["a day of unknown length", pay(80, "day"), { ...time, perWeek: 16 }],
    ["euros", { ...pay(12, "hour"), currency: "EUR" }, time],
    ["no unit", { ...pay(450, "week"), unit: null }, time],
    ["no sum", { min: null, max: null, unit: "hour" as const, currency: "GBP" }, time],
  ])("cannot be worked out from %s", (_, amount, hours) => {
    expect(workOutPerHour(amount, hours)).toBeNull();
  });

  test("keeps both ends of a range, and the one end that is known", () => {
    expect(workOutPerHour({ min: 12, max: 14, unit: "hour", currency: "GBP" }, time)).toMatchObject({
      low: 12,
      high: 14,
    });
    expect(workOutPerHour({ min: null, max: 15, unit: "hour", currency: "GBP" }, time)).toMatchObject({
      low: 15,
      high: 15,
    });
    expect(workOutPerHour({ min: 13, max: null, unit: "hour", currency: "GBP" }, time)).toMatchObject({
      low: 13,
      high: 13,
    });
  });
});
