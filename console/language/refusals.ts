/** The words for what the hub refuses. */
import type { Refusal } from "#shared/result.ts";
import { sentenceOf } from "#shared/sentence.ts";
import codes from "../../content/translations/en.json";
import mistakes from "../../content/translations/console.mistakes.en.json";

const sentences: Readonly<Record<string, string>> = codes;
const words: Readonly<Record<string, string>> = mistakes;

/** What a refusal says to a person. */
export function refusalWords(refusal: Refusal): string {
  return sentenceOf(sentences, refusal) ?? sentences["broken"] ?? refusal.code;
}

/**
 * What is wrong with each field of a form that was refused as `bad-input`, by its path; a code
 * without words of its own is a mistake of whatever kind.
 */
export function mistakesOf(refusal: Refusal | null): Readonly<Record<string, string>> {
  if (refusal?.code !== "bad-input" || !Array.isArray(refusal.details)) return {};
  const found = refusal.details as readonly { readonly path: string; readonly code: string }[];
  return Object.fromEntries(
    found.map((mistake) => {
      const { path, code } = mistake;
      return [path, sentenceOf(words, { code, details: mistake }) ?? words["other"] ?? code];
    }),
  );
}

/** What a refusal says, where it is this one: its field says it. */
export function wordsIf(refusal: Pick<Refusal, "code"> | null, code: string): string | undefined {
  return refusal?.code === code ? refusalWords(refusal) : undefined;
}

/** A refusal that no field says. */
export function unlessAtField(refusal: Refusal | null, ...said: readonly string[]): Refusal | null {
  return refusal !== null && said.includes(refusal.code) ? null : refusal;
}
