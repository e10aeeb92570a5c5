import { describe, expect, test } from "vitest";
import type { Term, Timing, Window } from "#shared/schema.ts";
import { isShowing, nextChange } from "#shared/showing.ts";

/**
 * The rule told in another way, to check it against: every window written out minute by minute as the
 * readings of a clock that never changes, and London's clocks asked of Intl at each minute.
 */
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
const ROUNDS = 30;

const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/London",
  dateStyle: "short",
  timeStyle: "short",
});

function minutesAround(day: string) {
  const first = Date.parse(`${day}T00:00:00Z`) - 10 * DAY;
  return Array.from({ length: 21 * 24 * 60 }, (_, index) => {
    const at = first + index * MINUTE;
    return { at, reading: clock.format(at) };
  });
}

function readingsOf(
  { pattern, exceptDates, termTimeOnly }: Timing,
  terms: readonly Term[],
  days: readonly string[],
) {
  const readings = new Set<string>();
  const windows = pattern.length > 0 ? pattern : [{ days: [...WEEKDAYS], start: "00:00", end: "24:00" }];
  for (const day of days) {
    const midnight = Date.parse(`${day}T00:00:00Z`);
    if (exceptDates.includes(day)) continue;
    if (termTimeOnly && !terms.some(([first, last]) => first <= day && day <= last)) continue;
    for (const window of windows) {
      if (!window.days.includes(WEEKDAYS[new Date(midnight).getUTCDay()]!)) continue;
      const [start, end] = [window.start, window.end].map(
        (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
      );
      const last = end! > start! ? end! : end! + 24 * 60;
      for (let minute = start!; minute < last; minute += 1) {
        readings.add(new Date(midnight + minute * MINUTE).toISOString().slice(0, 16).replace("T", " "));
      }
    }
  }
  return readings;
}

/** Mulberry32: the same timings at every run. */
function random(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function anyTiming(draw: () => number, minutes: readonly { at: number }[], days: readonly string[]) {
  const pick = <T>(list: readonly T[]) => list[Math.floor(draw() * list.length)]!;
  const some = <T>(list: readonly T[], share: number) => list.filter(() => draw() < share);
  const times = ["00:00", "00:30", "01:00", "01:15", "01:30", "02:00", "02:30", "09:00", "12:00", "22:00", "23:59", "24:00"]; // prettier-ignore
  const windows = Array.from({ length: Math.floor(draw() * 4) }, (): Window => {
    const chosen = some(WEEKDAYS, 0.5);
    return { days: chosen.length > 0 ? chosen : ["sun"], start: pick(times), end: pick(times) };
  });
  const instant = () => (draw() < 0.3 ? new Date(pick(minutes).at).toISOString() : null);
  const ends = [...some(days, 0.15)];
  const terms = ends.slice(0, -1).map((first, index): Term => [first, ends[index + 1]!]).filter((_, index) => index % 2 === 0); // prettier-ignore
  const timing: Timing = {
    from: instant(),
    until: instant(),
    pattern: windows,
    exceptDates: draw() < 0.5 ? some(days, 0.2) : [],
    termTimeOnly: draw() < 0.3,
  };
  return { timing, terms };
}

describe.each([
  ["spring", "2026-03-29"],
  ["autumn", "2026-10-25"],
])("three weeks around the %s change, for timings of every sort", (_season, change) => {
  const minutes = minutesAround(change);
  const days = [...new Set(minutes.map(({ reading }) => reading.slice(0, 10)))];
  const dayBefore = new Date(minutes[0]!.at - DAY).toISOString().slice(0, 10);

  test.each(Array.from({ length: ROUNDS }, (_, round) => round))("timing %i", (round) => {
    const draw = random(round);
    const { timing, terms } = anyTiming(draw, minutes, days);
    const screen = { centre: null, terms };
    const readings = readingsOf(timing, terms, [dayBefore, ...days]);
    const [from, until] = [Date.parse(timing.from ?? "1970-01-01"), Date.parse(timing.until ?? "2100-01-01")];
    const steps = minutes.map(({ at, reading }) => from <= at && at < until && readings.has(reading));

    const differing = minutes.filter(({ at }, index) => isShowing(timing, screen, at) !== steps[index]);
    expect({ timing, terms, differing }).toEqual({ timing, terms, differing: [] });

    const stepped = minutes
      .filter((_, index) => index > 0 && steps[index] !== steps[index - 1])
      .map(({ at }) => at);
    const told: number[] = [];
    const end = minutes.at(-1)!.at;
    let next = nextChange(timing, screen, minutes[0]!.at);
    for (; next !== null && next <= end; next = nextChange(timing, screen, next)) told.push(next);
    expect({ timing, terms, told }).toEqual({ timing, terms, told: stepped });
    for (const at of told) expect(isShowing(timing, screen, at - 1)).toBe(!isShowing(timing, screen, at));
    for (const { at } of minutes.filter(() => draw() < 0.002)) {
      expect(nextChange(timing, screen, at + 12_345, end + 1)).toBe(
        stepped.find((flip) => flip > at) ?? null,
      );
    }
  });
});
