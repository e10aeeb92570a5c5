/** How many vacancies wait, are shown, close soon. What is too many to matter is not counted to its end. */
import { sql } from "kysely";
import { type Counts, MOST_COUNTED } from "#shared/vacancies/inbox.ts";
import type { Reading } from "#server/db/open.ts";
import { findAsking, findHits, SOON } from "./inbox.ts";

/** Centres asked at once: after each such portion the count may already be over. */
const PORTION = 4;

/** A vacancy at several centres counts once. */
export async function countAll(db: Reading, centres: readonly string[], now: number): Promise<Counts> {
  const [waiting, proposed, placed] = await Promise.all([
    countWaiting(db, centres, now),
    countProposed(db, centres),
    countPlaced(db, centres, now),
  ]);
  return { new: waiting, proposed, ...placed };
}

async function countWaiting(db: Reading, centres: readonly string[], now: number): Promise<number> {
  const found = new Set((await findAsking(db, centres, now)).map(({ vacancy }) => vacancy));
  for (let from = 0; from < centres.length && found.size < MOST_COUNTED; from += PORTION) {
    const some = centres.slice(from, from + PORTION);
    for (const { vacancy } of await findHits(db, "new", some, null, MOST_COUNTED, now)) found.add(vacancy);
  }
  return Math.min(found.size, MOST_COUNTED);
}

async function countProposed(db: Reading, centres: readonly string[]): Promise<number> {
  if (centres.length === 0) return 0;
  const { rows } = await sql<{ count: number | string }>`
    SELECT count(DISTINCT vacancy) AS count
    FROM centre CROSS JOIN proposal
    WHERE slug IN (${sql.join(centres)}) AND centre = slug AND state = 'waiting'
  `.execute(db);
  return Number(rows[0]?.count ?? 0);
}

type Placed = Pick<Counts, "board" | "search" | "closing">;

/** The cross join has SQLite go from centre to centre by the index, rather than through every placement there is. */
async function countPlaced(db: Reading, centres: readonly string[], now: number): Promise<Placed> {
  if (centres.length === 0) return { board: 0, search: 0, closing: 0 };
  const [at, soon] = [new Date(now).toISOString(), new Date(now + SOON).toISOString()];
  const { rows } = await sql<Record<keyof Placed, number | string>>`
    SELECT
      count(DISTINCT CASE WHEN decision = 'board' THEN vacancy END) AS board,
      count(DISTINCT CASE WHEN decision = 'search' THEN vacancy END) AS search,
      count(DISTINCT CASE WHEN ends <= ${soon} THEN vacancy END) AS closing
    FROM centre CROSS JOIN placement
    WHERE slug IN (${sql.join(centres)}) AND centre = slug
      AND decision IN ('board', 'search') AND (ends IS NULL OR ends > ${at})
  `.execute(db);
  const [row] = rows;
  return {
    board: Number(row?.board ?? 0),
    search: Number(row?.search ?? 0),
    closing: Number(row?.closing ?? 0),
  };
}
