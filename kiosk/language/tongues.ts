/** The languages that a screen has loaded. English is always there; the others come when they are needed. */
import type { Language } from "#shared/languages.ts";
import ar from "./ar.json?url";
import bn from "./bn.json?url";
import cy from "./cy.json?url";
import english from "./en.json";
import pa from "./pa.json?url";
import pl from "./pl.json?url";
import ro from "./ro.json?url";
import { tongueOf, type Catalogue, type Tongue } from "./tongue.ts";
import ur from "./ur.json?url";

/** Where each catalogue is; as files, since importing code on demand costs more code than this. */
const addresses: Readonly<Record<Exclude<Language, "en">, string>> = { cy, pl, ro, ur, pa, bn, ar };

const loaded = new Map<Language, Tongue>([["en", tongueOf("en", english)]]);

/** The language if it has been loaded, else English. */
export function tongue(language: Language): Tongue {
  return loaded.get(language) ?? loaded.get("en")!;
}

export function speaks(language: Language): boolean {
  return loaded.has(language);
}

/** Loads what is not there yet; resolves also where some cannot be had: ask again later. */
export async function learn(languages: readonly Language[]): Promise<void> {
  await Promise.all(languages.map(learnOne));
}

async function learnOne(language: Language): Promise<void> {
  if (language === "en" || loaded.has(language)) return;
  try {
    const response = await fetch(addresses[language]);
    const catalogue = (await response.json()) as Catalogue;
    loaded.set(language, tongueOf(language, catalogue));
  } catch {
    // English stands in until it can be had.
  }
}
