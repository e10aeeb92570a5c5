/** Plain counters: how often, at which centre, in which hour. Nothing in them leads to anyone. */
import { sql } from "kysely";
import type { Language } from "#shared/languages.ts";
import { done, type Result } from "#shared/result.ts";
import type { UseCount } from "#shared/uses/uses.ts";
import type { Writing } from "#server/db/open.ts";

export interface Count {
  readonly centre: string;
  /** The beginning of an hour, epoch ms. */
  readonly hour: number;
  readonly what: string;
  readonly item: string | null;
  readonly language: Language | null;
  readonly count: number;
}

const HOUR = 3_600_000;
/** A kiosk may have been without a network for so long; what is older has been reported on already. */
const OLDEST = 90 * 24 * HOUR;

/** The beginning of the hour. */
export function hourOf(at: number): number {
  return Math.floor(at / HOUR) * HOUR;
}

/** Adds to the counters; counts of the same thing go together. */
export async function addCounts(tx: Writing, counts: Iterable<Count>): Promise<void> {
  for (const { hour, item, language, ...count } of counts) {
    await tx
      .insertInto("use_count")
      .values({ ...count, hour: new Date(hour).toISOString(), item: item ?? "", language: language ?? "" })
      .onConflict((conflict) =>
        conflict
          .columns(["centre", "hour", "what", "item", "language"])
          .doUpdateSet({ count: sql`use_count.count + excluded.count` }),
      )
      .execute();
  }
}

/**
 * Takes what a kiosk counted, each batch once. An hour that lies ahead (a clock that is wrong) or
 * long ago is left out: refusing it would make the kiosk bring it again and again.
 */
export async function takeBatch(
  tx: Writing,
  from: { readonly screen: string; readonly centre: string },
  batch: string,
  counts: readonly UseCount[],
  now: number,
): Promise<Result<{ readonly taken: number; readonly left: number }>> {
  const { numInsertedOrUpdatedRows: isNew } = await tx
    .insertInto("use_batch")
    .values({ id: `${from.screen}/${batch}`, at: new Date(now).toISOString() })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  if (!isNew) return done({ taken: 0, left: 0 });
  const dated = counts.map((count) => ({ ...count, hour: Date.parse(count.hour), centre: from.centre }));
  const likely = dated.filter(({ hour }) => hour <= now && hour > now - OLDEST);
  await addCounts(tx, likely);
  return done({ taken: likely.length, left: counts.length - likely.length });
}
