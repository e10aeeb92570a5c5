import { expect, test } from "vitest";
import { darkenFor, LAGOON, panelColours, SUN_MIST } from "#kiosk/ui/colour.ts";
import { AAA, contrast } from "#shared/colour.ts";

test("contrast is WCAG's ratio", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

test("words on the panel can be read from afar, whatever a centre's colour is", () => {
  for (const brand of [null, "#7a2b22", "#ff0000", "#ffffff", "#f7b733", "#000000", "#0b5b5f", "#767676"]) {
    const { panel, deep } = panelColours(brand);
    for (const words of ["#ffffff", SUN_MIST]) {
      expect(contrast(panel, words)).toBeGreaterThanOrEqual(AAA);
      expect(contrast(deep, words)).toBeGreaterThanOrEqual(AAA);
    }
  }
});

test("a colour that can be read stays as the centre chose it", () => {
  expect(darkenFor("#073f45", "#ffffff", AAA)).toBe("#073f45");
  expect(darkenFor(LAGOON, "#ffffff", AAA)).toBe(LAGOON);
});

test("a colour that cannot be read becomes darker, not another", () => {
  const shade = darkenFor("#d94f30", "#ffffff", AAA);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(shade.slice(at, at + 2), 16));
  expect(red).toBeGreaterThan(green);
  expect(green).toBeGreaterThan(blue);
});
