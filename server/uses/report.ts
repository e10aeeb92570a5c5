/** Puts the counters together to what may be published of them. */
import { readingAt } from "#shared/london.ts";
import type { Audience } from "#shared/schema.ts";
import { parts, published, publishedSoFar, type Figure, type Parts } from "#shared/uses/figures.ts";
import { monthAt, monthsBetween, spanOf } from "#shared/uses/months.ts";
import type { MonthReport, ShownVacancy, UseReport } from "#shared/uses/report.ts";
import { ACTS, OPENED, OUTCOMES, type Opened } from "#shared/uses/uses.ts";
import type { Reading } from "#server/db/open.ts";
import { titlesOf } from "#server/items/titles.ts";

export interface Period {
  readonly centres: Audience;
  /** Months, both included. */
  readonly from: string;
  readonly to: string;
}

/** Every month with anything to say, centre by centre. `now`: epoch ms. */
export async function reportUse(db: Reading, { centres, from, to }: Period, now: number): Promise<UseReport> {
  const slugs = await slugsOf(db, centres);
  const current = monthAt(now);
  const months: MonthReport[] = [];
  for (const month of monthsBetween(from, to < current ? to : current)) {
    months.push(...(await reportMonth(db, slugs, month, month === current)));
  }
  const vacancies = await shownIn(db, slugs, from, to);
  const named = months.flatMap(({ opened }) => OPENED.flatMap((kind) => Object.keys(opened[kind].named)));
  const titles = await titlesOf(db, [...named, ...vacancies.map(({ vacancy }) => vacancy)]);
  return {
    months,
    vacancies: vacancies.map((one) => ({ ...one, title: titles.get(one.vacancy)?.title ?? one.vacancy, employer: titles.get(one.vacancy)?.employer ?? null })), // prettier-ignore
    titles: Object.fromEntries(named.map((id) => [id, titles.get(id)?.title ?? id])),
  };
}

async function slugsOf(db: Reading, centres: Audience): Promise<readonly string[]> {
  if (centres !== "all") return centres;
  return (await db.selectFrom("centre").select("slug").orderBy("slug").execute()).map(({ slug }) => slug);
}

/** What one centre's month counted, by what was counted and by its item or language. */
interface Counted {
  readonly whole: Map<string, number>;
  readonly byItem: Map<string, Map<string, number>>;
  readonly byLanguage: Map<string, Map<string, number>>;
  readonly outcomes: Map<string, number>;
}

async function reportMonth(
  db: Reading,
  slugs: readonly string[],
  month: string,
  running: boolean,
): Promise<readonly MonthReport[]> {
  const counted = await countsIn(db, slugs, month);
  return slugs.map((centre) => monthOf(centre, month, running, counted.get(centre) ?? nothing()));
}

function monthOf(centre: string, month: string, running: boolean, counted: Counted): MonthReport {
  const figure = running ? publishedSoFar : published;
  const figures = <Name extends string>(names: readonly Name[], counts: ReadonlyMap<string, number>) =>
    Object.fromEntries(names.map((name) => [name, figure(counts.get(name) ?? 0)])) as Record<Name, Figure>;
  // The parts of a month that still runs would tell what one day brought.
  const split = (counts: ReadonlyMap<string, number> | undefined): Parts =>
    running ? { named: {}, others: 0 } : parts(counts ?? new Map());
  const total = (what: string) => counted.whole.get(what) ?? 0;
  return {
    centre,
    month,
    running,
    screens: { open: total("screen-open"), right: total("screen-right") },
    vacancies: {
      shown: counted.byItem.get("shown")?.size ?? 0,
      fresh: counted.byItem.get("shown-fresh")?.size ?? 0,
    },
    acts: figures(ACTS, counted.whole),
    outcomes: figures(OUTCOMES, counted.outcomes),
    languages: split(counted.byLanguage.get("visit")),
    opened: Object.fromEntries(OPENED.map((kind) => [kind, split(counted.byItem.get(kind))])) as Record<Opened, Parts>, // prettier-ignore
  };
}

