/** A process of our own that is asked and answers: started with the first question, and let go when nobody asks. */
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { refused, type Result } from "#shared/result.ts";
import { isThere, startChild } from "./child.ts";

export interface AskedNeeds {
  /** The folder that its program stands beside, and the program's name. */
  readonly beside: string;
  readonly program: string;
  /** The most memory that JavaScript may take in it. */
  readonly megabytes: number;
  /** Milliseconds that an answer may take; then, and after so many of silence, the process is ended. */
  readonly patience: number;
  readonly idle: number;
  /** What is said of a question over which it died. */
  readonly crashed: string;
  /** The most real memory, in bytes: more than JavaScript's own, where a native library is at work. */
  readonly memory?: number;
}

/** Puts one message to the process, and resolves with the next one from it. */
export type Say = (message: object) => Promise<Result<unknown>>;

export interface Asked {
  /**
   * One conversation after the other. Refused: `took-too-long`, `took-too-much-memory`, `stopping`, and `crashed`'s
   * code. Throws where no process can be started, and what `talk` throws.
   */
  turn<T>(talk: (say: Say) => Promise<Result<T>>): Promise<Result<T>>;
  stop(): Promise<void>;
}

const LOOK_AT_MEMORY = 50;

export function startAsked(needs: AskedNeeds): Asked {
  let child: ChildProcess | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let stopped = false;

  async function converse<T>(talk: (say: Say) => Promise<Result<T>>): Promise<Result<T>> {
    clearTimeout(idle);
    if (!stopped && !(child && isThere(child))) child = await startChild(needs.beside, needs.program, needs.megabytes);
    // The hub may have been told to stop while the process started, and will not look for it again.
    if (stopped) child?.kill("SIGKILL");
    if (stopped || !child) return refused("stopping");
    const partner = child;
    try {
      const result = await talk((message) => answerOf(partner, message, needs));
      return stopped && !result.ok ? refused("stopping") : result;
    } catch (error) {
      // What is half said would be taken for the next one's.
      partner.kill("SIGKILL");
      throw error;
    } finally {
      idle = setTimeout(() => partner.kill("SIGKILL"), needs.idle).unref();
    }
  }

  return {
    turn(talk) {
      const result = last.then(() => converse(talk));
      last = result.catch(() => null);
      return result;
    },
    async stop() {
      stopped = true;
      clearTimeout(idle);
      child?.kill("SIGKILL");
      await last;
    },
  };
} // prettier-ignore

/** The clock runs only while the process is at work, not while the hub does something with what it was told. */
function answerOf(child: ChildProcess, message: object, needs: AskedNeeds): Promise<Result<unknown>> {
  return new Promise((settle) => {
    // It died since it was last heard, and will not say so again.
    if (!isThere(child)) return settle(refused(needs.crashed));
    let end = refused(needs.crashed);
    const giveUp = (code: string, most: number): void => {
      end = refused(code, { most });
      child.kill("SIGKILL");
    };
    const late = setTimeout(() => giveUp("took-too-long", Math.round(needs.patience / 1000)), needs.patience);
    const watch = needs.memory === undefined ? undefined : setInterval(() => {
      if (memoryOf(child.pid!) > needs.memory!) giveUp("took-too-much-memory", needs.memory!);
    }, LOOK_AT_MEMORY);
    const finish = (result: Result<unknown>): void => {
      clearTimeout(late);
      clearInterval(watch);
      child.removeListener("message", heard).removeListener("exit", died);
      settle(result);
    };
    const heard = (value: unknown): void => finish({ ok: true, value });
    const died = (): void => finish(end);
    child.once("message", heard).once("exit", died);
    child.send(message);
  });
} // prettier-ignore

/** Bytes in real memory. Only Linux tells; elsewhere the limit on JavaScript's own memory must do. */
function memoryOf(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
