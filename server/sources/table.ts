/** Text to a table: which delimiter, which row is the header, on which line each row begins. */
import Papa from "papaparse";
import { cutRecords } from "./records.ts";
import { type Column, type Corrections, namedColumns, readHeaders, type Header } from "./headers.ts";

export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly headers: readonly Header[];
  readonly headerLine: number;
  readonly rows: readonly Row[];
  readonly broken: readonly number[];
}

const DELIMITERS = [",", ";", "\t", "|"];
/** Titles, dates and logos stand above a header, but not for pages. */
const HEADER_WITHIN = 40;

/** No list of jobs has so many columns; what has more is no table of this delimiter, or no list. */
export const MOST_COLUMNS = 1_000;

/** `null` where no row names the columns of a list of jobs. Rows without any text are left out. */
export function readTable(text: string, corrected: Corrections = {}): Table | null {
  const lines = splitLines(text);
  const named = /^"?sep=([^\w"])"?\s*$/i.exec(lines[0] ?? "")?.[1];
  if (named !== undefined) lines[0] = "";
  const found = (named === undefined ? DELIMITERS : [named])
    .filter((delimiter) => !isTooWide(lines, delimiter))
    .map((delimiter) => findHeader(lines, delimiter, corrected))
    .filter((header) => header !== null);
  const best = found.toSorted((a, b) => b.score - a.score)[0];
  if (!best) return null;
  const all = parse(lines, best.delimiter);
  const rows = all.rows.filter(
    ({ line, cells }) => line > best.row.line && cells.some((cell) => cell.trim()),
  );
  return {
    headers: readHeaders(best.row.cells, corrected),
    headerLine: best.row.line,
    rows,
    broken: all.broken.filter((line) => line > best.row.line),
  };
}

/** Seen before any cell is looked at, which is what costs. What stands in quotation marks is one cell. */
function isTooWide(lines: readonly string[], delimiter: string): boolean {
  return lines
    .slice(0, HEADER_WITHIN)
    .some(
      (line) =>
        line.length > MOST_COLUMNS &&
        line.replaceAll(/"[^"]*"/g, "").split(delimiter, MOST_COLUMNS + 1).length > MOST_COLUMNS,
    );
}

/** Where no header was found: whether that is because a row has too many columns. */
export function hasTooManyColumns(text: string): boolean {
  const lines = splitLines(text);
  return DELIMITERS.some((delimiter) => isTooWide(lines, delimiter));
}

/** A table whose first row with words names its columns, whatever it is about. */
export function tableOf(text: string): readonly Row[] {
  const lines = splitLines(text);
  const header = lines.find((line) => line.trim()) ?? "";
  const count = (delimiter: string) => header.split(delimiter).length;
  const delimiter = DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ",";
  if (isTooWide(lines, delimiter)) return [];
  return parse(lines, delimiter).rows.filter(({ cells }) => cells.some((cell) => cell.trim()));
}

export function splitLines(text: string): string[] {
  const lines = text.replaceAll("\r\n", "\n");
  return (lines.includes("\n") ? lines : lines.replaceAll("\r", "\n")).split("\n");
}

interface FoundHeader {
  readonly delimiter: string;
  readonly row: Row;
  readonly score: number;
}

function findHeader(lines: readonly string[], delimiter: string, corrected: Corrections): FoundHeader | null {
  const { rows } = parse(lines.slice(0, HEADER_WITHIN), delimiter);
  const scored = rows.map((row) => ({ delimiter, row, score: score(row.cells, corrected) }));
  const best = scored.reduce<FoundHeader | null>(
    (most, next) => (next.score > (most?.score ?? 0) ? next : most),
    null,
  );
  return best;
}

/** A header names a title; of several such rows the one that names most columns is meant. */
function score(cells: readonly string[], corrected: Corrections): number {
  const columns = new Set<Column>(namedColumns(cells));
  for (const [column, names] of Object.entries(corrected)) {
    if (column && names.some((name) => cells.some((cell) => cell.trim() === name)))
      columns.add(column as Column);
  }
  const hasTitle =
    columns.has("title") || (columns.size > 0 && readHeaders(cells).some(({ column }) => column === "title"));
  return hasTitle ? columns.size : 0;
}

function parse(
  lines: readonly string[],
  delimiter: string,
): { readonly rows: readonly Row[]; readonly broken: readonly number[] } {
  const { records, broken } = cutRecords(lines, delimiter);
  // One more than there may be, so that a row that is too long says so.
  const rows = records.map(({ line, text }) => ({
    line,
    cells: parseCells(text, delimiter).slice(0, MOST_COLUMNS + 1),
  }));
  return { rows, broken };
}

/** One record at a time: an odd quotation mark in one cannot reach the next. */
function parseCells(text: string, delimiter: string): readonly string[] {
  if (!text.includes('"')) return text.split(delimiter, MOST_COLUMNS + 1);
  // People put blanks beside quotation marks; RFC 4180 knows none, and neither does the library.
  const tight = text.replaceAll(new RegExp(`(^|[\\${delimiter}]) +"`, "g"), '$1"').replace(/" +$/, '"');
  return Papa.parse<string[]>(tight, { delimiter, newline: "\n" }).data.flat();
}
