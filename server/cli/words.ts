/** A refusal in one line of English, for the person at the command line. */
import words from "../../content/translations/en.json";
import type { Refusal } from "#shared/result.ts";

const sentences: Readonly<Record<string, string>> = words;

/** The code's sentence and the facts that came with it; a code without a sentence stands for itself. */
export function inWords({ code, details }: Refusal): string {
  const sentence = sentences[code] ?? code;
  const facts =
    details === undefined ? "" : ` (${typeof details === "string" ? details : JSON.stringify(details)})`;
  return `${sentence}${facts}`.replaceAll("\n", " ");
}
