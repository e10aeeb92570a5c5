/** Starting a process of our own for work that must not be able to harm the hub. */
import { fork, type ChildProcess } from "node:child_process";
import { workerFile } from "./worker-file.ts";

/**
 * Starts `NAME.js` with so much memory for JavaScript, without the hub's environment, in which its secrets are,
 * and without `eval`. Resolves when it says that it is ready; throws where it does not come to that.
 */
export async function startChild(beside: string, name: string, megabytes: number): Promise<ChildProcess> {
  const child = fork(workerFile(beside, name), {
    env: {},
    execArgv: [`--max-old-space-size=${megabytes}`, "--disallow-code-generation-from-strings"],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let complaint = "";
  child.stderr!.on("data", (text: Buffer) => (complaint = (complaint + text.toString()).slice(-2000)));
  await new Promise((ready, failed) => {
    child.once("message", ready);
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`${name} did not start (${code}): ${complaint}`)));
  });
  child.removeAllListeners();
  child.on("error", () => child.kill("SIGKILL"));
  child.stderr!.removeAllListeners().resume();
  return child;
}

/** A process that was killed counts as gone at once, though its end is only heard of later. */
export function isThere(child: ChildProcess): boolean {
  return child.connected && !child.killed && child.exitCode === null && child.signalCode === null;
}
