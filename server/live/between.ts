/**
 * What one hub says to all hubs of the district, itself included: passing news that is worth nothing a
 * moment later (a screen shall show its name). On Postgres over NOTIFY; a hub that is away misses it.
 */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import pg from "pg";
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
const AGAIN = 2_000;

interface Said {
  readonly from: string;
  readonly topic: string;
  readonly data: unknown;
}

/** Resolves once this hub hears the others, or has tried to. */
export async function openBetween(database: Database, url: string, log: Log): Promise<Between> {
  const me = randomUUID();
  const ears = new Map<string, Set<(data: never) => void>>();
  const line = database.engine === "postgres" ? listen(url, log, take) : null;

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

/** A connection of its own that listens, and comes back when it is lost. */
function listen(
  url: string,
  log: Log,
  take: (payload: string) => void,
): { begun: Promise<void>; stop(): Promise<void> } {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    let over = false;
    const again = () => {
      if (over) return;
      over = true;
      next.end().catch(() => {});
      if (!stopped) timer = setTimeout(() => void connect(), AGAIN);
    };
    next.on("error", again);
    next.on("end", again);
    next.on("notification", ({ payload }) => take(payload ?? "{}"));
    client = next;
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      log.debug({ error }, "cannot hear the other hubs yet");
      again();
    }
  }

  const begun = connect();
  return {
    begun,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await begun;
      await client?.end().catch(() => {});
    },
  };
}
