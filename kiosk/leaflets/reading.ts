/** In which languages and about what a leaflet can be read. Pure. */
import { LANGUAGES, type Language } from "#shared/languages.ts";
import type { Leaflet } from "#shared/leaflets/schema.ts";
import type { Topic } from "#shared/topics.ts";

/** The languages that it has text or printed pages in. */
export function languagesIn({ text, pdfs }: Leaflet): readonly Language[] {
  return LANGUAGES.filter((language) => text?.words[language] ?? pdfs[language]?.pages.length);
}

/** The reader's own where the leaflet has it, else its original, else whichever it has. */
export function bestLanguage(leaflet: Leaflet, wanted: Language): Language {
  const has = languagesIn(leaflet);
  return [wanted, leaflet.title.original].find((language) => has.includes(language)) ?? has[0] ?? "en";
}

/** The topics of these leaflets, the ones most written about first. */
export function topicsIn(leaflets: readonly { readonly leaflet: Leaflet }[]): readonly Topic[] {
  const counts = new Map<Topic, number>();
  for (const { leaflet } of leaflets) {
    for (const topic of leaflet.topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return [...counts.keys()].toSorted((one, other) => counts.get(other)! - counts.get(one)!);
}
