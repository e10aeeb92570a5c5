/** One act, one transaction: all of it happens, or none; and whoever retries it makes nothing twice. */
import { sql } from "kysely";
import { refused, type Result } from "#shared/result.ts";
import type { Database, Writing } from "./open.ts";
import { refusalFor } from "./refusals.ts";

/** Carries a refusal out of a transaction so that it is rolled back. */
class Undone extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super("undone");
    this.result = result;
  }
}

/** How long to go on trying while another process holds the database, milliseconds. */
const PATIENCE = 3_000;

/**
 * Runs `act` in a transaction. A refusal undoes whatever it had written. A database that is full or
 * locked is refused with `disk-full` or `database-busy`; anything else it throws.
 */
export async function change<T>(
  database: Database,
  act: (tx: Writing) => Promise<Result<T>>,
): Promise<Result<T>> {
  const giveUp = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await attempt(database, act);
    } catch (error) {
      const code = refusalFor(error);
      if (code === null) throw error;
      if (code !== "database-busy" || Date.now() >= giveUp) return refused(code);
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 60));
    }
  }
}

async function attempt<T>(database: Database, act: (tx: Writing) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await database.reading.transaction().execute(async (tx) => {
      const result = await act(tx);
      if (!result.ok) throw new Undone(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Undone) return error.result;
    throw error;
  }
}

/**
 * The next number of the hub-wide counter. On Postgres the row stays locked until the commit, so
 * that numbers become visible in order and "everything after N" never misses one.
 */
export async function nextVersion(tx: Writing): Promise<number> {
  const row = await tx
    .updateTable("hub")
    .set({ version: sql`version + 1` })
    .where("id", "=", 1)
    .returning("version")
    .executeTakeFirstOrThrow();
  return row.version;
}
