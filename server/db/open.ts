/** Opens the database that a setting names, brings its schema up to date and knows its epoch. */
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { type Kysely, sql, type Transaction } from "kysely";
import { Migrator } from "kysely/migration";
import { Unusable } from "#server/unusable.ts";
import { type Migrations, released } from "./migrations/index.ts";
import { openSqlite } from "./sqlite.ts";
import type { Tables } from "./tables.ts";

export type Reading = Kysely<Tables>;
export type Writing = Transaction<Tables>;

export interface Database {
  readonly engine: "sqlite" | "postgres";
  readonly reading: Reading;
  /** The steps that brought its schema to where it is. */
  readonly migrations: Migrations;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Told of connections that were lost while nobody used them. */
  readonly onLoss?: (error: Error) => void;
  readonly migrations?: Migrations;
}

/**
 * Opens `url` ("file:…" or "postgres://…") and migrates it forward.
 * Throws where it cannot be opened, and `Unusable` where a newer Signpost wrote it.
 */
export async function openDatabase(
  url: string,
  { onLoss = () => {}, migrations = released }: OpenOptions = {},
): Promise<Database> {
  const engine = url.startsWith("file:") ? "sqlite" : "postgres";
  const reading = engine === "sqlite" ? openSqlite(fileOf(url)) : await openPostgresAt(url, onLoss);
  try {
    await migrate(reading, migrations);
    await firstRow(reading);
  } catch (error) {
    await reading.destroy();
    throw error;
  }
  return { engine, reading, migrations, close: () => reading.destroy() };
}

/** Only a hub on Postgres loads what speaks with it. */
async function openPostgresAt(url: string, onLoss: (error: Error) => void): Promise<Reading> {
  return (await import("./postgres.ts")).openPostgres(url, onLoss);
}

function fileOf(url: string): string {
  const file = path.resolve(url.slice("file:".length));
  mkdirSync(path.dirname(file), { recursive: true });
  return file;
}

/**
 * Brings a schema forward to the last of these migrations, or to the one named: all of it, or nothing.
 * Throws `Unusable` where a newer Signpost has been there.
 */
export async function migrate(db: Reading, migrations: Migrations, to?: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to));
  if (error === undefined) return;
  const unknown = await stepUnknownTo(db, migrations).catch(() => null);
  if (unknown === null) throw error;
  throw new Unusable(
    `This database was written by a newer Signpost (its schema is ${unknown}). Update Signpost first.`,
  );
}

async function stepUnknownTo(db: Reading, migrations: Migrations): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration ORDER BY name`.execute(db);
  return rows.map(({ name }) => name).findLast((name) => !Object.hasOwn(migrations, name)) ?? null;
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
