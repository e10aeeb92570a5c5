import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { clockFace, dateWords, dayWords, timeWords, whenWords } from "#kiosk/language/dates.ts";
import { moneyWords } from "#kiosk/language/money.ts";
import { tongueOf, type Catalogue, type Tongue } from "#kiosk/language/tongue.ts";
import { turnsOf, voicesOf } from "#kiosk/language/voices.ts";
import { factWords, payWords } from "#kiosk/vacancies/words.ts";
import type { Language } from "#shared/languages.ts";
import type { Occurrence } from "#shared/events/occurrences.ts";
import { hourly, vacancy, yearly, en as english } from "../../support/pages-fixture.ts";
import { text } from "../../support/programme.ts";

function speaker(language: Language): Tongue {
  const file = new URL(`../../../kiosk/language/${language}.json`, import.meta.url);
  return tongueOf(language, JSON.parse(readFileSync(file, "utf8")) as Catalogue);
}

const en = speaker("en");
const cy = speaker("cy");
const pl = speaker("pl");
const ur = speaker("ur");

const at = (instant: string) => Date.parse(instant);

function occurrence(starts: string, ends: string | null, more: Partial<Occurrence> = {}): Occurrence {
  const day = starts.slice(0, 10);
  return {
    starts: at(starts),
    ends: ends === null ? null : at(ends),
    day,
    allDay: false,
    cancelled: false,
    ...more,
  };
}

const dayOf = (day: string) => dayWords(en, day, "2026-11-24");
const weekly = (perWeek: number) => ({ hours: { text: null, perWeek, weeksPerYear: null } });

/** The first fact of a job of so many hours. */
const said = (tongue: Tongue, perWeek: number) =>
  factWords(tongue, vacancy(english("Cook"), { ...weekly(perWeek), patterns: [] }), null)[0];

describe("dates", () => {
  test("are said the way each language says them", () => {
    expect(dateWords(en, "2026-11-24")).toBe("Tuesday 24 November");
    expect(dateWords(cy, "2026-11-24")).toBe("Dydd Mawrth 24 Tachwedd");
    expect(dateWords(pl, "2026-11-24")).toBe("Wtorek, 24 listopada");
    expect(dateWords(ur, "2026-11-24")).toBe("منگل 24 نومبر");
  });

  test("near days are said as people say them, and others with their date", () => {
    expect(dayOf("2026-11-24")).toBe("Today");
    expect(dayOf("2026-11-25")).toBe("Tomorrow");
    expect(dayOf("2026-11-30")).toBe("Monday");
    expect(dayOf("2026-12-01")).toBe("Tuesday 1 December");
    expect(dayOf("2026-11-23")).toBe("Monday 23 November");
  });

  test("a screen that cannot know what day it is says no 'today'", () => {
    expect(dayWords(en, "2026-11-24", null)).toBe("Tuesday 24 November");
  });
});

describe("times", () => {
  test("within a centre's day the number is clear, early and late they are told apart", () => {
    expect(timeWords(en, at("2026-11-24T09:30:00Z"))).toBe("9.30");
    expect(timeWords(en, at("2026-11-24T12:00:00Z"))).toBe("12");
    expect(timeWords(en, at("2026-11-24T17:45:00Z"))).toBe("5.45");
    expect(timeWords(en, at("2026-11-24T18:00:00Z"))).toBe("6pm");
    expect(timeWords(en, at("2026-11-24T06:30:00Z"))).toBe("6.30am");
    expect(timeWords(en, at("2026-11-25T00:00:00Z"))).toBe("12am");
    expect(timeWords(cy, at("2026-11-24T18:00:00Z"))).toBe("6yh");
    expect(timeWords(pl, at("2026-11-24T18:00:00Z"))).toBe("18:00");
  });

  test("are London's, also in summer", () => {
    expect(timeWords(en, at("2026-07-07T08:30:00Z"))).toBe("9.30");
  });

  test("an event says its day and its times", () => {
    const brew = occurrence("2026-11-26T09:30:00Z", "2026-11-26T12:00:00Z");
    expect(whenWords(en, brew, "2026-11-24")).toBe("Thursday, 9.30 to 12");
    expect(whenWords(cy, brew, "2026-11-24")).toBe("Dydd Iau, 9.30 tan 12");
    expect(whenWords(en, { ...brew, ends: null }, "2026-11-24")).toBe("Thursday, 9.30");
    expect(whenWords(en, { ...brew, allDay: true }, "2026-11-24")).toBe("Thursday");
  });

  test("the clock on the wall has two digits of minutes", () => {
    expect(clockFace(10 * 60 + 4)).toBe("10:04");
    expect(clockFace(0)).toBe("0:00");
  });
});

