/** Enough for 24 dense pages; what is longer is no leaflet. */
const LONGEST = 200_000;

/**
 * Scripts that a PDF stores by the shapes on the page, not by the letters read: right-to-left ones come reversed or
 * as presentation forms, Indic ones with vowel signs out of order. Search and speech would get nonsense.
 */
const SHAPED =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Tibetan}\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

/** Replacement, private-use and control characters: the font does not say which letters its shapes are. */
const UNKNOWN = /[\uFFFD\p{Co}\p{Cn}]|(?![\n\t])\p{Cc}/gu;

/** In words of any language in Latin letters far more than a fifth are vowels; in a font's own numbering few are. */
const FEWEST_VOWELS = 0.2;

/** The text of a PDF, tidied, or `null` where it cannot be trusted for search or speech. */
export function trusted(raw: string): string | null {
  const text = raw.normalize("NFC").replaceAll(/[ \t]+\n/g, "\n").replaceAll(/\n{3,}/g, "\n\n").trim(); // prettier-ignore
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const visible = text.match(/\S/g)?.length ?? 0;
  const unknown = text.match(UNKNOWN)?.length ?? 0;
  if (letters === 0 || letters < visible / 2 || unknown > visible / 100) return null;
  if (SHAPED.test(text) || !isSpoken(text)) return null;
  return text.replaceAll(UNKNOWN, "").slice(0, LONGEST);
}

function isSpoken(text: string): boolean {
  const latin = text.normalize("NFD").match(/\p{Script=Latin}/gu) ?? [];
  const vowels = latin.filter((letter) => /[aeiouy]/i.test(letter)).length;
  return latin.length < 40 || vowels >= latin.length * FEWEST_VOWELS;
}
