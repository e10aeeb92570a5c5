/** SQLite: one file, nothing to install. Every commit is on the disk before it is acknowledged. */
import SQLite from "better-sqlite3";
import {
  type DatabaseConnection,
  type Driver,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from "kysely";
import { withPrepared } from "./prepared.ts";
import type { Tables } from "./tables.ts";

/** SQLite as it is, where Kysely assumes otherwise. */
class WholeSqlite extends SqliteDialect {
  readonly #database: SQLite.Database;
  constructor(database: SQLite.Database) {
    super({ database: withPrepared(database) });
    this.#database = database;
  }
  override createAdapter(): SqliteAdapter {
    return new WholeMigrations();
  }
  override createDriver(): Driver {
    return new KnowingDriver(this.#database);
  }
}

/**
 * SQLite rolls back a half-made schema like any other change: a hub killed in the midst of a
 * migration must find the former schema whole.
 */
class WholeMigrations extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * On a full disk SQLite has already rolled back by itself. To do it again is an error, behind which
 * the one that matters would be lost.
 */
class KnowingDriver extends SqliteDriver {
  readonly #database: SQLite.Database;
  constructor(database: SQLite.Database) {
    super({ database: withPrepared(database) });
    this.#database = database;
  }
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
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
  return new Kysely<Tables>({ dialect: new WholeSqlite(database) });
}
