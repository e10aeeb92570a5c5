import { describe, expect, test } from "vitest";
import { checkNumber, groupDigits, NUMBER_FAULTS, maskNumber, readableNumber } from "#shared/calls/number.ts";
import { fc } from "../../support/properties.ts";

describe("a number at the keypad", () => {
  test.each([
    ["07700 900123", "+447700900123"],
    ["07900 123456", "+447900123456"],
    ["0113 496 0123", "+441134960123"],
    ["+44 7900 123456", "+447900123456"],
    ["+44 07900 123456", "+447900123456"],
    ["00 48 512 345 678", "+48512345678"],
    ["+40 712 345 678", "+40712345678"],
    ["+353 85 123 4567", "+353851234567"],
    ["07624 123456", "+447624123456"],
    ["0300 123 4567", "+443001234567"],
    ["٠٧٩٠٠ ١٢٣٤٥٦", "+447900123456"],
    ["(0113) 496-0123", "+441134960123"],
  ])("%s can be rung", (typed, e164) => {
    expect(checkNumber(typed, false)).toMatchObject({ ok: true, value: { e164 } });
  });

  test.each([
    ["", "number-needed"],
    ["+", "number-needed"],
    ["999", "number-emergency"],
    ["112", "number-emergency"],
    ["0790", "number-too-short"],
    ["07900 12345", "number-too-short"],
    ["07900 1234567", "number-too-long"],
    ["07612 345678", "number-unknown"],
    ["00000 000000", "number-unknown"],
    ["+999 1234 5678", "number-unknown"],
    ["09061 234567", "number-costs"],
    ["070 1234 5678", "number-costs"],
    ["0845 123 4567", "number-costs"],
    ["1".repeat(40), "number-too-long"],
  ])("%s cannot be rung: %s", (typed, code) => {
    expect(checkNumber(typed, false)).toMatchObject({ ok: false, refusal: { code } });
  });

  test("is judged whatever it is, and an accepted one is accepted again as it is kept", () => {
    const keys = fc
      .array(fc.constantFrom(..."0123456789+ ()-#*٣७"), { maxLength: 40 })
      .map((all) => all.join(""));
    const typed = fc.oneof(
      fc.string({ maxLength: 40 }),
      keys,
      fc.integer({ min: 0, max: 10 ** 10 }).map((rest) => `07${rest}`),
    );
    const tried = fc.check(
      fc.property(typed, fc.boolean(), (number, text) => {
        const checked = checkNumber(number, text);
        maskNumber(number);
        if (!checked.ok) return (NUMBER_FAULTS as readonly string[]).includes(checked.refusal.code);
        const again = checkNumber(checked.value.e164, text);
        return (
          /^\+[1-9]\d{5,14}$/.test(checked.value.e164) && again.ok && again.value.e164 === checked.value.e164
        );
      }),
      { numRuns: 3_000 },
    );
    expect(tried.counterexample).toBeNull();
  });

  test("that is a landline takes no text", () => {
    expect(checkNumber("0113 496 0123", true)).toMatchObject({ refusal: { code: "number-takes-no-text" } });
    expect(checkNumber("07900 123456", true)).toMatchObject({ ok: true });
  });

  test("is grouped as it is typed, hidden from those behind her, and read by the adviser", () => {
    expect(groupDigits("07700900")).toBe("07700 900");
    expect(maskNumber("07700900123")).toBe("••••• ••••23");
    expect(maskNumber("+48512345678")).toMatch(/^\+•• ••• ••• •78$/);
    expect(maskNumber("07")).toBe("07");
    expect(readableNumber("+447900123456")).toBe("07900 123456");
    expect(readableNumber("+48512345678")).toBe("+48 512 345 678");
  });
});
