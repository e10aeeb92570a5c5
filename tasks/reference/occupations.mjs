// Makes content/reference/occupations.tsv from the ONS workbook "SOC 2020 volume 1: structure and descriptions of
// unit groups" (Open Government Licence v3.0): node tasks/reference/occupations.mjs WORKBOOK.xlsx
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import readWorkbook from "read-excel-file/node";

const [workbook] = process.argv.slice(2);
if (!workbook) {
  console.error("Which workbook? node tasks/reference/occupations.mjs WORKBOOK.xlsx");
  process.exit(2);
}

const sheets = await readWorkbook(workbook);
const rows = sheets.find(({ sheet }) => sheet === "SOC2020 descriptions")?.data ?? [];
const [UNIT, TITLE, RELATED] = [3, 4, 9];
const groups = rows.filter((row) => /^\d{4}$/.test(String(row[UNIT])));
if (groups.length < 400) throw new Error(`Only ${groups.length} unit groups were found.`);

const lines = groups.map((row) => {
  const related = String(row[RELATED] ?? "")
    .split(/[\r\n]+/)
    .map((title) =>
      title
        .replace(/^[~•\s-]+/, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((title) => title && title !== "<blank>");
  return [row[UNIT], String(row[TITLE]).replace(/\s+/g, " ").trim(), related.join("|")].join("\t");
});
const file = fileURLToPath(new URL("../../content/reference/occupations.tsv", import.meta.url));
writeFileSync(file, `code\ttitle\trelated\n${lines.join("\n")}\n`);
console.log(`${groups.length} unit groups written to ${file}`);
