/** What the hub must be able to read again and a copy of its database must not tell: sealed under its secret. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

export interface Sealing {
  seal(words: string): string;
  /** `null` for what was sealed under another secret or for another use, or is not sealed at all. */
  open(sealed: string): string | null;
}

/** AES-256-GCM; `use` gives each use a key of its own, so that nothing sealed for one is taken for another's. */
export function sealingUnder(secret: string, use: string): Sealing {
  const key = new Uint8Array(hkdfSync("sha256", secret, "", `signpost ${use}`, 32));
  return {
    seal(words) {
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, iv);
      const sealed = Buffer.concat([cipher.update(words, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
        decipher.setAuthTag(bytes.subarray(12, 28));
        return decipher.update(bytes.subarray(28), undefined, "utf8") + decipher.final("utf8");
      } catch {
        return null;
      }
    },
  };
}
