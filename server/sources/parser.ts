/** Reads what others sent in a process of its own: no file can block the hub, or fill its memory. */
import type { ChildProcess } from "node:child_process";
import { isThere, startChild } from "#server/child.ts";
import { refused, type Result } from "#shared/result.ts";
import type { Event } from "#shared/events/schema.ts";
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
}

export type ParserSays = { readonly batch: readonly (Prepared | PreparedEvent)[] } | { readonly end: Parsed };

export interface Parser {
  /**
   * Hands over what is in the file a few at a time, each time waiting until they are taken. Refused:
   * `took-too-long`, `reader-crashed` (also for want of memory), `stopping`.
   */
  parse(
    job: ParseJob,
    take: (batch: readonly (Prepared | PreparedEvent)[]) => Promise<void>,
  ): Promise<Result<Parsed>>;
  stop(): Promise<void>;
}

/** Ten thousand adverts need half of it; what needs more is no list of jobs. */
const MEGABYTES = 512;
const PATIENCE = 60_000;
/** It is kept for the next source that is due, and then let go. */
const IDLE = 20_000;

export function startParser(): Parser {
  let child: ChildProcess | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let stopped = false;

  async function run(job: ParseJob, take: (batch: readonly (Prepared | PreparedEvent)[]) => Promise<void>): Promise<Result<Parsed>> {
    clearTimeout(idle);
    if (!stopped && !(child && isThere(child))) child = await startChild(import.meta.dirname, "read-worker", MEGABYTES);
    if (stopped || !child) {
      child?.kill("SIGKILL");
      return refused("stopping");
    }
    const result = await converse(child, job, take);
    idle = setTimeout(() => child?.kill("SIGKILL"), IDLE).unref();
    return stopped && !result.ok ? refused("stopping") : result;
  }

  return {
    parse(job, take) {
      const result = turn.then(() => run(job, take));
      turn = result.catch(() => null);
      return result;
    },
    async stop() {
      stopped = true;
      clearTimeout(idle);
      child?.kill("SIGKILL");
      await turn;
    },
  };
} // prettier-ignore

/** The clock runs only while the process is at work, not while the hub keeps what it was given. */
async function converse(
  child: ChildProcess,
  job: ParseJob,
  take: (batch: readonly (Prepared | PreparedEvent)[]) => Promise<void>,
): Promise<Result<Parsed>> {
  let message: unknown = job;
  for (;;) {
    const said = await ask(child, message);
    if (!said.ok) return said;
    if ("end" in said.value) return { ok: true, value: said.value.end };
    try {
      await take(said.value.batch);
    } catch (error) {
      // What is half said would be taken for the next file's.
      child.kill("SIGKILL");
      throw error;
    }
    message = "next";
  }
}

function ask(child: ChildProcess, message: unknown): Promise<Result<ParserSays>> {
  return new Promise((settle) => {
    let end = refused("reader-crashed");
    const late = setTimeout(() => {
      end = refused("took-too-long");
      child.kill("SIGKILL");
    }, PATIENCE);
    const finish = (result: Result<ParserSays>): void => {
      clearTimeout(late);
      child.removeListener("message", heard).removeListener("exit", died);
      settle(result);
    };
    const heard = (value: unknown): void => finish({ ok: true, value: value as ParserSays });
    const died = (): void => finish(end);
    child.once("message", heard).once("exit", died);
    child.send(message as object);
  });
}
