/** The websites that a centre's kiosks may open now. */
import type { Centre, PublicCentre } from "#shared/centres/schema.ts";
import type { Shown } from "#shared/item.ts";
import { isShowing } from "#shared/showing.ts";
import type { Website } from "#shared/websites/schema.ts";
import type { Reading } from "#server/db/open.ts";

export interface Approved {
  readonly id: string;
  readonly body: Website;
}

/** In no order that means anything. `null` where there is no such centre. `now`: epoch ms. */
export async function approvedFor(
  db: Reading,
  centre: string,
  now: number,
): Promise<readonly Approved[] | null> {
  const found = await db.selectFrom("centre").select("body").where("slug", "=", centre).executeTakeFirst();
  if (!found) return null;
  const { terms } = JSON.parse(found.body) as PublicCentre;
  const rows = await db
    .selectFrom("reach")
    .innerJoin("shown", (join) =>
      join.onRef("shown.type", "=", "reach.type").onRef("shown.id", "=", "reach.id"),
    )
    .select(["reach.id", "reach.centre", "reach.gone", "shown.value"])
    .where("reach.type", "=", "website")
    .where("reach.centre", "in", [centre, "*"])
    .orderBy("reach.id")
    .execute();
  const approved = new Map<string, Approved>();
  for (const { id, gone, value } of rows) {
    const item = JSON.parse(value) as Shown<"website">;
    if (gone === 0 && isShowing(item, { centre, terms }, now)) approved.set(id, { id, body: item.body });
  }
  return [...approved.values()];
}

/** Every pattern once. */
export function patternsOf(approved: readonly Approved[]): readonly string[] {
  return [...new Set(approved.flatMap(({ body }) => [...body.allow, ...body.helpers]))];
}

/** Whether the centre's kiosks may open their microphone for a voice call. */
export async function talksAt(db: Reading, centre: string): Promise<boolean> {
  const found = await db.selectFrom("centre").select("body").where("slug", "=", centre).executeTakeFirst();
  const { offer, calls } = JSON.parse(found?.body ?? "{}") as Partial<Centre>;
  return offer === "enhanced" && calls?.offered === true && calls.voice;
}
