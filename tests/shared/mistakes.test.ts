import { describe, expect, test } from "vitest";
import type { Event } from "#shared/events/schema.ts";
import { textIn } from "#shared/languages.ts";
import type { Leaflet } from "#shared/leaflets/schema.ts";
import { mistakesIn } from "#shared/rules.ts";
import { always, notice } from "../support/drafts.ts";

const event: Event = {
  title: textIn("en", "Jobs fair"),
  summary: null,
  place: null,
  first: { day: "2026-12-01", start: "10:00", end: "12:00" },
  repeats: null,
  also: [],
  exceptDates: [],
  cancelled: [],
  termTimeOnly: false,
  session: null,
  about: "jobs",
  languages: [],
  creche: null,
  free: true,
  booking: null,
  picture: null,
};
const leaflet: Leaflet = {
  title: textIn("en", "Help"),
  summary: textIn("en", "Help with costs."),
  text: textIn("en", "Ask."),
  topics: [],
  edition: "1",
  reviewed: "2026-11-01",
  reviewBy: "2027-05-01",
  picture: null,
  pdfs: {},
};

const ofEvent = (more: Partial<Event>) =>
  mistakesIn({ ...always, kind: "event", body: { ...event, ...more } });
const ofLeaflet = (more: Partial<Leaflet>) =>
  mistakesIn({ ...always, kind: "leaflet", body: { ...leaflet, ...more } });
const first = (start: string | null, end: string | null) => ({ first: { day: "2026-12-01", start, end } });

describe("a draft is told its mistakes by field", () => {
  test("an end before the start", () => {
    const times = { from: "2026-12-02T10:00:00Z", until: "2026-12-02T09:00:00Z" };
    expect(mistakesIn({ ...always, ...times, kind: "notice", body: notice("Hello") })).toEqual([
      { path: "until", code: "ends-before-start" },
    ]);
    expect(ofEvent(first("14:00", "13:00"))).toEqual([{ path: "body.first.end", code: "ends-before-start" }]);
    expect(ofEvent({ also: [{ day: "2026-12-02", start: "09:00", end: "09:00" }] })).toEqual([
      { path: "body.also.0.end", code: "ends-before-start" },
    ]);
  });

  test("but what goes on past midnight may end at an earlier time", () => {
    expect(ofEvent(first("19:00", "01:00"))).toEqual([]);
    expect(ofEvent(first(null, null))).toEqual([]);
    expect(ofEvent(first("10:00", null))).toEqual([]);
    expect(ofEvent(first(null, "10:00"))).toEqual([{ path: "body.first.start", code: "start-missing" }]);
  });

  test("repeats that end before the first time", () => {
    const repeats = { every: { weeks: 1 }, days: [], until: "2026-11-30" };
    expect(ofEvent({ repeats })).toEqual([{ path: "body.repeats.until", code: "repeats-end-before-first" }]);
  });

  test("an urgent notice without an end", () => {
    const urgent = { ...always, kind: "notice" as const, body: notice("Out", { urgent: true }) };
    expect(mistakesIn(urgent)).toEqual([{ path: "until", code: "urgent-needs-end" }]);
    expect(mistakesIn({ ...urgent, until: "2026-12-01T10:00:00Z" })).toEqual([]);
  });

  test("words that no wall has room for, in the language concerned", () => {
    const title = { original: "en" as const, words: { en: "Help", ur: "م".repeat(121) } };
    expect(ofLeaflet({ title })).toEqual([{ path: "body.title.words.ur", code: "too-long" }]);
  });

  test("a leaflet with nothing to read, and a review before it was reviewed", () => {
    expect(ofLeaflet({ text: null })).toEqual([{ path: "body.text", code: "nothing-to-read" }]);
    expect(ofLeaflet({ reviewBy: "2026-11-01" })).toEqual([
      { path: "body.reviewBy", code: "review-before-reviewed" },
    ]);
  });
});
