import { expect, test } from "vitest";
import { advance, follow, NO_SLIDES, upNext, type Rotation } from "#kiosk/screens/rotation.ts";

const ORDER = ["a", "b", "c", "d"];

/** The slides that so many turns show from here on. */
function shownBy(rotation: Rotation, turns: number): string {
  let shown = "";
  let at = rotation;
  for (let turn = 0; turn < turns; turn += 1) {
    shown += at.current ?? "-";
    at = advance(at, 0);
  }
  return shown;
}

test("every slide has its turn, round after round", () => {
  expect(shownBy(follow(NO_SLIDES, ORDER, 0), 9)).toBe("abcdabcda");
});

test("a round is counted when the first slide comes again, so that the next language takes its turn", () => {
  let rotation = follow(NO_SLIDES, ["a", "b"], 0);
  const rounds = [];
  for (let turn = 0; turn < 5; turn += 1) {
    rounds.push(rotation.round);
    rotation = advance(rotation, 0);
  }
  expect(rounds).toEqual([0, 0, 1, 1, 2]);
});

test("a single slide counts its rounds too", () => {
  const once = follow(NO_SLIDES, ["a"], 0);
  expect(advance(advance(once, 0), 0).round).toBe(2);
});

test("what changes elsewhere leaves the slide that is on and its time alone", () => {
  const on = advance(follow(NO_SLIDES, ORDER, 0), 7_000);
  const after = follow(on, ["a", "b", "d"], 9_000);
  expect([after.current, after.since]).toEqual(["b", 7_000]);
});

test("a new slide has its first turn next, and then its place in the round", () => {
  const on = follow(NO_SLIDES, ["a", "b", "d"], 0);
  expect(shownBy(follow(on, ORDER, 0), 8)).toBe("acbcdabc");
});

test("a new slide whose place is next anyway is not shown twice in a row", () => {
  const on = follow(NO_SLIDES, ["a", "c", "d"], 0);
  expect(shownBy(follow(on, ORDER, 0), 6)).toBe("abcdab");
});

test("a whole new programme is no queue of newcomers", () => {
  const on = follow(NO_SLIDES, ["a"], 0);
  expect(follow(on, ["a", "p", "q", "r", "s"], 0).newcomers).toEqual([]);
});

test("a slide that ends leaves at once, and the one after it comes", () => {
  const on = advance(follow(NO_SLIDES, ORDER, 0), 1_000);
  const after = follow(on, ["a", "c", "d"], 4_000);
  expect([after.current, after.since]).toEqual(["c", 4_000]);
});

test("the last slide of a round that ends opens the next round", () => {
  const last = advance(follow(NO_SLIDES, ["a", "b"], 0), 0);
  const after = follow(last, ["a"], 0);
  expect([after.current, after.round]).toEqual(["a", 1]);
});

test("when nothing is left there is no slide, and the next to come is on at once", () => {
  const none = follow(follow(NO_SLIDES, ["a"], 0), [], 1_000);
  expect([none.current, upNext(none)]).toEqual([null, null]);
  expect(follow(none, ["b"], 2_000)).toMatchObject({ current: "b", since: 2_000 });
});

test("however slides come and go, no slide that stays is passed over for more than one round", () => {
  let rotation = follow(NO_SLIDES, ORDER, 0);
  let sinceD = 0;
  for (let turn = 0; turn < 200; turn += 1) {
    const others = ["a", "b", "c", `x${turn % 7}`].filter((_, at) => (turn >> at) % 3 !== 0);
    rotation = advance(follow(rotation, [...others, "d"], turn), turn);
    sinceD = rotation.current === "d" ? 0 : sinceD + 1;
    expect(sinceD).toBeLessThanOrEqual(8);
  }
});
