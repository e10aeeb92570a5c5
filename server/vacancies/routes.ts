/** The places that people of a centre can get to, as advisers add them: with minutes, line and a day of review. */
import { randomUUID } from "node:crypto";
import { done, refused, type Result } from "#shared/result.ts";
import type { Route } from "#shared/vacancies/reach.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import type { Tables } from "#server/db/tables.ts";
import { showPlacement } from "#server/items/placements.ts";
import { findItem } from "#server/items/read.ts";
import type { Act } from "#server/items/save.ts";

export interface KeptRoute extends Route {
  readonly revision: number;
  readonly who: string;
  readonly at: string;
}

export interface RouteDraft extends Omit<Route, "id"> {
  readonly id?: string | undefined;
  readonly over: number | null;
}

export async function listRoutes(db: Reading, centre: string): Promise<readonly KeptRoute[]> {
  const rows = await db
    .selectFrom("route")
    .selectAll()
    .where("centre", "=", centre)
    .orderBy("minutes")
    .orderBy("name")
    .execute();
  return rows.map(toRoute);
}

/** Saves it over the revision it was made from; the centre's screens say the new way at once. Refused: `changed-meanwhile`, `no-such-route`, `no-such-centre`. */
export async function saveRoute(tx: Writing, draft: RouteDraft, act: Act): Promise<Result<KeptRoute>> {
  const before = await findRoute(tx, draft);
  if (!before && draft.over !== null) return refused("no-such-route", { id: draft.id });
  if (before && before.revision !== draft.over)
    return refused("changed-meanwhile", { theirs: toRoute(before), yours: draft });
  const centre = await tx
    .selectFrom("centre")
    .select("slug")
    .where("slug", "=", draft.centre)
    .executeTakeFirst();
  if (!centre) return refused("no-such-centre", { centre: draft.centre });
  const row: Tables["route"] = {
    id: before?.id ?? randomUUID(),
    centre: draft.centre,
    name: draft.name,
    outcode: draft.outcode,
    way: draft.by,
    minutes: draft.minutes,
    line: draft.line,
    review: draft.review,
    who: act.who,
    at: act.at,
    revision: (before?.revision ?? 0) + 1,
  };
  await tx
    .insertInto("route")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  await sayAnew(tx, draft.centre, act);
  return done(toRoute(row));
}

/** Refused: `no-such-route`. */
export async function removeRoute(
  tx: Writing,
  { id, centre }: { readonly id: string; readonly centre: string },
  act: Act,
): Promise<Result<null>> {
  if (!(await findRoute(tx, { id, centre }))) return refused("no-such-route", { id });
  await tx.deleteFrom("route").where("id", "=", id).execute();
  await sayAnew(tx, centre, act);
  return done(null);
}

/** Of that very centre: an id says nothing about whose it is. */
async function findRoute(
  tx: Writing,
  { id, centre }: { readonly id?: string | undefined; readonly centre: string },
): Promise<Tables["route"] | undefined> {
  if (id === undefined) return undefined;
  return tx
    .selectFrom("route")
    .selectAll()
    .where("id", "=", id)
    .where("centre", "=", centre)
    .executeTakeFirst();
}

/** What the centre's screens say of the way there. */
async function sayAnew(tx: Writing, centre: string, act: Act): Promise<void> {
  const rows = await tx
    .selectFrom("placement")
    .selectAll()
    .where("centre", "=", centre)
    .where("decision", "in", ["board", "search"])
    .where("travel", "is", null)
    .where((or) => or.or([or("ends", "is", null), or("ends", ">", act.at)]))
    .execute();
  for (const row of rows) {
    const vacancy = await findItem(tx, row.vacancy);
    if (vacancy) await showPlacement(tx, row, vacancy, act.at);
  }
}

function toRoute({ way, ...row }: Tables["route"]): KeptRoute {
  return { ...row, by: way as Route["by"] };
}
