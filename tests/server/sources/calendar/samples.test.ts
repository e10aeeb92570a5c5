import { describe, expect, test } from "vitest";
import { readSample, startsOf } from "./read.ts";

const YEARS = ["1996-01-01", "2030-12-31"] as const;
const read = (name: string, from: string = YEARS[0], to: string = YEARS[1]) =>
  readSample(`ics/${name}.ics`, from, to);

/** What each calendar of the samples must give (EXPECTED.md): its starts in UTC, and how many lines were rejected. */
const TABLE: [file: string, starts: readonly string[], rejected?: number][] = [
  ["icalendar-bom_calendar", []],
  ["icalendar-empty", []],
  ["icalendar-broken_dtstart", [], 1],
  ["icalendar-issue_104_broken_calendar", ["2014-04-01 00:00"]],
  ["icaljs-rdate_exdate", ["2024-06-09 03:00", "2024-06-10 03:00", "2024-06-12 03:00"]],
  ["magicmirror-3_move_first_allday_repeating_event", ["2024-10-12", "2024-10-18", "2024-10-25", "2024-11-01", "2024-11-08"]],
  ["magicmirror-bad_rrule", ["2021-04-18 17:00"]],
  ["magicmirror-exdate_and_recurrence_together", ["2024-10-22 21:30", "2024-10-26 21:30", "2024-10-27 21:30"]],
  ["nodeical-daily-count-exdate-recurrence-id", ["2015-07-06 19:00", "2015-07-09 19:00", "2015-07-09 22:00", ...[11, 12, 13, 14, 15].map((day) => `2015-07-${day} 19:00`)]],
  ["nodeical-duplicate-uid-sequence", ["2024-01-15 10:00", "2024-01-20 14:00"]],
  ["nodeical-test_date_duration", ["2024-02-15"]],
  ["uk-folded-inside-utf8", ["2026-11-25 10:00"]],
  ["uk-wholly-cancelled-and-tentative", ["2026-12-01 10:00", "2026-12-02 10:00"]],
  ["uk-outlook-gmt-standard-time", [
    "2026-09-17 08:30", "2026-09-24 08:30", "2026-10-01 08:30", "2026-10-08 08:30", "2026-10-15 08:30", "2026-10-22 08:30",
    "2026-11-05 09:30", "2026-11-12 09:30", "2026-11-19 13:30", "2026-11-26 09:30", "2026-12-03 09:30", "2026-12-10 09:30", "2026-12-17 09:30",
  ]],
  ["icalendar-issue_165_missing_event", [3, 6, 7, 8, 9, 10, 13, 14, 15, 16, 17, 20, 21, 22].map((day) => `2015-07-${String(day).padStart(2, "0")} 08:00`)],
]; // prettier-ignore

describe("the calendars of others", () => {
  test.each([...TABLE])("%s", (name, starts, rejected = 0) => {
    const reading = read(name);
    expect(reading).toMatchObject({ kind: "events", format: "icalendar", complete: true });
    expect(startsOf(reading)).toEqual(starts);
    expect(reading.rejected).toHaveLength(rejected);
  });

  test("an Outlook series keeps its hour in London, names what is off, and what has moved", () => {
    const { events } = read("uk-outlook-gmt-standard-time");
    expect(events.every(({ recurs, allDay }) => recurs && !allDay)).toBe(true);
    expect(events.filter(({ cancelled }) => cancelled).map(({ starts }) => starts)).toEqual([
      "2026-11-12T09:30:00.000Z",
    ]);
    expect(events[8]).toMatchObject({
      title: "Stay and Play (moved to the library)",
      ends: "2026-11-19T15:00:00.000Z",
    });
    expect(events[0]).toMatchObject({
      place: "Seacroft Children's Centre, LS14 6JD",
      uid: "040000008200E00074C5B7101A82E008",
    });
  });

  test("what is wholly off is listed as such, and what is not sure as that", () => {
    const { events } = read("uk-wholly-cancelled-and-tentative");
    expect(events).toMatchObject([
      { title: "Jobs fair", cancelled: true },
      { title: "CV workshop", cancelled: false, tentative: true },
    ]);
  });

  test("a fold within a letter, and lines that an exporter wrapped as it pleased, cost nothing", () => {
    const [event] = read("uk-folded-inside-utf8").events;
    expect(event?.title).toMatch(/^Sesiwn chwarae .* – dewch i ganu.* gyda’r plant bach$/);
    expect(event).toMatchObject({ ends: "2026-11-25T11:30:00.000Z", url: "https://example.org/digwyddiad" });
    expect(event?.description).toMatch(/^line that wraps.*is wrong$/);
  });

  test("one bad event of 401 costs one", () => {
    const { events, rejected, warnings } = read("nodeical-large-file-with-late-error");
    expect(events).toHaveLength(400);
    expect(rejected).toMatchObject([{ where: "line 2405", code: "two-starts" }]);
    expect(warnings.map(({ code }) => code)).toContain("no-such-date");
  });

  test("a rule with rubbish in it is kept, as far as it is understood", () => {
    const { events, warnings } = read("nodeical-badRRULE", "2020-09-01", "2020-12-31");
    expect(new Set(events.map(({ title }) => title))).toEqual(
      new Set(["Brain Break", "Academic Time", "Invalid RRULE property"]),
    );
    expect(warnings).toMatchObject([{ where: "line 47", code: "rule-not-understood" }]);
  });

  test("a zone that only the file knows is the file's", () => {
    const starts = startsOf(read("nodeical-bad_ms_tz"));
    expect(starts).toHaveLength(34);
    expect(starts.filter((at) => at < "2020-11-01").every((at) => at.endsWith("14:35"))).toBe(true);
    expect(starts.filter((at) => at > "2020-11-01").every((at) => at.endsWith("15:35"))).toBe(true);
    expect(starts.at(-1)).toBe("2020-12-17 15:35");
  });

  test("an end of a series that is not in UTC is in the series' own zone", () => {
    const starts = startsOf(read("nodeical-non-utc-until"));
    expect(starts).toHaveLength(53);
    expect([starts[0], starts[26], starts.at(-1)]).toEqual([
      "2024-01-01 09:00",
      "2024-07-01 08:00",
      "2024-12-30 09:00",
    ]);
  });

  test("a place of several lines keeps them", () => {
    const { events } = read("icalendar-x_location", "2016-10-28", "2016-11-01");
    expect(events.map(({ place }) => place)).toEqual(Array(3).fill("Roadstar 16\n12764 Happyville\nDenmark"));
    expect(startsOf({ events })).toEqual(["2016-10-28 12:00", "2016-10-31 13:00", "2016-11-01 13:00"]);
  });
});
