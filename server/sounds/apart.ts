/** Runs a program of the system's on strangers' words, so that it cannot harm the hub. */
import { spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { refused, done, type Result } from "#shared/result.ts";

export interface Bounds {
  readonly milliseconds: number;
  readonly bytes: number;
}

/**
 * What it writes when it reads `input`. No shell, nothing of the hub's environment but where programs lie, the lowest
 * priority, and an end where it takes too long or writes too much. Refuses with `no-such-program`, `took-too-long`,
 * `too-large` and `damaged` (it failed).
 */
export function runApart(
  program: string,
  options: readonly string[],
  input: Uint8Array | string,
  bounds: Bounds,
): Promise<Result<Buffer>> {
  return new Promise((settle) => {
    const env = { PATH: process.env["PATH"], LC_ALL: "C.UTF-8" };
    const child = spawn(program, options, { env, cwd: "/", stdio: ["pipe", "pipe", "ignore"] });
    const written: Buffer[] = [];
    let size = 0;
    let why = "damaged";
    const end = (code: string): void => {
      why = code;
      child.kill("SIGKILL");
    };
    const late = setTimeout(() => end("took-too-long"), bounds.milliseconds);
    child.once("spawn", () => lowest(child.pid!));
    child.once("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(late);
      settle(refused(error.code === "ENOENT" ? "no-such-program" : "damaged"));
    });
    child.stdout.on("data", (some: Buffer) => {
      size += some.length;
      if (size > bounds.bytes) end("too-large");
      else written.push(some);
    });
    // A program that ends before it has read everything is judged by its status.
    child.stdin.on("error", () => undefined).end(input);
    child.once("close", (status) => {
      clearTimeout(late);
      settle(status === 0 ? done(Buffer.concat(written)) : refused(why));
    });
  });
}

/** The hub comes first; a process that has ended already needs no rank. */
function lowest(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It is gone, or the system knows no ranks.
  }
}
