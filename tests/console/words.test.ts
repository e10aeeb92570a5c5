import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { commands } from "#shared/contract.ts";
import history from "../../content/translations/console.history.en.json";

const folder = path.join(import.meta.dirname, "..", "..", "content", "translations");
const catalogues = readdirSync(folder).filter((name) => /^console\..*en\.json$/.test(name));

test("everything that a person can do has words in the history", () => {
  const acts = Object.entries(commands).filter(
    ([, { reads, who }]) => !reads && !who.every((role) => role === "screen" || role === "public"),
  );
  expect(acts.map(([name]) => `did_${name}`).filter((key) => !(key in history))).toEqual([]);
});

test.each(catalogues)("%s says something under every key, and shouts nowhere", (name) => {
  const words = JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Record<string, string>;
  expect(Object.values(words).filter((said) => said.trim() === "" || said.includes("!"))).toEqual([]);
});
