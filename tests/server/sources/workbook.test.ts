import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ReadVacancy } from "#shared/vacancies/read.ts";
import { readAnyFile, readFile } from "#server/sources/readfile.ts";
import { makeWorkbook, zip } from "../../support/workbook.ts";

const options = { now: Date.parse("2026-11-27T09:00:00Z") };

async function read(bytes: Uint8Array, more: object = {}) {
  const reading = await readAnyFile("jobs.xlsx", bytes, { ...options, ...more });
  return { ...reading, vacancies: reading.read as readonly ReadVacancy[] };
}

describe("an Excel workbook", () => {
  test("is read sheet and header guessed, days as days, and formulas as what they came to", async () => {
    const notes = [["Notes for the team"], ["call Sam"]];
    const jobs = [
      ["Vacancies, week 48"],
      ["Job title", "Employer", "Postcode", "Hourly rate", "Closing date", "Notes"],
      ["Cook", "St Mary's\nPrimary", "LS9 7AB", 12.85, { day: "2026-12-04" }, "term time only"],
      ["=HYPERLINK(1)", "Swift", "LS1 4BN", "£14", "31/12/2026", null],
      ["Total", null, null, 2, null, null],
    ];
    const { format, vacancies, rejected, headers } = await read(makeWorkbook(notes, jobs));
    expect(format).toBe("excel");
    expect(vacancies).toMatchObject([
      {
        title: "Cook",
        employer: "St Mary's Primary",
        pay: { min: 12.85, unit: "hour" },
        closes: "2026-12-05T00:00:00.000Z",
      },
      { title: "=HYPERLINK(1)", closes: "2027-01-01T00:00:00.000Z" },
    ]);
    expect(rejected).toMatchObject([{ where: "line 5", code: "not-a-vacancy" }]);
    expect(headers?.map(({ column }) => column)).toEqual([
      "title",
      "employer",
      "postcode",
      "pay",
      "closes",
      "description",
    ]);
  });

  test("that is none, needs a password, or would fill the memory is refused", async () => {
    expect(await read(Buffer.from("PK\u0003\u0004 and nothing more"))).toMatchObject({
      rejected: [{ code: "not-a-workbook" }],
    });
    expect(await read(zip({ "word/document.xml": "<x/>" }))).toMatchObject({
      rejected: [{ code: "not-a-workbook" }],
    });
    expect(await read(zip({ "xl/workbook.xml": "<x/>" }, 2 ** 31))).toMatchObject({
      rejected: [{ code: "too-large" }],
    });
  });
});

describe("the columns of a sender", () => {
  const text = "Rôle;Who;Ends;Junk\nCook;Larkhill;4/12/2026;x\n";

  test("that nobody could guess are as somebody has corrected them", () => {
    const fields = { title: ["Rôle"], employer: ["Who"], closes: ["Ends"] };
    const reading = readFile("list.csv", new TextEncoder().encode(text), {
      ...options,
      fields,
      format: "csv",
    });
    expect(reading.read).toMatchObject([
      { title: "Cook", employer: "Larkhill", closes: "2026-12-05T00:00:00.000Z" },
    ]);
    expect(reading.headers?.map(({ name, column }) => [name, column])).toEqual([
      ["Rôle", "title"],
      ["Who", "employer"],
      ["Ends", "closes"],
      ["Junk", null],
    ]);
  });

  test("a name that misleads can be silenced", () => {
    const bytes = new TextEncoder().encode("Job title,Closing date\nCook,1/12/2026\n");
    expect(readFile("list.csv", bytes, { ...options, fields: { "": ["Closing date"] } }).read).toMatchObject([
      { title: "Cook", closes: null },
    ]);
  });
});

test("a list in UTF-16 with a sep= line is read", () => {
  const text = "sep=|\r\nJob title|Employer|Pay\r\nCafé cook|Larkhill|£13 an hour\r\n";
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  expect(readFile("list.csv", bytes, options).read).toMatchObject([
    { title: "Café cook", employer: "Larkhill", pay: { perHour: 13 } },
  ]);
});

test("the calendar of events keeps its bytes: nothing of it is taken for a workbook", async () => {
  const bytes = readFileSync(new URL("../../samples/ics/uk-outlook-gmt-standard-time.ics", import.meta.url));
  expect(await readAnyFile("a.ics", bytes, options)).toMatchObject({ kind: "events" });
});
