/** To a program of the district, signed as standardwebhooks.com has it: id, timestamp and HMAC-SHA256. */
import { createHmac } from "node:crypto";
import type { Outside } from "#server/outside/outside.ts";
import type { Channel, Outcome } from "./channel.ts";

export interface WebhookNeeds {
  readonly url: string;
  /** With "whsec_" before it, it is base64; else it is taken as it is written. */
  readonly secret: string;
  readonly outside: Pick<Outside, "fetch">;
  now(): number;
}

const PATIENCE = 15_000;

export function byWebhook({ url, secret, outside, now }: WebhookNeeds): Channel {
  const key = secret.startsWith("whsec_") ? Buffer.from(secret.slice(6), "base64") : Buffer.from(secret);
  return {
    name: "webhook",
    urgentOnly: true,
    addresses: async (_db, to) => ("webhook" in to ? ["district"] : []),
    async send({ id, about, subject, text, url: link }) {
      const at = Math.floor(now() / 1000);
      const body = JSON.stringify({ type: about, timestamp: new Date(now()).toISOString(), data: { subject, text, url: link } }); // prettier-ignore
      const signature = createHmac("sha256", key).update(`${id}.${at}.${body}`).digest("base64");
      const answer = await outside.fetch({
        url,
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          "webhook-id": id,
          "webhook-timestamp": String(at),
          "webhook-signature": `v1,${signature}`,
        },
        body,
        anyStatus: true,
        mostBytes: 64 * 1024,
        milliseconds: PATIENCE,
      });
      if (!answer.ok) return { state: "later", because: `webhook-${answer.refusal.code}` };
      if (answer.value.state === "unchanged") return { state: "later", because: "webhook-304" };
      return outcomeOf(answer.value.status, answer.value.retryAt, now());
    },
    async stop() {},
  };
}

/** 410 says that nobody listens there any more; whatever else is wrong may be mended. */
function outcomeOf(status: number, retryAt: string | null, now: number): Outcome {
  if (status >= 200 && status < 300) return { state: "sent" };
  if (status === 410) return { state: "never", because: "webhook-410" };
  const after = retryAt === null ? 0 : Date.parse(retryAt) - now;
  return { state: "later", because: `webhook-${status}`, ...(after > 0 ? { after } : {}) };
}
