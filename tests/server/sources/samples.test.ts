import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readFile } from "#server/sources/readfile.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

const now = Date.parse("2026-11-22T10:00:00Z");
const bytes = (path: string) => readFileSync(new URL(`../../samples/${path}`, import.meta.url));
const read = (path: string) => {
  const reading = readFile(path, bytes(path), { now });
  return { ...reading, vacancies: reading.read as readonly ReadVacancy[] };
};

test("dump", () => {
  for (const f of ["csv/adviser-excel-windows1252.csv", "csv/adviser-ragged-preamble.csv", "jobposting/uk-tv-style-term-time.html","jobposting/extruct-jsonld-empty-item.html","jobposting/extruct-JSONLD_with_JS_comment.html"]) {
    console.log(JSON.stringify(read(f), null, 1));
  }
  expect(1).toBe(1);
});
