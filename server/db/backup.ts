/**
 * A backup is one gzipped file of JSON lines: a head, every row of every table as of one instant,
 * every file of the media store. It is the same for SQLite and Postgres, so it also moves a
 * district from one to the other.
 */
import { createWriteStream } from "node:fs";
import { readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { done, refused, type Result } from "#shared/result.ts";
import type { Database } from "./open.ts";
import type { Tables } from "./tables.ts";

/** Of the file as such; the schema of its rows has a name of its own. */
export const FORMAT = 1;

/** Every table, in an order in which rows may be written. Checked by the compiler: none is forgotten. */
export const tables = Object.keys({
  hub: 1,
  item: 1,
  item_history: 1,
  shown: 1,
  reach: 1,
  centre: 1,
  placement: 1,
  inbox: 1,
  source: 1,
  source_run: 1,
  source_record: 1,
  sector_choice: 1,
  column_choice: 1,
  link_check: 1,
  original: 1,
  mark: 1,
  proposal: 1,
  employer_note: 1,
  route: 1,
  screen: 1,
  painted: 1,
  pairing: 1,
  guard: 1,
  refused_host: 1,
  website_use: 1,
  command: 1,
  call: 1,
  known_prank: 1,
  duty_group: 1,
  standing_by: 1,
  person_phone: 1,
  message: 1,
  delivery: 1,
  push_subscription: 1,
  use_count: 1,
  use_batch: 1,
  outcome: 1,
  audit: 1,
  person: 1,
  person_centre: 1,
  account: 1,
  second_factor: 1,
  session: 1,
  verification: 1,
  link: 1,
  token: 1,
  watch: 1,
  tries: 1,
} satisfies Record<keyof Tables, 1>) as (keyof Tables)[];

export interface Store {
  readonly database: Database;
  /** The media store's folder. */
  readonly media: string;
}

export type Row = Readonly<Record<string, unknown>>;

export type Line =
  | { readonly signpost: number; readonly schema: string; readonly made: string }
  | { readonly table: string; readonly row: Row }
  | { readonly media: string; readonly bytes: string }
  | { readonly end: true };

/**
 * Writes a backup to `file`, which appears only when it is complete and on the disk. Refused with
 * `cannot-write`. `now`: epoch ms.
 */
export async function backUp(
  store: Store,
  file: string,
  now: number,
): Promise<Result<{ readonly file: string }>> {
  const half = `${path.resolve(file)}.part`;
  const schema = Object.keys(store.database.migrations).toSorted().at(-1) ?? "";
  const head: Line = { signpost: FORMAT, schema, made: new Date(now).toISOString() };
  try {
    await pipeline(
      Readable.from(text(lines(store, head))),
      createGzip(),
      createWriteStream(half, { mode: 0o600, flush: true }),
    );
    await rename(half, path.resolve(file));
    return done({ file: path.resolve(file) });
  } catch (error) {
    await rm(half, { force: true });
    return refused("cannot-write", { file, because: error instanceof Error ? error.message : String(error) });
  }
}

async function* text(source: AsyncIterable<Line>): AsyncGenerator<string> {
  for await (const line of source) yield `${JSON.stringify(line)}\n`;
}

async function* lines({ database, media }: Store, head: Line): AsyncGenerator<Line> {
  yield head;
  yield* await rowsOf(database);
  for (const name of (await readdir(media).catch(() => [])).filter(isMediaName)) {
    // It may have been tidied away since the folder was read: then nothing names it.
    const bytes = await readFile(path.join(media, name)).catch(() => null);
    if (bytes) yield { media: name, bytes: bytes.toString("base64") };
  }
  yield { end: true };
}

async function rowsOf({ engine, reading }: Database): Promise<readonly Line[]> {
  return reading
    .transaction()
    .setIsolationLevel(engine === "postgres" ? "repeatable read" : "serializable")
    .execute(async (tx) => {
      const all: Line[] = [];
      for (const table of tables) {
        for (const row of await tx.selectFrom(table).selectAll().execute())
          all.push({ table, row: { ...row } });
      }
      return all;
    });
}

export function isMediaName(name: string): boolean {
  return /^[A-Za-z0-9_-]{43}\.[a-z0-9]{2,5}$/.test(name);
}
