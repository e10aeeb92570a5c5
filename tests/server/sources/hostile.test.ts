import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decodeText } from "#server/sources/decode.ts";
import { readFile } from "#server/sources/readfile.ts";
import { readTable } from "#server/sources/table.ts";
import type { Reading } from "#server/sources/reading.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

const now = Date.parse("2026-11-22T10:00:00Z");
const encode = (text: string) => new TextEncoder().encode(text);
const read = (text: string, name = "x") => readFile(name, encode(text), { now });

const SAMPLES = [
  "csv/adviser-excel-windows1252.csv", "csv/adviser-ragged-preamble.csv", "csv/spectrum-newlines_crlf.csv",
  "jobposting/uk-tv-style-term-time.html", "jobposting/extruct-JSONLD_with_JS_comment.html",
]; // prettier-ignore

/** Mulberry32: the same seed, the same mutations, so that a failure can be had again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const INSERTS = [
  '"',
  '""',
  ",",
  "\n",
  "\r\n",
  "\t",
  ";",
  "{",
  "}",
  "[",
  "]",
  "<",
  ">",
  "</script>",
  "<!--",
  "\\",
  "\0",
  "\ufeff",
  "£",
  "=1+1",
  "null",
  "9999-12-31",
  "\ud800",
  "&amp;lt;",
  "𝕏",
].map(encode);

function mutate(original: Uint8Array, next: () => number): Uint8Array {
  let bytes = [...original];
  for (let times = 1 + Math.floor(next() * 8); times > 0; times--) {
    const at = Math.floor(next() * bytes.length);
    const length = Math.floor(next() * 40);
    const way = Math.floor(next() * 5);
    if (way === 0) bytes.splice(at, length);
    else if (way === 1) bytes.splice(at, 0, ...INSERTS[Math.floor(next() * INSERTS.length)]!);
    else if (way === 2) bytes[at] = Math.floor(next() * 256);
    else if (way === 3) bytes.splice(at, 0, ...bytes.slice(at, at + length));
    else bytes = bytes.slice(0, at + 1);
  }
  return Uint8Array.from(bytes);
}

function expectReading(reading: Reading): void {
  expect(reading).toMatchObject({
    kind: expect.any(String),
    format: expect.any(String),
    complete: expect.any(Boolean),
  });
  for (const vacancy of reading.read as readonly ReadVacancy[]) {
    expect(vacancy.title).toMatch(/\p{L}/u);
    expect(vacancy.closes ?? "2026-01-01T00:00:00.000Z").toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(vacancy.applyUrl ?? "https://x").toMatch(/^https?:\/\//);
    expect(vacancy.descriptionHtml ?? "").not.toMatch(/<(?!\/?(?:p|ul|ol|li|strong|em|h3)>|br \/>)/);
    expect(
      [vacancy.pay.min, vacancy.pay.max, vacancy.pay.perHour].every((sum) => sum === null || sum > 0),
    ).toBe(true);
  }
  for (const { where, reason } of [...reading.rejected, ...reading.warnings]) {
    expect(where).toMatch(/^(?:line|item|block) \d+$|^file$/);
    expect(reason).not.toBe("");
    expect(reason).not.toMatch(/could not be read/);
  }
}

describe.each(SAMPLES)("%s, damaged in 150 ways,", (path) => {
  const original = readFileSync(new URL(`../../samples/${path}`, import.meta.url));

  test("always gives a reading in which every row has its place", () => {
    for (let seed = 1; seed <= 150; seed++) {
      const bytes = mutate(original, random(seed));
      const reading = readFile(path, bytes, { now });
      expectReading(reading);
      if (reading.format !== "csv") continue;
      const table = readTable(decodeText(bytes));
      const rows = table ? table.rows.length + table.broken.length : 1;
      expect([seed, reading.read.length + reading.rejected.length]).toEqual([seed, rows]);
    }
  }, 120_000);
});

const deep = (open: string, close: string, times: number) => open.repeat(times) + close.repeat(times);

describe("a hostile file", () => {
  test.each([
    ["nothing at all", "", "empty"],
    ["blanks", " \n\t ", "empty"],
    ["a picture", "\x89PNG\r\n\x1a\n\0\0", "unknown-format"],
    ["a PDF", "%PDF-1.4\n%\xe2", "unknown-format"],
    ["a letter", "Dear Sue,\nplease put up our jobs.", "unknown-format"],
  ])("%s is refused by name", (_, text, code) => {
    expect(read(text)).toMatchObject({ read: [], rejected: [{ where: "file", code }] });
  });

  test("of 120,000 columns is refused for them, and a long row costs no more than its cells in the list", () => {
    const many = (cell: string) => `${cell},`.repeat(120_000);
    for (const text of [
      `Job title,${many("Location")}\nCook`,
      `${many("a")}\nJob title,Location\nCook,Leeds`,
    ])
      expect(read(text, "wide.csv")).toMatchObject({
        read: [],
        rejected: [{ where: "line 1", code: "too-many-columns" }],
      });
    const long = read(`Job title,Location\n${"\n".repeat(40)}Cook,Leeds,${many("x")}`, "long.csv");
    expect(long).toMatchObject({ read: [{ title: "Cook" }], warnings: [{ code: "long-row" }] });
    // Commas in a cell are no columns.
    expect(read(`Job title\tNotes\nCook\t"${many("x")}"`, "notes.tsv").read).toHaveLength(1);
  });

  test("of 50 MB is refused before it is read", () => {
    expect(readFile("big.csv", new Uint8Array(50 * 1024 * 1024).fill(65), { now })).toMatchObject({
      read: [],
      rejected: [{ code: "too-large" }],
    });
  });

  test.each([
    ["arrays a million deep", `[${deep("[", "]", 1_000_000)}, "JobPosting"]`],
    [
      "objects a hundred thousand deep",
      `{"@type":"JobPosting","title":"Cook","x":${'{"x":'.repeat(100_000)}1${"}".repeat(100_000)}}`,
    ],
    ["brackets never closed", `{"JobPosting":${"[".repeat(1_000_000)}`],
    ["elements a hundred thousand deep", `<html><body>${deep("<div>", "</div>", 100_000)}JobPosting`],
    [
      "microdata a hundred thousand deep",
      `<html><body>${'<div itemscope itemtype="https://schema.org/JobPosting" itemprop="x">'.repeat(20_000)}`,
    ],
    ["formatting that nests", `<html><body>JobPosting${"<b><a>".repeat(50_000)}`],
    [
      "a description of nested tags",
      JSON.stringify({ "@type": "JobPosting", title: "Cook", description: deep("<div>", "</div>", 100_000) }),
    ],
    ["a million quotation marks", `Job,Place\n${'"'.repeat(1_000_001)}`],
    ["quotation marks that open on every line", `Job,Place\n${'"Cook,Leeds\n'.repeat(20_000)}`],
    ["quotation marks that never meet", `Job,Place\n${'"Cook\nLeeds\n'.repeat(20_000)}`],
    [
      "a script never closed",
      `<html><script type="application/ld+json">{"@type":"JobPosting",${'"a":"'.repeat(200_000)}`,
    ],
    ["comments never closed", `<html>JobPosting${"<!-- ld+json ".repeat(100_000)}`],
    ["a title of blanks", `Job,Place\n${" ".repeat(5_000_000)},Leeds`],
    ["digits without end", `Job,Pay\nCook,${"9".repeat(1_000_000)}`],
    ["dashes without end", `Job,Hours,Pay\nCook,${"9-".repeat(200_000)},${"£9-".repeat(200_000)}`],
    [
      "no and no and no",
      JSON.stringify({ "@type": "JobPosting", title: "Cook", description: "no evenings or ".repeat(20_000) }),
    ],
    [
      "entities without end",
      JSON.stringify({ "@type": "JobPosting", title: "Cook", description: "&amp;".repeat(100_000) }),
    ],
  ])("with %s gives a reading", (_, text) => {
    const reading = read(text);
    expect(reading.read.length + reading.rejected.length + reading.warnings.length).toBeGreaterThan(0);
    expectReading(reading);
  });

  test("pollutes no prototype", () => {
    const vacancy =
      '{"@type":"JobPosting","title":"Cook","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"baseSalary":{"__proto__":{"value":9}}}';
    const reading = read(vacancy, "x.json");
    expect(reading.read).toMatchObject([{ title: "Cook", pay: { min: null } }]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("with a title in a prototype has no title", () => {
    expect(read('{"@type":"JobPosting","__proto__":{"title":"Cook"}}', "x.json")).toMatchObject({
      read: [],
      rejected: [{ code: "no-title" }],
    });
  });
});

test("a format that does not exist, and a kind that the file is not, are refused by name", () => {
  const file = encode("Job,Place\nCook,Leeds");
  expect(readFile("x.csv", file, { now, format: "telepathy" })).toMatchObject({
    format: "telepathy",
    rejected: [{ code: "unknown-format" }],
  });
  expect(readFile("x.csv", file, { now, kind: "leaflet" })).toMatchObject({
    kind: "leaflet",
    rejected: [{ code: "unknown-format" }],
  });
  expect(readFile("x.csv", file, { now, kind: "vacancies" })).toMatchObject({ read: [{ title: "Cook" }] });
  expect(readFile("x.html", file, { now, format: "csv" })).toMatchObject({ read: [{ title: "Cook" }] });
});
