import { describe, expect, test } from "vitest";
import { LANGUAGES } from "#shared/languages.ts";
import { CATALOGUES, LOCALES, wordsIn, type Key, type Message } from "#server/pages/words.ts";

const KEYS = Object.keys(CATALOGUES.en) as Key[];

const formsOf = (message: Message): readonly string[] =>
  typeof message === "string" ? [message] : Object.values(message);

const placesIn = (form: string): readonly string[] => (form.match(/\{\w+\}/g) ?? []).toSorted();

describe.each(LANGUAGES)("the pages' words in %s", (language) => {
  const catalogue = CATALOGUES[language];

  test("are all there, and no more than there", () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(KEYS.toSorted());
    expect(KEYS.flatMap((key) => formsOf(catalogue[key])).filter((form) => form.trim() === "")).toEqual([]);
  });

  test("leave places only for values that the English ones take", () => {
    const stray = KEYS.filter((key) => !key.startsWith("clock.")).flatMap((key) => {
      const known = new Set(formsOf(CATALOGUES.en[key]).flatMap(placesIn));
      return formsOf(catalogue[key])
        .flatMap(placesIn)
        .filter((place) => !known.has(place));
    });
    expect(stray).toEqual([]);
  });

  test("say every value that the English ones say, but for a number that its own plural form says", () => {
    const missing = KEYS.filter((key) => !key.startsWith("clock.")).filter((key) => {
      const wanted = placesIn(formsOf(CATALOGUES.en[key]).at(-1) ?? "");
      return !wanted.every((place) => placesIn(formsOf(catalogue[key]).at(-1) ?? "").includes(place));
    });
    expect(missing).toEqual([]);
  });

  test("have every plural form that the language needs", () => {
    const categories = new Intl.PluralRules(LOCALES[language]).resolvedOptions().pluralCategories;
    const lacking = KEYS.filter((key) => {
      const message = catalogue[key];
      return typeof message !== "string" && !categories.every((category) => message[category]);
    });
    expect(lacking).toEqual([]);
  });
});

test("a translation is not the English left as it was", () => {
  const same = KEYS.filter((key) =>
    /[a-z]{4}/.test(
      formsOf(CATALOGUES.en[key])
        .join()
        .replace(/\{\w+\}/g, ""),
    ),
  );
  const copied = LANGUAGES.filter((language) => language !== "en").flatMap((language) =>
    same.filter((key) => CATALOGUES[language][key] === CATALOGUES.en[key]).map((key) => `${language} ${key}`),
  );
  expect(copied).toEqual(["ro notices.urgent"]);
});

test("a Polish parent reads 1 godzina, 3 godziny, 20 godzin", () => {
  const words = wordsIn("pl");
  expect(words("hours.week", { n: 1 })).toBe("1 godzina w tygodniu");
  expect(words("hours.week", { n: 3 })).toBe("3 godziny w tygodniu");
  expect(words("hours.week", { n: 20 })).toBe("20 godzin w tygodniu");
  expect(words("hours.week", { n: 27.5 })).toBe("27,5 godziny w tygodniu");
});

test("an English name within an Urdu sentence is set apart, so that it does not turn the sentence", () => {
  expect(wordsIn("ur")("gone.jobs", { centre: "Larkhill" })).toContain("\u2068Larkhill\u2069");
});
