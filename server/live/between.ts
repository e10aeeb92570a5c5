/**
 * What one hub says to all hubs of the district, itself included: passing news that is worth nothing a
 * moment later (a screen shall show its name). On Postgres over NOTIFY; a hub that is away misses it.
 */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "#server/db/open.ts";
import type { Log } from "#server/log.ts";

export interface Between {
  /** Everyone who hears this topic is told, on this hub at once. `data`: JSON, 7 kB at most. */
  say(topic: string, data: unknown): void;
  /** Returns the stop. */
  hear(topic: string, act: (data: never) => void): () => void;
  stop(): Promise<void>;
}

const CHANNEL = "signpost";

interface Said {
  readonly from: string;
  readonly topic: string;
  readonly data: unknown;
}

/** Resolves once this hub hears the others, or has tried to. */
export async function openBetween(database: Database, url: string, log: Log): Promise<Between> {
  const me = randomUUID();
  const ears = new Map<string, Set<(data: never) => void>>();
  // A hub that serves its district alone never loads what speaks with Postgres.
  const line = database.engine === "postgres" ? (await import("./line.ts")).listen(url, CHANNEL, log, take) : null; // prettier-ignore

  await line?.begun;

  function tell(topic: string, data: unknown): void {
    for (const act of ears.get(topic) ?? []) act(data as never);
  }

  function take(payload: string): void {
    const said = JSON.parse(payload) as Said;
    if (said.from !== me) tell(said.topic, said.data);
  }

  return {
    say(topic, data) {
      tell(topic, data);
      if (!line) return;
      const said: Said = { from: me, topic, data };
      sql`SELECT pg_notify(${sql.lit(CHANNEL)}, ${JSON.stringify(said)})`
        .execute(database.reading)
        .catch((error: unknown) => log.warn({ error, topic }, "the other hubs could not be told"));
    },
    hear(topic, act) {
      const acts = ears.get(topic) ?? new Set();
      ears.set(topic, acts.add(act));
      return () => void acts.delete(act);
    },
    async stop() {
      await line?.stop();
    },
  };
}
