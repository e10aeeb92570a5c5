/** Opens the ways on which this hub reaches people. A further channel is one file and one line here. */
import type { Config } from "#server/config.ts";
import type { Database } from "#server/db/open.ts";
import type { Log } from "#server/log.ts";
import type { Vault } from "#server/vault.ts";
import type { Outside } from "#server/outside/outside.ts";
import type { Channel } from "./channel.ts";
import { byEmail, senderOf } from "./email.ts";
import { byNotifyEmail, byText } from "./notify.ts";
import { emailOf } from "./people.ts";
import { phoneOf } from "./phones.ts";
import { openPost, type Post } from "./post.ts";
import { byPush } from "./push.ts";
import { dropSubscription } from "./subscriptions.ts";
import { byWebhook } from "./webhook.ts";

export interface MessageNeeds {
  readonly config: Pick<Config, "smtpUrl" | "smtpFrom" | "publicUrl" | "notify" | "webhook">;
  readonly secret: string;
  readonly vault: Vault;
  readonly database: Database;
  readonly outside: Outside;
  readonly log: Log;
  now(): number;
}

export function openMessages(needs: MessageNeeds): Post {
  const { config, secret, vault, database, outside, log, now } = needs;
  const { smtpUrl, smtpFrom, publicUrl, notify, webhook } = config;
  const channels: Channel[] = [];
  if (notify?.smsTemplate) channels.push(byText({ ...notify, template: notify.smsTemplate, outside, now, phoneOf: (db, person) => phoneOf(db, vault, person), db: database.reading })); // prettier-ignore
  if (notify?.emailTemplate) {
    // Where there is an SMTP server of one's own, everyday messages go by that alone.
    channels.push(byNotifyEmail({ ...notify, template: notify.emailTemplate, outside, now, emailOf, urgentOnly: smtpUrl !== null })); // prettier-ignore
  }
  if (webhook !== null) channels.push(byWebhook({ ...webhook, outside, now }));
  if (smtpUrl !== null) {
    channels.push(byEmail({ smtpUrl, from: senderOf(smtpFrom, smtpUrl, publicUrl), emailOf }));
  }
  channels.push(
    byPush({
      db: database.reading,
      secret,
      outside,
      now,
      // Whoever runs a push service turns to the hub's own address (RFC 8292, 2.1).
      contact: publicUrl?.startsWith("https:") ? publicUrl : "mailto:signpost@localhost",
      gone: (id) => dropSubscription(database, id),
    }),
  );
  return openPost({ database, channels, log, publicUrl, now });
}
