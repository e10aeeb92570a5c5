import { describe, expect, test } from "vitest";
import type { ReadEvent } from "#shared/events/read.ts";
import { readFile } from "#server/sources/readfile.ts";
import { NOW, readSample } from "./calendar/read.ts";

function read(value: unknown, from = "2026-11-27", to = "2026-12-31") {
  const bytes = new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
  const reading = readFile("feed.json", bytes, { now: NOW, from, to });
  return { ...reading, events: reading.read as readonly ReadEvent[] };
}

describe("services of Open Referral UK", () => {
  test("the council's mock is read, and what cannot be right in it is left out and said", () => {
    for (const file of ["oruk3-default-service_full"]) {
      const { format, events, rejected } = readSample(`oruk/${file}.json`);
      expect({ format, rejected }).toEqual({ format: "open-referral", rejected: [] });
      expect(events).toMatchObject([
        {
          uid: "ac148810-d857-441c-9679-408f346de14b",
          title: "Community Counselling",
          starts: null,
          ages: { from: 12, to: 100 },
          times: [{ days: ["thu", "fri"], opens: "10:00", closes: "18:00" }],
          fees: [{ amount: 35, currency: "GBP" }],
          lat: null,
          lon: null,
          languages: [],
          flags: ["not-a-postcode", "not-a-point", "stale"],
        },
      ]);
      expect(events[0]?.fees[0]?.text).toContain("per 1 hour session");
    }
  });

  test("a list of services, the API's own description and tables of other publishers cost nothing", () => {
    expect(readSample("oruk/oruk3-default-service_list.json").events).toMatchObject([
      { title: "Community Counselling", flags: ["no-dates"] },
    ]);
    expect(readSample("oruk/oruk3-default-api_details.json")).toMatchObject({
      kind: "events",
      events: [],
      rejected: [],
    });
    expect(readSample("oruk/hsds3-schedules.csv")).toMatchObject({
      kind: "events",
      rejected: [],
      events: [{ flags: ["stale"] }],
    });
  });

  test("opening times are London's, every week, and the first Saturday of the month", () => {
    const { events } = readSample("oruk/hsds3-schedules-guidance.json", "2020-07-01", "2020-07-06");
    expect(events.map(({ starts, ends }) => [starts?.slice(5, 16), ends?.slice(11, 16)])).toEqual([
      ["07-01T08:00", "11:00"], ["07-01T14:00", "16:00"], ["07-02T08:00", "11:00"], ["07-02T14:00", "16:00"],
      ["07-04T08:00", "16:00"], ["07-06T08:00", "11:00"], ["07-06T14:00", "16:00"],
    ]); // prettier-ignore
    expect(events.every(({ recurs, allDay }) => recurs && !allDay)).toBe(true);
  });

  test("version 1.0 is read as well: other names, other nesting, closed on holidays", () => {
    const service = {
      id: "s1", name: "Stay &amp; Play", status: "active", fees: "Free",
      eligibilitys: [{ minimum_age: 0, maximum_age: 4 }], languages: [{ language: "Urdu" }],
      regular_schedules: [{ byday: "TU", freq: "WEEKLY", opens_at: "09:30", closes_at: "11:00", valid_from: "01/01/2026" }],
      holiday_schedules: [{ closed: true, start_date: "2026-12-08", end_date: "2026-12-31" }],
      service_at_locations: [{ location: { name: "Larkhill", latitude: 53.81, longitude: -1.52, physical_addresses: [{ address_1: "1 Lark Row", city: "Leeds", postal_code: "ls9 7ab" }] } }],
    }; // prettier-ignore
    const { events, complete } = read({
      totalPages: 2,
      number: 0,
      last: false,
      content: [service, { id: "s2" }],
    });
    expect(complete).toBe(false);
    expect(events).toMatchObject([
      {
        starts: "2026-12-01T09:30:00.000Z",
        title: "Stay & Play",
        free: true,
        ages: { from: 0, to: 4 },
        languages: ["Urdu"],
        lat: 53.81,
      },
    ]);
    expect(events[0]?.place).toBe("Larkhill, 1 Lark Row, Leeds, LS9 7AB");
  });

  test("one without a name is rejected by its place, and the others are kept", () => {
    const { events, rejected } = read({
      contents: [{ id: "1", schedules: [] }, { id: "2", name: "Café", schedules: [] }, 7],
    });
    expect(events).toMatchObject([{ title: "Café" }]);
    expect(rejected.map(({ where, code }) => [where, code])).toEqual(
      expect.arrayContaining([["item 1", "no-title"]]),
    );
  });

  test("one that is closed is listed as off", () => {
    expect(
      read({ services: [{ id: "1", name: "Club", status: "temporarily closed", schedules: [] }] }).events,
    ).toMatchObject([{ cancelled: true }]);
  });
});

