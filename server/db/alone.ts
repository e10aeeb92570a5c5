/** Timed work that must not be done twice: on Postgres one hub of the district does it, under an advisory lock. */
import { sql } from "kysely";
import type { Database } from "./open.ts";

export interface Alone {
  /** Whether this hub is the one. To be asked before each round: a hub that ends passes it on. */
  mayAct(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Any two numbers of our own. */
const OURS = 0x5160;

/** `work`: another number for each kind of work. On SQLite the data folder's lock has one hub already. */
export function alone(database: Database, work: number): Alone {
  if (database.engine === "sqlite") return { mayAct: async () => true, stop: async () => {} };
  let held: { readonly check: () => Promise<boolean>; readonly release: () => Promise<void> } | null = null;

  async function take(): Promise<boolean> {
    const taken = await hold(database, work).catch(() => null);
    held = taken;
    return taken !== null;
  }
  return {
    async mayAct() {
      if (held && (await held.check())) return true;
      await held?.release();
      return take();
    },
    async stop() {
      await held?.release();
      held = null;
    },
  };
}

/** A lock lives as long as its connection: that is kept until it is let go, or lost. */
async function hold(database: Database, work: number) {
  let letGo = (): void => {};
  const until = new Promise<void>((resolve) => (letGo = resolve));
  return new Promise<{ check: () => Promise<boolean>; release: () => Promise<void> } | null>((settle, failed) => {
    const whole = database.reading.connection().execute(async (connection) => {
      const { rows } = await sql<{ got: boolean }>`SELECT pg_try_advisory_lock(${OURS}::int, ${work}::int) AS got`.execute(connection);
      if (!rows[0]?.got) return settle(null);
      const check = () => sql`SELECT 1`.execute(connection).then(() => true, () => false);
      const release = async () => {
        letGo();
        await whole.catch(() => {});
      };
      settle({ check, release });
      await until;
      await sql`SELECT pg_advisory_unlock(${OURS}::int, ${work}::int)`.execute(connection).catch(() => {});
    });
    whole.catch(failed);
  });
} // prettier-ignore
