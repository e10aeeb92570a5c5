/** The languages that a kiosk has loaded. English is always there; the others come when they are chosen. */
import type { Language } from "#shared/languages.ts";
import { speechOf, type Sayings, type Speech } from "./speech.ts";
import { learn, speaks, tongue } from "./tongues.ts";
import ar from "./touch/ar.json?url";
import bn from "./touch/bn.json?url";
import cy from "./touch/cy.json?url";
import english from "./touch/en.json";
import pa from "./touch/pa.json?url";
import pl from "./touch/pl.json?url";
import ro from "./touch/ro.json?url";
import ur from "./touch/ur.json?url";

const addresses: Readonly<Record<Exclude<Language, "en">, string>> = { cy, pl, ro, ur, pa, bn, ar };

const loaded = new Map<Language, Speech>([["en", speechOf(tongue("en"), english)]]);

/** The language if it has been loaded, else English. */
export function speech(language: Language): Speech {
  return loaded.get(language) ?? loaded.get("en")!;
}

/** Loads a language; resolves with whether it is there. */
export async function learnSpeech(language: Language): Promise<boolean> {
  if (language === "en" || loaded.has(language)) return true;
  try {
    const [response] = await Promise.all([fetch(addresses[language]), learn([language])]);
    const sayings = (await response.json()) as Sayings;
    if (!speaks(language)) return false;
    loaded.set(language, speechOf(tongue(language), sayings));
    return true;
  } catch {
    return false;
  }
}
