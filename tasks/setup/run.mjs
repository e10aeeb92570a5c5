import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, Unready } from "./root.mjs";

const bin = join(root, "node_modules", ".bin");
const followParent = new URL("./follow-parent.mjs", import.meta.url).href;

/** Path of a Node 24 or later: this one, else the one that `install` brought. */
export function node24() {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  const brought = join(bin, "node");
  if (existsSync(brought)) return brought;
  throw new Unready(
    `Signpost needs Node 24 or later on this computer, and this is Node ${process.versions.node}. Get it from https://nodejs.org and try again.`,
  );
}

/**
 * Runs a file of ours under Node 24 in the foreground: here if this is one, else in a child that follows us and
 * gives us its status.
 * @param {string} file absolute path
 * @param {readonly string[]} args
 */
export async function run(file, args) {
  const node = node24();
  if (node === process.execPath) {
    process.argv.splice(1, process.argv.length, file, ...args);
    await import(pathToFileURL(file).href);
  } else process.exitCode = await follow(node, file, args);
}

/**
 * Runs a file of ours in a child that hears our signals and that ends when we do, however we end.
 * @param {string} node path of the Node to run it
 * @param {string} file
 * @param {readonly string[]} args
 */
export function follow(node, file, args) {
  return child(node, [...process.execArgv, "--import", followParent, file, ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
}

/**
 * Runs a tool that npm installed, under Node 24.
 * @param {string} name as in `node_modules/.bin`
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, stdout?: "inherit" | "ignore" | 2 }} [how] where its output goes: 2 is standard error
 * @returns {Promise<number>} its exit status
 */
export function tool(name, args, { env = process.env, stdout = "inherit" } = {}) {
  const path = `${bin}${delimiter}${env.PATH ?? ""}`;
  return child(node24(), [join(bin, name), ...args], {
    cwd: root,
    env: { ...env, PATH: path },
    stdio: ["inherit", stdout, "inherit"],
  });
}

/**
 * Runs a program to its end and passes on to it the signals that we get meanwhile.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} how
 * @returns {Promise<number>} its exit status, as a shell would give it
 */
export async function child(file, args, how) {
  const started = spawn(file, args, how);
  /** @type {NodeJS.Signals[]} */
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  const forward = (/** @type {NodeJS.Signals} */ name) => void started.kill(name);
  for (const name of signals) process.on(name, forward);
  try {
    const [code, signal] = await once(started, "exit");
    return code ?? 128 + constants.signals[/** @type {NodeJS.Signals} */ (signal)];
  } finally {
    for (const name of signals) process.off(name, forward);
  }
}
