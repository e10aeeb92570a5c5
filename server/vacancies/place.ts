/** An adviser's decision of a vacancy for a centre: on the board, in search only, or not for us. */
import type { AnyItem, Item } from "#shared/item.ts";
import { done, refused, type Result } from "#shared/result.ts";
import { employerKey } from "#shared/vacancies/employer.ts";
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
  /** By default a person chose it. */
  readonly how?: "chosen" | "itself";
}

type Row = Tables["placement"];

/**
 * Decides a vacancy for one centre. A draft is published by its first placement; one that is
 * decided away from its last centre stays, for others may want it. To decide again what is decided
 * says that it still stands. Refused: `no-such-item`, `no-such-centre`, `withdrawn`, `already-ended`,
 * `employer-not-shown`.
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
  if (wanted && (await isUnwanted(tx, vacancy)))
    return refused("employer-not-shown", { employer: vacancy.body.employer });
  await leaveInbox(tx, decision);
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
export function withCentre(vacancy: Item<"vacancy">, centre: string, wanted: boolean): Item<"vacancy"> {
  const publishes = wanted && vacancy.state !== "published";
  const state = publishes ? "published" : vacancy.state;
  if (vacancy.audience === "all") return publishes ? { ...vacancy, state } : vacancy;
  const has = vacancy.audience.includes(centre);
  if (has === wanted && !publishes) return vacancy;
  const others = vacancy.audience.filter((slug) => slug !== centre);
  return { ...vacancy, state, audience: wanted ? [...others, centre] : others };
}

async function isUnwanted(tx: Writing, { body }: Item<"vacancy">): Promise<boolean> {
  const employer = employerKey(body.employer);
  if (employer === null) return false;
  const note = await tx
    .selectFrom("employer_note")
    .select("verdict")
    .where("employer", "=", employer)
    .executeTakeFirst();
  return note?.verdict === "no";
}

async function leaveInbox(tx: Writing, { vacancy, centre }: Decision): Promise<void> {
  await tx.deleteFrom("inbox").where("vacancy", "=", vacancy).where("centre", "=", centre).execute();
  await tx.deleteFrom("proposal").where("vacancy", "=", vacancy).where("centre", "=", centre).execute();
}

export async function findPlacement(tx: Writing, vacancy: string, centre: string): Promise<Row | undefined> {
  return tx
    .selectFrom("placement")
    .selectAll()
    .where("vacancy", "=", vacancy)
    .where("centre", "=", centre)
    .executeTakeFirst();
}

async function writePlacement(tx: Writing, decision: Decision, act: Act): Promise<Row> {
  const before = await findPlacement(tx, decision.vacancy, decision.centre);
  const stays = before?.decision === decision.on;
  const kept = stays ? before.place : await lastPlace(tx, decision);
  const travel =
    decision.travel === undefined
      ? (before?.travel ?? null)
      : decision.travel && JSON.stringify(decision.travel);
  const row: Row = {
    vacancy: decision.vacancy,
    centre: decision.centre,
    decision: decision.on,
    place: decision.place ?? kept,
    placed: stays ? before.placed : act.at,
    travel,
    who: act.who,
    confirmed: act.at,
    asks: before?.asks ?? null,
    ends: before?.ends ?? null,
    how: decision.how ?? "chosen",
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
