/**
 * What screens show, as numbered entries. Every change to an entry takes the next number of the
 * hub-wide counter within the caller's transaction.
 */
import type { Changes, Entry, EntryType, Mark, Values } from "#shared/programme.ts";
import { nextVersion } from "#server/db/change.ts";
import { readCounter, type Reading, type Writing } from "#server/db/open.ts";

/** Stands for every centre of the district, also those to come. */
export const EVERYWHERE = "*";

/**
 * Shows `value` at exactly these centres: those that had the entry and are not named any more get
 * a `null`. Leavers take their number before the others, so that a centre which both leaves
 * "everywhere" and is named by itself ends up with the value.
 */
export async function putEntry<T extends EntryType>(
  tx: Writing,
  entry: { readonly type: T; readonly id: string; readonly value: Values[T] },
  centres: readonly string[],
  at: string,
): Promise<void> {
  const { type, id } = entry;
  const before = await holders(tx, type, id);
  const value = JSON.stringify(entry.value);
  const until = "until" in entry.value ? (entry.value.until ?? null) : null;
  const leaving = before.filter((centre) => !centres.includes(centre));
  await leave(tx, type, id, centres.includes(EVERYWHERE) ? [] : leaving, at);
  if (centres.includes(EVERYWHERE) && leaving.length > 0) {
    await tx
      .deleteFrom("reach")
      .where("type", "=", type)
      .where("id", "=", id)
      .where("centre", "in", leaving)
      .execute();
  }
  if (centres.length === 0) {
    await tx.deleteFrom("shown").where("type", "=", type).where("id", "=", id).execute();
    return;
  }
  const same = await tx
    .selectFrom("shown")
    .select("value")
    .where("type", "=", type)
    .where("id", "=", id)
    .executeTakeFirst();
  const arriving = same?.value === value ? centres.filter((centre) => !before.includes(centre)) : centres;
  if (arriving.length === 0) return;
  await tx
    .insertInto("shown")
    .values({ type, id, value, until })
    .onConflict((conflict) => conflict.columns(["type", "id"]).doUpdateSet({ value, until }))
    .execute();
  await markReach(tx, type, id, arriving, 0, at);
}

/** Takes an entry off every screen. */
export async function dropEntry(tx: Writing, type: EntryType, id: string, at: string): Promise<void> {
  await leave(tx, type, id, await holders(tx, type, id), at);
  await tx.deleteFrom("shown").where("type", "=", type).where("id", "=", id).execute();
}

async function holders(tx: Writing, type: EntryType, id: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("reach")
    .select("centre")
    .where("type", "=", type)
    .where("id", "=", id)
    .where("gone", "=", 0)
    .execute();
  return rows.map((row) => row.centre);
}

async function leave(
  tx: Writing,
  type: EntryType,
  id: string,
  centres: readonly string[],
  at: string,
): Promise<void> {
  if (centres.length > 0) await markReach(tx, type, id, centres, 1, at);
}

/** Rows per statement: SQLite takes 32,766 values at most in one. */
const BATCH = 1000;

async function markReach(
  tx: Writing,
  type: EntryType,
  id: string,
  centres: readonly string[],
  gone: 0 | 1,
  at: string,
): Promise<void> {
  const version = await nextVersion(tx);
  for (let from = 0; from < centres.length; from += BATCH) {
    const values = centres
      .slice(from, from + BATCH)
      .map((centre) => ({ centre, type, id, version, gone, at }));
    await tx
      .insertInto("reach")
      .values(values)
      .onConflict((conflict) => conflict.columns(["centre", "type", "id"]).doUpdateSet({ version, gone, at }))
      .execute();
  }
}

interface Row {
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly gone: number;
  readonly value: string | null;
}

function toEntry(row: Row): Entry {
  const value = row.gone === 1 || row.value === null ? null : JSON.parse(row.value);
  return { type: row.type, id: row.id, version: row.version, value } as Entry;
}

/**
 * What changed for a centre after version `since`, oldest first; everything it shows where
 * `since` is null, or lies before what has been tidied away. `now`: epoch ms.
 */
