/**
 * Which vacancies an adviser is shown, newest first. Every question is asked of an index by centre
 * and ends after a page, however much waits in the district.
 */
import { type RawBuilder, sql } from "kysely";
import type { Cursor, Tab } from "#shared/vacancies/inbox.ts";
import { DAY } from "#shared/london.ts";
import { LEAVE_AFTER } from "#shared/vacancies/undated.ts";
import type { Reading, Writing } from "#server/db/open.ts";

type Db = Reading | Writing;

/** What closes within so many days is named apart. */
export const SOON = 3 * DAY;

export interface Hit {
  readonly vacancy: string;
  readonly since: string;
}

/** SQLite takes 500 parts in one union; a union of unions has no end. */
const PARTS = 400;

/** At most `limit` vacancies after the cursor, newest first; one that is at several centres counts by its newest. */
export async function findHits(
  db: Db,
  tab: Tab,
  centres: readonly string[],
  after: Cursor | null,
  limit: number,
  now: number,
): Promise<readonly Hit[]> {
  if (centres.length === 0) return [];
  return (await hitsQuery(tab, centres, after, limit, now).execute(db)).rows;
}

/**
 * Of each centre its index gives a page, and of these pages the database makes one: it also orders
 * equals, for only it knows how it compares words.
 */
export function hitsQuery(
  tab: Tab,
  centres: readonly string[],
  after: Cursor | null,
  limit: number,
  now: number,
): RawBuilder<Hit> {
  const parts = centres.map((centre, at) => {
    const page = sql`${chosen(tab, centre, after, now)} ORDER BY ${sql.ref(orderOf(tab))} DESC, vacancy DESC LIMIT ${limit}`;
    return sql`SELECT * FROM (${page}) AS ${sql.ref(`part_${at}`)}`;
  });
  const unions: RawBuilder<unknown>[] = [];
  for (let from = 0; from < parts.length; from += PARTS) {
    const union = sql.join(parts.slice(from, from + PARTS), sql` UNION ALL `);
    unions.push(sql`SELECT * FROM (${union}) AS ${sql.ref(`union_${from}`)}`);
  }
  const all = sql.join(unions, sql` UNION ALL `);
  return sql<Hit>`
    SELECT vacancy, newest AS since
    FROM (SELECT vacancy, max(since) AS newest FROM (${all}) AS pages GROUP BY vacancy) AS hits
    ORDER BY newest DESC, vacancy DESC
    LIMIT ${limit}
  `;
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

/** The undated ones of which somebody should say whether they still stand, and that have not left unanswered. */
export async function findAsking(
  db: Reading,
  centres: readonly string[],
  now: number,
): Promise<readonly Hit[]> {
  if (centres.length === 0) return [];
  const [at, left] = [new Date(now).toISOString(), new Date(now - LEAVE_AFTER * DAY).toISOString()];
  const { rows } = await sql<Hit>`
    SELECT vacancy, asks AS since
    FROM centre CROSS JOIN placement
    WHERE slug IN (${sql.join(centres)}) AND centre = slug AND asks > ${left} AND asks <= ${at}
    ORDER BY asks DESC
    LIMIT 200
  `.execute(db);
  return rows;
}
