/** Every table that the product hands out as CSV is written here, so that no cell can be run as a formula. */

/** A number stays a number for the spreadsheet; `null` is an empty cell. */
export type Cell = string | number | null;

/** A table as Excel opens it: with a byte order mark, and line ends as RFC 4180 has them. */
export function csvOf(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [header, ...rows].map((cells) => cells.map(csvCell).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

/**
 * Puts an apostrophe before what a spreadsheet would run as a formula (OWASP, CSV Injection). Line ends
 * become spaces and text is quoted, so that no value can begin a cell or a row of its own.
 */
export function csvCell(value: Cell): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (value === null) return "";
  const flat = value.replace(/[\r\n]+/g, " ");
  const safe = /^[\s\u00a0]*[=+\-@＝＋－＠\t]/.test(flat) ? `'${flat}` : flat;
  return `"${safe.replaceAll('"', '""')}"`;
}
