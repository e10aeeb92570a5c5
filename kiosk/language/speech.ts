/** A language as a kiosk speaks it: what a board says, and all that stands on pages which are touched. */
import type { Language } from "#shared/languages.ts";
import type english from "./touch/en.json";
import { fill, type Tongue, type Values } from "./tongue.ts";

type English = typeof english;
export type Saying = keyof English["words"];
export type Counted = keyof English["counts"];

/** What every language's file holds; plural forms are as many as the language has (CLDR). */
export interface Sayings {
  readonly words: Readonly<Record<Saying, string>>;
  readonly counts: Readonly<Record<Counted, Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>>>;
}

export interface Speech extends Tongue {
  t(saying: Saying, values?: Values): string;
  /** How many, in the form that the language has for this number. */
  n(counted: Counted, n: number, values?: Values): string;
}

export function speechOf(tongue: Tongue, { words, counts }: Sayings): Speech {
  const forms = new Intl.PluralRules(tongue.language);
  return {
    ...tongue,
    t: (saying, values) => fill(words[saying], values),
    n(counted, n, values) {
      const sayings = counts[counted];
      return fill(sayings[forms.select(n)] ?? sayings.other ?? "", { ...values, n });
    },
  };
}

/** "in Polish": said of content that is not in the reader's language. */
export function inLanguage(speech: Speech, language: Language): string {
  return speech.t(`in.${language}`);
}
