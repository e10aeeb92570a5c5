/**
 * Looks every minute which screens are right, and every quarter of an hour what is on the boards, and
 * counts it. `right`: within opening hours, connected, and with everything painted that is a minute old.
 */
import { addDays, readingAt, startOfDay } from "#shared/london.ts";
import { done } from "#shared/result.ts";
import { change } from "#server/db/change.ts";
import { type Duty, startDuty } from "#server/db/duty.ts";
import type { Database, Reading, Writing } from "#server/db/open.ts";
import { watchedOf } from "#server/db/watch.ts";
import { EVERYWHERE } from "#server/items/entries.ts";
import type { Log } from "#server/log.ts";
import { addCounts, type Count, hourOf } from "./count.ts";

/** A screen as it is looked at. */
export interface Sampled {
  readonly centre: string;
  readonly open: boolean;
  readonly online: boolean;
  readonly painted: number;
}

export interface SampleNeeds {
  readonly database: Database;
  readonly log: Log;
  now(): number;
  screens(now: number): Promise<readonly Sampled[]>;
}

const MINUTE = 60_000;
/** After a pause (a hub that was off) no more than this is counted at once. */
const MOST = 2;
const QUARTER = 15;
/** Days for which a vacancy is fresh after it was put on the board. */
const FRESH = 14;

export function startSampling(needs: SampleNeeds): Duty {
  return startDuty({ ...needs, name: "use", every: MINUTE, round: () => sample(needs) });
}

/** One look. Several hubs take turns: what is counted are the minutes since the last look of any. */
export async function sample({ database, now, screens }: SampleNeeds): Promise<void> {
  const at = now();
  const open = (await screens(at)).filter((screen) => screen.open);
  const result = await change(database, async (tx) => {
    const last = await lookedBefore(tx, at);
    const minutes = Math.floor((at - last) / MINUTE);
    if (minutes < 1 || !(await isMine(tx, last, last + minutes * MINUTE))) return done(null);
    const newest = await newestOf(tx, new Set(open.map(({ centre }) => centre)), at - MINUTE);
    const minutely = { hour: hourOf(at), item: null, language: null, count: Math.min(minutes, MOST) };
    const counts: Count[] = open.map(({ centre }) => ({ ...minutely, centre, what: "screen-open" }));
    for (const { centre, online, painted } of open) {
      if (online && painted >= (newest.get(centre) ?? 0)) counts.push({ ...minutely, centre, what: "screen-right" }); // prettier-ignore
    }
    // A quarter of an hour has begun since the last look.
    const isQuarter = Math.floor(at / (QUARTER * MINUTE)) > Math.floor(last / (QUARTER * MINUTE));
    const lit = new Set(open.filter(({ online }) => online).map(({ centre }) => centre));
    if (isQuarter) counts.push(...(await shownAt(tx, lit, at)));
    await addCounts(tx, counts);
    return done(null);
  });
  if (!result.ok) throw new Error(result.refusal.code);
}

/** When a hub last looked; the very first time a minute ago. */
async function lookedBefore(tx: Writing, now: number): Promise<number> {
  const since = new Date(now - MINUTE).toISOString();
  await tx
    .insertInto("watch")
    .values({ id: "use", since, state: "looked" })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  return (await watchedOf(tx, "use"))?.since ?? now - MINUTE;
}

/** Whether no other hub has counted these minutes meanwhile. */
async function isMine(tx: Writing, from: number, to: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("watch")
    .set({ since: new Date(to).toISOString() })
    .where("id", "=", "use")
    .where("since", "=", new Date(from).toISOString())
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The number of the last change to each centre's screens that was made by `before` (epoch ms). */
async function newestOf(
  db: Reading,
  centres: ReadonlySet<string>,
  before: number,
): Promise<ReadonlyMap<string, number>> {
  const newest = new Map<string, number>();
  const at = new Date(before).toISOString();
  for (const centre of centres) {
    const row = await db
      .selectFrom("reach")
      .select("version")
      .where("centre", "in", [centre, EVERYWHERE])
      .where("at", "<=", at)
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirst();
    newest.set(centre, row?.version ?? 0);
  }
  return newest;
}

/** A quarter of an hour for each vacancy on the board of each of these centres, by the day. */
async function shownAt(db: Reading, centres: ReadonlySet<string>, now: number): Promise<readonly Count[]> {
  if (centres.size === 0) return [];
  const at = new Date(now).toISOString();
  const { day } = readingAt(now);
  const fresh = new Date(startOfDay(addDays(day, -FRESH))).toISOString();
  const hour = hourOf(startOfDay(day));
  const rows = await db
    .selectFrom("placement")
    .innerJoin("item", "item.id", "placement.vacancy")
    .select(["placement.centre", "placement.vacancy", "placement.placed"])
    .where("placement.centre", "in", [...centres].slice(0, 30_000))
    .where("placement.decision", "=", "board")
    .where("item.state", "=", "published")
    .where((or) => or.or([or("item.until", "is", null), or("item.until", ">", at)]))
    .execute();
  return rows.flatMap(({ centre, vacancy, placed }) =>
    ["shown", ...(placed >= fresh ? ["shown-fresh"] : [])].map((what) => ({
      centre,
      hour,
      what,
      item: vacancy,
      language: null,
      count: QUARTER,
    })),
  );
}
