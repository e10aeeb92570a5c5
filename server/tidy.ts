/** What the hub does by itself every few hours, so that nothing grows for ever and the demo stays fresh. */
import { done } from "#shared/result.ts";
import { change } from "./db/change.ts";
import type { Database } from "./db/open.ts";
import { tidy } from "./items/entries.ts";
import type { Log } from "./log.ts";
import { namedFiles } from "./media/named.ts";
import { tidyMessages } from "./messages/message.ts";
import { removeOrphans } from "./media/orphans.ts";

export interface TidyNeeds {
  readonly database: Database;
  /** The media store's folder. */
  readonly media: string;
  readonly log: Log;
  now(): number;
  /** Files that are needed though no item names them. */
  needed(): Promise<readonly string[]>;
  renewDemo(): Promise<void>;
  /** What was made and can be made again. */
  readonly sounds: { tidy(now: number): Promise<void> };
}

const EVERY = 6 * 3_600_000;
/** Days back from which a former version can be brought back with its files. */
const HISTORY_DAYS = 90;

/** Begins with the first round after a while; returns the stop, which waits for a round that is on its way. */
export function startTidying(needs: TidyNeeds): () => Promise<void> {
  let round = Promise.resolve();
  const timer = setInterval(() => (round = round.then(() => tidyUp(needs))), EVERY);
  return async () => {
    clearInterval(timer);
    await round;
  };
}

/** One round. Whatever fails is in the log, and does not keep the rest from being done. */
export async function tidyUp(needs: TidyNeeds): Promise<void> {
  const { database, log, now } = needs;
  const tasks = {
    "could not forget what ended long ago": async () => {
      const tidied = await change(database, async (tx) => {
        await tidyMessages(tx, now());
        return done(await tidy(tx, now()));
      });
      if (!tidied.ok) throw new Error(tidied.refusal.code);
    },
    "could not renew the demo": needs.renewDemo,
    "could not remove files of no use": () => removeUnused(needs),
    "could not let go of old sounds": () => needs.sounds.tidy(now()),
  };
  for (const [words, task] of Object.entries(tasks)) {
    await task().catch((error: unknown) => log.warn({ error }, words));
  }
}

async function removeUnused({ database, media, log, now, needed }: TidyNeeds): Promise<void> {
  const since = new Date(now() - HISTORY_DAYS * 86_400_000).toISOString();
  const named = async () => new Set([...(await namedFiles(database.reading, since)), ...(await needed())]);
  const removed = await removeOrphans(media, named, now());
  if (removed.length > 0) log.info({ files: removed.length }, "removed files of no use");
}
