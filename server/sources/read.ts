/** Reading one source from its first page to its last, and keeping what it tells. */
import { setTimeout as wait } from "node:timers/promises";
import { done, type Result, type Refusal } from "#shared/result.ts";
import type { Run } from "#shared/sources/schema.ts";
import { change } from "#server/db/change.ts";
import type { Database } from "#server/db/open.ts";
import type { Act } from "#server/items/save.ts";
import type { Column } from "./headers.ts";
import type { Keys } from "./keys.ts";
import { openKeeper, type Vacancies } from "./keep.ts";
import { healthOf, miss } from "./missing.ts";
import type { AnyPrepared, Parsed, Parser } from "./parser.ts";
import { type Remark, toSeen } from "./reading.ts";
import { type Fetching, oneDetail, onePage, type Page } from "./fetchpage.ts";
import type { Come } from "./requests.ts";
import { inTurns } from "./turns.ts";
import { keepRun, knownRecords, type Known, type Memory, type StoredSource } from "./store.ts";

export interface ReadingNeeds {
  readonly database: Database;
  readonly outside: Fetching;
  readonly parser: Parser;
  readonly keys: Pick<Keys, "open">;
  /** The data folder, where postcodes may lie. */
  readonly data: string;
  readonly vacancies: Vacancies;
  now(): number;
  /** Screens may have something to learn. */
  changed(): void;
  /** Milliseconds between two pages: what no public API minds. */
  readonly politely?: number;
  readonly signal?: AbortSignal;
}

/** Teaching Vacancies allows 105 requests a minute, the least of all. */
const POLITELY = 700;
const REMARKS = 100;
/** Each is a request of its own; of a directory that needs more of them nothing is taken for gone. */
const MOST_DETAILS = 300;
/** A source that fails is asked less and less often, but every day. */
const LONGEST_PAUSE = 24 * 3_600_000;

interface Tally {
  found: number;
  added: number;
  changed: number;
  closed: number;
  gone: number;
  rejected: Remark[];
}

/** Reads it, keeps what is new, counts what is missing, and says how it went. */
export async function readSource(stored: StoredSource, needs: ReadingNeeds): Promise<Result<Run>> {
  const began = needs.now();
  const act: Act = { who: `source:${stored.id}`, at: new Date(began).toISOString() };
  const tally: Tally = { found: 0, added: 0, changed: 0, closed: 0, gone: 0, rejected: [] };
  const read = await readPages(stored, needs, act, tally);
  const facts = { at: act.at, milliseconds: needs.now() - began };
  if (read.state === "unchanged") {
    const run = toRun(tally, facts, "unchanged", null);
    // Nothing is written of it, unless it has come to itself again.
    if (stored.memory.failed === 0) return done(run);
    return finish(stored, needs, run, later(stored, needs.now()), { ...stored.memory, failed: 0 });
  }
  if (read.state === "failed") return fail(stored, needs, toRun(tally, facts, "failed", read.refusal.code), read.refusal);
  const health = healthOf(tally.found, read.whole, stored.memory);
  if (health.healthy) await takeLeave(stored, needs, act, read.left, tally);
  const run = toRun(tally, { at: act.at, milliseconds: needs.now() - began }, "read", health.healthy ? null : health.code);
  const memory: Memory = {
    ...read.memory,
    found: health.healthy ? tally.found : stored.memory.found,
    small: !health.healthy && health.code === "shrunken" ? stored.memory.small + 1 : 0,
    failed: 0,
    whole: act.at,
  };
  return finish(stored, needs, run, later(stored, needs.now()), memory);
} // prettier-ignore

type Pages =
  | { readonly state: "unchanged" }
  | { readonly state: "failed"; readonly refusal: Refusal }
  | {
      readonly state: "read";
      readonly whole: boolean;
      readonly left: readonly Known[];
      readonly memory: Memory;
    };

async function readPages(stored: StoredSource, needs: ReadingNeeds, act: Act, tally: Tally): Promise<Pages> {
  const known = await knownRecords(needs.database.reading, stored.id);
  const prints = new Map(known.filter(({ gone }) => !gone).map((record) => [record.print, record]));
  const seen = new Set<string>();
  const details = new Set<string>();
  let memory: Memory = stored.memory;
  let come = null as Come | null;
  let whole: boolean | null = null;
  while (whole === null) {
    const page: Page = await onePage(stored, needs, memory, come);
    if (page.state === "end") break;
    if (page.state !== "new") return page;
    const kept = await keepPage(stored, needs, act, page, prints, seen, tally);
    if (!kept.ok) return { state: "failed", refusal: kept.refusal };
    const { format, count, rejected, more, complete } = kept.value;
    // A page on which nothing at all could be read is no page of a list.
    if (count === 0 && rejected.length > 0 && !more.details?.length) return { state: "failed", refusal: { code: rejected[0]!.code } };
    for (const id of more.details ?? []) details.add(id);
    const records = (come?.records ?? 0) + count + rejected.length;
    come = { page: (come?.page ?? 0) + 1, more, records };
    const { etag, lastModified } = page;
    if (come.page === 1) memory = { ...memory, etag, lastModified, digest: page.digest, format };
    const empty = count === 0 && come.page > 1 && !more.details?.length;
    if (complete || come.page >= stored.source.mostPages || empty) whole = complete || (more.results !== undefined && records >= more.results);
    else await politely(needs);
  }
  const detailed = await readDetails(stored, needs, act, { ids: [...details], format: memory.format, prints, seen, tally });
  // Without a further page by its own word it was whole as well.
  return { state: "read", whole: (whole ?? true) && detailed, left: missing(known, seen), memory };
} // prettier-ignore

