/** A list of jobs as a table of a web page: what Excel and personnel systems save under ".xls" or ".html". */
import { csv } from "./csv.ts";
import { namedColumns } from "./headers.ts";
import { parsePage } from "./page.ts";
import { remark, type Reader } from "./reading.ts";
import { readVacancies } from "./vacancies.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

const ROW = /<tr[\s>][\s\S]{0,4000}?<\/tr>/gi;
const MOST_ROWS = 20_050;
const MOST_CELLS = 200;

export const htmlTable: Reader<ReadVacancy> = {
  format: "html-table",
  kind: "vacancies",

  /** Postings that a page holds for programs say more than its tables. */
  recognises({ text }) {
    if (!/^\s*</.test(text) || !/<table[\s>]/i.test(text.slice(0, 200_000))) return 0;
    const rows = text.slice(0, 300_000).match(ROW)?.slice(0, 40) ?? [];
    const named = rows.map((row) => namedColumns(cellsIn(row)));
    return named.some((columns) => columns.has("title") && columns.size > 1) ? 0.6 : 0;
  },

  read({ name, text }, options) {
    const $ = parsePage(text);
    if (!$) return readVacancies(htmlTable.format, [], [remark("file", "too-deep")], [], options);
    const tables = $("table").toArray().map((table) =>
      $(table).find("tr").toArray().slice(0, MOST_ROWS).map((row) =>
        $(row).children("td, th").toArray().slice(0, MOST_CELLS).map((cell) => $(cell).text().replace(/\s+/g, " ").trim()),
      ),
    );
    const named = (rows: readonly (readonly string[])[]) => Math.max(0, ...rows.slice(0, 40).map((row) => namedColumns(row).size));
    const best = tables.toSorted((one, other) => named(other) - named(one))[0] ?? [];
    const table = best.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");
    return { ...csv.read({ name, text: table, bytes: new Uint8Array() }, options), format: htmlTable.format };
  },
}; // prettier-ignore

/** Of a row's text, for a first look; the page itself is parsed when it is read. */
function cellsIn(row: string): readonly string[] {
  return row.split(/<t[dh][\s>]/i).slice(1).map((cell) => cell.replace(/^[^<>]*>/, "").replace(/<[^<>]*>/g, " ").replace(/&nbsp;/g, " ").trim()); // prettier-ignore
}
