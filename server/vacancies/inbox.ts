/**
 * Which vacancies an adviser is shown, newest first. Every question is asked of an index by centre
 * and ends after a page, however much waits in the district.
 */
import { type RawBuilder, sql } from "kysely";
import type { Cursor, Tab } from "#shared/vacancies/inbox.ts";
import { DAY } from "#shared/london.ts";
import type { Reading } from "#server/db/open.ts";

/** What closes within so many days is named apart. */
export const SOON = 3 * DAY;

export interface Hit {
  readonly vacancy: string;
  readonly since: string;
}

/** SQLite takes 500 parts in one union. */
const PARTS = 200;

/** At most `limit` hits after the cursor, newest first; one vacancy may be there once for each centre. */
export async function findHits(
  db: Reading,
  tab: Tab,
  centres: readonly string[],
  after: Cursor | null,
  limit: number,
  now: number,
): Promise<readonly Hit[]> {
  const hits: Hit[] = [];
  for (let from = 0; from < centres.length; from += PARTS) {
    const parts = centres
      .slice(from, from + PARTS)
      .map((centre, at) => partOf(tab, centre, after, limit, now, at));
    const { rows } = await sql<Hit>`${sql.join(parts, sql` UNION ALL `)}`.execute(db);
    hits.push(...rows);
  }
  return hits.toSorted(newestFirst);
}

export function newestFirst(one: Hit, other: Hit): number {
  if (one.since !== other.since) return one.since < other.since ? 1 : -1;
  return one.vacancy < other.vacancy ? 1 : one.vacancy > other.vacancy ? -1 : 0;
}

/** One centre's share of a page: what its index gives without looking any further. */
function partOf(
  tab: Tab,
  centre: string,
  after: Cursor | null,
  limit: number,
  now: number,
  at: number,
): RawBuilder<unknown> {
  const alias = sql.ref(`part_${at}`);
  return sql`SELECT * FROM (${chosen(tab, centre, after, now)} ORDER BY ${sql.ref(orderOf(tab))} DESC, vacancy DESC LIMIT ${limit}) AS ${alias}`;
}

function orderOf(tab: Tab): string {
  if (tab === "new") return "since";
  return tab === "proposed" ? "at" : "placed";
}

function chosen(tab: Tab, centre: string, after: Cursor | null, now: number): RawBuilder<unknown> {
  const order = sql.ref(orderOf(tab));
  const page = after === null ? sql`` : sql`AND (${order}, vacancy) < (${after.since}, ${after.vacancy})`;
  const at = new Date(now).toISOString();
  switch (tab) {
    case "new":
      return sql`SELECT vacancy, since FROM inbox WHERE centre = ${centre} AND open = 1 AND (closes IS NULL OR closes > ${at}) ${page}`;
    case "proposed":
      return sql`SELECT vacancy, at AS since FROM proposal WHERE centre = ${centre} AND state = 'waiting' ${page}`;
    case "closing": {
      const soon = new Date(now + SOON).toISOString();
      return sql`SELECT vacancy, placed AS since FROM placement WHERE centre = ${centre} AND decision IN ('board', 'search') AND ends > ${at} AND ends <= ${soon} ${page}`;
    }
    case "no":
      return sql`SELECT vacancy, placed AS since FROM placement WHERE centre = ${centre} AND decision = 'no' ${page}`;
    default:
      return sql`SELECT vacancy, placed AS since FROM placement WHERE centre = ${centre} AND decision = ${tab} AND (ends IS NULL OR ends > ${at}) ${page}`;
  }
}

/** The undated ones of which somebody should say whether they still stand. */
export async function findAsking(
  db: Reading,
  centres: readonly string[],
  now: number,
): Promise<readonly Hit[]> {
  if (centres.length === 0) return [];
  const at = new Date(now).toISOString();
  const rows = await db
    .selectFrom("placement")
    .select(["vacancy", "asks as since"])
    .where("centre", "in", centres)
    .where("asks", "<=", at)
    .where("ends", ">", at)
    .where("decision", "in", ["board", "search"])
    .orderBy("asks", "desc")
    .limit(200)
    .execute();
  return rows.map(({ vacancy, since }) => ({ vacancy, since: since ?? at }));
}
