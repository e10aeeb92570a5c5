/** One language as a screen speaks it: its catalogue, and how words and numbers are put into it. */
import { RIGHT_TO_LEFT, type Language } from "#shared/languages.ts";
import type english from "./en.json";

type English = typeof english;
export type Word = keyof English["words"];
export type Count = keyof English["counts"];

/** What every language's file holds; plural forms are as many as the language has (CLDR). */
export interface Catalogue {
  /** The language's name for itself. */
  readonly name: string;
  /** From Sunday. Day and month names are shipped: an old television's own may lack Welsh or Urdu. */
  readonly days: readonly string[];
  readonly months: readonly string[];
  readonly date: string;
  readonly clock: {
    readonly hours: number;
    readonly point: string;
    readonly am: string;
    readonly pm: string;
  };
  readonly money: { readonly pounds: string; readonly point: string; readonly group: string };
  readonly words: Readonly<Record<Word, string>>;
  readonly counts: Readonly<Record<Count, Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>>>;
}

export interface Tongue {
  readonly language: Language;
  readonly catalogue: Catalogue;
  say(word: Word, values?: Values): string;
  /** Says how many, in the form that the language has for this number. */
  count(count: Count, n: number): string;
}

export type Values = Readonly<Record<string, string | number>>;

export function tongueOf(language: Language, catalogue: Catalogue): Tongue {
  const forms = new Intl.PluralRules(language);
  return {
    language,
    catalogue,
    say: (word, values) => fill(catalogue.words[word], values),
    count(count, n) {
      const sayings = catalogue.counts[count];
      return fill(sayings[forms.select(n)] ?? sayings.other ?? "", { n });
    },
  };
}

/** Puts values in the places that a saying leaves for them: "Walk {n} min". */
export function fill(saying: string, values: Values = {}): string {
  return saying.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

export function directionOf(language: Language): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr";
}
