import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closingWords } from "#kiosk/language/closing.ts";
import { speech } from "#kiosk/language/speeches.ts";
import { workingDay } from "#kiosk/vacancies/day.ts";
import {
  CHIPS,
  FAR,
  lessOf,
  nearnessOf,
  NOTHING_ASKED,
  PAY,
  traitsOf,
  type Asked,
  type Found,
} from "#kiosk/vacancies/search/choices.ts";
import { createFinder } from "#kiosk/vacancies/search/finder.ts";
import { meaningsOf, type Dictionary } from "#kiosk/vacancies/search/meanings.ts";
import { wayBetween } from "#kiosk/vacancies/way.ts";
import { LANGUAGES } from "#shared/languages.ts";
import { instantOf } from "#shared/london.ts";
import { en, vacancy } from "../support/pages-fixture.ts";

const content = join(import.meta.dirname, "../../content/search");

function dictionary(language: string): Dictionary {
  return JSON.parse(readFileSync(join(content, `${language}.json`), "utf8")) as Dictionary;
}

function job(id: string, title: string, more: Partial<Found> = {}): Found {
  const none = { version: 1, employer: "", place: "", about: "", sector: null, patterns: [], traits: 0 };
  return { id, title, ...none, far: 0, minutes: 10, perHour: 12.5, posted: 0, ...more };
}

const jobs: readonly Found[] = [
  job("ta", "Teaching assistant", { sector: "schools", minutes: 8, patterns: ["school-hours"], traits: 1 }),
  job("clean", "Domestic", { sector: "cleaning", minutes: 5, perHour: 13 }),
  job("care", "Support worker", { sector: "care", minutes: 20, far: 2, perHour: 15, posted: 5 }),
  job("cafe", "Café assistant", { sector: "food", minutes: 30, far: 3 }),
];

function finderIn(...languages: string[]) {
  const meanings = meaningsOf(languages.map(dictionary));
  const finder = createFinder(() => meanings);
  finder.put(jobs);
  return (part: Partial<Asked>) => finder.ask({ ...NOTHING_ASKED, ...part });
}

describe("a parent who looks for a job", () => {
  const ask = finderIn("en");

  test("finds it by the beginning of a word, misspelt, without its marks, and by another word for it", () => {
    for (const words of ["teach", "techaing", "Teaching Asistant", "ta", "classroom assistant"]) {
      expect([words, ask({ words }).ids[0]]).toEqual([words, "ta"]);
    }
    expect(ask({ words: "cafe" }).ids[0]).toBe("cafe");
    expect(ask({ words: "cleaner" }).ids).toEqual(["clean"]);
  });

  test("finds it in her own language, whatever the advert is in", () => {
    const words = { cy: "glanhau", pl: "sprzatanie", ro: "curatenie", ur: "صفائی", pa: "ਸਫ਼ਾਈ", bn: "পরিষ্কার", ar: "تنظيف" }; // prettier-ignore
    for (const [language, typed] of Object.entries(words)) {
      expect([language, finderIn("en", language)({ words: typed }).ids]).toEqual([language, ["clean"]]);
    }
  });

  test("never comes to a dead end: a word for nothing shows all there is, and says so", () => {
    expect(ask({ words: "astronaut" })).toMatchObject({ missed: true, total: 4 });
  });

  test("is told how many jobs each further touch would leave, and is never told more than come", () => {
    const all = ask({});
    expect(all.counts.chips["school-hours"]).toBe(1);
    expect(ask({ chips: ["school-hours"] }).total).toBe(1);
    expect(all.counts.sectors).toEqual({ schools: 1, cleaning: 1, care: 1, food: 1 });
    expect(all.counts.far).toEqual({ foot: 2, bus: 2, half: 3 });
    expect(ask({ far: "half" }).total).toBe(3);
    expect(ask({ pay: 13 }).total).toBe(all.counts.pay[1]);
  });

  test("sees the nearest first, or the newest, or the best paid", () => {
    expect(ask({}).ids).toEqual(["clean", "ta", "care", "cafe"]);
    expect(ask({ order: "new" }).ids[0]).toBe("care");
    expect(ask({ order: "best-paid" }).ids.slice(0, 2)).toEqual(["care", "clean"]);
  });

  test("does not find what has gone, and finds what has changed", () => {
    const finder = createFinder(() => meaningsOf([]));
    finder.put(jobs);
    finder.drop(["ta"]);
    finder.put([job("clean", "Window cleaner")]);
    expect(finder.ask({ ...NOTHING_ASKED, words: "teaching" }).missed).toBe(true);
    expect(finder.ask({ ...NOTHING_ASKED, words: "window" }).ids).toEqual(["clean"]);
  });
});

