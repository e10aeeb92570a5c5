/** How the two browsers of a voice call find each other: STUN and TURN servers, with names that end. */
import { createHmac } from "node:crypto";
import type { IceServer } from "#shared/calls/voice.ts";

export interface IceSettings {
  /** "stun:…", "turn:…" and "turns:…" addresses. */
  readonly urls: readonly string[];
  /** coturn's static-auth-secret; `null`: its TURN servers let nobody in, or need no name. */
  readonly secret: string | null;
}

/** `who` appears in coturn's log, so it names a call and never a person. `now`: epoch ms. */
export type IceServers = (who: string, now: number) => readonly IceServer[];

/** A name opens the TURN server for so long (seconds): a long talk, and no more. */
const LASTS = 4 * 3_600;

/** As coturn's `use-auth-secret` reckons: the end as the name, its HMAC-SHA1 as the password. */
export function iceFrom({ urls, secret }: IceSettings): IceServers {
  const stun = urls.filter((url) => /^stuns?:/.test(url));
  const turn = urls.filter((url) => /^turns?:/.test(url));
  return (who, now) => {
    const username = `${Math.floor(now / 1000) + LASTS}:${who}`;
    const named = secret === null ? {} : { username, credential: createHmac("sha1", secret).update(username).digest("base64") }; // prettier-ignore
    return [
      ...(stun.length > 0 ? [{ urls: stun }] : []),
      ...(turn.length > 0 ? [{ urls: turn, ...named }] : []),
    ];
  };
}
