/** What staff note of what became of it: that somebody got a job, never who. */
import { readingAt } from "#shared/london.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Outcome } from "#shared/uses/uses.ts";
import type { Reading, Writing } from "#server/db/open.ts";

export interface Noted {
  readonly id: string;
  readonly centre: string;
  readonly day: string;
  readonly what: Outcome;
  readonly vacancy: string | null;
}

interface Act {
  readonly who: string;
  readonly at: string;
}

/** Under the same id it is noted once. Refused: `no-such-centre`, `not-yet` (a day to come). */
export async function noteOutcome(tx: Writing, noted: Noted, { who, at }: Act): Promise<Result<Noted>> {
  const centre = await tx
    .selectFrom("centre")
    .select("slug")
    .where("slug", "=", noted.centre)
    .executeTakeFirst();
  if (!centre) return refused("no-such-centre", { centre: noted.centre });
  if (noted.day > readingAt(Date.parse(at)).day) return refused("not-yet", { day: noted.day });
  await tx
    .insertInto("outcome")
    .values({ ...noted, who, at })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  return done(noted);
}

export async function dropOutcome(tx: Writing, id: string, centre: string): Promise<Result<null>> {
  await tx.deleteFrom("outcome").where("id", "=", id).where("centre", "=", centre).execute();
  return done(null);
}

/** The newest first. */
export async function listOutcomes(db: Reading, centre: string): Promise<readonly Noted[]> {
  const rows = await db
    .selectFrom("outcome")
    .select(["id", "centre", "day", "what", "vacancy"])
    .where("centre", "=", centre)
    .orderBy("at", "desc")
    .limit(50)
    .execute();
  return rows.map((row) => ({ ...row, what: row.what as Outcome }));
}
