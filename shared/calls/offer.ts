/** What a centre's kiosks may offer, and what they need to keep the promise while the hub is away. */
import type { Team } from "./hours.ts";

/** The hub's public key, as WebCrypto imports it (ECDH, P-256). */
export interface PublicKey {
  readonly id: string;
  readonly jwk: { readonly kty: "EC"; readonly crv: "P-256"; readonly x: string; readonly y: string };
}

export interface CallOffer {
  readonly centre: string;
  readonly handset: boolean;
  /** Voice calls are turned on; whether somebody stands by now is `voiceNow`. */
  readonly voice: boolean;
  readonly voiceNow: boolean;
  readonly keptDays: number;
  /** When the team is there: `promiseOf(team, …)` says when somebody rings. */
  readonly team: Team;
  readonly key: PublicKey;
  /** The hub's clock, epoch ms. */
  readonly now: number;
}
