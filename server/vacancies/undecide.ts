/** Taking a decision back: a vacancy leaves a centre's screens, and is decided away, over, or new again. */
import type { AnyItem } from "#shared/item.ts";
import type { Writing } from "#server/db/open.ts";
import { dropEntry } from "#server/items/entries.ts";
import { placementId, showPlacement } from "#server/items/placements.ts";
import { findItem } from "#server/items/read.ts";
import { type Act, write } from "#server/items/save.ts";
import { offerTo } from "./offer.ts";
import { findPlacement, withCentre } from "./place.ts";

export interface Undoing {
  readonly vacancy: string;
  readonly centre: string;
  /** `over`: it has closed, and its place is another's. */
  readonly to: "no" | "over" | "new";
  /** For one that is new again: since when it has waited. */
  readonly since?: string | undefined;
}

/** Nothing happens where there is no such vacancy. */
export async function undecide(
  tx: Writing,
  { vacancy: id, centre, to, since }: Undoing,
  act: Act,
): Promise<void> {
  const vacancy = await findItem(tx, id);
  if (vacancy?.kind !== "vacancy") return;
  const before = await findPlacement(tx, id, centre);
  if (to === "new") {
    await tx.deleteFrom("placement").where("vacancy", "=", id).where("centre", "=", centre).execute();
    await dropEntry(tx, "placement", placementId(id, centre), act.at);
    await offerTo(tx, vacancy, [centre], since ?? before?.placed ?? act.at);
  } else if (before) {
    await tx
      .updateTable("placement")
      .set({ decision: to, who: act.who })
      .where("vacancy", "=", id)
      .where("centre", "=", centre)
      .execute();
    await showPlacement(tx, { ...before, decision: to }, vacancy, act.at);
  }
  const without = withCentre(vacancy, centre, false);
  if (without === vacancy) return;
  const item: AnyItem = { ...without, revision: vacancy.revision + 1, changed: act.at, by: act.who };
  await write(tx, item, `${to} at ${centre}`, act);
}
