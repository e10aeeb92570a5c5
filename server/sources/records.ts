/** Cuts a table's text into records, so that a quotation mark left open costs one line and not the rest of the file. */

export interface TextRecord {
  /** The physical line it begins on, from 1. */
  readonly line: number;
  readonly text: string;
}

export interface CutTable {
  readonly records: readonly TextRecord[];
  /** Lines that open a quotation mark which is never closed. */
  readonly broken: readonly number[];
}

/** A cell of an advert is never longer: beyond it the quotation mark was a slip. */
const LONGEST_CELL_LINES = 200;

/** RFC 4180 quoting; `lines` are physical lines without their ends. */
export function cutRecords(lines: readonly string[], delimiter: string): CutTable {
  const records: TextRecord[] = [];
  const broken: number[] = [];
  for (let index = 0; index < lines.length;) {
    const length = recordLength(lines, index, delimiter);
    if (length === null) broken.push(index + 1);
    else records.push({ line: index + 1, text: joined(lines, index, length, delimiter) });
    index += length ?? 1;
  }
  return { records, broken };
}

function joined(lines: readonly string[], start: number, length: number, delimiter: string): string {
  return length === 1
    ? quoteFormulas(lines[start]!, delimiter)
    : lines.slice(start, start + length).join("\n");
}

/** How many lines a record takes; `null` where a quotation mark stays open. */
function recordLength(lines: readonly string[], start: number, delimiter: string): number | null {
  let open = false;
  const last = Math.min(lines.length, start + LONGEST_CELL_LINES);
  for (let index = start; index < last; index++) {
    const line = index === start ? quoteFormulas(lines[index]!, delimiter) : lines[index]!;
    const state = scan(line, delimiter, open);
    if (state === "closed") return index - start + 1;
    // A mark in mid-cell is sloppy on one line, but over several it is another record's.
    if (state === "stray" && (index > start || scanEndsOpen(line, delimiter))) return null;
    if (state === "stray") return 1;
    open = true;
  }
  return null;
}

type Scan = "closed" | "open" | "stray";

/** `stray`: a quoted cell holds a mark that neither ends it nor is doubled. */
function scan(line: string, delimiter: string, open: boolean): Scan {
  if (!open && !line.includes('"')) return "closed";
  let [quoted, stray, at] = [open, false, 0];
  while (at < line.length) {
    if (!quoted) {
      const cell = /^[ ]*"/.exec(line.slice(at, at + 40));
      if (cell) {
        quoted = true;
        at += cell[0].length;
        continue;
      }
      const next = line.indexOf(delimiter, at);
      if (next < 0) break;
      at = next + 1;
      continue;
    }
    const mark = line.indexOf('"', at);
    if (mark < 0) break;
    if (line[mark + 1] === '"') at = mark + 2;
    else if (endsCell(line, mark + 1, delimiter)) {
      quoted = false;
      at = line.indexOf(delimiter, mark + 1);
      at = at < 0 ? line.length : at + 1;
    } else {
      stray = true;
      at = mark + 1;
    }
  }
  if (stray) return "stray";
  return quoted ? "open" : "closed";
}

function scanEndsOpen(line: string, delimiter: string): boolean {
  const last = line.lastIndexOf('"');
  return last >= 0 && !endsCell(line, last + 1, delimiter);
}

function endsCell(line: string, after: number, delimiter: string): boolean {
  let at = after;
  while (line[at] === " ") at++;
  return at >= line.length || line[at] === delimiter;
}

/**
 * A formula that was typed, not saved by a spreadsheet, holds delimiters and quotation marks inside its
 * brackets: `=HYPERLINK("http://…","Click"),Leeds`. It is one cell of text; it is never run.
 */
function quoteFormulas(line: string, delimiter: string): string {
  if (!/[=+@-]\w*\(/.test(line)) return line;
  const start = /(^|[,;\t|])([=+@-][A-Z.]{1,30}\()/i.exec(line);
  if (!start || (start[1] !== "" && start[1] !== delimiter)) return line;
  const from = start.index + start[1]!.length;
  const to = closingBracket(line, from);
  if (to === null || (to < line.length && line[to] !== delimiter)) return line;
  return `${line.slice(0, from)}"${line.slice(from, to).replaceAll('"', '""')}"${line.slice(to)}`;
}

function closingBracket(line: string, from: number): number | null {
  let depth = 0;
  for (let at = line.indexOf("(", from); at >= 0 && at < line.length; at++) {
    if (line[at] === "(") depth++;
    if (line[at] === ")" && --depth === 0) return at + 1;
  }
  return null;
}
