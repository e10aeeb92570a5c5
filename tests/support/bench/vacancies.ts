/** A whole district's vacancies, made by the database itself: a hundred thousand by commands would take an hour. */
import { type RawBuilder, sql } from "kysely";
import { SECTORS } from "#shared/vacancies/lists.ts";
import { saveCentre } from "#server/centres/save.ts";
import { change } from "#server/db/change.ts";
import type { Database } from "#server/db/open.ts";
import { importVacancies } from "#server/vacancies/import.ts";
import { centre, vacancy } from "../drafts.ts";

const DAY = 86_400_000;
/** Sources are read so often that vacancies come in so many portions, over half a year. */
const READINGS = 1000;
/** One in five names no closing date; the others close within two months. */
const ENDS = 75;

/**
 * Vacancies of half a year, each offered to one to eight centres; of these about ten are on each
 * board and sixty in each search, and one in four is decided away. Gives the number of inbox rows.
 */
export async function plantDistrict(database: Database, vacancies: number, centres: number): Promise<number> {
  const now = Date.now();
  const iso = (at: number) => new Date(at).toISOString();
  const readings = Array.from({ length: READINGS }, (_, at) => iso(now - 180 * DAY + (at * 180 * DAY) / READINGS)); // prettier-ignore
  const ends = Array.from({ length: ENDS }, (_, at) =>
    at % 5 === 0 ? null : iso(now + ((at % 60) + 1) * DAY),
  );
  const timing = JSON.stringify({
    from: null,
    until: null,
    pattern: [],
    exceptDates: [],
    termTimeOnly: false,
  });
  const body = JSON.stringify(vacancy("Cook #", { employer: "Employer #", applyUrl: "https://jobs.example.org/#" })); // prettier-ignore
  await database.reading.transaction().execute(async (tx) => {
    const run = (query: RawBuilder<unknown>) => query.execute(tx);
    for (let at = 0; at < centres; at += 1)
      await tx
        .insertInto("centre")
        .values({ slug: `centre-${at}`, revision: 1, body: JSON.stringify(centre(`centre-${at}`, { lat: 53.8, lon: -1.55 })) })
        .execute(); // prettier-ignore
    await run(sql`CREATE TEMPORARY TABLE reading (n integer PRIMARY KEY, at text)`);
    await run(sql`INSERT INTO reading VALUES ${sql.join(readings.map((at, n) => sql`(${n}, ${at})`))}`);
    await run(sql`CREATE TEMPORARY TABLE ending (n integer PRIMARY KEY, at text)`);
    await run(sql`INSERT INTO ending VALUES ${sql.join(ends.map((at, n) => sql`(${n}, ${at})`))}`);
    await run(sql`CREATE TEMPORARY TABLE offer (number integer, vacancy text, centre text, at text, until text, turn integer)`);
    await run(sql`
      INSERT INTO item (id, kind, state, audience, timing, until, revision, created, changed, changed_by, body)
      SELECT 'v-' || n.number, 'vacancy', 'published', '[]', ${timing}, ending.at, 1, reading.at, reading.at, 'bench',
        replace(${body}, '#', CAST(n.number AS text))
      FROM (${numbers(vacancies)}) AS n
      JOIN reading ON reading.n = n.number / ${sql.lit(Math.ceil(vacancies / READINGS))}
      JOIN ending ON ending.n = n.number % ${sql.lit(ENDS)}
    `);
    await run(sql`
      INSERT INTO offer
      SELECT n.number, item.id, 'centre-' || ((n.number * 7 + turn.number) % ${sql.lit(centres)}), item.created, item.until,
        (n.number * 31 + turn.number * 1117) % 9000
      FROM (${numbers(vacancies)}) AS n
      JOIN item ON item.id = 'v-' || n.number
      JOIN (${numbers(8)}) AS turn ON turn.number <= n.number % 8
    `);
    await run(sql`INSERT INTO inbox (centre, vacancy, since, closes, open)
      SELECT centre, vacancy, at, until, 1 FROM offer WHERE turn >= 74 AND turn % 4 <> 0`);
    await run(sql`INSERT INTO placement (vacancy, centre, decision, place, placed, travel, who, confirmed, asks, ends, how)
      SELECT vacancy, centre, CASE WHEN turn < 10 THEN 'board' WHEN turn < 74 THEN 'search' ELSE 'no' END, 0, at, NULL,
        'bench', at, NULL, until, 'chosen'
      FROM offer WHERE turn < 74 OR turn % 4 = 0`);
  }); // prettier-ignore
  await sql`ANALYZE`.execute(database.reading);
  const { count } = await database.reading
    .selectFrom("inbox")
    .select((select) => select.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function numbers(count: number): RawBuilder<unknown> {
  return sql`WITH RECURSIVE counting(number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM counting WHERE number + 1 < ${sql.lit(count)}) SELECT number FROM counting`;
}

/** So many vacancies that wait at one centre, which has a board of ten besides. */
export async function plantInbox(database: Database, slug: string, waiting: number): Promise<void> {
  const act = { who: "bench", at: new Date().toISOString() };
  const until = new Date(Date.now() + 30 * DAY).toISOString();
  const offers = Array.from({ length: waiting + 10 }, (_, at) => ({
    id: `v-${at}`,
    until,
    body: vacancy(`${["Cook", "Driver", "Carer", "Clerk", "Teaching assistant"][at % 5]} ${at}`, {
      employer: `Employer ${at % 300}`,
      sector: SECTORS[at % SECTORS.length] ?? null,
      applyUrl: `https://jobs.example.org/${at}`,
    }),
  }));
  const planted = await change(database, async (tx) => {
    await saveCentre(tx, centre(slug, { lat: 53.8, lon: -1.55 }), null, act);
    const board = { vacancies: offers.slice(0, 10), decide: "board" as const, centres: [slug] };
    const shown = await importVacancies(tx, board, act);
    if (!shown.ok) return shown;
    return importVacancies(tx, { vacancies: offers.slice(10), decide: "inbox", centres: [slug] }, act);
  });
  if (!planted.ok) throw new Error(JSON.stringify(planted.refusal));
}