export async function changesSince(
  db: Reading,
  centre: string,
  since: number | null,
  now: number,
): Promise<Changes> {
  const counter = await readCounter(db);
  const whole = since === null || since < counter.tidied || since > counter.version;
  let query = db
    .selectFrom("reach")
    .leftJoin("shown", (join) =>
      join.onRef("shown.type", "=", "reach.type").onRef("shown.id", "=", "reach.id"),
    )
    .select(["reach.type", "reach.id", "reach.version", "reach.gone", "shown.value"])
    .where("reach.centre", "in", [centre, EVERYWHERE])
    .where("reach.version", "<=", counter.version)
    .orderBy("reach.version");
  if (whole) {
    query = query
      .where("reach.gone", "=", 0)
      .where((or) =>
        or.or([or("shown.until", "is", null), or("shown.until", ">", new Date(now).toISOString())]),
      );
  } else query = query.where("reach.version", ">", since);
  const entries = (await query.execute()).map(toEntry);
  return { epoch: counter.epoch, version: counter.version, now, whole, entries };
}

/** One change and whom it reaches, for telling the screens. */
export interface Arrival {
  readonly centre: string;
  readonly entry: Entry;
}

/** Every change after `since`, of all centres, in order. */
export async function arrivalsSince(db: Reading, since: number): Promise<readonly Arrival[]> {
  const rows = await db
    .selectFrom("reach")
    .leftJoin("shown", (join) =>
      join.onRef("shown.type", "=", "reach.type").onRef("shown.id", "=", "reach.id"),
    )
    .select(["reach.centre", "reach.type", "reach.id", "reach.version", "reach.gone", "shown.value"])
    .where("reach.version", ">", since)
    .orderBy("reach.version")
    .execute();
  return rows.map((row) => ({ centre: row.centre, entry: toEntry(row) }));
}

/** What screens show of one entry now, whoever has it; `null` where none does. */
export async function shownEntry(
  db: Reading,
  type: EntryType,
  id: string,
): Promise<Values[EntryType] | null> {
  const row = await db
    .selectFrom("shown")
    .select("value")
    .where("type", "=", type)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? JSON.parse(row.value) : null;
}

/** What screens show of every entry of a type, by id. */
export async function shownEntries(db: Reading, type: EntryType): Promise<readonly Values[EntryType][]> {
  const rows = await db.selectFrom("shown").select("value").where("type", "=", type).orderBy("id").execute();
  return rows.map((row) => JSON.parse(row.value));
}

/** What a centre's screens should hold, as marks, and the number of the last change to it. */
export async function marksOf(
  db: Reading,
  centre: string,
): Promise<{ readonly version: number; readonly alive: readonly Mark[] }> {
  const rows = await db
    .selectFrom("reach")
    .leftJoin("shown", (join) =>
      join.onRef("shown.type", "=", "reach.type").onRef("shown.id", "=", "reach.id"),
    )
    .select(["reach.type", "reach.id", "reach.version", "reach.gone", "shown.until"])
    .where("reach.centre", "in", [centre, EVERYWHERE])
    .orderBy("reach.version")
    .execute();
  const newest = new Map(rows.map((row) => [`${row.type}/${row.id}`, row]));
  const alive = [...newest]
    .filter(([, row]) => row.gone === 0)
    .map(([key, { version, until }]) => ({ key, version, end: until === null ? null : Date.parse(until) }));
  return { version: rows.at(-1)?.version ?? 0, alive };
}

/** Days for which a leaving or an ended entry is remembered; who was away longer gets the whole. */
const REMEMBERED = 30;

/** Forgets what left or ended long ago, so that the tables do not grow for ever. */
export async function tidy(tx: Writing, now: number): Promise<void> {
  const longAgo = new Date(now - REMEMBERED * 86_400_000).toISOString();
  const left = await tx
    .deleteFrom("reach")
    .where("gone", "=", 1)
    .where("at", "<", longAgo)
    .returning("version")
    .execute();
  const newest = left.reduce((top, row) => Math.max(top, row.version), 0);
  if (newest > 0) await tx.updateTable("hub").set({ tidied: newest }).where("tidied", "<", newest).execute();
  const ended = await tx.deleteFrom("shown").where("until", "<", longAgo).returning(["type", "id"]).execute();
  for (const { type, id } of ended) {
    await tx.deleteFrom("reach").where("type", "=", type).where("id", "=", id).execute();
  }
  await tx.deleteFrom("command").where("at", "<", longAgo).execute();
  await tx.deleteFrom("inbox").where("closes", "<", longAgo).execute();
}
