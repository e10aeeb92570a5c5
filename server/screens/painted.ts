/** How fast screens were: which one had painted which version when. Kept for an hour. */
import { HOUR, MINUTE } from "#shared/london.ts";
import type { Reading, Writing } from "#server/db/open.ts";

export interface Paint {
  readonly screen: string;
  readonly version: number;
  /** ISO instant */
  readonly at: string;
}

const KEPT = HOUR;
/** Of what was changed longer ago, the first to be painted may be forgotten already. */
export const MEASURED = KEPT - 5 * MINUTE;

/** Rows per statement. */
const BATCH = 1000;

/** Writes down what was painted, and forgets what is old. `now`: epoch ms. */
export async function notePaints(tx: Writing, paints: readonly Paint[], now: number): Promise<void> {
  for (let from = 0; from < paints.length; from += BATCH) {
    await tx
      .insertInto("painted")
      .values(paints.slice(from, from + BATCH))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await tx
    .deleteFrom("painted")
    .where("at", "<", new Date(now - KEPT).toISOString())
    .execute();
}

/** What was painted since an instant (ISO), by whichever hub it was heard. */
export async function paintsSince(db: Reading, since: string): Promise<readonly Paint[]> {
  return db.selectFrom("painted").selectAll().where("at", ">=", since).execute();
}

/** When each screen had first painted this version or a later one, within the last hour; ISO by screen. */
export async function firstPaints(db: Reading, version: number): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom("painted")
    .select((of) => ["screen", of.fn.min("at").as("at")])
    .where("version", ">=", version)
    .groupBy("screen")
    .execute();
  return new Map(rows.map(({ screen, at }) => [screen, at]));
}
