/** What the pages of a call say. English comes with them; another language is fetched when it is spoken. */
import { useEffect, useState } from "preact/hooks";
import type { Language } from "#shared/languages.ts";
import ar from "#kiosk/language/calls/ar.json?url";
import bn from "#kiosk/language/calls/bn.json?url";
import cy from "#kiosk/language/calls/cy.json?url";
import english from "#kiosk/language/calls/en.json";
import pa from "#kiosk/language/calls/pa.json?url";
import pl from "#kiosk/language/calls/pl.json?url";
import ro from "#kiosk/language/calls/ro.json?url";
import ur from "#kiosk/language/calls/ur.json?url";
import { fill, type Values } from "#kiosk/language/tongue.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";

export type CallWord = keyof typeof english.words;
/** Those that are the same whatever happens: nothing is filled in. */
export const PLAIN_WORDS = (Object.keys(english.words) as CallWord[]).filter((word) => !english.words[word].includes("{")); // prettier-ignore

interface Catalogue {
  readonly words: Readonly<Record<CallWord, string>>;
  readonly counts: Readonly<Record<"wiped", Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>>>;
}

const addresses: Readonly<Record<Exclude<Language, "en">, string>> = { cy, pl, ro, ur, pa, bn, ar };
const loaded = new Map<Language, Catalogue>([["en", english]]);

/** Whether the visitor's language is there, or it is known that it cannot be had. */
export function useWordsLoaded(): boolean {
  const { visit } = useKiosk();
  const { language } = visit;
  const [settled, settle] = useState<Language | null>(loaded.has(language) ? language : null);
  useEffect(() => {
    let gone = false;
    void learn(language).finally(() => gone || settle(language));
    return () => void (gone = true);
  }, [language]);
  return settled === language || loaded.has(language);
}

async function learn(language: Language): Promise<void> {
  if (language === "en" || loaded.has(language)) return;
  const response = await fetch(addresses[language]).catch(() => null);
  if (response?.ok) loaded.set(language, (await response.json()) as Catalogue);
}

export interface CallWords {
  (word: CallWord, values?: Values): string;
  /** "Your number is wiped 14 days after we speak." */
  wiped(days: number): string;
}

/** English stands in for a language that could not be had. */
export function useWords(): CallWords {
  const { language } = useKiosk().visit;
  const { words, counts } = loaded.get(language) ?? english;
  const forms = new Intl.PluralRules(language);
  return Object.assign((word: CallWord, values?: Values) => fill(words[word], values), {
    wiped(n: number) {
      const sayings: Catalogue["counts"]["wiped"] = counts.wiped;
      return fill(sayings[forms.select(n)] ?? sayings.other ?? "", { n });
    },
  });
}