describe("events of schema.org", () => {
  const page = (...items: object[]) =>
    `<!doctype html><html lang="en"><script type="application/ld+json">${JSON.stringify(items)}</script></html>`;
  const event = (more: object) => ({
    "@context": "https://schema.org",
    "@type": "Event",
    name: "Fair",
    ...more,
  });

  test("the library's page: one off, one online every Tuesday but one", () => {
    const { format, events, rejected } = readSample(
      "ics/schemaorg-event-cancelled-and-online.html",
      "2026-11-20",
      "2027-01-05",
    );
    expect({ format, rejected }).toEqual({ format: "schema-event", rejected: [] });
    expect(events[0]).toMatchObject({
      title: "Rhyme Time",
      cancelled: true,
      languages: ["en", "ur"],
      free: true,
      place: "Central Library, Calverley Street, Leeds, LS1 3AB",
      starts: "2026-11-25T10:30:00.000Z",
    });
    expect(events.slice(1).map(({ starts, online, free }) => [starts?.slice(0, 16), online, free])).toEqual(
      ["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22", "2027-01-05"].map((day) => [
        `${day}T10:00`,
        true,
        true,
      ]),
    );
  });

  test.each([
    [{ startDate: "2026-12-01" }, "2026-12-01", "2026-12-02"],
    [{ startDate: "2026-12-01", endDate: "2026-12-03" }, "2026-12-01", "2026-12-04"],
    [
      { startDate: "2026-12-01T19:00", duration: "PT2H" },
      "2026-12-01T19:00:00.000Z",
      "2026-12-01T21:00:00.000Z",
    ],
    [
      { startDate: "2026-12-01T19:00:00+02:00", endDate: "2026-12-01T18:00Z" },
      "2026-12-01T17:00:00.000Z",
      "2026-12-01T18:00:00.000Z",
    ],
    [{ startDate: "2026-12-01 9:30", endDate: "2026-12-01" }, "2026-12-01T09:30:00.000Z", null],
  ])("%o begins and ends when it says", (dates, starts, ends) => {
    expect(read(page(event(dates))).events).toMatchObject([{ starts, ends }]);
  });

  test("in the page's own markup are read too", () => {
    const html = `<html><body><div itemscope itemtype="https://schema.org/EducationEvent"><h1 itemprop="name">CV course</h1><time itemprop="startDate" datetime="2026-12-01T10:00">1 December</time><div itemprop="location" itemscope itemtype="https://schema.org/Place"><span itemprop="name">Library</span></div></div></body></html>`;
    expect(read(html).events).toMatchObject([
      { title: "CV course", starts: "2026-12-01T10:00:00.000Z", place: "Library" },
    ]);
  });

  test("without a name or a date are rejected by their place", () => {
    const { events, rejected } = read(
      page(
        event({ startDate: "soon" }),
        event({ name: " ", startDate: "2026-12-01" }),
        event({ startDate: "2026-12-01" }),
      ),
    );
    expect(events).toHaveLength(1);
    expect(rejected.map(({ where, code }) => [where, code])).toEqual([
      ["item 1", "not-a-date"],
      ["item 2", "no-title"],
    ]);
  });
});
