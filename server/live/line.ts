/** Hears what the other hubs of a district say, over Postgres. */
import pg from "pg";
import type { Log } from "#server/log.ts";

const AGAIN = 2_000;

export interface Line {
  /** Resolves once it hears, or has tried to. */
  readonly begun: Promise<void>;
  stop(): Promise<void>;
}

/** A connection of its own that listens, and comes back when it is lost. `take` is given what is said, as it came. */
export function listen(url: string, channel: string, log: Log, take: (payload: string) => void): Line {
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
      await next.query(`LISTEN ${channel}`);
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
