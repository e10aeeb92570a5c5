/** Opens the database that a setting names, brings its schema up to date and knows its epoch. */
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Kysely, Transaction } from "kysely";
import { Migrator } from "kysely/migration";
import { migrations } from "./migrations/index.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";
import type { Tables } from "./tables.ts";

export type Reading = Kysely<Tables>;
export type Writing = Transaction<Tables>;

export interface Database {
  readonly engine: "sqlite" | "postgres";
  readonly reading: Reading;
  close(): Promise<void>;
}

/**
 * Opens `url` ("file:…" or "postgres://…") and migrates it forward.
 * Throws where it cannot be opened, or where it was written by a newer Signpost.
 */
export async function openDatabase(
  url: string,
  onLoss: (error: Error) => void = () => {},
): Promise<Database> {
  const engine = url.startsWith("file:") ? "sqlite" : "postgres";
  const reading = engine === "sqlite" ? openSqlite(fileOf(url)) : openPostgres(url, onLoss);
  try {
    await migrate(reading);
    await firstRow(reading);
  } catch (error) {
    await reading.destroy();
    throw error;
  }
  return { engine, reading, close: () => reading.destroy() };
}

function fileOf(url: string): string {
  const file = path.resolve(url.slice("file:".length));
  mkdirSync(path.dirname(file), { recursive: true });
  return file;
}

async function migrate(db: Reading): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

async function firstRow(db: Reading): Promise<void> {
  await db
    .insertInto("hub")
    .values({ id: 1, epoch: newEpoch(), version: 0, tidied: 0 })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** A random name for a database's history; another one tells screens to replace all they hold. */
export function newEpoch(): string {
  return randomBytes(9).toString("base64url");
}

export interface Counter {
  readonly epoch: string;
  readonly version: number;
  readonly tidied: number;
}

export async function readCounter(db: Reading | Writing): Promise<Counter> {
  return db
    .selectFrom("hub")
    .select(["epoch", "version", "tidied"])
    .where("id", "=", 1)
    .executeTakeFirstOrThrow();
}