function nothing(): Counted {
  return { whole: new Map(), byItem: new Map(), byLanguage: new Map(), outcomes: new Map() };
}

/** Centres per statement: Postgres takes 65,535 values at most in one, SQLite half of that. */
const BATCH = 1000;

async function countsIn(
  db: Reading,
  slugs: readonly string[],
  month: string,
): Promise<ReadonlyMap<string, Counted>> {
  const span = spanOf(month);
  const [from, to] = [new Date(span.from).toISOString(), new Date(span.to).toISOString()];
  const all = new Map<string, Counted>(slugs.map((slug) => [slug, nothing()]));
  for (let at = 0; at < slugs.length; at += BATCH) {
    const some = slugs.slice(at, at + BATCH);
    const rows = await db
      .selectFrom("use_count")
      .select([
        "centre",
        "what",
        "item",
        "language",
        (sql) => sql.fn.sum<number | string>("count").as("count"),
      ])
      .where("centre", "in", some)
      .where("hour", ">=", from)
      .where("hour", "<", to)
      .groupBy(["centre", "what", "item", "language"])
      .execute();
    for (const row of rows) note(all.get(row.centre)!, row.what, row.item, row.language, Number(row.count));
    const outcomes = await db
      .selectFrom("outcome")
      .select(["centre", "what", (sql) => sql.fn.countAll<number | string>().as("count")])
      .where("centre", "in", some)
      .where("day", ">=", `${month}-01`)
      .where("day", "<=", `${month}-31`)
      .groupBy(["centre", "what"])
      .execute();
    for (const row of outcomes) add(all.get(row.centre)!.outcomes, row.what, Number(row.count));
  }
  return all;
}

function note(counted: Counted, what: string, item: string, language: string, count: number): void {
  add(counted.whole, what, count);
  if (item !== "") add(mapIn(counted.byItem, what), item, count);
  if (language !== "") add(mapIn(counted.byLanguage, what), language, count);
}

function mapIn(maps: Map<string, Map<string, number>>, key: string): Map<string, number> {
  const map = maps.get(key) ?? new Map<string, number>();
  maps.set(key, map);
  return map;
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

type Shown = Omit<ShownVacancy, "title" | "employer">;

/** Which vacancies were on which board, from when until when. */
async function shownIn(
  db: Reading,
  slugs: readonly string[],
  from: string,
  to: string,
): Promise<readonly Shown[]> {
  const span = { from: new Date(spanOf(from).from).toISOString(), to: new Date(spanOf(to).to).toISOString() };
  const shown: Shown[] = [];
  for (let at = 0; at < slugs.length; at += BATCH)
    shown.push(...(await shownAt(db, slugs.slice(at, at + BATCH), span)));
  return shown;
}

async function shownAt(
  db: Reading,
  slugs: readonly string[],
  span: { readonly from: string; readonly to: string },
): Promise<readonly Shown[]> {
  const rows = await db
    .selectFrom("use_count")
    .select(["centre", "item", "what"])
    .select((sql) => [
      sql.fn.min("hour").as("first"),
      sql.fn.max("hour").as("last"),
      sql.fn.sum<number | string>("count").as("minutes"),
    ])
    .where("centre", "in", slugs)
    .where("what", "in", ["shown", "shown-fresh"])
    .where("hour", ">=", span.from)
    .where("hour", "<", span.to)
    .groupBy(["centre", "item", "what"])
    .orderBy("first")
    .orderBy("item")
    .execute();
  const fresh = new Set(rows.filter(({ what }) => what === "shown-fresh").map(({ centre, item }) => `${centre}/${item}`)); // prettier-ignore
  return rows
    .filter(({ what }) => what === "shown")
    .map(({ centre, item, first, last, minutes }) => ({
      centre,
      vacancy: item,
      first: dayOf(first),
      last: dayOf(last),
      hours: Math.round(Number(minutes) / 6) / 10,
      fresh: fresh.has(`${centre}/${item}`),
    }));
}

function dayOf(hour: string): string {
  return readingAt(Date.parse(hour)).day;
}
