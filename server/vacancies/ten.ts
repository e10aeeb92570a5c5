/** A centre's board as the adviser works on it: the ten, what has closed, who comes next, how varied it is. */
import type { Centre } from "#shared/centres/schema.ts";
import { DAY } from "#shared/london.ts";
import { done, refused, type Result } from "#shared/result.ts";
import { type Candidate, nextBest, proposeTen, swapsFor } from "#shared/vacancies/choose.ts";
import type { CentreGlance, Row, Ten } from "#shared/vacancies/inbox.ts";
import { dimensionsOf, mixOf } from "#shared/vacancies/mix.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import { findHits, SOON } from "./inbox.ts";
import { rowsOf } from "./rows.ts";

type Db = Reading | Writing;

/** The adult minimum wage in pounds an hour at an instant (epoch ms); `null` where nobody knows it yet. */
export type AdultWage = (at: number) => number | null;

/** Among so many of the newest the best is looked for. */
const CANDIDATES = 200;
/** For so long a place that came free is named. */
const FREE = 7 * DAY;

/** Refused: `no-such-centre`. */
export async function theTen(db: Db, slug: string, wage: AdultWage, now: number): Promise<Result<Ten>> {
  const around = await gather(db, slug, wage, now);
  if (!around) return refused("no-such-centre", { centre: slug });
  const { size, board, search, inbox, byId } = around;
  const free = Math.max(0, size - board.length);
  const swaps = swapsFor(board, [...search, ...inbox], now);
  const next = free > 0 ? nextBest(board, search, size, now) : null;
  return done({
    centre: slug,
    size,
    adult: wage(now),
    rows: board.map(({ id }) => byId.get(id)!),
    closed: await closedLately(db, slug, now),
    next: next && (byId.get(next.id) ?? null),
    mix: mixOf(board.slice(0, size).map(({ dimensions }) => dimensions)),
    swaps: swaps.map(({ out, into, because }) => ({ out, into: byId.get(into)!, because })),
  });
}

/** What would fill the board, for an adviser to decide. Refused: `no-such-centre`. */
export async function fillTen(
  db: Reading,
  slug: string,
  wage: AdultWage,
  now: number,
): Promise<Result<readonly Row[]>> {
  const around = await gather(db, slug, wage, now);
  if (!around) return refused("no-such-centre", { centre: slug });
  const { size, board, search, inbox, byId } = around;
  return done(proposeTen(board, [...search, ...inbox], size, now).map(({ id }) => byId.get(id)!));
}

/** The best of search to take a place at a centre; `null` where none can be proposed. */
export async function bestOfSearch(db: Db, slug: string, wage: AdultWage, now: number): Promise<Row | null> {
  const around = await gather(db, slug, wage, now);
  if (!around) return null;
  const best = nextBest(around.board, around.search, around.size, now);
  return best && (around.byId.get(best.id) ?? null);
}

interface Around {
  readonly size: number;
  readonly board: readonly Candidate[];
  readonly search: readonly Candidate[];
  readonly inbox: readonly Candidate[];
  readonly byId: ReadonlyMap<string, Row>;
}

async function gather(db: Db, slug: string, wage: AdultWage, now: number): Promise<Around | null> {
  const kept = await db.selectFrom("centre").select("body").where("slug", "=", slug).executeTakeFirst();
  if (!kept) return null;
  const { board: settings } = JSON.parse(kept.body) as Centre;
  const [board, search, inbox] = [
    await boardOf(db, slug, now),
    await findHits(db, "search", [slug], null, CANDIDATES, now),
    await findHits(db, "new", [slug], null, CANDIDATES, now),
  ];
  const ids = [...new Set([...board, ...[...search, ...inbox].map(({ vacancy }) => vacancy)])];
  const byId = new Map((await rowsOf(db, ids, [slug], now)).map((row) => [row.id, row]));
  const adult = wage(now);
  const candidates = (some: readonly string[]) =>
    some.flatMap((id) => {
      const row = byId.get(id);
      return row ? [candidateOf(row, adult)] : [];
    });
  const vacancies = (hits: typeof search) => hits.map(({ vacancy }) => vacancy);
  return {
    size: settings.ten,
    board: candidates(board),
    search: candidates(vacancies(search)),
    inbox: candidates(vacancies(inbox)),
    byId,
  };
}

