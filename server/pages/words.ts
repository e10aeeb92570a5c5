/** The words of the light pages, from content/translations, in the eight languages. */
import ar from "../../content/translations/pages.ar.json" with { type: "json" };
import bn from "../../content/translations/pages.bn.json" with { type: "json" };
import cy from "../../content/translations/pages.cy.json" with { type: "json" };
import en from "../../content/translations/pages.en.json" with { type: "json" };
import pa from "../../content/translations/pages.pa.json" with { type: "json" };
import pl from "../../content/translations/pages.pl.json" with { type: "json" };
import ro from "../../content/translations/pages.ro.json" with { type: "json" };
import ur from "../../content/translations/pages.ur.json" with { type: "json" };
import { RIGHT_TO_LEFT, type Language } from "#shared/languages.ts";

export type Key = keyof typeof en;
/** One sentence, or one for each plural category of CLDR; `{name}` stands for a value. */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string });
type Catalogue = Readonly<Record<Key, Message>>;

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, cy, pl, ro, ur, pa, bn, ar };

/** What each language calls itself. */
export const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  cy: "Cymraeg",
  pl: "Polski",
  ro: "Română",
  ur: "اردو",
  pa: "ਪੰਜਾਬੀ",
  bn: "বাংলা",
  ar: "العربية",
};

/** For Intl. Digits are those of pay slips, timetables and telephones here. */
export const LOCALES: Readonly<Record<Language, string>> = {
  en: "en-GB",
  cy: "cy",
  pl: "pl",
  ro: "ro",
  ur: "ur-u-nu-latn",
  pa: "pa-u-nu-latn",
  bn: "bn-u-nu-latn",
  ar: "ar-u-nu-latn",
};

type Values = Readonly<Record<string, string | number>>;

/** The pages' words in one language; where they take a number `n`, in its plural form. */
export interface Words {
  (key: Key, values?: Values): string;
  readonly language: Language;
}

export function wordsIn(language: Language): Words {
  const plurals = new Intl.PluralRules(LOCALES[language]);
  const numbers = new Intl.NumberFormat(LOCALES[language]);
  const fill = (key: Key, values: Values = {}) => {
    const message = CATALOGUES[language][key];
    const form = typeof message === "string" ? message : formOf(message, plurals.select(Number(values["n"])));
    return form.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? "";
      return typeof value === "number" ? numbers.format(value) : isolate(value, language);
    });
  };
  return Object.assign(fill, { language });
}

export function directionOf(language: Language): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr";
}

function formOf(message: Exclude<Message, string>, category: Intl.LDMLPluralRule): string {
  return message[category] ?? message.other;
}

/** A name in another script must not turn the sentence around it (Unicode UAX 9, isolates). */
function isolate(value: string, language: Language): string {
  const foreign = /\p{L}/u.test(value) && !/\p{Script=Arabic}/u.test(value);
  return foreign && RIGHT_TO_LEFT.has(language) ? `\u2068${value}\u2069` : value;
}
