/** Placements as entries: they show while their vacancy does, and end with it. */
import type { AnyItem, Item } from "#shared/item.ts";
import { employerKey } from "#shared/vacancies/employer.ts";
import type { Placement } from "#shared/vacancies/placement.ts";
import { type Route, travelTo } from "#shared/vacancies/reach.ts";
import { markOfEmployer, marksOfSameness } from "#shared/vacancies/same.ts";
import { asksAgain, placementEnds } from "#shared/vacancies/undated.ts";
import { readingAt } from "#shared/london.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import type { Tables } from "#server/db/tables.ts";
import { dropEntry, putEntry } from "./entries.ts";

export function placementId(vacancy: string, centre: string): string {
  return `${vacancy}@${centre}`;
}

/** Brings everything that hangs on a vacancy in line with it: its placements, and where it waits to be decided. */
export async function followVacancy(tx: Writing, vacancy: AnyItem, at: string): Promise<void> {
  const rows = await tx.selectFrom("placement").selectAll().where("vacancy", "=", vacancy.id).execute();
  for (const row of rows) await showPlacement(tx, row, vacancy, at);
  await tx
    .updateTable("inbox")
    .set({ closes: vacancy.until, open: vacancy.state === "withdrawn" ? 0 : 1 })
    .where("vacancy", "=", vacancy.id)
    .execute();
  if (vacancy.kind === "vacancy") await keepMarks(tx, vacancy);
}

/** What it may be known again by, so that a second telling of it is found among a hundred thousand. */
async function keepMarks(tx: Writing, { id, body }: Item<"vacancy">): Promise<void> {
  const employer = employerKey(body.employer);
  const marks = [...marksOfSameness(body), ...(employer === null ? [] : [markOfEmployer(employer)])];
  let stale = tx.deleteFrom("mark").where("vacancy", "=", id);
  if (marks.length > 0) stale = stale.where("mark", "not in", marks);
  await stale.execute();
  if (marks.length === 0) return;
  await tx
    .insertInto("mark")
    .values([...new Set(marks)].map((mark) => ({ mark, vacancy: id })))
    .onConflict((conflict) => conflict.columns(["mark", "vacancy"]).doNothing())
    .execute();
}

export async function showPlacement(
  tx: Writing,
  row: Tables["placement"],
  vacancy: AnyItem,
  at: string,
): Promise<void> {
  const id = placementId(row.vacancy, row.centre);
  const isShown = vacancy.state === "published" && (row.decision === "board" || row.decision === "search");
  const asks = isShown && vacancy.until === null ? asksAgain(row.confirmed ?? row.placed) : null;
  const ends = vacancy.state === "published" ? placementEnds(vacancy.until, asks) : vacancy.changed;
  if (asks !== row.asks || ends !== row.ends) await keepEnds(tx, row, { asks, ends });
  if (vacancy.state !== "published" || (row.decision !== "board" && row.decision !== "search")) {
    await dropEntry(tx, "placement", id, at);
    return;
  }
  const value: Placement = {
    vacancy: row.vacancy,
    centre: row.centre,
    on: row.decision,
    place: row.place,
    placed: row.placed,
    travel: await travelOf(tx, row, vacancy, at),
    until: ends,
  };
  await putEntry(tx, { type: "placement", id, value }, [row.centre], at);
}

async function keepEnds(
  tx: Writing,
  { vacancy, centre }: Tables["placement"],
  ends: Pick<Tables["placement"], "asks" | "ends">,
): Promise<void> {
  await tx
    .updateTable("placement")
    .set(ends)
    .where("vacancy", "=", vacancy)
    .where("centre", "=", centre)
    .execute();
}

/** What an adviser said of this very vacancy, else what is known of its place. */
async function travelOf(
  tx: Writing,
  { travel, centre }: Tables["placement"],
  vacancy: AnyItem,
  at: string,
): Promise<Placement["travel"]> {
  if (travel !== null) return JSON.parse(travel) as Placement["travel"];
  if (vacancy.kind !== "vacancy") return null;
  return travelTo(vacancy.body, await routesOf(tx, [centre]), readingAt(Date.parse(at)).day);
}

/** The places that people of these centres can get to, the quickest first. */
export async function routesOf(db: Reading | Writing, centres: readonly string[]): Promise<readonly Route[]> {
  if (centres.length === 0) return [];
  const rows = await db
    .selectFrom("route")
    .selectAll()
    .where("centre", "in", centres)
    .orderBy("minutes")
    .orderBy("id")
    .execute();
  return rows.map(({ id, centre, name, outcode, way, minutes, line, review }) => {
    return { id, centre, name, outcode, by: way as Route["by"], minutes, line, review };
  });
}
