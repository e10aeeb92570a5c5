import { expect, test } from "vitest";
import { joinParts, parts, published, publishedSoFar, sum } from "#shared/uses/figures.ts";
import { monthAt, monthsBetween, spanOf } from "#shared/uses/months.ts";
import { fc } from "../../support/properties.ts";

const counts = fc.dictionary(fc.constantFrom("en", "pl", "ur", "pa", "bn", "ar", "ro", "cy"), fc.nat(30));
const whole = (counted: Readonly<Record<string, number>>) =>
  Object.values(counted).reduce((a, b) => a + b, 0);

test("one to four people are a few, and nobody is nobody", () => {
  expect([0, 1, 4, 5, 17].map(published)).toEqual([0, null, null, 5, 17]);
});

test("what a month that still runs says goes up by fives, so that no day can be told by looking daily", () => {
  const daily = [0, 1, 4, 5, 9, 10, 13].map(publishedSoFar);
  expect(daily).toEqual([0, null, null, 5, 5, 10, 10]);
});

test("every part that is named is five or more, and so is what is left when they are taken from the whole", () => {
  fc.assert(
    fc.property(counts, (counted) => {
      const { named, others } = parts(new Map(Object.entries(counted)));
      expect(Object.values(named).every((count) => count >= 5)).toBe(true);
      expect(others === 0 || others >= 5).toBe(true);
      const total = published(whole(counted));
      // A whole that is hidden has no parts; any other is exactly its parts.
      expect(sum([...Object.values(named), others])).toBe(total ?? 0);
    }),
  );
});

test("a district is the sum of what its centres publish: no subtraction brings a hidden figure back", () => {
  fc.assert(
    fc.property(fc.array(counts, { minLength: 1, maxLength: 6 }), (centres) => {
      const each = centres.map((counted) => parts(new Map(Object.entries(counted))));
      const { named, others } = joinParts(each);
      const district = sum(centres.map((counted) => published(whole(counted))));
      expect(sum([...Object.values(named), others])).toBe(district);
      for (const [at, one] of each.entries()) {
        const rest = sum(
          centres.filter((_, other) => other !== at).map((counted) => published(whole(counted))),
        );
        const left = district - rest;
        expect(left).toBe(sum([...Object.values(one.named), one.others]));
        expect(left === 0 || left >= 5).toBe(true);
      }
    }),
  );
});

test("months are London's, also where summer time moves their beginning", () => {
  expect(monthsBetween("2026-11", "2027-02")).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
  expect(monthsBetween("2027-01", "2026-12")).toEqual([]);
  expect(monthAt(Date.parse("2026-06-30T23:30:00Z"))).toBe("2026-07");
  expect(new Date(spanOf("2026-07").from).toISOString()).toBe("2026-06-30T23:00:00.000Z");
});
