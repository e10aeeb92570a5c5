/** In which language a page speaks, and which ones it offers. */
import type { PublicCentre } from "#shared/centres/schema.ts";
import { LANGUAGES, type Language } from "#shared/languages.ts";

/**
 * The languages a page offers: its centre's own, or all where there is none. In Wales both Welsh and
 * English, Welsh first (Welsh Language Standards: no less favourably than English).
 */
export function offeredBy(
  centres: readonly Pick<PublicCentre, "nation" | "languages">[],
): readonly Language[] {
  const [only] = centres;
  const own = only && centres.length === 1 ? only.languages : LANGUAGES;
  const inWales = centres.some(({ nation }) => nation === "wales");
  return [...new Set<Language>(inWales ? ["cy", "en", ...own] : own)];
}

/** The language asked for by `?lang=`, if it is one of the eight. */
export function askedFor(lang: unknown): Language | null {
  return LANGUAGES.find((language) => language === lang) ?? null;
}
