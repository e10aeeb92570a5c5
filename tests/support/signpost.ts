import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { SECRET } from "./process.ts";

const cli = join(import.meta.dirname, "..", "..", "dist", "server", "cli.js");

export interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as the one JSON value that it must be. */
  json(): any; // eslint-disable-line typescript/no-explicit-any
}

/** The command line as it was built, in a process of its own, with these settings and no others. */
export function signpost(env: Readonly<Record<string, string>>, ...args: string[]): Promise<Said> {
  return signpostGiven("", env, ...args);
}

/** The same, with this on its standard input. */
export async function signpostGiven(
  input: string,
  env: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<Said> {
  const child = spawn(process.execPath, [cli, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  // A command that does not read is gone before all is written.
  child.stdin.on("error", () => {}).end(input);
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.stderr += text));
  const [status] = (await once(child, "close")) as [number | null];
  return { status, ...said, json: () => JSON.parse(said.stdout) };
}

/** The settings of a hub on this data folder and database. */
export function settingsFor(data: string, databaseUrl: string): Record<string, string> {
  return { SIGNPOST_DATA: data, DATABASE_URL: databaseUrl, SIGNPOST_SECRET: SECRET };
}

/** Done, and nothing to complain of. */
export const DONE = { status: 0, stderr: "" };

/** Could not be done: one line that says why. */
export function failedWith(words: RegExp) {
  return { status: 1, stderr: expectLine(words) };
}

function expectLine(words: RegExp): unknown {
  return {
    asymmetricMatch: (said: string) => words.test(said) && /^[^\n]+\n$/.test(said),
    toString: () => `one line that matches ${words}`,
  };
}
