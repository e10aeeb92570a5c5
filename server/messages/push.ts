/** By web-push (RFC 8030, 8291, 8292) to browsers whose owner has asked for it in the console. */
import { createECDH, hkdfSync } from "node:crypto";
import webPush, { type PushSubscription } from "web-push";
import type { Reading } from "#server/db/open.ts";
import { isForbidden, type Outgoing } from "#server/outgoing.ts";
import type { Channel, Outcome, Written } from "./channel.ts";

export interface PushNeeds {
  readonly db: Reading;
  /** The hub's secret: the key pair comes from it, so that every hub of a district has the same. */
  readonly secret: string;
  /** Whom a push service can turn to: an https: or mailto: address. */
  readonly contact: string;
  /** Sends over whatever way out of the house there is. */
  readonly fetch: Outgoing;
  now(): number;
  /** This browser wants nothing any more. */
  gone(id: string): Promise<void>;
}

export interface Keys {
  /** Base64url, as browsers take them. */
  readonly publicKey: string;
  readonly privateKey: string;
}

/** A push service that does not answer must not keep the others waiting (ms). */
const PATIENCE = 15_000;
/** What fits: a service takes 4096 bytes, some of them for the encryption (RFC 8030, 7.2). */
const LONGEST_TEXT = 1_000;

/** The hub's own key pair (VAPID, P-256): a one-way function of the secret. */
export function keysFrom(secret: string): Keys {
  const curve = createECDH("prime256v1");
  for (let turn = 0; ; turn += 1) {
    const scalar = Buffer.from(hkdfSync("sha256", secret, "signpost", `web-push ${turn}`, 32));
    try {
      curve.setPrivateKey(scalar);
      return { publicKey: curve.getPublicKey("base64url"), privateKey: scalar.toString("base64url") };
    } catch {
      // One in 2^32 numbers is no key of this curve.
    }
  }
}

export function byPush(needs: PushNeeds): Channel {
  const keys = keysFrom(needs.secret);
  return {
    name: "push",
    async addresses(db, to) {
      if ("email" in to) return [];
      const rows = await db.selectFrom("push_subscription").select("id").where("person", "=", to.person).execute(); // prettier-ignore
      return rows.map(({ id }) => id);
    },
    async send(message, id) {
      const row = await needs.db.selectFrom("push_subscription").select("subscription").where("id", "=", id).executeTakeFirst(); // prettier-ignore
      if (!row) return { state: "never", because: "push-gone" };
      const outcome = await sendTo(needs, keys, JSON.parse(row.subscription) as PushSubscription, message);
      if (outcome.state === "never" && outcome.because === "push-gone") await needs.gone(id);
      return outcome;
    },
    async stop() {},
  };
}

async function sendTo(
  { contact, fetch, now }: PushNeeds,
  { publicKey, privateKey }: Keys,
  subscription: PushSubscription,
  { id, subject, text, url, until }: Written,
): Promise<Outcome> {
  const payload = JSON.stringify({ id, title: subject, body: text.slice(0, LONGEST_TEXT), url });
  const { endpoint, method, headers, body } = webPush.generateRequestDetails(subscription, payload, {
    vapidDetails: { subject: contact, publicKey, privateKey },
    TTL: Math.max(0, Math.round((until - now()) / 1000)),
    urgency: "high",
  });
  try {
    const answer = await fetch(endpoint, { method, headers, body, redirect: "manual", signal: AbortSignal.timeout(PATIENCE) }); // prettier-ignore
    await answer.body?.cancel();
    return outcomeOf(answer.status, answer.headers.get("retry-after"));
  } catch (error) {
    return { state: "later", because: isForbidden(error) ? "push-private" : "push-away" };
  }
}

/** 404 and 410: the subscription has ended. 400, 401 and 403 are about our keys, which may be mended. */
function outcomeOf(status: number, retryAfter: string | null): Outcome {
  if (status >= 200 && status < 300) return { state: "sent" };
  if (status === 404 || status === 410) return { state: "never", because: "push-gone" };
  if (status === 413) return { state: "never", because: "push-413" };
  const after = Number(retryAfter) * 1000;
  return { state: "later", because: `push-${status}`, ...(after > 0 ? { after } : {}) };
}
