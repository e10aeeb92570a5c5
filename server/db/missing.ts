/** Centres that are named and do not exist. */
import type { Audience } from "#shared/schema.ts";
import type { Reading, Writing } from "./open.ts";
import { within } from "./within.ts";

/** The first of these that is no centre: whoever may act for all of them would else publish for nobody. */
export async function missingCentre(db: Reading | Writing, centres: Audience): Promise<string | null> {
  if (centres === "all" || centres.length === 0) return null;
  const rows = await db.selectFrom("centre").select("slug").where("slug", "in", within(centres)).execute();
  return centres.find((slug) => !rows.some((row) => row.slug === slug)) ?? null;
}
