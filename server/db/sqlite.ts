/** SQLite: one file, nothing to install. Every commit is on the disk before it is acknowledged. */
import SQLite from "better-sqlite3";
import { Kysely, SqliteAdapter, SqliteDialect } from "kysely";
import type { Tables } from "./tables.ts";

/**
 * SQLite rolls back a half-made schema like any other change, though Kysely assumes that it does
 * not: a hub killed in the midst of a migration must find the former schema whole.
 */
class WholeMigrations extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl(): boolean {
        return true;
      }
    })();
  }
}

export function openSqlite(file: string): Kysely<Tables> {
  const database = new SQLite(file);
  database.pragma("journal_mode = WAL");
  // better-sqlite3 compiles in NORMAL for WAL, which may lose commits at a power cut.
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  // Waiting for a lock blocks the whole process, so wait little here and try again in `change`.
  database.pragma("busy_timeout = 50");
  return new Kysely<Tables>({ dialect: new WholeMigrations({ database }) });
}
