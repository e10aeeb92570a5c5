/**
 * Sealing a request to the hub's public key, so that a stolen kiosk tells nothing: an ephemeral P-256
 * pair, HKDF-SHA256 and AES-256-GCM, all of WebCrypto. On plain http a browser has no `crypto.subtle`.
 */
import type { CallRequest } from "./call.ts";
import type { CallOffer } from "./offer.ts";

/** Base64url each, but for the centre. */
export interface Sealed {
  /** The id of the hub's key. */
  readonly key: string;
  /** The ephemeral public key, raw. */
  readonly from: string;
  readonly iv: string;
  readonly text: string;
  /** Where she asked: the request stays there wherever the device is taken. Sealed before 2026-11-27 it has none. */
  readonly centre?: string | undefined;
}

export function canSeal(): boolean {
  return (globalThis.crypto as Crypto | undefined)?.subtle !== undefined;
}

/** What a sealed request is bound to: handed in under another id, or for another centre, it does not open. */
export function boundTo(id: string, centre: string | undefined): string {
  return centre === undefined ? id : `${id} ${centre}`;
}

export async function seal(
  { key: to, centre }: Pick<CallOffer, "key" | "centre">,
  id: string,
  request: CallRequest,
): Promise<Sealed> {
  const { subtle } = crypto;
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const theirs = await subtle.importKey("jwk", { ...to.jwk }, curve, false, []);
  const pair = await subtle.generateKey(curve, false, ["deriveBits"]);
  const from = new Uint8Array(await subtle.exportKey("raw", pair.publicKey));
  const shared = await subtle.deriveBits({ name: "ECDH", public: theirs }, pair.privateKey, 256);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await sealKey(shared, from, "encrypt");
  const text = await subtle.encrypt(
    { name: "AES-GCM", iv, additionalData: bytes(boundTo(id, centre)) },
    key,
    bytes(JSON.stringify(request)),
  );
  return { key: to.id, from: written(from), iv: written(iv), text: written(new Uint8Array(text)), centre };
}

/** The key that both sides come to. `from`: the ephemeral public key, raw. */
export async function sealKey(
  shared: ArrayBuffer,
  from: Uint8Array<ArrayBuffer>,
  use: "encrypt" | "decrypt",
): Promise<CryptoKey> {
  const { subtle } = crypto;
  const secret = await subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const derived = { name: "HKDF", hash: "SHA-256", salt: from, info: bytes("signpost call 1") };
  return subtle.deriveKey(derived, secret, { name: "AES-GCM", length: 256 }, false, [use]);
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function written(raw: Uint8Array): string {
  return btoa(String.fromCharCode(...raw))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
