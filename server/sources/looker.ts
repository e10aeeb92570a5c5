/** Looks at what an adviser brings, in a process of its own: no file can block the hub, or fill its memory. */
import type { ChildProcess } from "node:child_process";
import { isThere, startChild } from "#server/child.ts";
import { refused, type Result } from "#shared/result.ts";
import type { LookedAt } from "#shared/bringing.ts";
import type { Corrections } from "./headers.ts";

export interface LookJob {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly fields: Corrections;
  /** Where the page lies, if it is one. */
  readonly url: string | null;
  readonly now: number;
}

export interface Looker {
  /** Refused: `took-too-long`, `reader-crashed` (also for want of memory), `stopping`, and what the form refuses. */
  look(job: LookJob): Promise<Result<LookedAt>>;
  stop(): Promise<void>;
}

const MEGABYTES = 256;
const PATIENCE = 20_000;
const IDLE = 20_000;

export function startLooker(): Looker {
  let child: ChildProcess | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let stopped = false;

  async function run(job: LookJob): Promise<Result<LookedAt>> {
    clearTimeout(idle);
    if (!stopped && !(child && isThere(child)))
      child = await startChild(import.meta.dirname, "look-worker", MEGABYTES);
    if (stopped) child?.kill("SIGKILL");
    if (stopped || !child) return refused("stopping");
    const result = await ask(child, job);
    idle = setTimeout(() => child?.kill("SIGKILL"), IDLE).unref();
    return stopped && !result.ok ? refused("stopping") : result;
  }

  return {
    look(job) {
      const result = turn.then(() => run(job));
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
}

function ask(child: ChildProcess, job: LookJob): Promise<Result<LookedAt>> {
  return new Promise((settle) => {
    let end = refused("reader-crashed");
    const late = setTimeout(() => {
      end = refused("took-too-long");
      child.kill("SIGKILL");
    }, PATIENCE);
    const finish = (result: Result<LookedAt>): void => {
      clearTimeout(late);
      child.removeListener("message", heard).removeListener("exit", died);
      settle(result);
    };
    const heard = (value: unknown): void => finish(value as Result<LookedAt>);
    const died = (): void => finish(end);
    child.once("message", heard).once("exit", died);
    child.send(job);
  });
}
