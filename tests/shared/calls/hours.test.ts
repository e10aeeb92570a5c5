import { describe, expect, test } from "vitest";
import { afterWork, promiseOf, stepInstants, type Team, workBetween } from "#shared/calls/hours.ts";
import { CALLS_BY_DEFAULT } from "#shared/centres/calls.ts";
import { readReference, referenceAt, REFERENCES } from "#shared/calls/reference.ts";

const MINUTE = 60_000;
const { hours, handsetMinutes, ringMinutes } = CALLS_BY_DEFAULT;
/** Monday to Friday, nine to five, but for Christmas. */
const team: Team = { hours, closed: ["2026-12-25", "2026-12-28"], handsetMinutes, ringMinutes };
const at = (written: string) => Date.parse(written);

function promised(way: "handset" | "ring", when: "soon" | "school-run" | "tomorrow", now: string, of = team) {
  const { from, due, ...rest } = promiseOf(of, way, when, at(now));
  return { ...rest, from: new Date(from).toISOString(), due: new Date(due).toISOString() };
}

describe("when somebody rings", () => {
  test("is within a quarter of an hour where the handset stands and the team is there", () => {
    expect(promised("handset", "soon", "2026-12-01T10:00:00Z")).toEqual({
      open: true,
      until: at("2026-12-01T17:00:00Z"),
      from: "2026-12-01T10:00:00.000Z",
      due: "2026-12-01T10:15:00.000Z",
    });
  });

  test.each([
    ["is told over the night", "handset", "2026-12-01T18:00:00Z", "2026-12-02T09:15:00.000Z"],
    [
      "counts only working time up to the evening",
      "handset",
      "2026-12-01T16:55:00Z",
      "2026-12-02T09:10:00.000Z",
    ],
    ["is told over the weekend", "handset", "2026-12-05T11:00:00Z", "2026-12-07T09:15:00.000Z"],
    ["is told over the bank holidays", "handset", "2026-12-24T18:00:00Z", "2026-12-29T09:15:00.000Z"],
    [
      "is the next working morning for one's own phone",
      "ring",
      "2026-12-01T10:00:00Z",
      "2026-12-02T12:00:00.000Z",
    ],
    ["is Monday's for one who asks on Friday", "ring", "2026-12-04T10:00:00Z", "2026-12-07T12:00:00.000Z"],
    ["knows that London's summer begins", "handset", "2027-03-28T08:30:00Z", "2027-03-29T08:15:00.000Z"],
  ] as const)("%s", (_name, way, now, due) => {
    expect(promised(way, "soon", now).due).toBe(due);
  });

  test("waits for what suits her", () => {
    expect(promised("handset", "school-run", "2026-12-01T08:00:00Z").from).toBe("2026-12-01T09:30:00.000Z");
    expect(promised("handset", "school-run", "2026-12-01T13:00:00Z").from).toBe("2026-12-01T16:00:00.000Z");
    expect(promised("handset", "school-run", "2026-12-01T17:30:00Z").from).toBe("2026-12-02T09:30:00.000Z");
    expect(promised("ring", "tomorrow", "2026-12-04T10:00:00Z").from).toBe("2026-12-07T09:00:00.000Z");
  });

  test("comes to an end also where the team never is, or always", () => {
    const never: Team = { ...team, hours: [{ days: ["mon"], start: "09:00", end: "09:30" }], closed: Array.from({ length: 800 }, (_, week) => new Date(at("2026-11-30") + week * 7 * 86_400_000).toISOString().slice(0, 10)) }; // prettier-ignore
    expect(promiseOf(never, "handset", "soon", at("2026-12-01T10:00:00Z")).due).toBeGreaterThan(0);
    const always: Team = { ...team, hours: [], closed: [] };
    expect(promised("handset", "soon", "2026-12-05T03:00:00Z", always).due).toBe("2026-12-05T03:15:00.000Z");
  });

  test("is handed on at the start, half way, three quarters on and at the end of working time", () => {
    const window = { from: at("2026-12-01T16:56:00Z"), due: at("2026-12-02T09:12:00Z") };
    const steps = stepInstants(team, window, 4).map((one) => new Date(one).toISOString().slice(11, 16));
    expect(steps).toEqual(["16:56", "09:04", "09:08", "09:12"]);
    expect(stepInstants(team, window, 1)).toEqual([window.from]);
    expect(stepInstants(team, window, 0)).toEqual([]);
  });

  test("adds up: what is worked between two instants is what lies between them", () => {
    const from = at("2026-12-04T15:00:00Z");
    for (const minutes of [0, 1, 90, 120, 121, 480, 2_000]) {
      const end = afterWork(team, from, minutes * MINUTE);
      expect(workBetween(team, from, end)).toBe(minutes * MINUTE);
    }
  });
});

test("a reference is one of many, is read however it is typed, and never resembles another", () => {
  const all = new Set(Array.from({ length: REFERENCES }, (_, number) => referenceAt(number)));
  expect(all.size).toBe(REFERENCES);
  for (const one of ["K7 42", "k742", " k7-42 "]) expect(readReference(one)).toBe("K7 42");
  for (const wrong of ["", "O7 42", "K0 42", "K7 4", "K7 422", "77 42", "K7 4२"])
    expect(readReference(wrong)).toBeNull();
});
