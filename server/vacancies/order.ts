/** The order of a centre's board. */
import { done, refused, type Result } from "#shared/result.ts";
import type { Writing } from "#server/db/open.ts";
import type { Tables } from "#server/db/tables.ts";
import { showPlacement } from "#server/items/placements.ts";
import { findItem } from "#server/items/read.ts";
import type { Act } from "#server/items/save.ts";

/**
 * Puts a centre's board in this order. Vacancies that are not named follow in the order they had;
 * a name that is not on this board is refused with `not-on-the-board`.
 */
export async function orderTen(
  tx: Writing,
  centre: string,
  vacancies: readonly string[],
  act: Act,
): Promise<Result<{ readonly vacancies: readonly string[] }>> {
  const rows = await tx
    .selectFrom("placement")
    .selectAll()
    .where("centre", "=", centre)
    .where("decision", "=", "board")
    .orderBy("place")
    .orderBy("placed")
    .execute();
  const byId = new Map(rows.map((row) => [row.vacancy, row]));
  const stray = vacancies.find((id) => !byId.has(id));
  if (stray !== undefined) return refused("not-on-the-board", { vacancy: stray });
  const rest = rows.map((row) => row.vacancy).filter((id) => !vacancies.includes(id));
  const order = [...new Set([...vacancies, ...rest])];
  for (const [place, id] of order.entries()) {
    const row = byId.get(id);
    if (row && row.place !== place) await movePlacement(tx, { ...row, place }, act);
  }
  return done({ vacancies: order });
}

async function movePlacement(tx: Writing, row: Tables["placement"], act: Act): Promise<void> {
  await tx
    .updateTable("placement")
    .set({ place: row.place, who: act.who })
    .where("vacancy", "=", row.vacancy)
    .where("centre", "=", row.centre)
    .execute();
  const vacancy = await findItem(tx, row.vacancy);
  if (vacancy) await showPlacement(tx, row, vacancy, act.at);
}
