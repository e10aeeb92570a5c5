import { describe, expect, test } from "vitest";
import { oneEvent, readCalendar, startsOf } from "./read.ts";

const year = (...lines: string[]) => readCalendar(oneEvent(...lines), "2026-01-01", "2026-12-31");
const lines = (...all: string[]) => all.join("\r\n");

describe("a zone", () => {
  test.each([
    ["Europe/London", "2026-07-01 09:30"],
    ["GMT Standard Time", "2026-07-01 09:30"],
    ['"GMT Standard Time"', "2026-07-01 09:30"],
    ["(UTC+00:00) Dublin\\, Edinburgh\\, Lisbon\\, London", "2026-07-01 09:30"],
    ["(GMT+00:00) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London", "2026-07-01 09:30"],
    ["BST", "2026-07-01 09:30"],
    ["/freeassociation.sourceforge.net/Europe/London", "2026-07-01 09:30"],
    ["/example.org/20260101_1/America/New_York", "2026-07-01 14:30"],
    ['"(UTC-05:00) Eastern Time (US and Canada)"', "2026-07-01 14:30"],
    ['"Amsterdam, Belgrade, Berlin, Brussels"', "2026-07-01 08:30"],
    ["tzone://Microsoft/Utc", "2026-07-01 10:30"],
    ["UTC+02:00", "2026-07-01 08:30"],
    ["GMT-0330", "2026-07-01 14:00"],
    ["US/Pacific", "2026-07-01 17:30"],
    ["W. Europe Standard Time", "2026-07-01 08:30"],
  ])("called %s is known", (zone, start) => {
    const reading = year(`DTSTART;TZID=${zone}:20260701T103000`);
    expect(startsOf(reading)).toEqual([start]);
    expect(reading.warnings).toEqual([]);
  });

  test("that nobody knows is taken for London's, and said", () => {
    const reading = year("DTSTART;TZID=Customized Time Zone:20260701T103000");
    expect(startsOf(reading)).toEqual(["2026-07-01 09:30"]);
    expect(reading.warnings).toMatchObject([{ code: "unknown-zone" }]);
    expect(reading.events[0]?.flags).toContain("unknown-zone");
  });

  test("in the hour that the clocks skip or say twice is as RFC 5545 has it", () => {
    expect(startsOf(year("DTSTART;TZID=Europe/London:20260329T013000"))).toEqual(["2026-03-29 01:30"]);
    expect(startsOf(year("DTSTART;TZID=Europe/London:20261025T013000"))).toEqual(["2026-10-25 00:30"]);
  });

  test("of the calendar is its floating times', London's where there is none", () => {
    const floating = oneEvent("DTSTART:20260701T103000");
    expect(startsOf(readCalendar(floating, "2026-01-01", "2026-12-31"))).toEqual(["2026-07-01 09:30"]);
    const pacific = floating.replace("BEGIN:VEVENT", "X-WR-TIMEZONE;VALUE=TEXT:US/Pacific\r\nBEGIN:VEVENT");
    expect(startsOf(readCalendar(pacific, "2026-01-01", "2026-12-31"))).toEqual(["2026-07-01 17:30"]);
  });
});

describe("an all-day event", () => {
  test.each([
    ["DTSTART;VALUE=DATE:20260701", "2026-07-01", "2026-07-02"],
    ["DTSTART:20260701", "2026-07-01", "2026-07-02"],
    ["DTSTART;VALUE=DATE:20260701T000000", "2026-07-01", "2026-07-02"],
    [lines("DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:20260704"), "2026-07-01", "2026-07-04"],
    [lines("DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:20260701"), "2026-07-01", "2026-07-02"],
    [lines("DTSTART;VALUE=DATE:20260701", "DURATION:P1W"), "2026-07-01", "2026-07-08"],
    [
      lines(
        "DTSTART;TZID=GMT Standard Time:20260701T000000",
        "DTEND;TZID=GMT Standard Time:20260703T000000",
        "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
      ),
      "2026-07-01",
      "2026-07-03",
    ],
  ])("stays a day: %s", (written, starts, ends) => {
    expect(year(written).events).toMatchObject([{ allDay: true, starts, ends }]);
  });

  test("that has begun before the days that are wanted is among them while it lasts", () => {
    const festival = oneEvent("DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:20260704");
    expect(readCalendar(festival, "2026-07-03", "2026-07-10").events).toHaveLength(1);
    expect(readCalendar(festival, "2026-07-04", "2026-07-10").events).toHaveLength(0);
    expect(readCalendar(festival, "2026-06-01", "2026-07-01").events).toHaveLength(1);
  });

  test("moved by a program that writes instants is moved, not doubled", () => {
    const series = lines("DTSTART;VALUE=DATE:20260219", "RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4");
    const moved = (id: string) =>
      lines(
        series,
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:1",
        `RECURRENCE-ID${id}`,
        "DTSTART;VALUE=DATE:20260227",
      );
    const days = ["2026-02-19", "2026-02-24", "2026-02-27", "2026-03-03"];
    for (const id of [";TZID=UTC+01:20260226T000000", ":20260225T230000Z", ";VALUE=DATE:20260226"]) {
      expect(startsOf(year(moved(id)))).toEqual(days);
    }
  });
});

