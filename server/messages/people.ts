/** Whom to tell: the people who answer for a centre, in the order in which it is their turn. */
import type { Centre } from "#shared/centres/schema.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import { within } from "#server/db/within.ts";

/** A person's own address; `null` for whoever has left. */
export async function emailOf(db: Reading | Writing, person: string): Promise<string | null> {
  const row = await db.selectFrom("person").select("email").where("id", "=", person).where("ended", "is", null).executeTakeFirst(); // prettier-ignore
  return row?.email ?? null;
}

/**
 * Step by step: the linked adviser, the deputy, the district leads. Who is not named, or has left, is
 * passed over, so that the first step always is somebody who is there, if anybody is.
 */
export async function stepsOf(
  db: Reading | Writing,
  { adviser, deputy }: Pick<Centre, "adviser" | "deputy">,
): Promise<readonly (readonly string[])[]> {
  const named = [...new Set([adviser, deputy])].filter((id) => id !== null);
  const rows = await db
    .selectFrom("person")
    .select(["id", "role"])
    .where("ended", "is", null)
    .where((or) => or.or([or("id", "in", within(named)), or("role", "=", "district")]))
    .orderBy("id")
    .execute();
  const there = named.filter((id) => rows.some((row) => row.id === id)).map((id) => [id]);
  const leads = rows.filter(({ role, id }) => role === "district" && !named.includes(id)).map(({ id }) => id);
  return leads.length > 0 ? [...there, leads] : there;
}
