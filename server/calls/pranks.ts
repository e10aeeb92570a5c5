/** Numbers that are not rung any more: known by their keyed hash, and never written down. */
import { randomUUID } from "node:crypto";
import type { KnownPrank } from "#shared/calls/call.ts";
import { done, refused, type Result } from "#shared/result.ts";
import { hasOne } from "#shared/people/rules.ts";
import type { Audience } from "#shared/schema.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import { within } from "#server/db/within.ts";
import { noteCallAct } from "./note.ts";
import type { CallRow } from "./row.ts";
import type { Adviser } from "./take.ts";

/** A handset has no number of the prankster's. */
export async function knowPrank(
  tx: Writing,
  { number_hash: hash, centre }: CallRow,
  { who, at }: Pick<Adviser, "who" | "at">,
): Promise<void> {
  if (hash === null) return;
  await tx
    .insertInto("known_prank")
    .values({ id: randomUUID(), hash, centre, at, who })
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
}

export async function listPranks(db: Reading, centres: Audience): Promise<readonly KnownPrank[]> {
  let query = db.selectFrom("known_prank").select(["id", "centre", "at", "who as by"]).orderBy("at", "desc");
  if (centres !== "all") query = query.where("centre", "in", within(centres));
  return query.execute();
}

/** Refused: `no-such-prank`, also where it was none of one's centres. */
export async function forgetPrank(tx: Writing, id: string, adviser: Adviser): Promise<Result<null>> {
  const prank = await tx.selectFrom("known_prank").selectAll().where("id", "=", id).executeTakeFirst();
  if (!prank || !hasOne(adviser.centres, [prank.centre])) return refused("no-such-prank");
  await tx.deleteFrom("known_prank").where("id", "=", id).execute();
  await noteCallAct(tx, "forgetPrank", prank, adviser);
  return done(null);
}
