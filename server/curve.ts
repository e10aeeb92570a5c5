/** A key pair on P-256 that is a one-way function of a secret, so that every hub of a district has the same. */
import { createECDH } from "node:crypto";
import type { PublicKey } from "#shared/calls/offer.ts";

export interface CurvePair {
  readonly jwk: PublicKey["jwk"];
  readonly privateKey: Promise<CryptoKey>;
}

/** @param scalarAt 32 bytes; asked again where they are no key of this curve (one in 2^32) */
export function curvePair(scalarAt: (turn: number) => Buffer): CurvePair {
  const curve = createECDH("prime256v1");
  for (let turn = 0; ; turn += 1) {
    const scalar = scalarAt(turn);
    try {
      curve.setPrivateKey(scalar);
    } catch {
      continue;
    }
    const point = curve.getPublicKey();
    const part = (from: number) => point.subarray(from, from + 32).toString("base64url");
    const jwk = { kty: "EC", crv: "P-256", x: part(1), y: part(33) } as const;
    const full = { ...jwk, d: scalar.toString("base64url") };
    const privateKey = crypto.subtle.importKey("jwk", full, { name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]); // prettier-ignore
    return { jwk, privateKey };
  }
}
