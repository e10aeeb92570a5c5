/** What each language calls itself, so that those who speak it find it. */
import type { Language } from "#shared/languages.ts";

export const NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  cy: "Cymraeg",
  pl: "Polski",
  ro: "Română",
  ur: "اردو",
  pa: "ਪੰਜਾਬੀ",
  bn: "বাংলা",
  ar: "العربية",
};

export function namesOf(languages: readonly Language[]): string {
  return languages.map((language) => NAMES[language]).join(", ");
}
