import { describe, expect, test } from "vitest";
import { readPay } from "#server/sources/pay.ts";
import { findUnit } from "#server/sources/payunits.ts";

type Row = readonly [text: string, min: number | null, max: number | null, unit: string | null];

describe("pay is read from the words of an advert", () => {
  test.each<Row>([
    ["£12.85 p/h", 12.85, 12.85, "hour"],
    ["£12.8532 per hour", 12.85, 12.85, "hour"],
    ["£25,000 plus TLR2b £3,527", 25000, 25000, "year"],
    ["£25,000 + pension", 25000, 25000, "year"],
    ["£25,000 plus, depending on experience", 25000, null, "year"],
    ["£12.85 plus per hour", 12.85, null, "hour"],
    ["£24,000 basic, OTE £30,000", 24000, 24000, "year"],
    ["£24,000 - £26,000 (OTE £35k)", 24000, 26000, "year"],
    ["£12.71 + £1.53 holiday pay per hour", 12.71, 12.71, "hour"],
    ["£25,000 + £1,000 retention bonus", 25000, 25000, "year"],
    ["£25,000 plus £2,300 London Weighting", 25000, 25000, "year"],
    ["£32,916 - £45,352 plus SEN allowance £2,787", 32916, 45352, "year"],
    ["£25,000 and 25 days' annual leave", 25000, 25000, "year"],
    ["£24,027, paid in 12 equal monthly instalments", 24027, 24027, "year"],
    ["£24,027 paid monthly", 24027, 24027, "year"],
    ["£16,318 p.a. (0.68 FTE)", 16318, 16318, "year"],
    ["£12.71 per hour pro rata", 12.71, 12.71, "hour"],
    ["£1.234,50 per month", 1234.5, 1234.5, "month"],
    ["£23.656,00 per annum", 23656, 23656, "year"],
    ["£24 027 - £24 404 per annum", 24027, 24404, "year"],
    ["£12:71 per hour", 12.71, 12.71, "hour"],
    ["GBP12.71/hr", 12.71, 12.71, "hour"],
    ["12.71GBP/hour", 12.71, 12.71, "hour"],
    ["£18,000 for 25 hours per week, 39 weeks a year", 18000, 18000, "year"],
    ["£12.71 + £2.00 per hour weekend enhancement", 12.71, 12.71, "hour"],
    ["Day rate: £100", 100, 100, "day"],
    ["£100/d", 100, 100, "day"],
    ["To £26k", null, 26000, "year"],
    ["£26,000 max", null, 26000, "year"],
    ["under £15,000", null, 15000, "year"],
    ["£0 - £24,027", null, 24027, "year"],
    ["£24,000 minimum", 24000, null, "year"],
    ["over £24,000", 24000, null, "year"],
    ["£24,000 or above", 24000, null, "year"],
    ["not less than £12.71 an hour", 12.71, null, "hour"],
    ["£15 per session", 15, 15, null],
    ["L5 - L9 (£57,482 - £63,430)", 57482, 63430, "year"],
    ["£12.85 ph", 12.85, 12.85, "hour"],
    ["£12.85ph", 12.85, 12.85, "hour"],
    ["£12.85 p.h.", 12.85, 12.85, "hour"],
    ["£12.85/h", 12.85, 12.85, "hour"],
    ["£12.85/hr", 12.85, 12.85, "hour"],
    ["£12.85 an hour", 12.85, 12.85, "hour"],
    ["£ 12.85 per hr", 12.85, 12.85, "hour"],
    ["£12.21 per hour", 12.21, 12.21, "hour"],
    ["Hourly rate £12.85", 12.85, 12.85, "hour"],
    ["12.85 GBP per hour", 12.85, 12.85, "hour"],
    ["GBP 12.85 hourly", 12.85, 12.85, "hour"],
    ["1285p per hour", 12.85, 12.85, "hour"],
    ["1271 pence per hour", 12.71, 12.71, "hour"],
    ["12 pounds an hour", 12, 12, "hour"],
    ["£12,71 per hour", 12.71, 12.71, "hour"],
    ["£12.85 yr awr", 12.85, 12.85, "hour"],
    ["£12.85 per hour for 16 hours per week", 12.85, 12.85, "hour"],
    ["£12.85 p/h (x2 on Sundays)", 12.85, 12.85, "hour"],
    ["£12.71 per hour from 1 April 2026", 12.71, 12.71, "hour"],
    ["£12.71 - £13.10 per hour", 12.71, 13.1, "hour"],
    ["£12.71–£13.10 per hour", 12.71, 13.1, "hour"],
    ["£12.71 — 13.10 ph", 12.71, 13.1, "hour"],
    ["£12.71 to £13.10 ph", 12.71, 13.1, "hour"],
    ["between £12.71 and £13.10 an hour", 12.71, 13.1, "hour"],
    ["£12.71 per hour - £13.10 per hour", 12.71, 13.1, "hour"],
    ["£12.71 rising to £13.10 per hour", 12.71, 13.1, "hour"],
    ["£13.10 - £12.71 per hour", 12.71, 13.1, "hour"],
    ["£12.85 per hour plus £500 welcome bonus", 12.85, 12.85, "hour"],
    ["£12.85 per hour, 45p per mile", 12.85, 12.85, "hour"],
    ["£12.85 per hour (£24,790 per annum)", 12.85, 12.85, "hour"],
    ["£12.60 per hour under 21, £12.71 over 21", 12.6, 12.71, "hour"],
    ["£12.71 per hour (£13.50 weekends)", 12.71, 13.5, "hour"],
    ["£13.00 per hour rising to £14.00 after probation", 13, 14, "hour"],
    ["£12.85 per hour, £45 per sleep-in", 12.85, 12.85, "hour"],
    ["up to £15 per hour", null, 15, "hour"],
    ["Up to £15", null, 15, "hour"],
    ["from £13ph", 13, null, "hour"],
    ["£13+ per hour", 13, null, "hour"],
    ["starting at £13 per hour", 13, null, "hour"],
    ["minimum of £13 per hour", 13, null, "hour"],
    ["£21,575.00 to £22,369.00 Annually", 21575, 22369, "year"],
    ["£24,027 per annum", 24027, 24027, "year"],
    ["£24,027 p.a.", 24027, 24027, "year"],
    ["£24027 pa", 24027, 24027, "year"],
    ["£24,027 a year", 24027, 24027, "year"],
    ["£24,027/year", 24027, 24027, "year"],
    ["Annual salary: £24,027", 24027, 24027, "year"],
    ["£37578.60 to £39709.50 a year", 37578.6, 39709.5, "year"],
    ["24k–26k", 24000, 26000, "year"],
    ["£24k-£26k", 24000, 26000, "year"],
    ["£24-26k", 24000, 26000, "year"],
    ["£24.5k", 24500, 24500, "year"],
    ["circa £25k", 25000, 25000, "year"],
    ["£24,027 y flwyddyn", 24027, 24027, "year"],
    ["Grade 3: 24,027 - 24,404 per annum", 24027, 24404, "year"],
    ["Band 2 £23,615", 23615, 23615, "year"],
    ["NJC SCP 3-4 £24,027 - £24,404", 24027, 24404, "year"],
    ["£80 a day", 80, 80, "day"],
    ["£80 per day", 80, 80, "day"],
    ["£95-£120 daily", 95, 120, "day"],
    ["£80 y dydd", 80, 80, "day"],
    ["£450 pw", 450, 450, "week"],
    ["£450 p/w", 450, 450, "week"],
    ["£450 per week", 450, 450, "week"],
    ["£450 weekly", 450, 450, "week"],
    ["£1,900 pcm", 1900, 1900, "month"],
    ["£1,900 per month", 1900, 1900, "month"],
    ["£1,900 per calendar month", 1900, 1900, "month"],
    ["£1900 monthly", 1900, 1900, "month"],
    ["£1,900 y mis", 1900, 1900, "month"],
  ])("%s", (text, min, max, unit) => {
    expect(readPay(text)).toMatchObject({ min, max, unit, currency: "GBP", fteMin: null, problem: null });
  });

  test.each<Row>([
    ["12.71", 12.71, 12.71, "hour"],
    ["£12.71", 12.71, 12.71, "hour"],
    ["12.71 - 13.10", 12.71, 13.1, "hour"],
    ["24027", 24027, 24027, "year"],
    ["£24,027", 24027, 24027, "year"],
    ["£450", 450, 450, null],
    ["£1,900", 1900, 1900, null],
    ["100", 100, 100, null],
  ])("%s has no unit: only its size tells, where it can", (text, min, max, unit) => {
    expect(readPay(text)).toMatchObject({ min, max, unit, unitOrigin: "derived" });
  });

  test.each<readonly [string, number | null, number | null, number, number]>([
    ["£24,027 - £24,404 FTE", null, null, 24027, 24404],
    ["£24,027 - £24,404 (FTE), actual £16,318 - £16,574", 16318, 16574, 24027, 24404],
    ["Kent Range 3, £23,900 FTE, £15,217.24 pro rata", 15217.24, 15217.24, 23900, 23900],
    ["£16,318 actual (£24,027 FTE)", 16318, 16318, 24027, 24027],
    ["Actual salary: £16,318 (FTE £24,027)", 16318, 16318, 24027, 24027],
    ["FTE £24,027, actual £16,318", 16318, 16318, 24027, 24027],
    ["FTE £24,027 actual £16,318", 16318, 16318, 24027, 24027],
    ["£24,027 FTE £16,318 actual", 16318, 16318, 24027, 24027],
    ["£24,027 FTE / £16,318 actual salary", 16318, 16318, 24027, 24027],
    ["£24,027 pro rata", null, null, 24027, 24027],
    ["£24,027 - £24,404 per annum pro rata", null, null, 24027, 24404],
    ["£24,027 full-time equivalent", null, null, 24027, 24027],
    [
      "£24,027 to £24,404 (full time equivalent) actual salary £16,318 to £16,574",
      16318,
      16574,
      24027,
      24404,
    ],
    ["24,027 FTE", null, null, 24027, 24027],
    ["0.6 FTE, £24,027 FTE", null, null, 24027, 24027],
    ["£24,027 per annum, pro rata to hours and weeks worked", null, null, 24027, 24027],
    ["£24,027 x 38/52.14 weeks pro rata", null, null, 24027, 24027],
    ["£24,027 (Full-time), £16,318 (Actual)", 16318, 16318, 24027, 24027],
    ["Full time salary: £24,027. Actual salary: £16,318", 16318, 16318, 24027, 24027],
    ["Points 3-4, £24,027-£24,404 FTE. Actual pro rata £3,500.60", 3500.6, 3500.6, 24027, 24404],
    ["Point 3 FTE £24,027 (Pro Rata Salary is £3,894)", 3894, 3894, 24027, 24027],
  ])("%s keeps the full-time equivalent apart from what is paid", (text, min, max, fteMin, fteMax) => {
    expect(readPay(text)).toMatchObject({
      min,
      max,
      fteMin,
      fteMax,
      unit: "year",
      currency: "GBP",
      problem: null,
    });
  });

  test("an hourly rate beside a yearly full-time equivalent is what is paid", () => {
    expect(readPay("£24,790.00 - £25,185.00 pa pro rata, £12.85 - £13.05 per hour")).toMatchObject({
      min: 12.85, max: 13.05, unit: "hour", fteMin: 24790, fteMax: 25185, problem: null,
    }); // prettier-ignore
  });

  test.each([
    "Band 2", "Band 2-3", "MPS/UPS", "M1-UPS3", "MPS1 - UPS3", "L5-L9", "MPS", "Negotiable", "negotiable", "Competitive", "Competitive salary",
    "DOE", "TBC", "NJC Grade 5", "Scale 3", "Level 2 to 3", "Real Living Wage", "above minimum wage", "Unpaid",
    "Voluntary", "Expenses only", "-", "Depending on experience", "Cystadleuol", "OTE £30,000", "Market rate", "To be agreed", "£££", "£Neg", "Not disclosed", "As per NJC scale",
  ])("%s is an answer without a sum", (text) => {
    expect(readPay(text)).toMatchObject({ min: null, max: null, statutory: null, problem: null });
  }); // prettier-ignore

  test.each([
    ["NMW", "adult"],
    ["Minimum wage", "adult"],
    ["National Minimum Wage", "adult"],
    ["National Living Wage", "adult"],
    ["NLW", "adult"],
    ["Paid at the National Living Wage", "adult"],
    ["Isafswm Cyflog Cenedlaethol", "adult"],
    ["Cyflog Byw Cenedlaethol", "adult"],
    ["Apprentice minimum wage", "apprentice"],
    ["Apprenticeship rate", "apprentice"],
    ["National Minimum Wage for apprentices", "apprentice"],
  ])("%s is the legal rate, not a sum", (text, statutory) => {
    expect(readPay(text)).toMatchObject({ min: null, max: null, statutory, unit: "hour", problem: null });
  });

  test.each([
    ["€10 - £11 ph", "mixed-currencies"],
    ["£1,285 per hour", "not-plausible"],
    ["£12.85 per annum", "not-plausible"],
    ["£24,027 per hour", "not-plausible"],
    ["£0", "not-plausible"],
    ["-1", "not-plausible"],
    ["£10 - £1,100 per hour", "not-plausible"],
    ["lots", "not-understood"],
    ["ring Sue on 0113 496 0000", "not-understood"],
    ["=1+1", "not-understood"],
    ["@home", "not-understood"],
  ])("%s is kept as text and named: %s", (text, problem) => {
    expect(readPay(text).problem).toBe(problem);
  });

  test("the euro is not the pound, and mixed currencies make no sum at all", () => {
    expect(readPay("€12 per hour")).toMatchObject({ min: 12, currency: "EUR" });
    expect(readPay("12,50 € per hour")).toMatchObject({ min: 12.5, currency: "EUR" });
    expect(readPay("€10 - £11 ph")).toMatchObject({ min: null, max: null, currency: null, unit: "hour" });
    expect(readPay("-1")).toMatchObject({ min: null, max: null });
  });

  test("a column or unitText that names the unit is used where the words do not", () => {
    expect(readPay("450", { unit: "week" })).toMatchObject({ min: 450, unit: "week", unitOrigin: "stated" });
    expect(readPay("£12.85 per hour", { unit: "year" })).toMatchObject({ unit: "hour" });
    expect(readPay("12.85", { currency: "EUR" })).toMatchObject({
      currency: "EUR",
      currencyOrigin: "stated",
    });
  });

  test("pay by the piece has no unit of time", () => {
    expect(readPay("£25 per session")).toMatchObject({ min: 25, unit: null });
    expect(readPay("£9 per visit")).toMatchObject({ min: 9, unit: null });
  });
});

test.each([
  ["HOUR", "hour"], ["Hourly", "hour"], ["per hour", "hour"], ["HUR", "hour"], ["hr", "hour"],
  ["DAY", "day"], ["WEEK", "week"], ["WEE", "week"], ["MONTH", "month"], ["MON", "month"],
  ["Year", "year"], ["YEAR", "year"], ["ANN", "year"], ["Annually", "year"], ["per annum", "year"], ["fortnight", null],
] as const)("the code %s means %s", (code, unit) => {
  expect(findUnit(code)).toBe(unit);
}); // prettier-ignore