interface Details {
  readonly ids: readonly string[];
  readonly format: string | null;
  readonly prints: ReadonlyMap<string, Known>;
  readonly seen: Set<string>;
  readonly tally: Tally;
}

/** Says whether all could be read: one that cannot costs nothing but itself, and what was known of it stays. */
async function readDetails(stored: StoredSource, needs: ReadingNeeds, act: Act, { ids, format, prints, seen, tally }: Details): Promise<boolean> {
  let whole = ids.length <= MOST_DETAILS;
  for (const id of ids.slice(0, MOST_DETAILS)) {
    await politely(needs);
    if (needs.signal?.aborted) return false;
    const page = await oneDetail(stored, needs, format, id);
    const kept = page.state === "new" ? await keepPage(stored, needs, act, page, prints, seen, tally) : null;
    if (!kept?.ok) whole = false;
  }
  return whole;
} // prettier-ignore

async function politely({ politely: pause = POLITELY, signal }: ReadingNeeds): Promise<void> {
  await wait(pause, undefined, signal ? { signal } : {}).catch(() => {});
}

const missing = (known: readonly Known[], seen: ReadonlySet<string>) =>
  known.filter(({ key, gone }) => !gone && !seen.has(key));

async function keepPage(
  stored: StoredSource,
  needs: ReadingNeeds,
  act: Act,
  { name, bytes, format }: Extract<Page, { state: "new" }>,
  prints: ReadonlyMap<string, Known>,
  seen: Set<string>,
  tally: Tally,
): Promise<Result<Parsed>> {
  const { source } = stored;
  const options = {
    now: needs.now(),
    known: new Set(prints.keys()),
    ...(source.employer ? { employer: source.employer } : {}),
    ...(source.record ? { record: source.record } : {}),
    ...(Object.keys(source.fields).length > 0 ? { fields: source.fields as Partial<Record<Column, string[]>> } : {}),
  };
  let trouble: Refusal | null = null;
  const parsed = await needs.parser.parse({ name, bytes, format, source: source.name, options, data: needs.data }, async (batch) => {
    for (const { key } of batch) seen.add(key);
    trouble ??= await keepBatch(stored, needs, act, batch, tally);
  });
  if (trouble) return { ok: false, refusal: trouble };
  if (parsed.ok) {
    for (const print of parsed.value.same) seen.add(prints.get(print)?.key ?? "");
    tally.found += parsed.value.count;
    tally.rejected.push(...parsed.value.rejected);
  }
  return parsed;
} // prettier-ignore

async function keepBatch(
  stored: StoredSource,
  needs: ReadingNeeds,
  act: Act,
  batch: readonly AnyPrepared[],
  tally: Tally,
): Promise<Refusal | null> {
  return inTurns(needs, batch, (tx) => openKeeper(tx, stored, needs.vacancies, act), {
    act: (keeper, prepared) => keeper.keep(prepared),
    told: (outcome) => outcome !== "unchanged" && (tally[outcome] += 1),
  });
}

async function takeLeave(
  { id }: StoredSource,
  needs: ReadingNeeds,
  act: Act,
  left: readonly Known[],
  tally: Tally,
): Promise<void> {
  await inTurns(needs, left, async (tx) => tx, {
    act: (tx, record) => miss(tx, id, record, act),
    told: (gone) => gone && (tally.gone += 1),
  });
}

function toRun(
  tally: Tally,
  facts: Pick<Run, "at" | "milliseconds">,
  outcome: Run["outcome"],
  code: string | null,
): Run {
  const { rejected, ...counts } = tally;
  const remarks = rejected.slice(0, REMARKS).map(toSeen);
  return { ...facts, outcome, code, ...counts, rejected: rejected.length, remarks };
}

/** What was known stays; the next reading waits longer each time, or as long as the other side asks for. */
async function fail(stored: StoredSource, needs: ReadingNeeds, run: Run, refusal: Refusal): Promise<Result<Run>> {
  const failed = stored.memory.failed + 1;
  const pause = Math.min(stored.source.everyMinutes * 60_000 * 2 ** Math.min(failed - 1, 10), LONGEST_PAUSE);
  const asked = Date.parse((refusal.details as { retryAt?: string } | undefined)?.retryAt ?? "");
  const due = Math.max(needs.now() + pause, Number.isNaN(asked) ? 0 : asked);
  return finish(stored, needs, run, new Date(due).toISOString(), { ...stored.memory, failed });
} // prettier-ignore

function later({ source }: StoredSource, now: number): string {
  return new Date(now + source.everyMinutes * 60_000).toISOString();
}

async function finish(
  { id }: StoredSource,
  needs: ReadingNeeds,
  run: Run,
  due: string,
  memory: Memory,
): Promise<Result<Run>> {
  return change(needs.database, async (tx) => {
    await keepRun(tx, id, run, due, memory);
    return { ok: true, value: run };
  });
}
