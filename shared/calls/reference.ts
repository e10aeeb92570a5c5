/** "K7 42": short enough to be said aloud, without letters and digits that look or sound alike. */
export const REFERENCE_LETTERS = "ACDEFHJKLMNPRTUVWXY";
const MOST = REFERENCE_LETTERS.length * 8 * 100;

/** The reference of this number, from 0 up to `REFERENCES` (exclusive). */
export function referenceAt(number: number): string {
  const pair = String(number % 100).padStart(2, "0");
  const digit = 2 + (Math.floor(number / 100) % 8);
  return `${REFERENCE_LETTERS[Math.floor(number / 800) % REFERENCE_LETTERS.length]}${digit} ${pair}`;
}

export const REFERENCES = MOST;

/** As somebody types it ("k742"), in its one form; `null` where it is none. */
export function readReference(typed: string): string | null {
  const plain = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  const [letter = "", digit = ""] = plain;
  if (!/^[A-Z][2-9]\d\d$/.test(plain) || !REFERENCE_LETTERS.includes(letter)) return null;
  return `${letter}${digit} ${plain.slice(2)}`;
}
