/**
 * What names a person who never signed up for anything lies encrypted in the database, under a key
 * that lies beside it. A key is made of a secret: the first of SIGNPOST_CALL_KEYS writes and all of
 * them read, so that one is changed by putting a new one before it; without that setting it is the
 * hub's own secret.
 */
import { createHmac, hkdfSync } from "node:crypto";
import type { PublicKey } from "#shared/calls/offer.ts";
import { boundTo, type Sealed, sealKey } from "#shared/calls/seal.ts";
import { curvePair } from "./curve.ts";
import { decrypt, encrypt } from "./sealing.ts";

export interface Vault {
  /** What requests are sealed to by kiosks. */
  readonly publicKey: PublicKey;
  /** `place` is bound into it: what is locked for one row opens for no other. */
  lock(place: string, text: string): string;
  /** `null` where it was locked under a key that is not here, or for another place. */
  unlock(place: string, locked: string): string | null;
  /** Whether it was locked under the key that writes. */
  isFresh(locked: string): boolean;
  /** The same for the same number, under the key that writes and then those that read. */
  hashes(e164: string): readonly string[];
  /** What a kiosk sealed under this id; `null` where no key of this hub opens it. */
  unseal(id: string, sealed: Sealed): Promise<string | null>;
}

interface Key {
  readonly id: string;
  readonly rest: Buffer;
  readonly numbers: Buffer;
  readonly pair: ReturnType<typeof curvePair>;
}

/** @param secrets the first writes */
export function openVault(secrets: readonly string[]): Vault {
  const keys = secrets.map(keyFrom);
  const [first] = keys;
  if (!first) throw new Error("a vault needs a secret");
  const keyOf = (id: string) => keys.find((key) => key.id === id);
  return {
    publicKey: { id: first.id, jwk: first.pair.jwk },
    lock: (place, text) => `${first.id}.${encrypt(first.rest, text, place)}`,
    unlock(place, locked) {
      const [id = "", text = ""] = locked.split(".");
      const key = keyOf(id);
      return key ? decrypt(key.rest, text, place) : null;
    },
    isFresh: (locked) => locked.startsWith(`${first.id}.`),
    hashes: (e164) =>
      keys.map(({ numbers }) => createHmac("sha256", numbers).update(e164).digest("base64url")),
    async unseal(id, sealed) {
      const key = keyOf(sealed.key);
      return key ? unseal(key.pair.privateKey, id, sealed).catch(() => null) : null;
    },
  };
}

function keyFrom(secret: string): Key {
  const derive = (use: string, length = 32) => Buffer.from(hkdfSync("sha256", secret, "signpost", `calls ${use}`, length)); // prettier-ignore
  return {
    id: derive("id", 6).toString("base64url"),
    rest: derive("at rest"),
    numbers: derive("numbers"),
    pair: curvePair((turn) => derive(`sealed ${turn}`)),
  };
}

async function unseal(mine: Promise<CryptoKey>, id: string, sealed: Sealed): Promise<string> {
  const { subtle } = crypto;
  const from = new Uint8Array(Buffer.from(sealed.from, "base64url"));
  const theirs = await subtle.importKey("raw", from, { name: "ECDH", namedCurve: "P-256" }, false, []);
  const shared = await subtle.deriveBits({ name: "ECDH", public: theirs }, await mine, 256);
  const key = await sealKey(shared, from, "decrypt");
  const way = {
    name: "AES-GCM",
    iv: Buffer.from(sealed.iv, "base64url"),
    additionalData: Buffer.from(boundTo(id, sealed.centre)),
  };
  return Buffer.from(await subtle.decrypt(way, key, Buffer.from(sealed.text, "base64url"))).toString("utf8");
}
