import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { alone } from "./alone.mjs";
import { mustSucceed, root, say, Unready } from "./root.mjs";
import { child } from "./run.mjs";

/**
 * A `package-lock.json`, or npm's own note of what it installed, which has the same form.
 * @typedef {{ packages: Record<string, { version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean }> }} Lock
 */

/**
 * Brings what the lock file asks for, unless it is there.
 * @param {{ dev: boolean }} what with `dev` also what only tests and development use
 */
export async function install(what) {
  if (!missing(what)) return;
  await alone(async () => {
    if (!missing(what)) return;
    say("Installing what Signpost needs. This takes about a minute.");
    const status = await npm([
      "ci",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      ...(what.dev ? ["--include=dev"] : []),
    ]);
    mustSucceed(status, "That did not work: npm says why above. Is this computer connected to the internet?");
  });
}

/** @param {{ dev: boolean }} what */
function missing(what) {
  const locked = read("package-lock.json");
  if (!locked) throw new Unready("package-lock.json is missing or damaged: fetch Signpost again.");
  return isStale(locked, read("node_modules/.package-lock.json"), what);
}

/**
 * Whether something must be installed: a package is absent or of another version. What is optional may be
 * absent, since most of it is for other kinds of computer.
 * @param {Lock} locked what shall be there
 * @param {Lock | null} installed what is there, as npm noted it at the end of an installation
 * @param {{ dev: boolean }} what
 */
export function isStale(locked, installed, { dev }) {
  if (!installed) return true;
  return Object.entries(locked.packages).some(([path, wanted]) => {
    const found = installed.packages[path];
    if (found) return found.version !== wanted.version;
    return path !== "" && !wanted.optional && (dev || !(wanted.dev || wanted.devOptional));
  });
}

/** @param {string} path @returns {Lock | null} */
function read(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), "utf8"));
  } catch {
    return null;
  }
}

/** Under the Node of the system, since the one in `node_modules` goes and comes back. @param {string[]} args */
function npm(args) {
  const ours = join("node_modules", ".bin");
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.endsWith(ours));
  const env = { ...process.env, PATH: path.join(delimiter) };
  return child("npm", args, { cwd: root, env, stdio: ["ignore", 2, 2] });
}
