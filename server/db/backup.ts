/**
 * A backup is one gzipped file of JSON lines: a head, every row of every table as of one instant,
 * every file of the media store. It is the same for SQLite and Postgres, so it also moves a
 * district from one to the other.
 */
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { done, refused, type Result } from "#shared/result.ts";
import { change } from "./change.ts";
import { migrations } from "./migrations/index.ts";
import { type Database, newEpoch, type Writing } from "./open.ts";
import type { Tables } from "./tables.ts";

const FORMAT = 1;

/** Every table, in an order in which rows may be written. Checked by the compiler: none is forgotten. */
const tables = Object.keys({
  hub: 1,
  item: 1,
  item_history: 1,
  shown: 1,
  reach: 1,
  centre: 1,
  placement: 1,
  screen: 1,
  pairing: 1,
  command: 1,
} satisfies Record<keyof Tables, 1>) as (keyof Tables)[];

export interface Store {
  readonly database: Database;
  /** The media store's folder. */
  readonly media: string;
}

type Line =
  | { readonly signpost: number; readonly schema: string; readonly made: string }
  | { readonly table: keyof Tables; readonly row: Record<string, unknown> }
  | { readonly media: string; readonly bytes: string }
  | { readonly end: true };

const latest = Object.keys(migrations).at(-1) ?? "";

/**
 * Writes a backup to `file`, which appears only when it is complete. Refused with `cannot-write`.
 * `now`: epoch ms.
 */
export async function backUp(
  store: Store,
  file: string,
  now: number,
): Promise<Result<{ readonly file: string }>> {
  const half = `${path.resolve(file)}.part`;
  const head: Line = { signpost: FORMAT, schema: latest, made: new Date(now).toISOString() };
  try {
    await pipeline(
      Readable.from(text(lines(store, head))),
      createGzip(),
      createWriteStream(half, { mode: 0o600 }),
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
  const rows = await database.reading
    .transaction()
    .setIsolationLevel(database.engine === "postgres" ? "repeatable read" : "serializable")
    .execute(async (tx) => {
      const all: Line[] = [];
      for (const table of tables) {
        for (const row of await tx.selectFrom(table).selectAll().execute())
          all.push({ table, row: { ...row } });
      }
      return all;
    });
  yield* rows;
  for (const name of (await readdir(media).catch(() => [])).filter(isMediaName)) {
    yield { media: name, bytes: (await readFile(path.join(media, name))).toString("base64") };
  }
  yield { end: true };
}

function isMediaName(name: string): boolean {
  return /^[A-Za-z0-9_-]{20,64}\.[a-z0-9]{2,5}$/.test(name);
}

/**
 * Replaces everything in the store by a backup, all or nothing, under a new epoch, so that every
 * screen takes it over whole. Refused: `not-a-backup`, `cut-short`, `newer-backup`.
 */
export async function restore(store: Store, file: string): Promise<Result<{ readonly rows: number }>> {
  const read = await readBackup(file);
  if (!read.ok) return read;
  await mkdir(store.media, { recursive: true });
  for (const [name, bytes] of read.value.media) await writeFile(path.join(store.media, name), bytes);
  return change(store.database, (tx) => replaceAll(tx, read.value.rows));
}

interface Backup {
  readonly rows: readonly Extract<Line, { table: unknown }>[];
  readonly media: ReadonlyMap<string, Buffer>;
}

async function readBackup(file: string): Promise<Result<Backup>> {
  const rows: Extract<Line, { table: unknown }>[] = [];
  const media = new Map<string, Buffer>();
  let [isFirst, isComplete] = [true, false];
  try {
    const source = createReadStream(file);
    const unzipped = createGunzip();
    source.once("error", (error) => unzipped.destroy(error));
    for await (const raw of createInterface({ input: source.pipe(unzipped), crlfDelay: Infinity })) {
      const line = JSON.parse(raw) as Line;
      if (isFirst) {
        if (!("signpost" in line)) return refused("not-a-backup", { file });
        if (line.signpost > FORMAT || !(line.schema in migrations))
          return refused("newer-backup", { schema: line.schema });
        isFirst = false;
      } else if ("table" in line && tables.includes(line.table)) rows.push(line);
      else if ("media" in line && isMediaName(line.media))
        media.set(line.media, Buffer.from(line.bytes, "base64"));
      else if ("end" in line) isComplete = true;
    }
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    return refused(isFirst ? "not-a-backup" : "cut-short", { file, because });
  }
  return isComplete ? done({ rows, media }) : refused("cut-short", { file });
}

async function replaceAll(tx: Writing, rows: Backup["rows"]): Promise<Result<{ readonly rows: number }>> {
  for (const table of tables) await tx.deleteFrom(table).execute();
  for (const { table, row } of rows) {
    const values = table === "hub" ? { ...row, epoch: newEpoch() } : row;
    await tx
      .insertInto(table)
      .values(values as never)
      .execute();
  }
  return done({ rows: rows.length });
}
