/** Sources as the database keeps them. */
import type { Run, Source } from "#shared/sources/schema.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import type { Tables } from "#server/db/tables.ts";

/** What the last reading left for the next one. */
export interface Memory {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Of the bytes of a source that is one page: many servers know no other way to say "unchanged". */
  readonly digest: string | null;
  readonly format: string | null;
  /** How many records a healthy reading found last; `null` before the first. */
  readonly found: number | null;
  /** Readings in a row that found far fewer. */
  readonly small: number;
  /** Readings in a row that failed. */
  readonly failed: number;
  /** When everything was read last, ISO. */
  readonly whole: string | null;
}

export const NO_MEMORY: Memory = {
  etag: null, lastModified: null, digest: null, format: null, found: null, small: 0, failed: 0, whole: null,
}; // prettier-ignore

export interface StoredSource {
  readonly id: string;
  readonly revision: number;
  readonly source: Source;
  /** The key that its owner was given, as it lies in the database: sealed. */
  readonly sealedKey: string | null;
  /** ISO; `null`: at once. */
  readonly due: string | null;
  readonly memory: Memory;
}

export async function findSources(db: Reading | Writing): Promise<readonly StoredSource[]> {
  return (await db.selectFrom("source").selectAll().orderBy("id").execute()).map(toSource);
}

export async function findSource(db: Reading | Writing, id: string): Promise<StoredSource | null> {
  const row = await db.selectFrom("source").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? toSource(row) : null;
}

function toSource(row: Tables["source"]): StoredSource {
  return {
    id: row.id,
    revision: row.revision,
    source: JSON.parse(row.body) as Source,
    sealedKey: row.secret,
    due: row.due,
    memory: { ...NO_MEMORY, ...(JSON.parse(row.memory) as Partial<Memory>) },
  };
}

/** So many readings are remembered for each source. */
const RUNS = 50;

export async function keepRun(tx: Writing, source: string, run: Run, due: string | null, memory: Memory): Promise<void> {
  await tx.updateTable("source").set({ due, memory: JSON.stringify(memory) }).where("id", "=", source).execute();
  const row = { source, at: run.at, body: JSON.stringify(run) };
  await tx.insertInto("source_run").values(row).onConflict((conflict) => conflict.columns(["source", "at"]).doUpdateSet({ body: row.body })).execute();
  const oldest = await tx.selectFrom("source_run").select("at").where("source", "=", source).orderBy("at", "desc").offset(RUNS).limit(1).executeTakeFirst();
  if (oldest) await tx.deleteFrom("source_run").where("source", "=", source).where("at", "<=", oldest.at).execute();
} // prettier-ignore

export async function findRuns(db: Reading, source: string, limit = RUNS): Promise<readonly Run[]> {
  const rows = await db
    .selectFrom("source_run")
    .select("body")
    .where("source", "=", source)
    .orderBy("at", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as Run);
}

/** How many vacancies of each source are open at that instant (ISO). */
export async function countOpen(db: Reading, at: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("source_record")
    .select(["source", (select) => select.fn.countAll().as("open")])
    .where("gone", "is", null)
    .where((where) => where.or([where("closes", "is", null), where("closes", ">", at)]))
    .groupBy("source")
    .execute();
  return new Map(rows.map(({ source, open }) => [source, Number(open)]));
}

/** A record of a source as far as a reading needs to know it. */
export interface Known {
  readonly key: string;
  readonly print: string;
  readonly vacancy: string;
  readonly missed: number;
  readonly gone: boolean;
}

export async function knownRecords(db: Reading, source: string): Promise<readonly Known[]> {
  const rows = await db
    .selectFrom("source_record")
    .select(["key", "print", "vacancy", "missed", "gone"])
    .where("source", "=", source)
    .execute();
  return rows.map(({ gone, ...row }) => ({ ...row, missed: Number(row.missed), gone: gone !== null }));
}
