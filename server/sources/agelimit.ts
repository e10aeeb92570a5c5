/** Up to what age a job's pay is meant, where the advert says so: the young have minimum wages of their own. */

/** "16-17", "18 to 20", "16 and 17", of years of age. */
const BAND =
  /\b(?:age[ds]?(?: between)?:? ?)?(1[5-9]|2[0-2])(?: ?(?:-|–|to|and|\/|or|&) ?)(1[6-9]|2[0-2])(?: ?(?:year|yr|y\/?o)s?(?:[ -]?olds?)?| oed)?\b(?![:.,]?\d|%| ?(?:hours?|hrs?|weeks?|days?|months?|pupils|children|staff|beds?|places|[ap]m)\b)/gi;
/** "under 18s", "under 21 years of age"; the age itself is not meant any more. */
const UNDER =
  /\b(?:under|younger than|below|o dan)(?: the age of)?[ -]?(1[6-9]|2[0-3])(?:'?s)?\b(?![.,]?\d|%)/gi;
/** "21+", "over 18", "aged 23 and over": whoever is older is meant as well. */
const OPEN =
  /\b(?:over|aged?|from|at least|min(?:imum)?(?: age)?)[: -]?(?:the age of )?(?:1[5-9]|2[0-5])(?:'?s)?\b(?! ?(?:-|–|to|and|\/|or|&) ?\d)|\b(?:1[5-9]|2[0-5])(?:'?s)? ?(?:\+|(?:years? )?(?:and|or|&) (?:over|above|older|up)\b|plus\b)/i;

/** Who applies or is paid, so that "young people aged 16 to 18" who are worked with are not meant. */
const APPLICANT =
  /\b(?:applicants?|candidates?|you (?:must|should|will|need to|are|have to)\b|must be|open to|only for|suitable for|vacancy for|(?:pay|paid|rate|wage|salary|per hour|p\.?h\.?|an hour)\b)/i;
const OTHERS =
  /\b(?:children|child|pupils?|students?|learners?|clients?|residents?|young people|youngsters|teenagers?|youths?|participants?|families|groups?|classes|toddlers)\b/i;

/**
 * The highest age for which the pay is meant; `null` where nobody older is left out.
 * `pay` is what stands in the field for it: there every age is of who is paid.
 */
export function highestAge(pay: string, prose: string): number | null {
  if (OPEN.test(pay)) return null;
  const paid = agesIn(pay);
  if (paid.length > 0) return Math.max(...paid);
  const sentences = prose.split(/[.!?\n]+(?!\d)/).filter((sentence) => APPLICANT.test(sentence) && !OTHERS.test(sentence));
  if (sentences.some((sentence) => OPEN.test(sentence))) return null;
  const meant = sentences.flatMap(agesIn);
  return meant.length > 0 ? Math.max(...meant) : null;
} // prettier-ignore

function agesIn(text: string): readonly number[] {
  const bands = [...text.matchAll(BAND)]
    .filter(([, low, high]) => Number(low) < Number(high))
    .map(([, , high]) => Number(high));
  return [...bands, ...Array.from(text.matchAll(UNDER), ([, age]) => Number(age) - 1)];
}
