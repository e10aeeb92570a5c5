/** How much each centre's kiosks used each website, by day: connections and kilobytes, never who or which page. */
import { readingAt } from "#shared/london.ts";
import { done } from "#shared/result.ts";
import { change } from "#server/db/change.ts";
import type { Database, Writing } from "#server/db/open.ts";
import type { Log } from "#server/log.ts";

export interface Uses {
  note(centre: string, website: string, bytes: number): void;
  /** Writes down what is not yet on the disk. */
  stop(): Promise<void>;
}

const EVERY = 30_000;

interface Use {
  readonly day: string;
  readonly centre: string;
  readonly website: string;
  connections: number;
  bytes: number;
}

/** Many connections are few writes; one that fails is in the log, and costs the hub nothing else. */
export function countUses(database: Database, log: Log, now: () => number): Uses {
  let waiting = new Map<string, Use>();
  let writing = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const uses = [...waiting.values()];
    waiting = new Map();
    if (uses.length === 0) return;
    try {
      const result = await change(database, async (tx) => done(await addUses(tx, uses)));
      if (!result.ok) log.warn({ code: result.refusal.code }, "could not count the use of websites");
    } catch (error) {
      log.warn({ error }, "could not count the use of websites");
    }
  }

  return {
    note(centre, website, bytes) {
      const { day } = readingAt(now());
      const key = `${day} ${centre} ${website}`;
      const use = waiting.get(key) ?? { day, centre, website, connections: 0, bytes: 0 };
      use.connections += 1;
      use.bytes += bytes;
      waiting.set(key, use);
      timer ??= setTimeout(() => (writing = writing.then(write)), EVERY);
    },
    async stop() {
      await writing;
      await write();
    },
  };
}

async function addUses(tx: Writing, uses: readonly Use[]): Promise<void> {
  for (const { day, centre, website, connections, bytes } of uses) {
    const kilobytes = Math.ceil(bytes / 1000);
    await tx
      .insertInto("website_use")
      .values({ day, centre, website, connections, kilobytes })
      .onConflict((conflict) =>
        conflict.columns(["day", "centre", "website"]).doUpdateSet((of) => ({
          connections: of("website_use.connections", "+", connections),
          kilobytes: of("website_use.kilobytes", "+", kilobytes),
        })),
      )
      .execute();
  }
}
