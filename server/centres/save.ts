/** Centres: settings that their screens hold, and the responsible people whom no screen knows. */
import type { CallSettings, Centre, Curation, PublicCentre } from "#shared/centres/schema.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Audience } from "#shared/schema.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import { within } from "#server/db/within.ts";
import { putEntry } from "#server/items/entries.ts";
import { withHolidays } from "./holidays.ts";
import type { Act } from "#server/items/save.ts";

export interface KeptCentre {
  readonly revision: number;
  readonly centre: Centre;
}

/**
 * Saves a centre over the revision it was made from (`null`: a new one).
 * Refused: `changed-meanwhile`, `slug-taken`, `no-such-centre`.
 */
export async function saveCentre(
  tx: Writing,
  centre: Centre,
  over: number | null,
  act: Act,
): Promise<Result<KeptCentre>> {
  const before = await findCentre(tx, centre.slug);
  if (before && over === null) return refused("slug-taken", { slug: centre.slug });
  if (!before && over !== null) return refused("no-such-centre", { centre: centre.slug });
  if (before && before.revision !== over)
    return refused("changed-meanwhile", { theirs: before, yours: centre });
  const whole = withHolidays(centre, before?.centre ?? null);
  const row = { revision: (before?.revision ?? 0) + 1, body: JSON.stringify(whole) };
  await tx
    .insertInto("centre")
    .values({ slug: centre.slug, ...row })
    .onConflict((conflict) => conflict.column("slug").doUpdateSet(row))
    .execute();
  await putEntry(tx, { type: "centre", id: centre.slug, value: publicPart(whole) }, [centre.slug], act.at);
  return done({ revision: row.revision, centre: whole });
}

/** Changes how its vacancies are looked after, and nothing else. Refused: `no-such-centre`. */
export async function curateCentre(
  tx: Writing,
  slug: string,
  curation: Curation,
  act: Act,
): Promise<Result<KeptCentre>> {
  const before = await findCentre(tx, slug);
  if (!before) return refused("no-such-centre", { centre: slug });
  return saveCentre(tx, { ...before.centre, curation }, before.revision, act);
}

/** Changes how its calls are answered, and nothing else. Refused: `no-such-centre`, `no-such-group`, and why a number cannot be rung. */
export async function arrangeCalls(
  tx: Writing,
  slug: string,
  calls: CallSettings,
  act: Act,
): Promise<Result<KeptCentre>> {
  const before = await findCentre(tx, slug);
  if (!before) return refused("no-such-centre", { centre: slug });
  if (calls.handsetNumber) {
    const { checkNumber } = await import("#shared/calls/number.ts");
    const checked = checkNumber(calls.handsetNumber, false);
    if (!checked.ok) return checked;
  }
  if (calls.dutyGroup !== null) {
    const group = await tx
      .selectFrom("duty_group")
      .select("id")
      .where("id", "=", calls.dutyGroup)
      .executeTakeFirst();
    if (!group) return refused("no-such-group", { id: calls.dutyGroup });
  }
  return saveCentre(tx, { ...before.centre, calls }, before.revision, act);
}

/** A centre without its people: what anyone may know. */
export function publicPart(centre: Centre): PublicCentre {
  const { adviser: _adviser, deputy: _deputy, staffLink: _staffLink, curation: _curation, ...rest } = centre;
  const {
    staleAfter: _staleAfter,
    bankHolidays: _bankHolidays,
    openDays: _openDays,
    calls: _calls,
    ...shown
  } = rest;
  return shown;
}

/** Gives the bank holidays that a newer Signpost knows to the centres that keep them. */
export async function renewHolidays(tx: Writing, act: Act): Promise<void> {
  for (const { centre, revision } of await listCentres(tx)) {
    if (withHolidays(centre, centre).closedDays.join() === centre.closedDays.toSorted().join()) continue;
    await saveCentre(tx, centre, revision, act);
  }
}

export async function findCentre(db: Reading | Writing, slug: string): Promise<KeptCentre | null> {
  const row = await db.selectFrom("centre").selectAll().where("slug", "=", slug).executeTakeFirst();
  return row ? { revision: row.revision, centre: JSON.parse(row.body) as Centre } : null;
}

export async function listCentres(
  db: Reading | Writing,
  among: Audience = "all",
): Promise<readonly KeptCentre[]> {
  let query = db.selectFrom("centre").selectAll().orderBy("slug");
  if (among !== "all") query = query.where("slug", "in", within(among));
  const rows = await query.execute();
  return rows.map((row) => ({ revision: row.revision, centre: JSON.parse(row.body) as Centre }));
}
