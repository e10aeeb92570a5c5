/** A cell as it may be written to a file that a spreadsheet will open. */

/**
 * Puts an apostrophe before what a spreadsheet would run as a formula (OWASP, CSV Injection). Line ends
 * become spaces and the cell is quoted, so that no value can begin a cell or a row of its own.
 */
export function escapeForSpreadsheet(value: string): string {
  const flat = value.replace(/[\r\n]+/g, " ");
  const safe = /^[\s\u00a0]*[=+\-@＝＋－＠\t]/.test(flat) ? `'${flat}` : flat;
  return `"${safe.replaceAll('"', '""')}"`;
}
