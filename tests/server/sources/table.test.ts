import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import Papa from "papaparse";
import { readFile } from "#server/sources/readfile.ts";
import { cutRecords } from "#server/sources/records.ts";
import { splitLines } from "#server/sources/table.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

const now = Date.parse("2026-11-22T10:00:00Z");

function read(text: string, name = "jobs.csv") {
  const reading = readFile(name, new TextEncoder().encode(text), { now });
  return { ...reading, vacancies: reading.read as readonly ReadVacancy[] };
}
const titles = (text: string) => read(text).vacancies.map(({ title }) => title);

describe("a table", () => {
  test.each([
    ["commas", "Job,Employer\nCook,Cafe"],
    ["semicolons", "Job;Employer\nCook;Cafe"],
    ["tabs", "Job\tEmployer\nCook\tCafe"],
    ["bars", "Job|Employer\nCook|Cafe"],
    ["a named separator", "sep=;\nJob;Employer\nCook;Cafe"],
    ["a separator nobody would guess", "sep=^\nJob^Employer\nCook^Cafe"],
    ["Windows line ends", "Job,Employer\r\nCook,Cafe\r\n"],
    ["old Mac line ends", "Job,Employer\rCook,Cafe\r"],
    ["mixed line ends", "Job,Employer\r\nCook,Cafe\n"],
    ["a byte order mark", "\ufeffJob,Employer\nCook,Cafe"],
    ["quotation marks", '"Job","Employer"\n"Cook","Cafe"'],
    ["blanks beside quotation marks", '"Job", "Employer"\n"Cook" , "Cafe" '],
    ["commas inside cells under semicolons", "Job;Employer\nCook;Cafe"],
    ["blank lines and rows of commas", "\n,,\nJob,Employer\n\n,\nCook,Cafe\n ,  \n"],
    ["a title above it", "Vacancies, week of 16 November\nPrinted by: J Smith\n\nJob,Employer\nCook,Cafe"],
    ["a sentence above it that names a column", "This week's Job list\nRef,Job,Employer\n1,Cook,Cafe"],
  ])("with %s", (_, text) => {
    expect(read(text)).toMatchObject({
      format: "csv",
      rejected: [],
      read: [{ title: "Cook", employer: "Cafe" }],
    });
  });

  test("whose only column is the job is a table too", () => {
    expect(titles("Job\nCook\nCleaner")).toEqual(["Cook", "Cleaner"]);
  });

  test("names rows by the physical line they begin on", () => {
    const text = 'Job,Details\n"Cook\n(school)","one\n\ntwo"\n,no title\nCleaner,x,y\n';
    const reading = read(text);
    expect(reading.vacancies.map(({ title }) => title)).toEqual(["Cook (school)", "Cleaner"]);
    expect(reading.rejected).toMatchObject([{ where: "line 6", code: "no-title" }]);
    expect(reading.warnings).toMatchObject([{ where: "line 7", code: "long-row" }]);
  });

  test.each([
    ["then plain rows", 'Job,Place\n"Cook,Leeds\nCleaner,York\nDriver,Hull', 2, ["Cleaner", "Driver"]],
    [
      "then quoted rows",
      'Job,Place\n"Cook,Leeds\n"Cleaner","York"\n"Driver","Hull"',
      2,
      ["Cleaner", "Driver"],
    ],
    [
      "then an empty quoted cell",
      'Job,Place\n"Cook,Leeds\nCleaner,""\nDriver,Hull',
      2,
      ["Cleaner", "Driver"],
    ],
    ["on the last line", 'Job,Place\nCleaner,York\nDriver,Hull\n"Cook,Leeds', 4, ["Cleaner", "Driver"]],
    ["in mid-row", 'Job,Place\nCook,"Leeds\nCleaner,York\nDriver,Hull', 2, ["Cleaner", "Driver"]],
  ])("a quotation mark left open, %s, costs its own line only", (_, text, line, expected) => {
    const reading = read(text);
    expect(reading.rejected).toMatchObject([{ where: `line ${line}`, code: "unclosed-quote" }]);
    expect(reading.vacancies.map(({ title }) => title)).toEqual(expected);
  });

  test("odd quotation marks inside a cell do no harm", () => {
    expect(titles('Job,Place\n"Cook "best" place",Leeds\n6" nails man,York\nDriver,Hull')).toEqual([
      'Cook "best" place',
      '6" nails man',
      "Driver",
    ]);
  });

  test("totals, repeated headers and rows without a title are no vacancies", () => {
    const { vacancies, rejected } = read(
      "Job,Place\nCook,Leeds\nJob,Place\n,York\n42,Hull\nTotal,3\nGrand total:,3\nTotal care assistant,Leeds",
    );
    expect(vacancies.map(({ title }) => title)).toEqual(["Cook", "Total care assistant"]);
    expect(rejected.map(({ where, code }) => [where, code])).toEqual([
      ["line 3", "not-a-vacancy"], ["line 6", "not-a-vacancy"], ["line 7", "not-a-vacancy"], ["line 4", "no-title"], ["line 5", "no-title"],
    ]); // prettier-ignore
  });

  test("the first closing date that can be understood counts; the other is kept as text", () => {
    const { vacancies, warnings } = read(
      "Job,Closing Date,Closing Date\nCook,Friday,04/12/2026\nDriver,31/11/2026,soon",
    );
    expect(vacancies[0]).toMatchObject({
      closes: "2026-12-05T00:00:00.000Z",
      written: { "Closing Date": "Friday" },
    });
    expect(vacancies[1]?.closes).toBeNull();
    expect(warnings.map(({ where, code }) => [where, code])).toEqual([
      ["line 2", "second-value"],
      ["line 3", "no-such-date"],
      ["line 3", "not-a-date"],
    ]);
  });

  test("a column's name gives the unit that its cells leave out", () => {
    expect(read("Job,Pay (per week)\nCook,450").vacancies[0]?.pay).toMatchObject({ min: 450, unit: "week" });
    expect(read("Job,Hourly rate\nCook,12.85").vacancies[0]?.pay).toMatchObject({ perHour: 12.85 });
    expect(
      read("Job,Salary Min,Salary Max,Salary Frequency\nCook,24000,26000,Annual").vacancies[0]?.pay,
    ).toMatchObject({ min: 24000, max: 26000, unit: "year" });
  });

  test("hours that stand in the column of shifts are read there", () => {
    const { vacancies, warnings } = read(
      'Job,Working pattern\nTA,"27.5 hours per week, TTO + 5 INSET"\nCook,5\nDriver,days',
    );
    expect(vacancies.map(({ hours }) => hours.perWeek)).toEqual([27.5, null, null]);
    expect(vacancies[0]).toMatchObject({ hours: { weeksPerYear: 39 }, patterns: ["part-time", "term-time"] });
    expect(warnings).toEqual([]);
  });

  test("without any row of column names it is refused, not guessed at", () => {
    expect(read("Cook,Leeds,12.71\nDriver,Leeds,13.10")).toMatchObject({
      read: [],
      rejected: [{ where: "line 1", code: "no-header" }],
    });
    expect(read("first,last,address\nJohn,Doe,120 any st.")).toMatchObject({
      read: [],
      rejected: [{ code: "no-header" }],
    });
  });

  test("with a header and nothing under it it is read, and empty", () => {
    expect(read("Job,Employer\n")).toMatchObject({ read: [], rejected: [] });
  });

  test("pollutes no prototype with a column of that name", () => {
    const { vacancies } = read("Job,__proto__,constructor\nCook,polluted,x\n");
    expect(vacancies[0]?.title).toBe("Cook");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(vacancies[0]!.written)).toBe(Object.prototype);
  });
});

test.each(["comma_in_quotes", "escaped_quotes", "newlines_crlf"])(
  "the specimen %s is cut as its author expects",
  (name) => {
    const file = (end: string) =>
      readFileSync(new URL(`../../samples/csv/spectrum-${name}${end}`, import.meta.url), "utf8");
    const expected = (JSON.parse(file(".expected.json")) as Record<string, string>[]).map((row) =>
      Object.values(row).map((cell) => cell.replaceAll("\r\n", "\n")),
    );
    const { records, broken } = cutRecords(splitLines(file(".csv")), ",");
    const rows = records
      .filter(({ text }) => text)
      .map(({ text }) => Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" }).data[0]);
    expect(rows.slice(1)).toEqual(expected);
    expect(broken).toEqual([]);
  },
);
