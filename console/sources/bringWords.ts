/** What has to be said about bringing in a file or a link. */
import catalogue from "../../content/translations/console.bring.en.json";
import { refusalWords } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import { byCode } from "./words.ts";

export const say = sayer(catalogue);

const words: Readonly<Record<string, string>> = catalogue;

/** "" says nothing. */
export const COLUMN_CHOICES = [
  "", "title", "employer", "location", "address", "town", "postcode", "pay", "payMin", "payMax", "payUnit", "hours", "weeks", "patterns",
  "contract", "sector", "posted", "closes", "applyUrl", "reference", "description", "language", "welsh", "lat", "lon", "currency",
] as const; // prettier-ignore

export function columnWord(column: (typeof COLUMN_CHOICES)[number]): string {
  return words[`column_${column}`] ?? column;
}

/** `null` where the flag is not worth a word. */
export function flagWord(flag: string): string | null {
  return words[`flag_${flag}`] ?? byCode("flag", flag);
}

export function whyOf(code: string): string {
  return words[`why_${code}`] ?? byCode("why", code) ?? refusalWords({ code });
}