/** In the order in which they run along the board. */
async function boardOf(db: Db, slug: string, now: number): Promise<readonly string[]> {
  const at = new Date(now).toISOString();
  const rows = await db
    .selectFrom("placement")
    .select("vacancy")
    .where("centre", "=", slug)
    .where("decision", "=", "board")
    .where((or) => or.or([or("ends", "is", null), or("ends", ">", at)]))
    .orderBy("place")
    .orderBy("placed")
    .limit(500)
    .execute();
  return rows.map(({ vacancy }) => vacancy);
}

async function closedLately(db: Db, slug: string, now: number): Promise<readonly Row[]> {
  const rows = await db
    .selectFrom("placement")
    .select("vacancy")
    .where("centre", "=", slug)
    .where("decision", "=", "board")
    .where("ends", "<=", new Date(now).toISOString())
    .where("ends", ">", new Date(now - FREE).toISOString())
    .orderBy("ends", "desc")
    .limit(20)
    .execute();
  return rowsOf(db, rows.map(({ vacancy }) => vacancy), [slug], now); // prettier-ignore
}

function candidateOf(row: Row, adult: number | null): Candidate {
  const [here] = row.at;
  return {
    id: row.id,
    dimensions: dimensionsOf(row.body, here?.reach.band ?? "unknown", adult),
    since: Date.parse(here?.since ?? row.since),
    closes: row.until === null ? null : Date.parse(row.until),
    minutes: here?.travel?.minutes ?? here?.reach.travel?.minutes ?? null,
    // That it is shown here already is no second telling of another.
    flags: row.flags.filter((flag) => flag !== "same-as-shown" || row.sameAs !== null),
    good: row.note?.verdict === "good",
  };
}

/** Each centre of an adviser at a glance. */
export async function glance(
  db: Reading,
  centres: readonly Centre[],
  now: number,
): Promise<readonly CentreGlance[]> {
  const at = new Date(now).toISOString();
  const soon = new Date(now + SOON).toISOString();
  const glances: CentreGlance[] = [];
  for (const { slug, board } of centres) {
    const rows = await db
      .selectFrom("placement")
      .innerJoin("item", "item.id", "placement.vacancy")
      .select(["placement.vacancy", "placement.confirmed", "placement.placed", "placement.ends", "item.body"])
      .where("placement.centre", "=", slug)
      .where("placement.decision", "=", "board")
      .where((or) => or.or([or("placement.ends", "is", null), or("placement.ends", ">", at)]))
      .orderBy("placement.place")
      .orderBy("placement.placed")
      .limit(board.ten)
      .execute();
    const decided = rows.map(({ confirmed, placed }) => confirmed ?? placed).toSorted();
    glances.push({
      centre: slug,
      size: board.ten,
      oldest: decided[0] ?? null,
      newest: decided.at(-1) ?? null,
      closing: rows.filter(({ ends }) => ends !== null && ends <= soon).length,
      ten: rows.map(({ vacancy, ends, body }) => ({ id: vacancy, title: titleOf(body), until: ends })),
      ...(await waitingAt(db, slug, at)),
    });
  }
  return glances;
}

function titleOf(body: string): string {
  const { title } = JSON.parse(body) as Row["body"];
  return title.words[title.original] ?? "";
}

/** More than that is "many". */
const MOST_WAITING = 100;

async function waitingAt(
  db: Reading,
  slug: string,
  at: string,
): Promise<{ waiting: number; search: number }> {
  const waiting = await db
    .selectFrom("inbox")
    .select("vacancy")
    .where("centre", "=", slug)
    .where("open", "=", 1)
    .where((or) => or.or([or("closes", "is", null), or("closes", ">", at)]))
    .limit(MOST_WAITING)
    .execute();
  const search = await db
    .selectFrom("placement")
    .select((select) => select.fn.countAll().as("count"))
    .where("centre", "=", slug)
    .where("decision", "=", "search")
    .where((or) => or.or([or("ends", "is", null), or("ends", ">", at)]))
    .executeTakeFirst();
  return { waiting: waiting.length, search: Number(search?.count ?? 0) };
}
