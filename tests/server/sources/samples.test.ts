import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseLooseJson } from "#server/sources/jsonrepair.ts";
import { readFile } from "#server/sources/readfile.ts";
import { csvCell } from "#shared/csv.ts";
import { identity } from "#server/sources/identity.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

const now = Date.parse("2026-11-22T10:00:00Z");
const bytes = (path: string) => readFileSync(new URL(`../../samples/${path}`, import.meta.url));

function read(path: string) {
  const reading = readFile(path, bytes(path), { now });
  return { ...reading, vacancies: reading.read as readonly ReadVacancy[] };
}

test("a list saved by Excel for Windows is read with its pounds, dashes and accents", () => {
  const { kind, format, vacancies, rejected, warnings } = read("csv/adviser-excel-windows1252.csv");
  expect({ kind, format, rejected }).toEqual({ kind: "vacancies", format: "csv", rejected: [] });
  const [first, second, third, formula] = vacancies;
  expect(first).toMatchObject({
    title: "Nursery Practitioner – Level 3",
    employer: "Busy Bees’ Nursery",
    locations: [{ text: "Leeds", postcode: "LS6 2AH", outcode: "LS6", precision: "outcode" }],
    pay: { text: "£12.85 p/h", min: 12.85, max: 12.85, unit: "hour", currency: "GBP", perHour: 12.85 },
    hours: { perWeek: 16 },
    closes: "2026-12-06T00:00:00.000Z",
    applyUrl: "https://example.org/1",
    flags: [],
    written: { "Closing Date": "05/12/2026", "Closing Date (2)": "Friday" },
  });
  expect(first?.patterns).toContain("term-time");
  expect(second).toMatchObject({
    title: "Cleaner, evenings",
    employer: 'O\'Neill "Sparkle" Ltd',
    locations: [{ postcode: "BD1 1HX" }],
    pay: { perHour: 12.21 },
    hours: { perWeek: 12.5 },
    closes: null,
    applyUrl: "https://example.org/2?a=1&b=2",
  });
  expect(second?.flags.toSorted()).toEqual(["below-minimum-wage", "no-closing-date"]);
  expect(second?.patterns).toContain("evenings");
  expect(warnings).toContainEqual(
    expect.objectContaining({
      where: "line 3",
      field: "closes",
      reason: expect.stringContaining("31/11/2026"),
    }),
  );
  expect(third).toMatchObject({
    title: "Kitchen Assistant (school)",
    employer: "Café Renée",
    closes: "2027-01-13T00:00:00.000Z",
  });
  expect(third?.flags).toEqual(expect.arrayContaining(["implausible-pay", "no-location"]));
  expect(formula?.title).toBe('=HYPERLINK("http://evil.example","Click")');
  expect(csvCell(formula!.title)).toBe(`"'=HYPERLINK(""http://evil.example"",""Click"")"`);
  expect(vacancies).toHaveLength(4);
});

test("a list with a title above it, short and long rows and a total is read row by row", () => {
  const { vacancies, rejected, warnings } = read("csv/adviser-ragged-preamble.csv");
  expect(vacancies.map(({ reference, title }) => [reference, title])).toEqual([
    ["1", "Cook"],
    ["2", "Driver"],
    ["3", "Care worker"],
  ]);
  expect(vacancies[0]).toMatchObject({ locations: [{ postcode: "LS1 4BN" }], pay: { perHour: 12.71 } });
  expect(vacancies[0]?.origin["pay.unit"]).toBe("derived");
  expect(vacancies[1]).toMatchObject({ pay: { text: null, min: null } });
  expect(vacancies[1]?.flags).toContain("short-row");
  expect(vacancies[2]?.flags).toContain("long-row");
  expect(rejected).toMatchObject([{ where: "line 8", code: "not-a-vacancy" }]);
  expect(warnings.map(({ where, code }) => [where, code])).toEqual([
    ["line 6", "short-row"],
    ["line 7", "long-row"],
  ]);
});

test("a posting on a saved page is read with its term-time and school hours", () => {
  const { format, vacancies, rejected, warnings } = read("jobposting/uk-tv-style-term-time.html");
  expect({ format, rejected, warnings }).toEqual({ format: "jobposting", rejected: [], warnings: [] });
  expect(vacancies).toHaveLength(1);
  expect(vacancies[0]).toMatchObject({
    title: "Midday Supervisor (term time only)",
    employer: "St Example’s C of E Primary School",
    locations: [{ postcode: "EX31 2AA", outcode: "EX31", precision: "outcode" }],
    pay: { text: "£12.85", min: 12.85, unit: "hour", currency: "GBP", perHour: 12.85 },
    hours: { perWeek: 6.25, weeksPerYear: 38 },
    patterns: ["part-time", "term-time", "school-hours"],
    posted: "2026-11-09T00:00:00.000Z",
    closes: "2026-12-04T12:00:00.000Z",
    sector: "schools",
    language: "en",
    applyUrl: "https://teaching-vacancies.service.gov.uk/jobs/midday-supervisor",
    flags: [],
  });
  expect(vacancies[0]?.origin).toMatchObject({
    "patterns.part-time": "stated",
    "patterns.school-hours": "derived",
  });
  expect(vacancies[0]?.description).toMatch(/^We need a lunchtime supervisor for 6\.25 hours/);
});

test.each(["jobposting/extruct-jsonld-empty-item.html", "jobposting/extruct-JSONLD_with_JS_comment.html"])(
  "%s holds no posting: nothing is read, nothing is wrong, and a warning says so",
  (path) => {
    const { vacancies, rejected, warnings } = read(path);
    expect({ vacancies, rejected }).toEqual({ vacancies: [], rejected: [] });
    expect(warnings).toContainEqual(expect.objectContaining({ code: "no-postings" }));
  },
);

test("a block with comments and a trailing comma gives the value that was meant", () => {
  const html = bytes("jobposting/extruct-JSONLD_with_JS_comment.html").toString();
  const block = /ld\+json">([\s\S]*?)<\/script>/.exec(html)![1]!;
  const [expected] = JSON.parse(
    bytes("jobposting/extruct-JSONLD_with_JS_comment.expected.jsonld").toString(),
  ) as unknown[];
  expect(parseLooseJson(block)).toEqual(expected);
});

test("the same file read twice gives the same jobs by the same keys", () => {
  for (const path of ["csv/adviser-excel-windows1252.csv", "jobposting/uk-tv-style-term-time.html"]) {
    const [first, second] = [read(path).vacancies.map(identity), read(path).vacancies.map(identity)];
    expect(first).toEqual(second);
    expect(new Set(first).size).toBe(first.length);
  }
});
