/** By web-push (RFC 8030, 8291, 8292) to browsers whose owner has asked for it in the console. */
import { createECDH, hkdfSync } from "node:crypto";
import type { PushSubscription, RequestDetails } from "web-push";
import type { Told } from "#shared/messages/told.ts";
import type { Reading } from "#server/db/open.ts";
import type { Outside } from "#server/outside/outside.ts";
import type { Channel, Outcome, Written } from "./channel.ts";

export interface PushNeeds {
  readonly db: Reading;
  /** The hub's secret: the key pair comes from it, so that every hub of a district has the same. */
  readonly secret: string;
  /** Whom a push service can turn to: an https: or mailto: address. */
  readonly contact: string;
  readonly outside: Pick<Outside, "fetch">;
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

/** Nothing will ever arrive there any more. */
const ENDED: readonly string[] = ["push-gone", "push-bad-key"];

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
      if (!("person" in to)) return [];
      const rows = await db.selectFrom("push_subscription").select("id").where("person", "=", to.person).execute(); // prettier-ignore
      return rows.map(({ id }) => id);
    },
    async send(message, id) {
      const row = await needs.db.selectFrom("push_subscription").select("subscription").where("id", "=", id).executeTakeFirst(); // prettier-ignore
      if (!row) return { state: "never", because: "push-gone" };
      const outcome = await sendTo(needs, keys, JSON.parse(row.subscription) as PushSubscription, message);
      if (outcome.state === "never" && ENDED.includes(outcome.because)) await needs.gone(id);
      return outcome;
    },
    async stop() {},
  };
}

async function sendTo(
  { contact, outside, now }: PushNeeds,
  { publicKey, privateKey }: Keys,
  subscription: PushSubscription,
  { id, subject, text, path, until }: Written,
): Promise<Outcome> {
  const told: Told = { id, title: subject, body: text.slice(0, LONGEST_TEXT), url: path };
  const { default: webPush } = await import("web-push");
  let details: RequestDetails;
  try {
    details = webPush.generateRequestDetails(subscription, JSON.stringify(told), {
      vapidDetails: { subject: contact, publicKey, privateKey },
      TTL: Math.max(0, Math.round((until - now()) / 1000)),
      urgency: "high",
    });
  } catch {
    // A key that is no point of the curve, or of a wrong length, will never be one.
    return { state: "never", because: "push-bad-key" };
  }
  // The library counts the bytes and speaks of a length; undici does that itself.
  const { "Content-Length": _length, ...headers } = details.headers as Record<string, string | number>;
  const answer = await outside.fetch({
    url: details.endpoint,
    method: "POST",
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body: details.body ?? "",
    anyStatus: true,
    mostBytes: 64 * 1024,
    milliseconds: PATIENCE,
  });
  if (!answer.ok) return { state: "later", because: answer.refusal.code };
  if (answer.value.state === "unchanged") return { state: "later", because: "push-304" };
  return outcomeOf(answer.value.status, answer.value.retryAt, now());
}

/** 404 and 410: the subscription has ended. 400, 401 and 403 are about our keys, which may be mended. */
function outcomeOf(status: number, retryAt: string | null, now: number): Outcome {
  if (status >= 200 && status < 300) return { state: "sent" };
  if (status === 404 || status === 410) return { state: "never", because: "push-gone" };
  if (status === 413) return { state: "never", because: "push-413" };
  const after = retryAt === null ? 0 : Date.parse(retryAt) - now;
  return { state: "later", because: `push-${status}`, ...(after > 0 ? { after } : {}) };
}
