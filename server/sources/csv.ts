/** A list of jobs as a table: CSV, semicolons, tabs or bars, as Excel and people save it. */
import { remark, type Reader, type Remark, type SourceFile } from "./reading.ts";
import { readTable, type Row, type Table } from "./table.ts";
import { readVacancies } from "./vacancies.ts";
import type { Column } from "./headers.ts";
import type { WrittenPlace } from "./place.ts";
import type { WrittenPay, WrittenVacancy } from "./written.ts";
import type { ReadFlag, ReadVacancy } from "#shared/vacancies/read.ts";

export const csv: Reader<ReadVacancy> = {
  format: "csv",
  kind: "vacancies",

  recognises({ name, text }: SourceFile): number {
    if (/^\s*[<{[]/.test(text)) return 0;
    const known =
      readTable(text.slice(0, 20_000))?.headers.filter(({ column }) => column !== null).length ?? 0;
    if (known > 0) return known > 1 ? 0.9 : 0.5;
    return /\.(?:csv|tsv|tab)$/i.test(name) ? 0.6 : 0;
  },

  read({ text }, options) {
    const table = readTable(text);
    if (!table) return readVacancies(csv.format, [], [remark("line 1", "no-header")], [], options);
    const rejected: Remark[] = table.broken.map((line) => remark(`line ${line}`, "unclosed-quote"));
    const warnings: Remark[] = [];
    const written: WrittenVacancy[] = [];
    for (const row of table.rows) {
      if (isNoVacancy(row, table))
        rejected.push(remark(`line ${row.line}`, "not-a-vacancy", null, firstCell(row)));
      else written.push(toWritten(row, table, warnings));
    }
    return readVacancies(csv.format, written, rejected, warnings, options);
  },
};

const firstCell = (row: Row) => row.cells.find((cell) => cell.trim())?.trim() ?? "";

/** Sums under the list, and the header again at the top of a printed page. */
function isNoVacancy(row: Row, { headers }: Table): boolean {
  if (/^(?:grand |sub[\s-]?)?totals?\b\s*:?$|^cyfanswm:?$/i.test(firstCell(row))) return true;
  const names = row.cells.filter((cell, index) => cell.trim() && cell.trim() === headers[index]?.name);
  return names.length > 1 && names.length === row.cells.filter((cell) => cell.trim()).length;
}

function toWritten(row: Row, { headers }: Table, warnings: Remark[]): WrittenVacancy {
  const where = `line ${row.line}`;
  const cells = (column: Column) =>
    headers.flatMap((header, index) =>
      header.column === column && row.cells[index]?.trim() ? [row.cells[index]] : [],
    );
  const first = (column: Column) => cells(column)[0];
  const flags: ReadFlag[] = [];
  if (row.cells.length < headers.length) flags.push("short-row");
  if (row.cells.slice(headers.length).some((cell) => cell.trim())) flags.push("long-row");
  for (const flag of flags) warnings.push(remark(where, flag === "short-row" ? "short-row" : "long-row"));
  return {
    where,
    reference: first("reference"),
    title: first("title"),
    employer: first("employer"),
    places: [place(first)],
    pay: pay(first, headers.find(({ column }) => column === "pay")?.name),
    hours: [cells("hours").join(", "), weeks(first("weeks"))].filter(Boolean).join(", ") || undefined,
    patterns: cells("patterns").join(", "),
    contract: cells("contract").join(", "),
    sector: first("sector"),
    posted: first("posted"),
    closes: cells("closes"),
    applyUrl: first("applyUrl"),
    description: cells("description").join("\n\n"),
    language: first("language"),
    welsh: first("welsh"),
    flags,
    written: writtenCells(row, headers),
  };
}

type First = (column: Column) => string | undefined;

function place(first: First): WrittenPlace {
  const parts = [first("address"), first("location"), first("town")].filter((part) => part !== undefined);
  return {
    text: [...new Set(parts)].join(", "),
    postcode: first("postcode"),
    lat: first("lat"),
    lon: first("lon"),
  };
}

/** "Hourly rate" as a column's name gives the unit that its cells leave out. */
function pay(first: First, column: string | undefined): WrittenPay {
  const unit = first("payUnit") ?? column;
  return {
    text: first("pay"),
    min: first("payMin"),
    max: first("payMax"),
    unit,
    currency: first("currency"),
  };
}

function weeks(cell: string | undefined): string {
  if (cell === undefined) return "";
  return /^\s*[\d.]+\s*$/.test(cell) ? `${cell.trim()} weeks` : cell;
}

function writtenCells(row: Row, headers: Table["headers"]): Readonly<Record<string, string>> {
  const filled = row.cells.map((cell, index): readonly [string, string] => [
    headers[index]?.name ?? `Column ${index + 1}`,
    cell.trim().slice(0, 2000),
  ]);
  return Object.fromEntries(filled.filter(([, cell]) => cell));
}
