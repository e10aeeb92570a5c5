import { crc32 } from "node:zlib";

export type SheetCell = string | number | { readonly day: string } | null;

/** A small Excel workbook of these sheets, as Excel writes them but for what nobody reads. */
export function makeWorkbook(...sheets: readonly (readonly (readonly SheetCell[])[])[]): Buffer {
  const names = sheets.map((_rows, index) => `sheet${index + 1}`);
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((name, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/${name}.xml"/>`).join("")}</Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  for (const [index, rows] of sheets.entries()) {
    const lines = rows.map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row + 1}`)).join("")}</row>`,
    );
    parts[`xl/worksheets/${names[index]}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${lines.join("")}</sheetData></worksheet>`;
  }
  return zip(parts);
}

/** Excel counts days from the last of 1899. */
function cellXml(cell: SheetCell, at: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "object")
    return `<c r="${at}" s="1"><v>${(Date.parse(cell.day) - Date.UTC(1899, 11, 30)) / 86_400_000}</v></c>`;
  const text = cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** Stored, not packed. `lie` is what the table of contents says that each part comes to. */
export function zip(parts: Readonly<Record<string, string>>, lie?: number): Buffer {
  const bodies: Buffer[] = [];
  const contents: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [label, data] = [Buffer.from(name), Buffer.from(text)];
    const facts = Buffer.alloc(22);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(data.length, 18);
    const common = Buffer.concat([
      Buffer.from([20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x5a]),
      facts.subarray(10, 22),
      Buffer.from([label.length, 0, 0, 0]),
    ]);
    const listed = Buffer.from(common);
    if (lie !== undefined) listed.writeUInt32LE(lie, 18);
    bodies.push(Buffer.from([0x50, 0x4b, 3, 4]), common, label, data);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    contents.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), listed, tail, label);
    at += 4 + common.length + label.length + data.length;
  }
  const table = Buffer.concat(contents);
  const end = Buffer.alloc(22);
  end.set([0x50, 0x4b, 5, 6]);
  end.writeUInt16LE(bodies.length / 4, 8);
  end.writeUInt16LE(bodies.length / 4, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, table, end]);
}
