/** Mistakes in what somebody wrote, each by the field concerned; the words for a code are in a catalogue. */
import { LANGUAGES, type Text } from "./languages.ts";

export interface Mistake {
  /** The field, as `body.title.words.en`. */
  readonly path: string;
  readonly code: string;
}

/**
 * Whether a script was pasted among the words. Every page shows words as text, so it could do nothing; but nobody
 * means to put it on a wall. Other marks may well be meant: "Nurse <50% FTE>".
 */
export function holdsScript(words: string): boolean {
  return /<\s*\/?\s*script\b/i.test(words);
}

/** Languages in which a script stands in a title: no command takes it, whoever gives it. */
export function scriptsIn(title: Text, path: string): readonly Mistake[] {
  return LANGUAGES.filter((language) => holdsScript(title.words[language] ?? "")).map((language) => ({
    path: `${path}.words.${language}`,
    code: "holds-script",
  }));
}

/** Where one of a text's languages is longer than a screen or a page can use. */
export function tooLong(text: Text | null | undefined, path: string, most: number): readonly Mistake[] {
  return LANGUAGES.filter((language) => (text?.words[language]?.length ?? 0) > most).map((language) => ({
    path: `${path}.words.${language}`,
    code: "too-long",
  }));
}
