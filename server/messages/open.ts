/** Opens the ways on which this hub reaches people. A further channel is one file and one line here. */
import type { Config } from "#server/config.ts";
import type { Database } from "#server/db/open.ts";
import type { Log } from "#server/log.ts";
import type { Vault } from "#server/vault.ts";
import type { Outside } from "#server/outside/outside.ts";
import type { Channel } from "./channel.ts";
import { byEmail, senderOf } from "./email.ts";
import { emailOf } from "./people.ts";
import { openPost, type Post } from "./post.ts";
import { byPush } from "./push.ts";
import { dropSubscription } from "./subscriptions.ts";

export interface MessageNeeds {
  readonly config: Pick<Config, "smtpUrl" | "smtpFrom" | "publicUrl" | "notify" | "webhook">;
  readonly secret: string;
  readonly vault: Vault;
  readonly database: Database;
  readonly outside: Outside;
  readonly log: Log;
  now(): number;
}

export function openMessages({ config, secret, database, outside, log, now }: MessageNeeds): Post {
  const { smtpUrl, smtpFrom, publicUrl } = config;
  const channels: Channel[] = [];
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