describe("pay", () => {
  test("is said in the way it is offered, and per hour where that can be worked out", () => {
    expect(payWords([en], hourly(12.85))).toEqual(["£12.85 an hour"]);
    expect(payWords([en], yearly(24071, 12.31))).toEqual(["£24,071 a year", "£12.31 an hour"]);
    expect(payWords([en], yearly(24071, null))).toEqual(["£24,071 a year"]);
  });

  test("stands in Welsh and English together in Wales, the amount once", () => {
    expect(payWords([cy, en], hourly(12.85))).toEqual(["£12.85 yr awr · an hour"]);
    const from = { ...hourly(12), max: null };
    expect(payWords([cy, en], from)).toEqual(["o £12 yr awr · from £12 an hour"]);
  });

  test("a range, an open end and a guess are said as what they are", () => {
    const pay = hourly(13.1);
    expect(payWords([en], { ...pay, max: 14.5 })).toEqual(["£13.10–£14.50 an hour"]);
    expect(payWords([en], { ...pay, max: null })).toEqual(["from £13.10 an hour"]);
    expect(payWords([en], { ...pay, min: null })).toEqual(["up to £13.10 an hour"]);
    expect(payWords([en], { ...pay, predicted: true })).toEqual(["about £13.10 an hour"]);
  });

  test("words stand in where there are no numbers, and a question where there is nothing", () => {
    const worded = { ...hourly(12), min: null, max: null, unit: null, perHour: null, text: "Grade 5" };
    expect(payWords([en], worded)).toEqual(["Grade 5"]);
    expect(payWords([en], { ...worded, perHour: 13 })).toEqual(["Grade 5", "£13 an hour"]);
    expect(payWords([en], { ...worded, text: null })).toEqual(["Ask about pay"]);
    expect(payWords([cy, en], null)).toEqual(["Gofynnwch am y cyflog · Ask about pay"]);
  });

  test("is written as the language writes money", () => {
    expect(moneyWords(pl, 12.5, "GBP")).toBe("12,50 £");
    expect(moneyWords(en, 1_234_567, "GBP")).toBe("£1,234,567");
    expect(moneyWords(en, 20, "EUR")).toBe("20 EUR");
  });
});

describe("a job's facts", () => {
  test("say how it is worked and how to get there", () => {
    const job = vacancy(english("Teaching assistant"));
    const facts = factWords(en, job, { by: "bus", minutes: 15, line: "36" });
    expect(facts).toEqual(["Part-time", "Term time", "9am–3pm", "Bus 36 · 15 min", "Training given"]);
    expect(factWords(cy, job, { by: "foot", minutes: 8, line: null })).toContain("Cerdded 8 mun");
  });

  test("hours are counted with the forms that the language has", () => {
    expect(said(en, 1)).toBe("1 hour a week");
    expect(said(en, 16)).toBe("16 hours a week");
    expect(said(pl, 22)).toBe("22 godziny tygodniowo");
    expect(said(pl, 25)).toBe("25 godzin tygodniowo");
  });

  test("nothing is said twice", () => {
    const job = vacancy(english("Developer"), { remote: true, patterns: ["from-home"] });
    const facts = factWords(en, job, null);
    expect(facts.filter((fact) => fact === "From home")).toHaveLength(1);
  });
});

describe("languages", () => {
  test("take turns in a centre, and in Wales Welsh and English always stand together, Welsh first", () => {
    expect(turnsOf({ nation: "england", languages: ["en", "ur"] })).toEqual([["en"], ["ur"]]);
    expect(turnsOf({ nation: "wales", languages: ["en", "cy"] })).toEqual([["cy", "en"]]);
    expect(turnsOf({ nation: "wales", languages: ["en", "ar"] })).toEqual([
      ["cy", "en"],
      ["cy", "en", "ar"],
    ]);
  });

  test("a text is heard in each language of the turn that it has, else in its own, marked as such", () => {
    const both = text({ en: "Stay and play", cy: "Aros a chwarae" });
    expect(voicesOf(both, ["cy", "en"]).map(({ language }) => language)).toEqual(["cy", "en"]);
    expect(voicesOf(both, ["ur"])).toEqual([{ words: "Stay and play", language: "en" }]);
    expect(voicesOf(text({ pl: "Praca" }), ["cy", "en"])).toEqual([{ words: "Praca", language: "pl" }]);
  });
});
