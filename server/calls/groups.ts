/** Duty groups: who is told when adviser and deputy do not answer. */
import { done, refused, type Result } from "#shared/result.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import { within } from "#server/db/within.ts";

export interface DutyGroup {
  readonly id: string;
  readonly name: string;
  readonly people: readonly string[];
}

export async function listGroups(db: Reading): Promise<readonly DutyGroup[]> {
  const rows = await db.selectFrom("duty_group").selectAll().orderBy("name").orderBy("id").execute();
  return rows.map(({ people, ...row }) => ({ ...row, people: JSON.parse(people) as string[] }));
}

/** Refused: `no-such-person`. */
export async function saveGroup(tx: Writing, { id, name, people }: DutyGroup): Promise<Result<DutyGroup>> {
  const there = await tx.selectFrom("person").select("id").where("id", "in", within(people)).where("ended", "is", null).execute(); // prettier-ignore
  const missing = people.find((person) => !there.some((one) => one.id === person));
  if (missing !== undefined) return refused("no-such-person", { id: missing });
  const row = { name, people: JSON.stringify([...new Set(people)]) };
  await tx
    .insertInto("duty_group")
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  return done({ id, name, people });
}

/** A centre that still names it has none. */
export async function removeGroup(tx: Writing, id: string): Promise<Result<null>> {
  const removed = await tx.deleteFrom("duty_group").where("id", "=", id).executeTakeFirst();
  return removed.numDeletedRows > 0n ? done(null) : refused("no-such-group");
}
