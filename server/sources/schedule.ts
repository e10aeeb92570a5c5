/** Reads every source in its time, one after the other, and one before its time where somebody asks. */
import { done, refused, type Result } from "#shared/result.ts";
import type { Run, Source } from "#shared/sources/schema.ts";
import { startDuty } from "#server/db/duty.ts";
import type { Log } from "#server/log.ts";
import type { Column } from "./headers.ts";
import type { Parsed } from "./parser.ts";
import { readSource, type ReadingNeeds } from "./read.ts";
import { isPage, nextRequest, withoutKey } from "./requests.ts";
import { findSource, findSources, type StoredSource } from "./store.ts";

export interface ScheduleNeeds extends ReadingNeeds {
  readonly log: Log;
  /** Something has come, changed or gone: whoever decides has something to look at. */
  told(): void;
}

export interface Schedule {
  /** When it is read next (ISO), and what has come of the last look where nothing was written of it. */
  about(source: StoredSource): { readonly next: string | null; readonly unchanged: Run | null };
  /** Reads it now. Refused: `no-such-source`. */
  readNow(id: string): Promise<Result<Run>>;
  /** Reads its first page and keeps nothing. */
  look(source: Source, key: string | null): Promise<Result<Parsed>>;
  /** A round over all that is due, as soon as may be. */
  round(): Promise<void>;
  stop(): Promise<void>;
}

const EVERY = 20_000;
const SHOWN = 20;

export function startSchedule(needs: ScheduleNeeds): Schedule {
  const { log, now } = needs;
  const stopping = new AbortController();
  const unchanged = new Map<string, { readonly run: Run; readonly next: string }>();
  let turn: Promise<unknown> = Promise.resolve();

  /** One at a time: reading two at once would only make both slower. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const result = turn.then(act);
    turn = result.catch(() => null);
    return result;
  }

  async function read(stored: StoredSource): Promise<Result<Run>> {
    const result = await readSource(stored, { ...needs, signal: stopping.signal });
    if (!result.ok) log.warn({ source: stored.id, refusal: result.refusal }, "a source could not be read");
    else if (result.value.outcome === "unchanged") {
      const next = new Date(now() + stored.source.everyMinutes * 60_000).toISOString();
      unchanged.set(stored.id, { run: result.value, next });
    } else unchanged.delete(stored.id);
    if (result.ok && result.value.outcome !== "unchanged") needs.told();
    return result;
  }

  function nextOf({ id, due, source }: StoredSource): string | null {
    if (source.paused) return null;
    const later = unchanged.get(id)?.next;
    return [due ?? new Date(0).toISOString(), later ?? ""].toSorted().at(-1)!;
  }

  async function allDue(): Promise<void> {
    for (const { id } of await findSources(needs.database.reading)) {
      if (stopping.signal.aborted) return;
      await inTurn(async () => {
        const stored = await findSource(needs.database.reading, id);
        const next = stored && nextOf(stored);
        if (stored && next !== null && Date.parse(next!) <= now()) await read(stored);
      }).catch((error: unknown) => log.error({ source: id, error }, "reading a source broke"));
    }
  }

  // One hub of the district at a time. What it found unchanged only it knows, so another one's round may ask once more.
  const duty = startDuty({ database: needs.database, log, name: "sources", every: EVERY, round: allDue });

  return {
    about: (stored) => ({ next: nextOf(stored), unchanged: unchanged.get(stored.id)?.run ?? null }),
    readNow: (id) =>
      inTurn(async () => {
        const stored = await findSource(needs.database.reading, id);
        return stored ? read(stored) : refused("no-such-source", { id });
      }),
    look: (source, key) => lookAt(source, key, { ...needs, signal: stopping.signal }),
    round: duty.soon,
    async stop() {
      stopping.abort();
      await needs.parser.stop();
      await Promise.all([duty.stop(), turn]);
    },
  };
}

async function lookAt(source: Source, key: string | null, needs: ReadingNeeds): Promise<Result<Parsed>> {
  const request = nextRequest(source, key, source.format, null);
  if (!request) return refused("no-such-address", { url: source.url });
  if (isPage(source.format)) {
    const allowed = await needs.outside.allow(request.url);
    if (!allowed.ok) return allowed;
  }
  const fetched = await needs.outside.fetch(needs.signal ? { ...request, signal: needs.signal } : request);
  if (!fetched.ok) return { ok: false, refusal: withoutKey(fetched.refusal, source.url) };
  if (fetched.value.state === "unchanged") return refused("not-an-answer", { url: source.url });
  const { url, bytes } = fetched.value;
  const options = {
    now: needs.now(),
    ...(source.employer ? { employer: source.employer } : {}),
    ...(source.record ? { record: source.record } : {}),
    fields: source.fields as Partial<Record<Column, string[]>>,
  };
  const name = new URL(url).pathname.split("/").at(-1) || "source";
  const job = {
    name,
    bytes,
    format: source.format,
    source: source.name,
    options,
    show: SHOWN,
    data: needs.data,
  };
  const parsed = await needs.parser.parse(job, async () => {});
  return parsed.ok ? done(parsed.value) : parsed;
}
