/** A file of XML as the records in it, each with its place; what is no record says why. */
import { remark, type Remark } from "./reading.ts";
import { fieldsOf, type Fields } from "./tree.ts";
import { cutElements, parseRecord } from "./xml.ts";

export interface FoundRecord {
  readonly where: string;
  readonly fields: Fields;
}

export interface FoundRecords {
  readonly records: readonly FoundRecord[];
  readonly rejected: readonly Remark[];
}

/** Elements of the first name of which there are any. */
export function readRecords(text: string, names: readonly string[]): FoundRecords {
  const cut = names.map((name) => cutElements(text, name)).find((found) => found.length > 0) ?? [];
  const records: FoundRecord[] = [];
  const rejected: Remark[] = [];
  for (const [index, record] of cut.entries()) {
    const where = `item ${index + 1}`;
    const tree = record.whole ? parseRecord(record) : null;
    if (tree) records.push({ where, fields: fieldsOf(tree) });
    else rejected.push(remark(where, record.whole ? "unreadable-record" : "broken-off", null, record.text));
  }
  return { records, rejected };
}
