/** The inbox of a whole district, 100,000 vacancies and 50 centres, on both databases. */
import path from "node:path";
import { sql } from "kysely";
import { type Database, openDatabase } from "#server/db/open.ts";
import { hitsQuery } from "#server/vacancies/inbox.ts";
import { temporaryFolder } from "../support/folder.ts";
import { benchmark, type Keep } from "../support/bench/benchmark.ts";
import { monotonic } from "../support/bench/channel.mjs";
import { type HubProcess, startHub } from "../support/bench/hub.ts";
import { median, percentile, round } from "../support/bench/numbers.ts";
import { plantDistrict } from "../support/bench/vacancies.ts";
import { freshPostgres, startPostgres } from "../support/postgres.ts";

const VACANCIES = 100_000;
const CENTRES = 50;
/** An adviser's centres; a district lead has all. */
const MINE = 11;
const PAGE = 100;
const MOST_MS = 60;
const RUNS = 60;
/** The yardstick takes a second each time. */
const YARDSTICK_RUNS = 5;

await benchmark("inbox", async (keep) => {
  const folder = await temporaryFolder("inbox");
  keep({ stop: folder.remove });
  const server = keep(await startPostgres());
  const postgres = await freshPostgres(server.url);
  const sides = {
    sqlite: await side(keep, `file:${path.join(folder.path, "signpost.db")}`),
    postgres: await side(keep, postgres.url),
  };
  const p95s = Object.values(sides).flatMap(({ figures }) => [figures.adviserP95Ms, figures.leadP95Ms]);
  return {
    figures: { vacancies: VACANCIES, centres: CENTRES, sqlite: sides.sqlite.figures, postgres: sides.postgres.figures },
    yardstick: { searchOverAllItems: { sqliteMs: sides.sqlite.searchMs, postgresMs: sides.postgres.searchMs } },
    ratio: {
      sqlite: round(sides.sqlite.figures.leadP95Ms / sides.sqlite.searchMs, 3),
      postgres: round(sides.postgres.figures.leadP95Ms / sides.postgres.searchMs, 3),
    },
    target: { adviserP95Ms: MOST_MS, leadP95Ms: MOST_MS },
    pass: p95s.every((ms) => ms <= MOST_MS),
    runs: RUNS,
  };
}); // prettier-ignore

async function side(keep: Keep, databaseUrl: string) {
  let inboxRows = 0;
  const hub = keep(
    await startHub({
      databaseUrl,
      plant: async (database) => {
        inboxRows = await plantDistrict(database, VACANCIES, CENTRES);
      },
    }),
  );
  const adviser = await timed(() => ask(hub, MINE), RUNS);
  const lead = await timed(() => ask(hub, CENTRES), RUNS);
  const deep = await timed(() => ask(hub, MINE, new Date(Date.now() - 90 * 86_400_000).toISOString()), RUNS);
  const database = await openDatabase(databaseUrl);
  try {
    return {
      figures: {
        inboxRows,
        adviserMedianMs: round(median(adviser), 1),
        adviserP95Ms: round(percentile(adviser, 95), 1),
        leadMedianMs: round(median(lead), 1),
        leadP95Ms: round(percentile(lead, 95), 1),
        deepPageP95Ms: round(percentile(deep, 95), 1),
        plan: await planOf(database),
      },
      searchMs: round(median(await timed(() => searchAll(database), YARDSTICK_RUNS))),
    };
  } finally {
    await database.close();
  }
}

/** The command as the console gives it, over HTTP: a page with all that is weighed, and the counts. */
async function ask(hub: HubProcess, centres: number, since?: string): Promise<void> {
  const slugs = Array.from({ length: centres }, (_, at) => `centre-${at}`);
  const after = since === undefined ? null : { since, vacancy: "" };
  const reply = (await hub.order("inbox", { tab: "new", centres: slugs, after, limit: PAGE })) as { rows: unknown[] };
  if (reply.rows.length !== PAGE) throw new Error(`A page has ${reply.rows.length} rows.`);
} // prettier-ignore

async function timed(act: () => Promise<unknown>, runs: number): Promise<readonly number[]> {
  const took: number[] = [];
  // The first few fill caches, as the first adviser of the morning does.
  for (let run = -3; run < runs; run += 1) {
    const began = monotonic();
    await act();
    if (run >= 0) took.push(monotonic() - began);
  }
  return took;
}

/** What house.md warns of: a search over all items less what was decided. */
async function searchAll({ reading }: Database): Promise<void> {
  const slugs = Array.from({ length: CENTRES }, (_, at) => `centre-${at}`);
  await sql`
    SELECT item.* FROM item, (SELECT slug FROM centre WHERE slug IN (${sql.join(slugs)})) AS mine
    WHERE item.kind = 'vacancy' AND item.state <> 'withdrawn' AND (item.until IS NULL OR item.until > ${new Date().toISOString()})
      AND NOT EXISTS (SELECT 1 FROM placement WHERE placement.vacancy = item.id AND placement.centre = mine.slug)
    ORDER BY item.created DESC LIMIT ${PAGE}
  `.execute(reading);
}

/** How the database finds one centre's page; the other centres' parts are alike. */
async function planOf({ engine, reading }: Database): Promise<readonly string[]> {
  const query = hitsQuery("new", ["centre-1"], null, PAGE, Date.now());
  if (engine === "sqlite") {
    const { rows } = await sql<{ detail: string }>`EXPLAIN QUERY PLAN ${query}`.execute(reading);
    return rows.map(({ detail }) => detail);
  }
  const { rows } = await sql<Record<"QUERY PLAN", string>>`EXPLAIN (COSTS OFF) ${query}`.execute(reading);
  return rows.map((row) => row["QUERY PLAN"].trim());
}
