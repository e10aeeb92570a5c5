/** Placements as entries: they show while their vacancy does, and end with it. */
import type { AnyItem } from "#shared/item.ts";
import type { Placement } from "#shared/vacancies/placement.ts";
import type { Writing } from "#server/db/open.ts";
import type { Tables } from "#server/db/tables.ts";
import { dropEntry, putEntry } from "./entries.ts";

export function placementId(vacancy: string, centre: string): string {
  return `${vacancy}@${centre}`;
}

/** Brings the entries of a vacancy's placements in line with the vacancy and its rows. */
export async function endPlacementsWith(tx: Writing, vacancy: AnyItem, at: string): Promise<void> {
  const rows = await tx.selectFrom("placement").selectAll().where("vacancy", "=", vacancy.id).execute();
  for (const row of rows) await showPlacement(tx, row, vacancy, at);
}

export async function showPlacement(
  tx: Writing,
  row: Tables["placement"],
  vacancy: AnyItem,
  at: string,
): Promise<void> {
  const id = placementId(row.vacancy, row.centre);
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
    travel: row.travel === null ? null : JSON.parse(row.travel),
    until: vacancy.until,
  };
  await putEntry(tx, { type: "placement", id, value }, [row.centre], at);
}
