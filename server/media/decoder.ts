import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { refused, type Result } from "#shared/result.ts";
import { isThere, startChild } from "#server/child.ts";
import type { Form } from "./form.ts";
import type { Bounds } from "./limits.ts";
import type { CleanPdf } from "./pdf.ts";
import type { CleanPicture } from "./picture.ts";
import type { CleanVideo } from "./video.ts";

export interface Job {
  readonly form: Form;
  readonly bytes: Uint8Array;
}

export type Cleaned = CleanPicture | CleanPdf | CleanVideo;

export interface Decoder {
  /**
   * Refuses with `took-too-long`, `took-too-much-memory`, `damaged` (it crashed), `stopping` and what the form
   * itself refuses. Throws only where no process can be started.
   */
  decode(job: Job): Promise<Result<Cleaned>>;
  stop(): Promise<void>;
}

/** A process of its own is costly to start and to keep: it waits this long for another file. */
const IDLE = 10_000;
const LOOK_AT_MEMORY = 50;

/**
 * Decodes strangers' files in a process of its own, one after the other. A thread would not do: a native decoder
 * that crashes would take the hub along, and its memory could neither be told apart nor bounded.
 */
export function startDecoder(limits: Bounds): Decoder {
  let child: ChildProcess | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let stopped = false;

  async function run(job: Job): Promise<Result<Cleaned>> {
    clearTimeout(idle);
    if (!stopped && !(child && isThere(child)))
      child = await startChild(import.meta.dirname, "decode-worker", 512);
    // The hub may have been told to stop while the process started, and will not look for it again.
    if (stopped) child?.kill("SIGKILL");
    if (stopped || !child) return refused("stopping");
    const result = await answer(child, job, limits);
    idle = setTimeout(() => child?.kill("SIGKILL"), IDLE).unref();
    return stopped && !result.ok ? refused("stopping") : result;
  }

  return {
    decode(job) {
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

function answer(child: ChildProcess, job: Job, limits: Bounds): Promise<Result<Cleaned>> {
  return new Promise((settle) => {
    let crash = refused("damaged");
    const end = (code: string): void => {
      crash = refused(code);
      child.kill("SIGKILL");
    };
    const late = setTimeout(() => end("took-too-long"), limits.milliseconds);
    const watch = setInterval(() => {
      if (memoryOf(child.pid!) > limits.memoryBytes) end("took-too-much-memory");
    }, LOOK_AT_MEMORY);
    const finish = (result: Result<Cleaned>): void => {
      clearTimeout(late);
      clearInterval(watch);
      child.removeListener("message", finish).removeListener("exit", died);
      settle(result);
    };
    const died = (): void => finish(crash);
    child.once("message", finish).once("exit", died);
    child.send(job);
  });
}

/** Bytes in real memory. Only Linux tells; elsewhere the limit on JavaScript's own memory must do. */
function memoryOf(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