describe("a series", () => {
  const daily = lines(
    "DTSTART;TZID=Europe/London:20260323T100000",
    "DTEND;TZID=Europe/London:20260323T110000",
  );

  test("stays at its hour when the clocks change, and its length with it", () => {
    const { events } = year(daily, "RRULE:FREQ=WEEKLY;COUNT=2");
    expect(events.map(({ starts, ends }) => [starts?.slice(11, 16), ends?.slice(11, 16)])).toEqual([
      ["10:00", "11:00"],
      ["09:00", "10:00"],
    ]);
  });

  test("changed from one day on is changed from there", () => {
    const later = lines(
      "END:VEVENT",
      "BEGIN:VEVENT",
      "UID:1",
      "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20260325T100000",
      "SUMMARY:Later",
      "DTSTART;TZID=Europe/London:20260325T140000",
    );
    const { events } = year(daily, "RRULE:FREQ=DAILY;COUNT=4", later);
    expect(events.map(({ title, starts }) => `${title} ${starts?.slice(8, 16)}`)).toEqual([
      "Group 23T10:00",
      "Group 24T10:00",
      "Later 25T14:00",
      "Later 26T14:00",
    ]);
  });

  test("with further dates and periods has them, once each", () => {
    const more = lines(
      "RDATE;TZID=Europe/London:20260323T100000,20260401T120000",
      "RDATE;VALUE=PERIOD:20260402T120000Z/PT2H,199709T180000Z/PT5H",
    );
    const reading = year(daily, more);
    expect(startsOf(reading)).toEqual(["2026-03-23 10:00", "2026-04-01 11:00", "2026-04-02 12:00"]);
    expect(reading.events[2]?.ends).toBe("2026-04-02T14:00:00.000Z");
    expect(reading.warnings).toMatchObject([{ code: "not-a-date" }]);
  });

  test("of two rules is on by either", () => {
    expect(
      startsOf(
        year(daily, "RRULE:FREQ=WEEKLY;COUNT=2", "RRULE:FREQ=MONTHLY;BYMONTHDAY=1;UNTIL=20260501T235959Z"),
      ),
    ).toEqual(["2026-03-23 10:00", "2026-03-30 09:00", "2026-04-01 09:00", "2026-05-01 09:00"]);
  });

  test.each([
    ["a day", "20260325", 3],
    ["an instant", "20260325T100000Z", 3],
    ["the zone's own time", "20260325T100000", 3],
    ["the minute before", "20260325T095900Z", 2],
  ])("ends with what UNTIL names: %s", (_what, until, count) => {
    expect(year(daily, `RRULE:FREQ=DAILY;UNTIL=${until}`).events).toHaveLength(count);
  });

  test("whose every event an exporter wrote by itself, under one name, loses none", () => {
    const other = lines("END:VEVENT", "BEGIN:VEVENT", "UID:1", "SUMMARY:Group", "DTSTART:20260330T100000Z");
    expect(year(daily, other).events).toHaveLength(2);
  });

  test("taken back by the whole calendar is off", () => {
    const taken = oneEvent(daily).replace("BEGIN:VEVENT", "METHOD:CANCEL\r\nBEGIN:VEVENT");
    expect(readCalendar(taken, "2026-01-01", "2026-12-31").events).toMatchObject([{ cancelled: true }]);
  });
});

describe("a calendar in disorder", () => {
  const good = ["BEGIN:VEVENT", "UID:2", "SUMMARY:Kept", "DTSTART:20260702T100000Z", "END:VEVENT"];

  test("without its own first and last line, or an event's, is read", () => {
    expect(readCalendar(lines(...good), "2026-01-01", "2026-12-31").events).toMatchObject([
      { title: "Kept" },
    ]);
    const open = lines(
      "BEGIN:VCALENDAR",
      ...good.slice(0, -1),
      ...good.map((line) => line.replace("UID:2", "UID:3")),
    );
    expect(readCalendar(open, "2026-01-01", "2026-12-31").events).toHaveLength(2);
  });

  test("in UTF-16 or windows-1252 is read in its own letters", () => {
    const text = lines(
      "BEGIN:VCALENDAR",
      ...good.map((line) => line.replace("Kept", "Café – £5")),
      "END:VCALENDAR",
    );
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    const narrow = Buffer.from(text.replace("–", "\u0096"), "latin1");
    for (const bytes of [wide, narrow]) {
      expect(readCalendar(bytes, "2026-01-01", "2026-12-31").events).toMatchObject([{ title: "Café – £5" }]);
    }
  });

  test("with tags and scripts in its words loses them", () => {
    const reading = year(
      "DTSTART:20260701T100000Z",
      "DESCRIPTION:<p>Come <b>along</b>\\, bring</p><script>alert(1)</script>a coat",
      "URL:javascript:alert(1)",
    );
    expect(reading.events).toMatchObject([{ url: null }]);
    expect(reading.events[0]?.description).toContain("Come along, bring");
    expect(reading.events[0]?.description).not.toContain("alert");
  });

  test("marked as private says so", () => {
    expect(year("DTSTART:20260701T100000Z", "CLASS:PRIVATE").events[0]?.flags).toEqual(["private"]);
  });

  test("without identifiers has the same ones at every reading, and no two events share one", () => {
    const text = lines(
      "BEGIN:VCALENDAR",
      ...["One", "Two"].flatMap((words) => [
        "BEGIN:VEVENT",
        `DESCRIPTION:${words}`,
        "DTSTART;VALUE=DATE:20260303",
        "END:VEVENT",
      ]),
    );
    const uids = () => readCalendar(text, "2026-01-01", "2026-12-31").events.map(({ uid }) => uid);
    expect(new Set(uids()).size).toBe(2);
    expect(uids()).toEqual(uids());
  });
});
