/** Refusals and mishaps in one line of English, for the person at the command line. */
import words from "../../content/translations/en.json";
import { mishapInWords, wordsOf } from "#server/mishaps.ts";
import type { Refusal } from "#shared/result.ts";
import { sentenceOf } from "#shared/sentence.ts";

const sentences: Readonly<Record<string, string>> = words;

/** The code's sentence and the facts that came with it; a code without a sentence stands for itself. */
export function inWords(refusal: Refusal): string {
  const { code, details } = refusal;
  const sentence = sentenceOf(sentences, refusal) ?? code;
  const facts =
    details === undefined ? "" : ` (${typeof details === "string" ? details : JSON.stringify(details)})`;
  return oneLine(`${sentence}${facts}`);
}

/** What was thrown. */
export function inWordsOf(error: unknown): string {
  return oneLine(mishapInWords(error) ?? wordsOf(error));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ");
}
