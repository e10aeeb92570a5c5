/** What the hub must be able to read again and a copy of its database must not tell: sealed under its secret. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

export interface Sealing {
  seal(words: string): string;
  /** `null` for what was sealed under another secret or for another use, or is not sealed at all. */
  open(sealed: string): string | null;
}

/** `use` gives each use a key of its own, so that nothing sealed for one is taken for another's. */
export function sealingUnder(secret: string, use: string): Sealing {
  const key = new Uint8Array(hkdfSync("sha256", secret, "", `signpost ${use}`, 32));
  return { seal: (words) => encrypt(key, words), open: (sealed) => decrypt(key, sealed) };
}

/** AES-256-GCM under a key of 32 bytes. `place` is bound into it: it opens for no other. */
export function encrypt(key: Uint8Array, words: string, place = ""): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(words, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** `null` for what was encrypted under another key or for another place, or is not encrypted at all. */
export function decrypt(key: Uint8Array, sealed: string, place = ""): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12)).setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return decipher.update(bytes.subarray(28), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return null;
  }
}
