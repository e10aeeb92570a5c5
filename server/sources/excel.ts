/** A workbook as the CSV text that its first sheet with a list would be saved as: from there on it is read as that. */
import readWorkbook from "read-excel-file/node";
import { done, refused, type Result } from "#shared/result.ts";
import { namedColumns } from "./headers.ts";
import { unpackedSize } from "./zip.ts";

/** Unpacked, all parts together: a list of 20,000 rows has a fifth of it. */
const MOST_UNPACKED = 64 * 1024 * 1024;
const MOST_ROWS = 20_050;
const MOST_CELLS = 200;

/** Refused: `not-a-workbook` (also where it needs a password), `too-large`. */
export async function workbookAsCsv(bytes: Uint8Array): Promise<Result<string>> {
  const unpacked = unpackedSize(bytes);
  if (unpacked === null) return refused("not-a-workbook");
  if (unpacked > MOST_UNPACKED) return refused("too-large", { most: MOST_UNPACKED });
  try {
    const sheets = await readWorkbook(Buffer.from(bytes));
    const all = sheets.map(({ data }) =>
      data.slice(0, MOST_ROWS).map((row) => row.slice(0, MOST_CELLS).map(asText)),
    );
    const best = all
      .map((rows) => ({ rows, score: scoreOf(rows) }))
      .toSorted((one, other) => other.score - one.score)[0];
    return done((best?.rows ?? []).map((cells) => cells.map(quoted).join(",")).join("\n"));
  } catch {
    return refused("not-a-workbook");
  }
}

/** The sheet whose rows name most columns is the list; else the first that holds anything. */
function scoreOf(rows: readonly (readonly string[])[]): number {
  const named = Math.max(0, ...rows.slice(0, 40).map((row) => namedColumns(row).size));
  return named * 1000 + Math.min(rows.length, 999);
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** A day as the British write it, for it is read as whatever a person typed. A row of the sheet stays a line of the text. */
function asText(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : day(value);
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "number") return Number.isFinite(value) ? String(Math.round(value * 1e6) / 1e6) : "";
  return typeof value === "string" ? value.replaceAll(/\s*\r?\n\s*/g, " ") : "";
}

function day(date: Date): string {
  const [, year, month, dayOfMonth, time] =
    /^\+?(\d+)-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(date.toISOString()) ?? [];
  return `${dayOfMonth}/${month}/${year}${time === "00:00" ? "" : ` ${time}`}`;
}
