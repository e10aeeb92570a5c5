/** SQLite: one file, nothing to install. Every commit is on the disk before it is acknowledged. */
import SQLite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import type { Tables } from "./tables.ts";

export function openSqlite(file: string): Kysely<Tables> {
  const database = new SQLite(file);
  database.pragma("journal_mode = WAL");
  // better-sqlite3 compiles in NORMAL for WAL, which may lose commits at a power cut.
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  // Waiting for a lock blocks the whole process, so wait little here and try again in `change`.
  database.pragma("busy_timeout = 50");
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
}
