/** An adviser's decision of a vacancy for a centre: on the board, in search only, or not for us. */
import type { AnyItem, Item } from "#shared/item.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Travel } from "#shared/vacancies/placement.ts";
import type { Writing } from "#server/db/open.ts";
import type { Tables } from "#server/db/tables.ts";
import { showPlacement } from "#server/items/placements.ts";
import { findItem } from "#server/items/read.ts";
import { type Act, write } from "#server/items/save.ts";

export interface Decision {
  readonly vacancy: string;
  readonly centre: string;
  readonly on: "board" | "search" | "no";
  /** Its order on the board; by default after the last. */
  readonly place?: number | undefined;
  /** How one gets there; left as it was where it is not given. */
  readonly travel?: Travel | null | undefined;
}

/**
 * Decides a vacancy for one centre. A draft is published by its first placement; one that is
 * decided away from its last centre stays, for others may want it. Refused: `no-such-item`,
 * `no-such-centre`, `withdrawn`, `already-ended`.
 */
export async function placeVacancy(tx: Writing, decision: Decision, act: Act): Promise<Result<AnyItem>> {
  const vacancy = await findItem(tx, decision.vacancy);
  if (!vacancy || vacancy.kind !== "vacancy") return refused("no-such-item", { id: decision.vacancy });
  if (!(await centreExists(tx, decision.centre)))
    return refused("no-such-centre", { centre: decision.centre });
  const wanted = decision.on !== "no";
  if (wanted && vacancy.state === "withdrawn") return refused("withdrawn", { id: vacancy.id });
  if (wanted && vacancy.until !== null && vacancy.until <= act.at) {
    return refused("already-ended", { until: vacancy.until });
  }
  const row = await writePlacement(tx, decision, act);
  const placed = withCentre(vacancy, decision.centre, wanted);
  if (placed === vacancy) {
    await showPlacement(tx, row, vacancy, act.at);
    return done(vacancy);
  }
  const item: AnyItem = { ...placed, revision: vacancy.revision + 1, changed: act.at, by: act.who };
  await write(tx, item, `${decision.on} at ${decision.centre}`, act);
  return done(item);
}

/** The vacancy with the centre in its audience, or out of it; the very same where nothing changes. */
function withCentre(vacancy: Item<"vacancy">, centre: string, wanted: boolean): Item<"vacancy"> {
  const publishes = wanted && vacancy.state !== "published";
  const state = publishes ? "published" : vacancy.state;
  if (vacancy.audience === "all") return publishes ? { ...vacancy, state } : vacancy;
  const has = vacancy.audience.includes(centre);
  if (has === wanted && !publishes) return vacancy;
  const others = vacancy.audience.filter((slug) => slug !== centre);
  return { ...vacancy, state, audience: wanted ? [...others, centre] : others };
}

async function writePlacement(tx: Writing, decision: Decision, act: Act): Promise<Tables["placement"]> {
  const key = { vacancy: decision.vacancy, centre: decision.centre };
  const before = await tx
    .selectFrom("placement")
    .selectAll()
    .where("vacancy", "=", key.vacancy)
    .where("centre", "=", key.centre)
    .executeTakeFirst();
  const stays = before?.decision === decision.on;
  const kept = stays ? before.place : await lastPlace(tx, decision);
  const travel =
    decision.travel === undefined
      ? (before?.travel ?? null)
      : decision.travel && JSON.stringify(decision.travel);
  const row = {
    ...key,
    decision: decision.on,
    place: decision.place ?? kept,
    placed: stays ? before.placed : act.at,
    travel,
    who: act.who,
  };
  await tx
    .insertInto("placement")
    .values(row)
    .onConflict((conflict) => conflict.columns(["vacancy", "centre"]).doUpdateSet(row))
    .execute();
  return row;
}

async function lastPlace(tx: Writing, { centre, on }: Decision): Promise<number> {
  if (on !== "board") return 0;
  const row = await tx
    .selectFrom("placement")
    .select((select) => select.fn.max("place").as("last"))
    .where("centre", "=", centre)
    .where("decision", "=", "board")
    .executeTakeFirst();
  return row?.last === null || row?.last === undefined ? 0 : Number(row.last) + 1;
}

async function centreExists(tx: Writing, slug: string): Promise<boolean> {
  return (
    (await tx.selectFrom("centre").select("slug").where("slug", "=", slug).executeTakeFirst()) !== undefined
  );
}

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
