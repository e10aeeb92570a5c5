/**
 * Timed work of the district: however many hubs stand on one Postgres, each round is done by one of
 * them. The lock belongs to a connection, so a hub that dies leaves it to the others at once.
 */
import { sql } from "kysely";
import { fnv1a } from "#shared/programme.ts";
import type { Log } from "#server/log.ts";
import type { Database } from "./open.ts";

export interface DutyNeeds {
  readonly database: Database;
  readonly log: Log;
  /** The same on every hub. */
  readonly name: string;
  /** Milliseconds between rounds. */
  readonly every: number;
  round(): Promise<void>;
}

export interface Duty {
  /** Does a round as soon as may be: something has come up. Resolves when it is over. */
  soon(): Promise<void>;
  /** Resolves when a round that is on its way is over. */
  stop(): Promise<void>;
}

/** Begins with the first round after `every`. A round that fails is in the log, once until one succeeds. */
export function startDuty({ database, log, name, every, round }: DutyNeeds): Duty {
  let running: Promise<void> | null = null;
  let again: Promise<void> | null = null;
  let failing = false;
  let stopped = false;

  async function once(): Promise<void> {
    try {
      await alone(database, name, round);
      failing = false;
    } catch (error) {
      if (!failing)
        log.error({ error, duty: name }, "a round of timed work failed; the next one tries again");
      failing = true;
    }
  }

  function run(): Promise<void> {
    running ??= once().finally(() => (running = null));
    return running;
  }

  const timer = setInterval(() => void run(), every);
  return {
    soon() {
      if (stopped) return Promise.resolve();
      if (!running) return run();
      // What came up may be behind where the present round has looked already.
      again ??= running.then(() => {
        again = null;
        return stopped ? undefined : run();
      });
      return again;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** Does it unless another hub is at it. */
async function alone(database: Database, name: string, act: () => Promise<void>): Promise<void> {
  if (database.engine === "sqlite") return act();
  const key = fnv1a(name) | 0;
  await database.reading.connection().execute(async (connection) => {
    const { rows } = await sql<{ mine: boolean }>`SELECT pg_try_advisory_lock(${sql.lit(LOCKS)}, ${sql.lit(key)}) AS mine`.execute(connection); // prettier-ignore
    if (!rows[0]?.mine) return;
    try {
      await act();
    } finally {
      await sql`SELECT pg_advisory_unlock(${sql.lit(LOCKS)}, ${sql.lit(key)})`.execute(connection);
    }
  });
}

/** Keeps our locks apart from those of others on the same database. */
const LOCKS = 0x51610057;
