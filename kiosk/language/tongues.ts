/** The languages that a screen has loaded. English is always there; the others come when they are needed. */
import type { Language } from "#shared/languages.ts";
import english from "./en.json";
import { tongueOf, type Catalogue, type Tongue } from "./tongue.ts";

type Loaded = { readonly default: Catalogue };

const catalogues: { readonly [L in Exclude<Language, "en">]: () => Promise<Loaded> } = {
  cy: () => import("./cy.json"),
  pl: () => import("./pl.json"),
  ro: () => import("./ro.json"),
  ur: () => import("./ur.json"),
  pa: () => import("./pa.json"),
  bn: () => import("./bn.json"),
  ar: () => import("./ar.json"),
};

const loaded = new Map<Language, Tongue>([["en", tongueOf("en", english)]]);

/** The language if it has been loaded, else English. */
export function tongue(language: Language): Tongue {
  return loaded.get(language) ?? loaded.get("en")!;
}

export function speaks(language: Language): boolean {
  return loaded.has(language);
}

/** Loads what is not there yet. `false`: at least one could not be fetched; ask again later. */
export async function learn(languages: readonly Language[]): Promise<boolean> {
  const learnt = await Promise.all(languages.map(learnOne));
  return learnt.every(Boolean);
}

async function learnOne(language: Language): Promise<boolean> {
  if (language === "en" || loaded.has(language)) return true;
  try {
    const { default: catalogue } = await catalogues[language]();
    loaded.set(language, tongueOf(language, catalogue));
    return true;
  } catch {
    return false;
  }
}
