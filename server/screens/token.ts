/** Random secrets of screens. The hub keeps only their hashes, so a copy of the database opens nothing. */
import { createHash, randomBytes, randomInt } from "node:crypto";

/** 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** A random token needs no slow hash: it cannot be guessed from a list. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** No 0 O 1 I L, no 2 Z, 5 S, 8 B, U V: what a person reads off a screen is what she types. */
const LETTERS = "ACDEFGHJKMNPQRTWXY34679";
const CODE_LENGTH = 6;

export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}

/** A code as typed, with blanks, dashes and small letters forgiven. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
}
