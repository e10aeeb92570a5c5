import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { sentenceOf } from "#shared/sentence.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

async function codesIn(folder: string): Promise<string[]> {
  const names = await readdir(join(ROOT, folder), { recursive: true });
  const sources = names.filter((name) => /\.tsx?$/.test(name));
  const texts = await Promise.all(sources.map((name) => readFile(join(ROOT, folder, name), "utf8")));
  return texts.flatMap((text) => Array.from(text.matchAll(/\brefused\(\s*"([^"]+)"/g), ([, code]) => code!));
}

describe("the words for refusals", () => {
  let words: Record<string, string>;
  beforeAll(async () => {
    words = JSON.parse(await readFile(join(ROOT, "content/translations/en.json"), "utf8"));
  });

  test("are there for every code that the hub refuses with", async () => {
    const codes = new Set([...(await codesIn("server")), ...(await codesIn("shared"))]);
    expect(codes.size).toBeGreaterThan(20);
    expect([...codes].filter((code) => !words[code])).toEqual([]);
  });

  test("name the limit where they came with it, and else do without", () => {
    const details = { most: 24, has: 1025 };
    const long = "The leaflet has 1,025 pages; the most is 24. Leave some out, or make two of it.";
    expect(sentenceOf(words, { code: "too-many-pages", details })).toBe(long);
    expect(sentenceOf(words, { code: "too-large", details: { most: 30 * 2 ** 20 } })).toContain("30 MB");
    for (const bare of [undefined, "24", { most: 24, has: null }])
      expect(sentenceOf(words, { code: "too-many-pages", details: bare })).toBe(words["too-many-pages"]);
  });

  test("are plain sentences", () => {
    expect(Object.values(words).filter((said) => !/^[A-Z].*\.$/.test(said) || said.includes("!"))).toEqual(
      [],
    );
  });
});
