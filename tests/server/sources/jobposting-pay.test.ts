import { describe, expect, test } from "vitest";
import { amount, one, pay, posting, read } from "../../support/postings.ts";

describe("pay", () => {
  test.each([
    [
      "a quantity",
      amount({ value: 12.85, unitText: "HOUR" }),
      { min: 12.85, max: 12.85, unit: "hour", perHour: 12.85, currency: "GBP" },
    ],
    [
      "a range",
      amount({ minValue: 24000, maxValue: 26000, unitText: "YEAR" }),
      { min: 24000, max: 26000, unit: "year" },
    ],
    [
      "figures as text",
      amount({ minValue: "24,000", maxValue: "£26,000.00", unitText: "Year" }),
      { min: 24000, max: 26000, unit: "year" },
    ],
    [
      "a value as text",
      amount({ value: "£12.85", unitText: "HOUR" }),
      { text: "£12.85", min: 12.85, unit: "hour" },
    ],
    [
      "a range as text",
      amount({ value: "£24,027 - £24,404 (FTE), actual £16,318 - £16,574", unitText: "YEAR" }),
      { min: 16318, max: 16574, fteMin: 24027, fteMax: 24404 },
    ],
    [
      "scale points",
      amount({ value: "MPS/UPS", unitText: "YEAR" }),
      { text: "MPS/UPS", min: null, max: null },
    ],
    [
      "the minimum wage by name",
      "Minimum wage",
      { text: "Minimum wage", min: 12.71, unit: "hour", perHour: 12.71 },
    ],
    ["a text", "£12.85 per hour", { text: "£12.85 per hour", min: 12.85, unit: "hour" }],
    ["a number", 24027, { min: 24027, unit: "year" }],
    ["a number as text", "24027", { min: 24027, unit: "year" }],
    [
      "figures a level too high",
      { "@type": "MonetaryAmount", currency: "GBP", minValue: 12, maxValue: 13, unitText: "HOUR" },
      { min: 12, max: 13, unit: "hour" },
    ],
    [
      "a value that is the number itself",
      { currency: "GBP", value: 12.85, unitText: "hourly" },
      { min: 12.85, unit: "hour" },
    ],
    ["a code of the UN", amount({ value: 12.85, unitCode: "HUR" }), { min: 12.85, unit: "hour" }],
    ["an array", [amount({ value: 12.85, unitText: "HOUR" })], { min: 12.85 }],
    ["zero, which is none", amount({ minValue: 0, maxValue: 0, unitText: "HOUR" }), { min: null, max: null }],
    [
      "only an upper end",
      amount({ minValue: 0, maxValue: 15, unitText: "HOUR" }),
      { min: null, max: 15, perHour: 15 },
    ],
    [
      "a price",
      { "@type": "PriceSpecification", price: "12.85", priceCurrency: "GBP", unitText: "HOUR" },
      { min: 12.85, max: 12.85, unit: "hour" },
    ],
    ["nothing", null, { text: null, min: null, max: null }],
  ])("as %s", (_, baseSalary, expected) => {
    expect(pay(baseSalary)).toMatchObject(expected);
  });

  test("with the currency beside it", () => {
    expect(pay(12.85, { salaryCurrency: "EUR" })).toMatchObject({ currency: "EUR", perHour: null });
  });

  test("that the site guessed is no pay to check", () => {
    const vacancy = one({ estimatedSalary: amount({ minValue: 5, maxValue: 6, unitText: "HOUR" }) });
    expect(vacancy.pay).toMatchObject({ predicted: true, perHour: null });
    expect(vacancy.flags).toContain("cannot-check-pay");
    expect(vacancy.flags).not.toContain("below-minimum-wage");
  });

  test.each([
    ["12.21 an hour", amount({ value: 12.21, unitText: "HOUR" }), {}, true],
    ["12.71 an hour", amount({ value: 12.71, unitText: "HOUR" }), {}, false],
    [
      "a year's pay with hours",
      amount({ value: 20000, unitText: "YEAR" }),
      { workHours: "37 hours per week" },
      true,
    ],
    ["an apprentice's 8.00", amount({ value: 8, unitText: "HOUR" }), { title: "Apprentice Cook" }, false],
    ["an apprentice's 7.55", amount({ value: 7.55, unitText: "HOUR" }), { title: "Apprentice Cook" }, true],
    ["a volunteer", "Unpaid", { employmentType: "VOLUNTEER" }, false],
  ])("below the minimum wage is flagged: %s", (_, baseSalary, more, below) => {
    expect(one({ baseSalary, ...more }).flags.includes("below-minimum-wage")).toBe(below);
  });

  test("of a year whose minimum wage nobody knows is not flagged, but warned of", () => {
    const reading = read(
      JSON.stringify(
        posting({ baseSalary: amount({ value: 12.8, unitText: "HOUR" }), validThrough: "2031-05-01" }),
      ),
      "x.json",
    );
    expect(reading.vacancies[0]?.flags).not.toContain("below-minimum-wage");
    expect(reading.warnings).toMatchObject([{ where: "item 1", field: "pay", code: "wage-unknown" }]);
  });
});
