import Papa from "papaparse";
import { expect, test } from "vitest";
import { csvCell, csvOf } from "#shared/csv.ts";
import { fc } from "../support/properties.ts";

test("a table that is handed out keeps its numbers, and runs nothing", () => {
  expect(csvOf(["Job", "Calls"], [["=HYPERLINK(1)", -3], ["Cook, \"head\"", null]])).toBe(
    `\uFEFF"Job","Calls"\r\n"'=HYPERLINK(1)",-3\r\n"Cook, ""head""",\r\n`,
  ); // prettier-ignore
});

test("whatever is written into a cell comes back from it, and begins as no formula", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 4 }), (cells) => {
      const [, row] = Papa.parse<string[]>(csvOf(["a"], [cells]).slice(1), {
        newline: "\r\n",
        delimiter: ",",
      }).data;
      const read = row?.map((cell) => cell.replace(/^'(?=[\s\u00a0]*[=+\-@＝＋－＠\t])/, ""));
      expect(read).toEqual(cells.map((cell) => cell.replace(/[\r\n]+/g, " ")));
      expect(row?.some((cell) => /^\s*[=+\-@]/.test(cell))).toBe(false);
    }),
  );
});

test.each([
  ["=1+1", `"'=1+1"`],
  ["+44 113 496 0000", `"'+44 113 496 0000"`],
  ["-1", `"'-1"`],
  ["@home", `"'@home"`],
  ["\t=1+1", `"'\t=1+1"`],
  [" =1+1", `"' =1+1"`],
  ["＝1+1", `"'＝1+1"`],
  ['a"b', `"a""b"`],
  ["a\n=1+1", `"a =1+1"`],
  ["Cook", `"Cook"`],
])("%j is written for a spreadsheet as %s", (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});
