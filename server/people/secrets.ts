/** Random secrets of people: the hub keeps only hashes, so a copy of the database opens nothing. */
import { createHash, randomBytes } from "node:crypto";

/** 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What cannot be guessed needs no slow hash. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
