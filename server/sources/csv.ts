/** A list of jobs as a table: CSV, semicolons, tabs or bars, as Excel and people save it. */
import { fromColumns, placeFromColumns } from "./columns.ts";
import { remark, type Reader, type Remark, type SourceFile } from "./reading.ts";
import { hasTooManyColumns, readTable, type Row, type Table } from "./table.ts";
import { readVacancies } from "./vacancies.ts";
import type { Column } from "./headers.ts";
import type { WrittenVacancy } from "./written.ts";
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
    const table = readTable(text, options.fields);
    if (!table) {
      const why = hasTooManyColumns(text) ? "too-many-columns" : "no-header";
      return readVacancies(csv.format, [], [remark("line 1", why)], [], options);
    }
    const rejected: Remark[] = table.broken.map((line) => remark(`line ${line}`, "unclosed-quote"));
    const warnings: Remark[] = [];
    const written: WrittenVacancy[] = [];
    for (const row of table.rows) {
      if (isNoVacancy(row, table))
        rejected.push(remark(`line ${row.line}`, "not-a-vacancy", null, firstCell(row)));
      else written.push(toWritten(row, table, warnings));
    }
    return {
      ...readVacancies(csv.format, written, rejected, warnings, options),
      headers: table.headers,
    };
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
      header.column === column && row.cells[index]?.trim() ? [plainCell(row.cells[index])] : [],
    );
  const flags: ReadFlag[] = [];
  if (row.cells.length < headers.length) flags.push("short-row");
  if (row.cells.slice(headers.length).some((cell) => cell.trim())) flags.push("long-row");
  for (const flag of flags) warnings.push(remark(where, flag === "short-row" ? "short-row" : "long-row"));
  return {
    ...fromColumns(cells, headers.find(({ column }) => column === "pay")?.name),
    where,
    places: [placeFromColumns(cells)],
    flags,
    written: writtenCells(row, headers),
  };
}

/** `="00441"`: how spreadsheets are told to keep a cell as text. It is no formula that could be run. */
function plainCell(cell: string): string {
  return /^\s*="([^"=]*)"\s*$/.exec(cell)?.[1] ?? cell;
}

function writtenCells(row: Row, headers: Table["headers"]): Readonly<Record<string, string>> {
  const filled = row.cells.map((cell, index): readonly [string, string] => [
    headers[index]?.name ?? `Column ${index + 1}`,
    cell.trim().slice(0, 2000),
  ]);
  return Object.fromEntries(filled.filter(([, cell]) => cell));
}
