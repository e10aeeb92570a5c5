/** Whether the pages that vacancies lead to are still there: asked gently and now and then. It is only said; advisers decide. */
import { setTimeout as wait } from "node:timers/promises";
import type { Vacancy } from "#shared/vacancies/schema.ts";
import { type Duty, startDuty } from "#server/db/duty.ts";
import type { Database, Reading, Writing } from "#server/db/open.ts";
import { within } from "#server/db/within.ts";
import type { Log } from "#server/log.ts";
import type { Outside } from "#server/outside/outside.ts";

export interface LinkNeeds {
  readonly database: Database;
  readonly outside: Pick<Outside, "fetch" | "allow">;
  readonly log: Log;
  now(): number;
  /** Milliseconds between two pages. */
  readonly apart?: number;
}

const MINUTE = 60_000;
const EVERY = 15 * MINUTE;
const A_ROUND = 20;
const APART = 3_000;
/** What was there is asked after a day, what was not after six hours; one answer alone may be a site's bad moment. */
const DAY = 24 * 60 * MINUTE;
const SOON = 6 * 60 * MINUTE;
const SURE = 2;

export function startCheckingLinks(needs: LinkNeeds): Duty {
  const stopping = new AbortController();
  const round = () => checkLinks(needs, stopping.signal);
  const duty = startDuty({ ...needs, name: "links", every: EVERY, round });
  return { ...duty, stop: () => (stopping.abort(), duty.stop()) };
}

/** Of these vacancies those whose page has been gone twice. */
export async function deadLinks(db: Reading | Writing, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom("link_check").select(["vacancy", "url"]).where("missed", ">=", SURE).where("vacancy", "in", within(ids)).execute();
  return new Map(rows.map(({ vacancy, url }) => [vacancy, url]));
} // prettier-ignore

/** One round: what is shown comes first, then what one centre has waiting. */
export async function checkLinks(needs: LinkNeeds, signal?: AbortSignal): Promise<void> {
  for (const { id, url, missed } of await dueLinks(needs.database.reading, needs.now())) {
    if (signal?.aborted) return;
    const found = await lookAt(url, needs.outside, signal);
    const row = { url, checked: new Date(needs.now()).toISOString(), missed: found === "gone" ? missed + 1 : found === "there" ? 0 : missed };
    await needs.database.reading
      .insertInto("link_check")
      .values({ vacancy: id, ...row })
      .onConflict((conflict) => conflict.column("vacancy").doUpdateSet(row))
      .execute();
    await wait(needs.apart ?? APART, undefined, signal ? { signal } : {}).catch(() => {});
  }
} // prettier-ignore

interface Due {
  readonly id: string;
  readonly url: string;
  readonly missed: number;
}

async function dueLinks(db: Reading, now: number): Promise<readonly Due[]> {
  const placed = await db.selectFrom("placement").select("vacancy").distinct().where("decision", "in", ["board", "search"]).execute();
  const shown = await dueAmong(db, placed.map(({ vacancy }) => vacancy), now);
  if (shown.length >= A_ROUND) return shown;
  const centres = await db.selectFrom("centre").select("slug").orderBy("slug").execute();
  const turn = centres[Math.floor(now / EVERY) % Math.max(1, centres.length)];
  if (!turn) return shown;
  const waiting = await db.selectFrom("inbox").select("vacancy").where("centre", "=", turn.slug).where("open", "=", 1).orderBy("since", "desc").limit(200).execute();
  const more = await dueAmong(db, waiting.map(({ vacancy }) => vacancy), now);
  return [...shown, ...more.filter(({ id }) => !shown.some((one) => one.id === id))].slice(0, A_ROUND);
} // prettier-ignore

/** A list in a statement has its limits, so some at a time. */
const AT_ONCE = 500;

async function dueAmong(db: Reading, ids: readonly string[], now: number): Promise<readonly Due[]> {
  const at = new Date(now).toISOString();
  const before = (time: number) => new Date(now - time).toISOString();
  const due: Due[] = [];
  for (let from = 0; from < ids.length && due.length < A_ROUND; from += AT_ONCE) {
    const rows = await db
      .selectFrom("item")
      .leftJoin("link_check", "link_check.vacancy", "item.id")
      .select(["item.id", "item.body", "link_check.url", "link_check.checked", "link_check.missed"])
      .where("item.id", "in", ids.slice(from, from + AT_ONCE))
      .where("item.kind", "=", "vacancy")
      .where("item.state", "!=", "withdrawn")
      // Without a page there is nothing to look at, and it must not take the place of those that have one.
      .where("item.body", "not like", '%"applyUrl":null%')
      .where((where) => where.or([where("item.until", "is", null), where("item.until", ">", at)]))
      .where((where) => where.or([where("checked", "is", null), where("checked", "<", before(DAY)), where.and([where("missed", ">", 0), where("checked", "<", before(SOON))])]))
      .limit(A_ROUND * 2)
      .execute();
    for (const { id, body, url, missed } of rows) {
      const { applyUrl } = JSON.parse(body) as Vacancy;
      if (applyUrl !== null) due.push({ id, url: applyUrl, missed: url === applyUrl ? Number(missed ?? 0) : 0 });
    }
  }
  return due.slice(0, A_ROUND);
} // prettier-ignore

/** HEAD costs the other side least; where it fails a GET decides, for many sites know no HEAD. */
async function lookAt(url: string, outside: LinkNeeds["outside"], signal?: AbortSignal): Promise<"there" | "gone" | "unknown"> {
  const allowed = await outside.allow(url);
  if (!allowed.ok) return allowed.refusal.code === "no-such-host" ? "gone" : "unknown";
  const ask = { url, milliseconds: 15_000, ...(signal ? { signal } : {}) };
  if ((await outside.fetch({ ...ask, method: "HEAD" })).ok) return "there";
  const got = await outside.fetch({ ...ask, mostBytes: 64 * 1024 });
  if (got.ok || got.refusal.code === "answer-too-large") return "there";
  return got.refusal.code === "page-not-found" || got.refusal.code === "no-such-host" ? "gone" : "unknown";
} // prettier-ignore
