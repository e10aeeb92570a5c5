/** What the guard says, in the eight languages of a screen. */
import { LANGUAGES, type Language } from "#shared/languages.ts";
import words from "./words.json";

export type Words = (typeof words)["en"];

export function wordsIn(language: string): { readonly language: Language; readonly words: Words } {
  const known = LANGUAGES.find((one) => one === language) ?? "en";
  return { language: known, words: words[known] };
}

/** Puts a value in its place: `{n}`. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
