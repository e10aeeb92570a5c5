/**
 * Sends somebody what she kept on a kiosk: titles, and the addresses of their light pages. Her own address
 * is used for this one message; it is in no table, no outbox and no log.
 */
import { createHash } from "node:crypto";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Language } from "#shared/languages.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { takeHomeCommands } from "#shared/takehome/commands.ts";
import type { Handlers } from "#server/live/door.ts";
import { senderOf } from "#server/messages/email.ts";
import { find } from "./find.ts";
import { pagesFrom } from "./fromDatabase.ts";
import { plain } from "./text.tsx";
import { wordsIn } from "./words.ts";

export interface MailHomeNeeds {
  /** `null`: the hub sends no e-mail. */
  readonly smtpUrl: string | null;
  /** Whom its messages are from, where the installer has said it. */
  readonly smtpFrom: string | null;
  /** Without one no page could be opened from the message. */
  readonly publicUrl: string | null;
}

/** From one kiosk within ten minutes, and to one address within an hour: nobody is pestered from a reception. */
const FROM_KIOSK = { points: 6, duration: 600 };
const TO_ADDRESS = { points: 3, duration: 3600 };
/** An SMTP server that does not answer must not keep somebody waiting before the glass (ms). */
const PATIENCE = 10_000;

const PATHS = { vacancy: "j", event: "e", leaflet: "l" } as const;

export function mailHomeHandlers(needs: MailHomeNeeds): Pick<Handlers, keyof typeof takeHomeCommands> {
  const kiosks = new RateLimiterMemory(FROM_KIOSK);
  const addresses = new RateLimiterMemory(TO_ADDRESS);
  const can = needs.smtpUrl !== null && needs.publicUrl !== null;
  return {
    canMail: async () => done({ mail: can }),
    async mailHome(db, { items, language, email }, { who, centres, now }) {
      if (!can) return refused("cannot-mail");
      const centre = centres === "all" ? null : (centres[0] ?? null);
      const lines: string[] = [];
      for (const { kind, id } of items) {
        const found = await find(
          pagesFrom(db, () => now),
          kind,
          id,
          centre,
          now,
        );
        if (found.state !== "open") continue;
        const query = new URLSearchParams({ ...(centre ? { centre } : {}), lang: language });
        const address = new URL(`/${PATHS[kind]}/${id}?${query}`, needs.publicUrl!).href;
        lines.push(`${plain(found.shown.body.title, wordsIn(language))}\n${address}`);
      }
      if (lines.length === 0) return refused("no-such-item");
      const digest = createHash("sha256").update(email.toLowerCase()).digest("base64url");
      if (!(await allowed(kiosks, who)) || !(await allowed(addresses, digest)))
        return refused("too-many-tries");
      return send(needs, email, language, lines);
    },
  };
}

function allowed(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  return limiter.consume(key).then(
    () => true,
    () => false,
  );
}

async function send(
  { smtpUrl, smtpFrom, publicUrl }: MailHomeNeeds,
  email: string,
  language: Language,
  lines: readonly string[],
): Promise<Result<unknown>> {
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    url: smtpUrl!,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: senderOf(smtpFrom, smtpUrl!, publicUrl),
      to: { name: "", address: email },
      subject: wordsIn(language)("taken.title"),
      text: `${lines.join("\n\n")}\n`,
      headers: { "Auto-Submitted": "auto-generated", "Content-Language": language },
    });
    return done({ sent: true });
  } catch {
    // What went wrong may name the address: nothing of it is told or logged.
    return refused("mail-not-sent");
  } finally {
    transport.close();
  }
}
