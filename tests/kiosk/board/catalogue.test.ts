import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseSync, Visitor } from "vite";
import board from "#kiosk/language/en.json";
import calls from "#kiosk/language/calls/en.json";
import touch from "#kiosk/language/touch/en.json";
import { LANGUAGES } from "#shared/languages.ts";

const kiosk = join(import.meta.dirname, "../../../kiosk");

type Nested = { readonly [key: string]: string | number | readonly string[] | Nested };

/** What a board says, and what is said only where it is touched. */
const SCREENS = [
  { screen: "a board", folder: "language", english: board },
  { screen: "a kiosk", folder: "language/touch", english: touch },
  { screen: "a call", folder: "language/calls", english: calls },
] as const;

function catalogue(language: string, folder = "language"): Nested {
  return JSON.parse(readFileSync(join(kiosk, folder, `${language}.json`), "utf8")) as Nested;
}

function placesIn(saying: string): readonly string[] {
  return [...saying.matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted();
}

const catalogues = SCREENS.flatMap((each) => LANGUAGES.map((language) => ({ ...each, language })));

describe.each(catalogues)("the catalogue of $screen in $language", ({ language, folder, english }) => {
  const words = catalogue(language, folder)["words"] as Record<string, string>;
  const counts = catalogue(language, folder)["counts"] as Record<string, Record<string, string>>;

  test("says everything that a screen says, and nothing else", () => {
    expect(Object.keys(words).toSorted()).toEqual(Object.keys(english.words).toSorted());
    expect(Object.values(words).every((saying) => saying.trim() !== "")).toBe(true);
    expect(Object.keys(counts).toSorted()).toEqual(Object.keys(english.counts).toSorted());
  });

  test("leaves places for the same values", () => {
    for (const [word, saying] of Object.entries(english.words)) {
      expect([word, placesIn(words[word] ?? "")]).toEqual([word, placesIn(saying)]);
    }
  });

  test("has a form for every number that the language tells apart", () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const forms of Object.values(counts)) {
      expect(Object.keys(forms)).toEqual(expect.arrayContaining(pluralCategories.filter((form) => form !== "many" || language !== "en"))); // prettier-ignore
    }
  });
});

test.each(LANGUAGES)("the catalogue in %s knows seven days and twelve months", (language) => {
  const { days, months, date } = catalogue(language) as unknown as typeof board;
  expect([new Set(days).size, new Set(months).size]).toEqual([7, 12]);
  expect(placesIn(date)).toEqual(["{day}", "{month}", "{number}"]);
});

/**
 * Words that a person would see, written into code: text between tags, attributes that are read out,
 * and any string that begins as a sentence does.
 */
function wordsIn(source: string): readonly string[] {
  const { program, errors } = parseSync("source.tsx", source);
  if (errors[0]) throw new Error(errors[0].message);
  const found: string[] = [];
  const note = (text: string) => /\p{L}{2}/u.test(text) && found.push(text.trim());
  const spoken = /^(alt|title|placeholder|label|aria-(label|description|roledescription))$/;
  new Visitor({
    JSXText: (node) => void note(node.value),
    JSXAttribute(node) {
      const name = node.name.type === "JSXIdentifier" ? node.name.name : "";
      const value = node.value?.type === "Literal" ? node.value.value : null;
      if (spoken.test(name) && typeof value === "string") note(value);
    },
    Literal(node) {
      const isSentence = typeof node.value === "string" && /^\p{Lu}\p{Ll}+([ .,:?!…]|$)/u.test(node.value);
      if (isSentence) note(String(node.value));
    },
  }).visit(program);
  return found;
}

test("words written into code are noticed", () => {
  expect(wordsIn("<p>hello</p>")).toEqual(["hello"]);
  expect(wordsIn('<img alt="a tree" class="tree" />')).toEqual(["a tree"]);
  expect(wordsIn('<p>{open ? "Come in" : "Closed"}</p>')).toEqual(["Come in", "Closed"]);
  expect(wordsIn('<p class="words">{say("welcome.title")} · {1}</p>')).toEqual([]);
});

test("no words for the public are written into the code: they all stand in the catalogues", () => {
  const files = readdirSync(kiosk, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tsx"))
    .map((path) => join(kiosk, path));
  expect(files.length).toBeGreaterThan(40);
  const found = files.flatMap((path) =>
    wordsIn(readFileSync(path, "utf8")).map((words) => `${path}: ${words}`),
  );
  expect(found).toEqual([]);
});

test("nothing stands in a kiosk's catalogue that no page says", () => {
  const files = readdirSync(kiosk, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.tsx?$/.test(path),
  );
  const code = files.map((path) => readFileSync(join(kiosk, path), "utf8")).join("\n");
  const said = [...Object.keys(touch.words), ...Object.keys(touch.counts)].filter(
    (word) => !code.includes(`"${word}"`) && !code.includes(`\`${word.replace(/[^.]+$/, "$")}`),
  );
  expect(said).toEqual([]);
});
