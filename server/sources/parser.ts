/** Reads what others sent in a process of its own: no file can block the hub, or fill its memory. */
import { type Say, startAsked } from "#server/asked.ts";
import type { Result } from "#shared/result.ts";
import type { Event } from "#shared/events/schema.ts";
import type { OfferedLeaflet } from "#shared/leaflets/importing.ts";
import type { LookedRow } from "#shared/bringing.ts";
import type { Header } from "./headers.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";
import type { Vacancy } from "#shared/vacancies/schema.ts";
import type { More, ReadOptions, Remark } from "./reading.ts";

export interface ParseJob {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly format: string | null;
  /** The name that vacancies are kept under as their source's. */
  readonly source: string;
  readonly options: ReadOptions;
  /** The data folder, where postcodes may lie. */
  readonly data?: string;
  /** For a look without keeping: so many come as they were read, with everything that was understood. */
  readonly show?: number;
}

/** One vacancy, ready to be kept. */
export interface Prepared {
  /** Which record of the source it is. */
  readonly key: string;
  readonly print: string;
  /** The very same job in whatever source; `null` where it could be anybody's. */
  readonly same: string | null;
  /** The same but for its closing date: a repost, if the former is over. */
  readonly like: string | null;
  readonly until: string | null;
  readonly body: Vacancy;
  /** As people write it, to know a title again. */
  readonly title: string;
}

/** One event of a calendar, likewise. */
export interface PreparedEvent {
  readonly key: string;
  readonly print: string;
  readonly until: string | null;
  readonly event: Event;
}

/** One language of a leaflet, likewise. */
export interface PreparedLeaflet {
  readonly key: string;
  readonly print: string;
  readonly until: null;
  readonly leaflet: Omit<OfferedLeaflet, "pdf" | "centres">;
}

export type AnyPrepared = Prepared | PreparedEvent | PreparedLeaflet;

export interface Parsed {
  readonly format: string;
  readonly kind: string;
  readonly count: number;
  readonly same: readonly string[];
  readonly rejected: readonly Remark[];
  readonly warnings: readonly Remark[];
  readonly complete: boolean;
  readonly more: More;
  readonly shown: readonly ReadVacancy[];
  /** Of events and leaflets, likewise. */
  readonly rows: readonly LookedRow[];
  /** The source's own names for its values, and what each was taken for. */
  readonly headers: readonly Header[];
}

export type ParserSays = { readonly batch: readonly AnyPrepared[] } | { readonly end: Parsed };

export interface Parser {
  /**
   * Hands over what is in the file a few at a time, each time waiting until they are taken. Refused:
   * `took-too-long`, `took-too-much-memory`, `reader-crashed` (also for want of memory), `stopping`.
   */
  parse(job: ParseJob, take: (batch: readonly AnyPrepared[]) => Promise<void>): Promise<Result<Parsed>>;
  stop(): Promise<void>;
}

/**
 * Ten thousand adverts need half of the memory; what needs more is no list of jobs. `memory` is all of it, what
 * lies outside JavaScript included. The process is kept for the next source that is due.
 */
const LIMITS = { megabytes: 512, memory: 768 * 1024 * 1024, patience: 60_000, idle: 20_000, crashed: "reader-crashed" } as const; // prettier-ignore

export function startParser(): Parser {
  const process = startAsked({ beside: import.meta.dirname, program: "read-worker", ...LIMITS });
  return { parse: (job, take) => process.turn((say) => converse(say, job, take)), stop: process.stop };
}

async function converse(
  say: Say,
  job: ParseJob,
  take: (batch: readonly AnyPrepared[]) => Promise<void>,
): Promise<Result<Parsed>> {
  let message: object = job;
  for (;;) {
    const answer = await say(message);
    if (!answer.ok) return answer;
    const said = answer.value as ParserSays;
    if ("end" in said) return { ok: true, value: said.end };
    await take(said.batch);
    message = { next: true };
  }
}
