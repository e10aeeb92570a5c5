/** By e-mail, over the SMTP server that SIGNPOST_SMTP_URL names (RFC 5321). */
import type { Transporter } from "nodemailer";
import type { Reading } from "#server/db/open.ts";
import type { Channel, Outcome, Written } from "./channel.ts";
import type { Addressee } from "./message.ts";

export interface EmailNeeds {
  /** smtp:// or smtps://, with a name and password where the server wants them. */
  readonly smtpUrl: string;
  /** Who it is from ("Signpost <board@example.org>"). */
  readonly from: string;
  /** A person's own address; `null` where they have none. */
  emailOf(db: Reading, person: string): Promise<string | null>;
}

/** An SMTP server that does not answer must not keep the others waiting (ms). */
const PATIENCE = 15_000;

export function byEmail({ smtpUrl, from, emailOf }: EmailNeeds): Channel {
  let transport: Promise<Transporter> | null = null;
  async function open(): Promise<Transporter> {
    const { createTransport } = await import("nodemailer");
    return createTransport({
      url: smtpUrl,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }
  return {
    name: "email",
    turn: 3,
    async addresses(db, to) {
      return addressesOf(db, to, emailOf);
    },
    async send(message, address) {
      try {
        transport ??= open();
        await (await transport).sendMail({ from, to: { name: "", address }, ...mailOf(message) });
        return { state: "sent" };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    stop: async () => (await transport)?.close(),
  };
}

/** Where an e-mail reaches somebody. */
export async function addressesOf(
  db: Reading,
  to: Addressee,
  emailOf: EmailNeeds["emailOf"],
): Promise<readonly string[]> {
  if ("email" in to) return [to.email];
  const address = "person" in to ? await emailOf(db, to.person) : null;
  return address === null ? [] : [address];
}

function mailOf({ id, subject, text, url }: Written) {
  return {
    subject,
    text: url === null ? `${text}\n` : `${text}\n\n${url}\n`,
    // A server that has had it already can tell; and nobody's holiday reply is wanted (RFC 3834).
    messageId: `<${id}@signpost>`,
    headers: { "Auto-Submitted": "auto-generated" },
  };
}

/** A reply of the 500s is for good (RFC 5321, 4.2.1), unless it is about us rather than the addressee. */
function outcomeOf(error: unknown): Outcome {
  const { responseCode, code } = error as { readonly responseCode?: number; readonly code?: string };
  if (code === "EAUTH") return { state: "later", because: "smtp-auth" };
  if (code === "EENVELOPE" && responseCode === undefined) return { state: "never", because: "smtp-address" };
  if (responseCode === undefined) return { state: "later", because: "smtp-away" };
  if (responseCode >= 500 && code !== "EPROTOCOL") return { state: "never", because: `smtp-${responseCode}` };
  return { state: "later", because: `smtp-${responseCode}` };
}

/** Whom a message is from where no setting says: a name at the hub's public host, else at the SMTP server's. */
export function senderOf(from: string | null, smtpUrl: string, publicUrl: string | null): string {
  if (from !== null) return from;
  const host = new URL(publicUrl ?? smtpUrl).hostname;
  return `Signpost <signpost@${host}>`;
}
