/** Since when a screen has not drawn all that its centre shows: a screen that is online may still hang. */
import type { ListedScreen, ScreenReport } from "#shared/screens/report.ts";
import type { Reading } from "#server/db/open.ts";
import { within } from "#server/db/within.ts";
import { EVERYWHERE } from "#server/items/entries.ts";

export async function withBehind(
  db: Reading,
  screens: readonly ScreenReport[],
): Promise<readonly ListedScreen[]> {
  const newest = await newestOf(db, [...new Set(screens.map(({ centre }) => centre))]);
  const known = new Map<string, Promise<string | null>>();
  const sinceOf = ({ centre, health }: ScreenReport): Promise<string | null> | null => {
    if (!health || health.painted >= Math.max(newest.get(centre) ?? 0, newest.get(EVERYWHERE) ?? 0))
      return null;
    const key = `${centre} ${health.painted}`;
    const since = known.get(key) ?? firstAfter(db, centre, health.painted);
    known.set(key, since);
    return since;
  };
  return Promise.all(screens.map(async (screen) => ({ ...screen, behind: await sinceOf(screen) })));
}

/** The version of the last change at each of these centres, and of what reaches all of them. */
async function newestOf(db: Reading, centres: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("reach")
    .select(({ fn }) => ["centre", fn.max("version").as("version")])
    .where("centre", "in", within([...centres, EVERYWHERE]))
    .groupBy("centre")
    .execute();
  return new Map(rows.map(({ centre, version }) => [centre, Number(version)]));
}

/** When the first of the changes was made that it has not drawn; one that was changed again counts from then. */
async function firstAfter(db: Reading, centre: string, painted: number): Promise<string | null> {
  const row = await db
    .selectFrom("reach")
    .select("at")
    .where("centre", "in", [centre, EVERYWHERE])
    .where("version", ">", painted)
    .orderBy("version")
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}
