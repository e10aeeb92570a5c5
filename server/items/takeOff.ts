/** Takes an item off one centre's screens, whoever else shows it. */
import type { AnyItem } from "#shared/item.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Writing } from "#server/db/open.ts";
import { showPlacement } from "./placements.ts";
import { findItem } from "./read.ts";
import { type Act, write } from "./save.ts";

/**
 * The centre leaves the item's audience; an audience of everywhere becomes every other centre there
 * is today. A vacancy counts as decided for the centre: not for us. Refused: `no-such-item`.
 */
export async function takeOff(tx: Writing, id: string, centre: string, act: Act): Promise<Result<AnyItem>> {
  const before = await findItem(tx, id);
  if (!before) return refused("no-such-item", { id });
  if (before.audience !== "all" && !before.audience.includes(centre)) return done(before);
  const audience = await without(tx, before.audience, centre);
  const item: AnyItem = {
    ...before,
    audience,
    revision: before.revision + 1,
    changed: act.at,
    by: act.who,
  };
  if (item.kind === "vacancy") await unplace(tx, item, centre, act);
  await write(tx, item, `off at ${centre}`, act);
  return done(item);
}

async function without(tx: Writing, audience: AnyItem["audience"], centre: string): Promise<string[]> {
  const all =
    audience === "all"
      ? (await tx.selectFrom("centre").select("slug").orderBy("slug").execute()).map(({ slug }) => slug)
      : audience;
  return all.filter((slug) => slug !== centre);
}

async function unplace(tx: Writing, vacancy: AnyItem, centre: string, act: Act): Promise<void> {
  const row = await tx
    .updateTable("placement")
    .set({ decision: "no", who: act.who })
    .where("vacancy", "=", vacancy.id)
    .where("centre", "=", centre)
    .returningAll()
    .executeTakeFirst();
  if (row) await showPlacement(tx, row, vacancy, act.at);
}
