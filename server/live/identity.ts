/** Who speaks: a paired screen by its cookie, the operator by a token that only this machine can read. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { parseCookie } from "cookie";
import type { Screen } from "#shared/screens/screen.ts";
import type { Caller } from "./door.ts";

export const SCREEN_COOKIE = "signpost_screen";
export const PAIRING_COOKIE = "signpost_pairing";

const PUBLIC: Caller = { role: "public", id: "public", centres: [], decides: [] };
/** Whoever sits at the hub's own machine. */
export const OPERATOR: Caller = { role: "operator", id: "operator", centres: "all", decides: "all" };

/** The value of a cookie, or `null`; what is longer than any of ours counts as absent. */
export function cookieOf(request: IncomingMessage, name: string): string | null {
  const value = parseCookie(request.headers.cookie ?? "")[name];
  return value && value.length <= 200 ? value : null;
}

/** What the command line on the hub's own machine shows, made from the hub's secret. */
export function operatorToken(secret: string): string {
  return createHmac("sha256", secret).update("signpost operator").digest("base64url");
}

export interface Known {
  readonly secret: string;
  /** The person who speaks, by session or token. */
  personOf(request: IncomingMessage): Promise<Caller | null>;
}

/**
 * The operator, where the request carries the token and comes straight from this machine; else the
 * person; else a screen; else the public.
 */
export async function callerOf(
  request: IncomingMessage,
  { secret, personOf }: Known,
  screen: Screen | null,
): Promise<Caller> {
  const [scheme, token] = (request.headers.authorization ?? "").split(" ");
  if (scheme === "Bearer" && token && isLocal(request) && same(token, operatorToken(secret))) {
    return OPERATOR;
  }
  const person = await personOf(request);
  if (person) return person;
  if (screen === null) return PUBLIC;
  return { role: "screen", id: `screen ${screen.id}`, centres: [screen.centre], decides: [] };
}

/** How proxies name whom they speak for. */
const FORWARDED = ["x-forwarded-for", "forwarded", "x-real-ip"];

/** Straight from this machine: a proxy here would name whom it speaks for. */
export function isLocal(request: IncomingMessage): boolean {
  const { remoteAddress, localAddress } = request.socket;
  if (remoteAddress === undefined || FORWARDED.some((name) => name in request.headers)) return false;
  const plain = remoteAddress.replace(/^::ffff:/, "");
  return plain === "::1" || plain.startsWith("127.") || remoteAddress === localAddress;
}

export function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Whether a request may come from the page it says it comes from: without an Origin it is no
 * browser's cross-site request; else the origin must be the address it was sent to, or ours.
 */
export function originAllowed(request: IncomingMessage, publicUrl: string | null): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.host === host || (publicUrl !== null && from.origin === new URL(publicUrl).origin);
}
