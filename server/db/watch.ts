/** What has been noticed and told, so that nobody is told twice: a state and since when, by what it is about. */
import type { Reading, Writing } from "./open.ts";

export interface Watched {
  readonly state: string;
  /** Epoch ms. */
  readonly since: number;
}

export async function watchedOf(db: Reading | Writing, id: string): Promise<Watched | null> {
  const row = await db.selectFrom("watch").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? { state: row.state, since: Date.parse(row.since) } : null;
}

export async function watch(tx: Writing, id: string, { state, since }: Watched): Promise<void> {
  const row = { state, since: new Date(since).toISOString() };
  await tx
    .insertInto("watch")
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
}

export async function unwatch(tx: Writing, id: string): Promise<void> {
  await tx.deleteFrom("watch").where("id", "=", id).execute();
}
