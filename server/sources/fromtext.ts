/** What a source has no field for and says in its description all the same: "Salary: £13 an hour". */
import { type Column, namedColumns } from "./headers.ts";
import type { WrittenVacancy } from "./written.ts";

/** What is looked for; a title or an address in the text may be somebody else's. */
const WANTED: ReadonlySet<Column> = new Set(["employer", "location", "postcode", "pay", "hours", "contract", "patterns"]); // prettier-ignore
const LABEL = /^[\s•*-]*(\p{L}[\p{L} /()-]{2,40}?)\s*[:=]\s*(\S.{0,200})$/u;
/** Lines, and what feeds put into one: "Salary: £13 | Location: Leeds". */
const PARTS = /\n|\s[|•·]\s|;\s+(?=\p{Lu}[\p{L} ]{2,25}:)/u;

/** The next sentence is not about the pay any more. */
const SENTENCE_END = /\.\s+(?=\p{Lu})/u;
const SUM = "£\\s?\\d[\\d,]*(?:\\.\\d{1,2})?\\s?k?";
const PAY = new RegExp(
  `${SUM}(?:\\s?(?:-|–|to)\\s?${SUM.replace("£", "£?")})?\\s?(?:(?:per|an?)\\s(?:hour|annum|year|week|month)|p\\.?\\s?[ha]\\b\\.?|ph\\b|pa\\b|/\\s?(?:hour|hr|year)|yr awr|y flwyddyn)`,
  "giu",
);
const NO_PAY =
  /\b(?:bonus|allowance|vouchers?|worth|fees?|funding|turnover|discounts?|sav(?:e|ing)s?|budget|overtime|raised?|grants?|up to)\b[^.]{0,25}$/i;

export interface FromText {
  readonly written: WrittenVacancy;
  /** The fields that were found so. */
  readonly found: readonly string[];
}

/** `description`: cleaned text. What the source says in fields of its own is not touched. */
export function withText(written: WrittenVacancy, description: string): FromText {
  if (!description) return { written, found: [] };
  const said = labelled(description);
  const found: string[] = [];
  const take = (field: string, there: boolean, value: string | undefined): value is string => {
    if (there || value === undefined) return false;
    found.push(field);
    return true;
  };
  const { pay, places } = written;
  const hasPay = [pay?.text, pay?.min, pay?.max].some((part) => part?.trim());
  const hasPlace = written.remote === true || (places ?? []).some(({ text, postcode, lat }) => text?.trim() || postcode?.trim() || lat);
  const place = said.get("location") ?? said.get("postcode");
  const sum = said.get("pay")?.split(SENTENCE_END)[0] ?? onlyPay(description);
  return {
    written: {
      ...written,
      ...(take("employer", Boolean(written.employer?.trim()), said.get("employer")) && { employer: said.get("employer") }),
      ...(take("pay", hasPay, sum) && { pay: { ...pay, text: sum } }),
      ...(take("locations", hasPlace, place) && { places: [{ text: said.get("location"), postcode: said.get("postcode") }] }),
      ...(take("hours", Boolean(written.hours?.trim()), said.get("hours")) && { hours: said.get("hours") }),
      ...(take("contract", Boolean(written.contract?.trim()), said.get("contract")) && { contract: said.get("contract") }),
      ...(take("patterns", Boolean(written.patterns?.trim()), said.get("patterns")) && { patterns: said.get("patterns") }),
    },
    found,
  };
} // prettier-ignore

function labelled(description: string): ReadonlyMap<Column, string> {
  const said = new Map<Column, string>();
  for (const part of description.slice(0, 20_000).split(PARTS)) {
    const [, label, value] = LABEL.exec(part) ?? [];
    const [column] = label === undefined ? [] : namedColumns([label]);
    if (column && WANTED.has(column) && !said.has(column)) said.set(column, value!.trim());
  }
  return said;
}

/** The one sum that is paid for some time; where several stand, nobody can say which is the wage. */
function onlyPay(description: string): string | undefined {
  const sums = [...description.slice(0, 20_000).matchAll(PAY)]
    .filter(({ index }) => !NO_PAY.test(description.slice(Math.max(0, index - 60), index)))
    .map(([text]) => text.trim());
  return new Set(sums).size === 1 ? sums[0] : undefined;
}
