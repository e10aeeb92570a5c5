import { describe, expect, test } from "vitest";
import { carryOn, framesOf, positionAt, roundTime, timeAt, type Strip } from "#kiosk/screens/motion.ts";

const STRIP: Strip = { motion: "steps", axis: "X", sign: -1, count: 4, visible: 2 };

describe("the ten", () => {
  test("stay with the card at the front when one is added elsewhere", () => {
    expect(carryOn(["a", "b", "c"], 1.4, ["new", "a", "b", "c"])).toBeCloseTo(2.4);
    expect(carryOn(["a", "b", "c"], 1.4, ["a", "b", "c", "new"])).toBeCloseTo(1.4);
  });

  test("go on with the next card when the one at the front leaves", () => {
    expect(carryOn(["a", "b", "c"], 1.4, ["a", "c"])).toBe(1);
    expect(carryOn(["a", "b", "c"], 2.9, ["a", "b"])).toBe(0);
  });

  test("begin anew when all of them are others", () => {
    expect(carryOn(["a"], 0.5, ["p", "q"])).toBe(0);
  });

  test("know their place from the time, round after round", () => {
    const time = timeAt(STRIP, 2.5);
    expect(positionAt(STRIP, time + 3 * roundTime(STRIP))).toBeCloseTo(2.5);
  });

  test("end a round where the first cards come again, so that nothing jumps", () => {
    for (const motion of ["steps", "crawl", "pages"] as const) {
      const frames = framesOf({ ...STRIP, motion });
      expect(frames[0]?.["transform"]).toBe("translateX(0%)");
      expect(frames[frames.length - 1]).toMatchObject({ transform: "translateX(-200%)", offset: 1 });
    }
  });

  test("rest at every card when they move by steps", () => {
    const transforms = framesOf(STRIP).map((frame) => frame["transform"]);
    expect(transforms.filter((transform) => transform === "translateX(-50%)")).toHaveLength(2);
  });

  test("swap whole pages without any movement for whoever asked for less of it", () => {
    const frames = framesOf({ ...STRIP, count: 5, motion: "pages" });
    expect(frames.slice(0, -1).every((frame) => frame.easing === "steps(1,end)")).toBe(true);
    expect(frames.map((frame) => frame["transform"])).toEqual([
      "translateX(0%)",
      "translateX(-100%)",
      "translateX(-200%)",
      "translateX(-250%)",
    ]);
  });

  test("run to the right in languages that are read to the left", () => {
    const last = framesOf({ ...STRIP, sign: 1 }).pop();
    expect(last?.["transform"]).toBe("translateX(200%)");
  });
});
