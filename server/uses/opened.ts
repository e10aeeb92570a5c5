/** Counts the light pages as they are read, in memory, and writes the counts down together. */
import type { Language } from "#shared/languages.ts";
import { done } from "#shared/result.ts";
import type { PageUse } from "#shared/uses/uses.ts";
import { change } from "#server/db/change.ts";
import type { Database } from "#server/db/open.ts";
import type { Log } from "#server/log.ts";
import { addCounts, type Count, hourOf } from "./count.ts";

const WRITE_EVERY = 5_000;

export interface Counter {
  opened(what: PageUse, centre: string, item: string | null, language: Language): void;
  write(): Promise<void>;
  stop(): Promise<void>;
}

export function openCounter(database: Database, log: Log, now: () => number): Counter {
  let waiting = new Map<string, Count>();

  async function write(): Promise<void> {
    if (waiting.size === 0) return;
    const counts = waiting;
    waiting = new Map();
    const result = await change(database, async (tx) => done(await addCounts(tx, counts.values())));
    if (!result.ok) log.warn({ code: result.refusal.code }, "could not count what was read");
  }

  const timer = setInterval(() => {
    write().catch((error: unknown) => log.warn({ error }, "could not count what was read"));
  }, WRITE_EVERY);
  return {
    opened(what, centre, item, language) {
      const hour = hourOf(now());
      const key = JSON.stringify([hour, what, centre, item, language]);
      const count = (waiting.get(key)?.count ?? 0) + 1;
      waiting.set(key, { centre, hour, what, item, language, count });
    },
    write,
    async stop() {
      clearInterval(timer);
      await write();
    },
  };
}
