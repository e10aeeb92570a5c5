/** Which employer is meant, however the name is spelt: notes are shared by this key. */

/** What a company's form or a courtesy adds to its name. */
const FORM = /\b(?:the|ltd|limited|plc|llp|cic|cio|inc|group|uk|co|company)\b/g;

/** The same for "Riverside Buses Ltd." and "RIVERSIDE BUSES"; `null` where a name has no letters. */
export function employerKey(name: string | null): string | null {
  if (name === null) return null;
  const plain = plainWords(name);
  return plain.replace(FORM, " ").replace(/\s+/g, " ").trim() || plain || null;
}

/** Lower case, without accents and punctuation, words apart by one space. */
export function plainWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
