/** For what time a sum is paid. */
import type { PayUnit } from "#shared/vacancies/read.ts";

const PER = "(?:\\b(?:per|an?|each|every|yr|y)\\s+|\\bper(?=[hdwmya])|\\/\\s*|\\bp\\/\\s*)";

/** In words and in the abbreviations of adverts, English and Welsh. */
const UNITS: readonly (readonly [unit: PayUnit, words: string])[] = [
  [
    "hour",
    `${PER}(?:hours?|hr|h)\\b|\\bp\\.?\\s?\\/?\\s?h(?:r|our)?\\b\\.?|\\bhourly\\b|\\bhourly rate\\b|\\byr\\.? awr\\b|\\bhur\\b|^\\s*(?:hours?|hrs?)\\s*$`,
  ],
  [
    "day",
    `${PER}(?:days?|shift day)\\b|\\bp\\.?\\/?d\\b\\.?|\\/\\s*d\\b|\\b(?:daily|day rate)\\b|\\by d(?:ydd|iwrnod)\\b|^\\s*days?\\s*$`,
  ],
  [
    "week",
    `${PER}(?:weeks?|wk|w)\\b|\\bp\\.?\\/?w\\b\\.?|(?<!(?:\\d|bi|two|four)[\\s-]?)\\bweekly\\b|\\byr wythnos\\b|\\bwee\\b|^\\s*weeks?\\s*$`,
  ],
  [
    "month",
    `${PER}(?:calendar\\s+)?(?:months?|mth|m)\\b|\\bpcm\\b|\\bp\\.?\\/?m\\b\\.?|\\bmonthly\\b|\\by mis\\b|\\bmon\\b|^\\s*months?\\s*$`,
  ],
  [
    "year",
    `${PER}(?:years?|annum|yr|y)\\b|\\bp\\.?\\s?\\/?\\s?a\\b\\.?|\\bper an\\b|\\bannual(?:ly|ised)?\\b|\\byearly\\b|\\by flwyddyn\\b|\\bann\\b|^\\s*years?\\s*$`,
  ],
];

const PATTERNS = UNITS.map(([unit, words]) => [unit, new RegExp(words, "i")] as const);

/** Everything that says a unit, to be looked past. */
export const UNIT_WORDS = UNITS.map(([, words]) => words).join("|");

/** The unit that is named first, as a source's own code (`HOUR`, `Hourly`, UN/CEFACT `HUR`) or in a sentence. */
export function findUnit(text: string): PayUnit | null {
  let best: { readonly unit: PayUnit; readonly index: number } | null = null;
  for (const [unit, pattern] of PATTERNS) {
    const index = pattern.exec(text)?.index;
    if (index !== undefined && (best === null || index < best.index)) best = { unit, index };
  }
  return best?.unit ?? null;
}

/** What is ever paid for the unit in Britain: outside it is a slip of the keyboard or of the unit. */
const PLAUSIBLE: Readonly<Record<PayUnit, readonly [low: number, high: number]>> = {
  hour: [4, 150],
  day: [15, 1_500],
  week: [15, 6_000],
  month: [60, 25_000],
  year: [400, 300_000],
};

export function isPlausible(amount: number, unit: PayUnit): boolean {
  const [low, high] = PLAUSIBLE[unit];
  return amount >= low && amount <= high;
}

/** A bare number's unit, where its size leaves only one: 12.71 is an hour's pay, 24,027 a year's. */
export function guessUnit(low: number, high: number): PayUnit | null {
  if (low >= 5 && high <= 60) return "hour";
  if (low >= 10_000 && high <= 250_000) return "year";
  return null;
}
