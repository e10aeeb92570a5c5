/** Postgres, for a district served by several hubs. */
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Tables } from "./tables.ts";

/** `onLoss` is told of connections that the server closed; the pool opens new ones by itself. */
export function openPostgres(url: string, onLoss: (error: Error) => void): Kysely<Tables> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5_000 });
  // The pool hears of idle connections only. One that is lost between two statements of a
  // transaction would end the whole process if nobody listened.
  pool.on("connect", (client) => client.on("error", onLoss));
  pool.on("error", () => {});
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
