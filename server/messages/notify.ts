/** By text and e-mail through GOV.UK Notify (docs.notifications.service.gov.uk, REST API), for public bodies. */
import { createHmac } from "node:crypto";
import type { Reading } from "#server/db/open.ts";
import type { Outside } from "#server/outside/outside.ts";
import type { Channel, Outcome, Written } from "./channel.ts";
import { addressesOf, type EmailNeeds } from "./email.ts";

export interface NotifyNeeds {
  /** "name-SERVICE_ID-SECRET", a UUID each. */
  readonly key: string;
  readonly url: string;
  /** The id of a template with ((subject)) and ((text)), and ((url)) where one is to be opened. */
  readonly template: string;
  readonly outside: Pick<Outside, "fetch">;
  /** How long it is waited for, milliseconds. */
  readonly patience?: number;
  now(): number;
}

/** A service that does not answer must not keep the others waiting (ms). */
const PATIENCE = 15_000;
/** What fits into two texts: the third would cost more than it says. */
const LONGEST_TEXT = 240;
/** Letters of a UUID. */
const UUID = 36;

export function byText(needs: NotifyNeeds & { readonly db: Reading; phoneOf(db: Reading, person: string): Promise<string | null> }): Channel {
  return {
    name: "text",
    turn: 1,
    urgentOnly: true,
    // The number lies encrypted and is looked up when it is used: a delivery names the person.
    async addresses(db, to) {
      return "person" in to && (await needs.phoneOf(db, to.person)) !== null ? [to.person] : [];
    },
    async send(message, person) {
      const phone_number = await needs.phoneOf(needs.db, person);
      if (phone_number === null) return { state: "never", because: "no-phone" };
      return sendBy(needs, "sms", { phone_number }, message);
    },
    async stop() {},
  };
} // prettier-ignore

export function byNotifyEmail(
  needs: NotifyNeeds & Pick<EmailNeeds, "emailOf"> & { readonly urgentOnly: boolean },
): Channel {
  return {
    name: "notify-email",
    turn: 2,
    urgentOnly: needs.urgentOnly,
    addresses: (db, to) => addressesOf(db, to, needs.emailOf),
    send: (message, email_address) => sendBy(needs, "email", { email_address }, message),
    async stop() {},
  };
}

async function sendBy(
  { key, url, template, outside, patience = PATIENCE, now }: NotifyNeeds,
  kind: "sms" | "email",
  to: Readonly<Record<string, string>>,
  { id, subject, text, url: link }: Written,
): Promise<Outcome> {
  const personalisation = {
    subject,
    text: kind === "sms" ? text.slice(0, LONGEST_TEXT) : text,
    url: link ?? "",
  };
  const answer = await outside.fetch({
    url: `${url}/v2/notifications/${kind}`,
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${tokenOf(key, now())}` },
    body: JSON.stringify({ ...to, template_id: template, reference: id, personalisation }),
    anyStatus: true,
    mostBytes: 64 * 1024,
    milliseconds: patience,
  });
  if (!answer.ok) return { state: "later", because: `notify-${answer.refusal.code}` };
  if (answer.value.state === "unchanged") return { state: "later", because: "notify-304" };
  return outcomeOf(answer.value.status, answer.value.retryAt, answer.value.bytes, now());
}

/** A JSON web token (RFC 7519, HS256) of the service, good for thirty seconds by Notify's clock. */
function tokenOf(key: string, now: number): string {
  const secret = key.slice(-UUID);
  const service = key.slice(-2 * UUID - 1, -UUID - 1);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ typ: "JWT", alg: "HS256" })}.${part({ iss: service, iat: Math.floor(now / 1000) })}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

/**
 * 400 is about this message (a number that is none, a template's gap), so it never goes; 403 about our
 * key or a clock that is wrong, 429 and 500 about the moment.
 */
function outcomeOf(status: number, retryAt: string | null, body: Buffer, now: number): Outcome {
  if (status === 201) return { state: "sent" };
  const because = `notify-${status}`;
  if (status === 400) return { state: "never", because: namedIn(body) ?? because };
  const after = retryAt === null ? 0 : Date.parse(retryAt) - now;
  return { state: "later", because, ...(after > 0 ? { after } : {}) };
}

/** Only the error's name is taken along: Notify's sentences may repeat the number. */
function namedIn(body: Buffer): string | null {
  try {
    const { errors } = JSON.parse(body.toString("utf8")) as { readonly errors?: readonly { readonly error?: string }[] }; // prettier-ignore
    const name = errors?.[0]?.error ?? "";
    return /^[A-Za-z]{1,40}$/.test(name) ? `notify-${name}` : null;
  } catch {
    return null;
  }
}
