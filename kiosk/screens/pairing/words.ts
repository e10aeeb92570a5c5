/**
 * What the pairing page says. An installer reads it, in English with Welsh beneath, so these stay
 * out of the catalogues that every board loads.
 */
import type { Language } from "#shared/languages.ts";

const english = {
  title: "Set up this screen",
  code: "Ask your adviser to type this code",
  command: "Or run {command}",
  scan: "Or point a phone’s camera here",
  minutes: "Minutes left: {n}",
  asking: "Getting a code",
  away: "The network is away. This page keeps trying.",
  paired: "Nearly ready",
};

export type PairingWord = keyof typeof english;

const welsh: Record<PairingWord, string> = {
  title: "Gosod y sgrin hon",
  code: "Gofynnwch i’ch cynghorydd deipio’r cod hwn",
  command: "Neu rhedwch {command}",
  scan: "Neu pwyntiwch gamera ffôn yma",
  minutes: "Munudau ar ôl: {n}",
  asking: "Wrthi’n nôl cod",
  away: "Nid yw’r rhwydwaith ar gael. Mae’r dudalen hon yn dal i geisio.",
  paired: "Bron yn barod",
};

export const PAIRING_WORDS = { en: english, cy: welsh } satisfies Partial<
  Record<Language, Record<PairingWord, string>>
>;
