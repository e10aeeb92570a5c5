/** Programs that a benchmark runs beside itself, and talks to over their channel. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export interface Program {
  readonly pid: number;
  /** Sends a question and gives the answer to it. Rejects where the program ends instead. */
  ask<Answer>(question: string, input?: unknown): Promise<Answer>;
  ended(): boolean;
  stop(): Promise<void>;
}

export interface Question {
  readonly number: number;
  readonly question: string;
  readonly input: unknown;
}

interface Answer {
  readonly number: number;
  readonly answer?: unknown;
  readonly failed?: string;
}

/** Runs `file` under this Node. What it writes to standard error is shown when it fails. */
export function startProgram(
  file: string,
  how: { args?: readonly string[]; env?: NodeJS.ProcessEnv } = {},
): Program {
  const child = spawn(process.execPath, ["--expose-gc", ...(how.args ?? []), file], {
    env: how.env ?? process.env,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-4_000)));
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on("message", (answer: Answer) => {
    waiting.get(answer.number)?.(answer);
    waiting.delete(answer.number);
  });
  let ended = false;
  child.once("exit", (code, signal) => {
    ended = true;
    const failed = `${file} ended (${code ?? signal}): ${said}`;
    for (const [number, answer] of waiting) answer({ number, failed });
  });
  let asked = 0;
  return {
    pid: child.pid ?? 0,
    ask: <T>(question: string, input?: unknown) =>
      new Promise<T>((resolve, reject) => {
        if (ended) return reject(new Error(`${file} has ended: ${said}`));
        const number = (asked += 1);
        waiting.set(number, ({ answer, failed }) =>
          failed === undefined ? resolve(answer as T) : reject(new Error(failed)),
        );
        child.send({ number, question, input } satisfies Question);
      }),
    ended: () => ended,
    stop: () => end(child),
  };
}

/** Asked to end, and after a while made to. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), 6_000);
  await gone;
  clearTimeout(force);
}