/** Jobs and questions of every kind, the words right, misspelt, of another language and of no job at all. */
const SECTORS = ["schools", "care", "food"] as const;
const TITLES = ["Teaching assistant", "Care worker", "Cook", "Café helper", "Driver and cook"];
const anyJobs = fc
  .array(
    fc.record({
      title: fc.constantFrom(...TITLES),
      sector: fc.option(fc.constantFrom(...SECTORS), { nil: null }),
      traits: fc.nat({ max: 2 ** CHIPS.length - 1 }),
      far: fc.nat({ max: FAR.length }),
      perHour: fc.constantFrom(0, 11.99, 12, 12.5, 13, 15.99, 16, 20, 31),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) => list.map(({ title, ...more }, at) => job(`job-${at}`, title, more)));
const anyAsked: fc.Arbitrary<Asked> = fc.record({
  words: fc.constantFrom("", "", "c", "coo", "techaing", "ta", "nauczyciel", "astronaut"),
  chips: fc.subarray([...CHIPS], { maxLength: 3 }),
  sector: fc.option(fc.constantFrom(...SECTORS), { nil: null }),
  pay: fc.option(fc.constantFrom(...PAY), { nil: null }),
  far: fc.option(fc.constantFrom(...FAR), { nil: null }),
  order: fc.constant(null),
  most: fc.constant(20),
});

test("whatever is up and was chosen before, a chip leaves as many jobs as it says, and nobody who follows them meets an empty page", () => {
  const meanings = meaningsOf(["en", "pl"].map(dictionary));
  fc.assert(
    fc.property(anyJobs, anyAsked, (list, asked) => {
      const finder = createFinder(() => meanings);
      finder.put(list);
      const totalOf = (part: Partial<Asked>) => finder.ask({ ...asked, ...part }).total;
      const { counts, total, ids, less } = finder.ask(asked);
      /** What each touch says that it leaves, and what it leaves. */
      const touches: [said: number, left: number][] = [
        ...CHIPS.map((chip): [number, number] => [counts.chips[chip], totalOf({ chips: [...new Set([...asked.chips, chip])] })]), // prettier-ignore
        ...SECTORS.map((sector): [number, number] => [counts.sectors[sector] ?? 0, totalOf({ sector })]),
        ...PAY.map((pay, at): [number, number] => [counts.pay[at]!, totalOf({ pay })]),
        ...FAR.map((far): [number, number] => [counts.far[far], totalOf({ far })]),
      ];
      expect(touches.filter(([said, left]) => said !== left)).toEqual([]);
      expect(ids.length).toBe(total);
      // Where nothing fits, she is told what brings something back, and that all are there.
      expect(less).toEqual(total > 0 ? [] : lessOf(asked).map(totalOf));
      expect(totalOf(NOTHING_ASKED)).toBe(list.length);
    }),
    { numRuns: 100 },
  );
});

describe.each(LANGUAGES)("a word for work in %s", (language) => {
  const words = Object.entries(dictionary(language)).flatMap(([meant, all]) => all.map((typed) => ({ meant, typed }))); // prettier-ignore
  const meanings = meaningsOf([...new Set(["en", language])].map(dictionary));
  /** One job for each thing that can be meant, whose title says nothing of it. */
  const finder = createFinder(() => meanings);
  finder.put(
    Object.keys(dictionary("en")).map((meant) => {
      const name = meant.slice(1);
      if (meant.startsWith("@")) return job(meant, "Vacancy", { sector: name as Found["sector"] });
      return meant.startsWith("#") ? job(meant, "Vacancy", { patterns: [name] }) : job(meant, meant);
    }),
  );
  const lost = (typedAs: (typed: string) => string) =>
    words.filter(({ meant, typed }) => {
      const { ids, missed } = finder.ask({ ...NOTHING_ASKED, words: typedAs(typed), most: 100 });
      return missed || !ids.includes(meant);
    });

  test("finds the jobs that it means", () => {
    expect(lost((typed) => typed)).toEqual([]);
  });

  test("finds them with a letter left out of a long word too", () => {
    const slip = (typed: string) => {
      const letters = [...typed];
      return letters.length > 6 && !typed.includes(" ") ? letters.toSpliced(3, 1).join("") : typed;
    };
    expect(lost(slip)).toEqual([]);
  });
});

test("every language knows words for the same things", () => {
  const meant = Object.keys(dictionary("en")).toSorted();
  for (const language of LANGUAGES) {
    expect([language, Object.keys(dictionary(language)).toSorted()]).toEqual([language, meant]);
  }
});

test("how far a job is follows from how one gets there, else from the map", () => {
  expect(nearnessOf(false, { by: "bus", minutes: 14, line: "36" }, null)).toMatchObject({
    far: 1,
    noCar: true,
  });
  expect(nearnessOf(false, { by: "car", minutes: 9, line: null }, 1)).toMatchObject({ far: 3, noCar: false });
  expect(nearnessOf(false, null, 0.5)).toMatchObject({ far: 0, noCar: true });
  expect(nearnessOf(false, null, null)).toMatchObject({ far: 3, noCar: false });
  expect(nearnessOf(true, null, null)).toMatchObject({ noCar: true });
  expect(
    traitsOf(
      vacancy(en("Cook"), { patterns: ["school-hours"], trainingGiven: true, noExperienceNeeded: false }),
      true,
    ),
  ).toBe(0b11001);
});

test("the working day is read from the advert's words, and not guessed where they say several or none", () => {
  expect(workingDay("9am–3pm")).toEqual({ from: 9, to: 15 });
  expect(workingDay("9.15 to 2.45pm")).toEqual({ from: 9.25, to: 14.75 });
  expect(workingDay("1 to 3pm")).toEqual({ from: 13, to: 15 });
  expect(workingDay("10pm to 6am")).toEqual({ from: 22, to: 30 });
  for (const words of ["3 to 4 days", "8am to 12 or 1pm to 5pm", "25 hours", "", null]) {
    expect([words, workingDay(words)]).toEqual([words, null]);
  }
});

test("the way to a job is said in miles and by the compass", () => {
  expect(wayBetween({ lat: 53.8, lon: -1.5 }, { lat: 53.9, lon: -1.5 })).toMatchObject({ direction: "n" });
  const east = wayBetween({ lat: 53.8, lon: -1.5 }, { lat: 53.8, lon: -1.4 });
  expect(east.direction).toBe("e");
  expect(east.miles).toBeCloseTo(4.08, 1);
});

test("a closing day is said in words", () => {
  const today = "2026-11-24";
  const said = (day: string, time: string) => closingWords(speech("en"), instantOf(day, time), today);
  expect(said("2026-11-25", "00:00")).toBe("Closes today");
  expect(said("2026-11-24", "12:00")).toBe("Closes today at noon");
  expect(said("2026-11-26", "00:00")).toBe("Closes tomorrow");
  expect(said("2026-11-28", "00:00")).toBe("Closes Friday");
  expect(said("2026-12-19", "00:00")).toBe("Closes Friday 18 December");
});
