import { expect, test } from "vitest";
import { type Alarm, nextAlarm } from "#shared/screens/missing.ts";
import type { Presence } from "#shared/screens/screen.ts";

const MINUTE = 60_000;

/** Looks every minute at a screen that stands like this, minute by minute; gives who was told what, when. */
function told(days: readonly (readonly [presence: Presence, minutes: number])[], most = 3) {
  const said: string[] = [];
  let alarm: Alarm | null = null;
  let minute = 0;
  for (const [presence, minutes] of days) {
    for (let count = 0; count < minutes; count += 1, minute += 1) {
      const move = nextAlarm(alarm, presence, most, minute * MINUTE);
      alarm = move.alarm;
      if (move.tell) said.push(`${minute}: ${move.tell.about} to ${move.tell.steps.join()}`);
    }
  }
  return said;
}

test("one that is missing is told once to the adviser, and after two hours each to the next", () => {
  expect(told([["online", 10], ["missing", 600]])).toEqual(["10: missing to 0", "130: missing to 1", "250: missing to 2"]); // prettier-ignore
  expect(told([["missing", 600]], 1)).toEqual(["0: missing to 0"]);
});

test("that it is back is told to all who heard that it was missing, when it has stayed five minutes", () => {
  expect(told([["missing", 121], ["online", 30]])).toEqual(["0: missing to 0", "120: missing to 1", "126: back to 0,1"]); // prettier-ignore
});

test("one that flaps is told of once, not every time", () => {
  const flapping = Array.from(
    { length: 6 },
    () =>
      [
        ["missing", 16],
        ["online", 4],
      ] as const,
  ).flat();
  expect(told(flapping)).toEqual(["0: missing to 0"]);
  const steadier = Array.from(
    { length: 6 },
    () =>
      [
        ["missing", 16],
        ["online", 10],
      ] as const,
  ).flat();
  expect(told(steadier)).toEqual(["0: missing to 0", "21: back to 0"]);
});

test("what goes missing again later in the day is told again", () => {
  expect(told([["missing", 20], ["online", 300], ["missing", 5]])).toEqual(["0: missing to 0", "25: back to 0", "320: missing to 0"]); // prettier-ignore
});

test("overnight nothing is told: it is only offline", () => {
  expect(
    told([
      ["offline", 900],
      ["online", 60],
    ]),
  ).toEqual([]);
});
