/**
 * Takes a backup over, all or nothing. It is first laid out beside the store, in a SQLite file of its
 * own at the backup's own schema, and brought forward there: so a backup of an older Signpost fits,
 * and one that is cut short or forged has changed nothing.
 */
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { sql } from "kysely";
import { done, refused, type Result } from "#shared/result.ts";
import { FORMAT, isMediaName, type Line, type Row, type Store, tables } from "./backup.ts";
import { linesOf } from "./backup-lines.ts";
import { change } from "./change.ts";
import type { Migrations } from "./migrations/index.ts";
import { migrate, newEpoch, type Reading, type Writing } from "./open.ts";
import { refusalFor } from "./refusals.ts";
import { openSqlite } from "./sqlite.ts";

/** Rows per statement: SQLite takes 32,766 values at most in one. */
const BATCH = 500;

/**
 * Replaces everything in the store by a backup, under a new epoch, so that every screen takes it
 * over whole. Refused, with nothing changed: `cannot-read`, `not-a-backup`, `cut-short`, `damaged`,
 * `newer-backup`, `disk-full`, `database-busy`, `database-away`.
 */
export async function restore(store: Store, file: string): Promise<Result<{ readonly rows: number }>> {
  await mkdir(store.media, { recursive: true });
  // Beside the media, so that its files need only be renamed.
  const aside = await mkdtemp(`${store.media}-restoring-`);
  const scratch = openSqlite(path.join(aside, "scratch.db"));
  try {
    const media = await layOut(scratch, aside, file, store.database.migrations);
    if (!media.ok) return media;
    const moving = [...media.value];
    return await change(store.database, async (tx) => {
      const rows = await replaceAll(tx, scratch);
      for (let name = moving.at(-1); name !== undefined; name = moving.at(-1)) {
        await rename(path.join(aside, name), path.join(store.media, name));
        moving.pop();
      }
      return done({ rows });
    });
  } finally {
    await scratch.destroy();
    await rm(aside, { recursive: true, force: true });
  }
}

/** Lays rows and files out in the folder, and brings the rows forward; gives the names of the files. */
async function layOut(
  scratch: Reading,
  folder: string,
  file: string,
  migrations: Migrations,
): Promise<Result<readonly string[]>> {
  let at: "the-head" | "the-rows" | "the-end" = "the-head";
  const media: string[] = [];
  try {
    await sql`PRAGMA synchronous = OFF`.execute(scratch);
    const rows = openRows(scratch);
    for await (const line of linesOf(file)) {
      if (at === "the-head") {
        const head = readHead(line, migrations);
        if (!head.ok) return head;
        await migrate(scratch, migrations, head.value);
        at = "the-rows";
      } else if ("table" in line) await rows.add(line.table, line.row);
      else if ("media" in line) media.push(await keepAside(folder, line.media, line.bytes));
      else if ("end" in line) at = "the-end";
    }
    if (at !== "the-end") return refused(at === "the-head" ? "not-a-backup" : "cut-short", { file });
    await rows.flush();
    await migrate(scratch, migrations);
    const { epoch } = await scratch.selectFrom("hub").select("epoch").executeTakeFirstOrThrow();
    return epoch ? done(media) : refused("damaged", { file });
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    return refused(refusalOf(error, at === "the-head"), { file, because });
  }
}

function readHead(line: Line, migrations: Migrations): Result<string> {
  if (!("signpost" in line)) return refused("not-a-backup");
  const { signpost, schema } = line;
  const known = signpost <= FORMAT && Object.hasOwn(migrations, schema);
  return known ? done(schema) : refused("newer-backup", { schema });
}

/** What a backup that cannot be laid out comes to; whatever does not fit the schema was not written by us. */
function refusalOf(error: unknown, isBeforeHead: boolean): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (["ENOENT", "EACCES", "EISDIR"].includes(code)) return "cannot-read";
  const mendable = refusalFor(error);
  if (mendable !== null) return mendable;
  if (isBeforeHead) return "not-a-backup";
  // zlib: the input ended within a block.
  return code === "Z_BUF_ERROR" ? "cut-short" : "damaged";
}

interface Rows {
  add(table: string, row: Row): Promise<void>;
  flush(): Promise<void>;
}

/** Writes rows many at a time, as long as one table follows on another. */
function openRows(db: Reading | Writing): Rows {
  let table = "";
  let waiting: Row[] = [];
  async function flush(): Promise<void> {
    const rows = waiting;
    waiting = [];
    if (rows.length === 0) return;
    await db
      .insertInto(table as (typeof tables)[number])
      .values(rows as never)
      .execute();
  }
  return {
    flush,
    async add(to, row) {
      if (to !== table || waiting.length >= BATCH) await flush();
      table = to;
      waiting.push(row);
    },
  };
}

/** A file's name is the hash of its bytes, so a forged one is found out. */
async function keepAside(folder: string, name: string, base64: string): Promise<string> {
  const bytes = Buffer.from(base64, "base64");
  const hash = createHash("sha256").update(bytes).digest("base64url");
  if (!isMediaName(name) || !name.startsWith(`${hash}.`))
    throw new Error(`${name} is not what its name says`);
  await writeFile(path.join(folder, name), bytes, { flush: true });
  return name;
}

async function replaceAll(tx: Writing, from: Reading): Promise<number> {
  for (const table of tables) await tx.deleteFrom(table).execute();
  const rows = openRows(tx);
  let count = 0;
  for (const table of tables) {
    for await (const row of from.selectFrom(table).selectAll().stream()) {
      await rows.add(table, table === "hub" ? { ...row, epoch: newEpoch() } : { ...row });
      count += 1;
    }
  }
  await rows.flush();
  return count;
}
