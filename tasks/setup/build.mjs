import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { alone } from "./alone.mjs";
import { mustSucceed, root, say } from "./root.mjs";
import { tool } from "./run.mjs";

const dist = join(root, "dist");
const sources = [
  "shared",
  "server",
  "kiosk",
  "console",
  "content",
  "docs",
  "tasks/build",
  "package.json",
  "package-lock.json",
];
const configuration = ["tsconfig.json", "vite.config.ts"];

/** Builds the pages and the hub into `dist`, unless they were built from just these sources. */
export async function build() {
  if (built() === state()) return;
  await alone(async () => {
    const now = state();
    if (built() === now) return;
    say("Building the pages and the hub.");
    await rebuild(now);
  });
}

/** What is in `dist` from now on is not what `build` made. */
export function disown() {
  rmSync(join(dist, ".built"), { force: true });
}

function state() {
  return digest(root, [...sources, ...configuration]);
}

function built() {
  const note = join(dist, ".built");
  return existsSync(note) ? readFileSync(note, "utf8") : null;
}

/**
 * Built aside and then exchanged, so that a running hub never serves half a build, and a failed one harms nothing.
 * @param {string} now
 */
async function rebuild(now) {
  const aside = join(root, ".cache", "dist");
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  // Whatever the shell that asks is set to: a build for development would not run on an old TV.
  const quiet = /** @type {const} */ ({ stdout: 2, env: { ...process.env, NODE_ENV: "production" } });
  const results = await Promise.all([
    tool("vite", ["build", "--logLevel=warn", `--outDir=${join(aside, "kiosk")}`], quiet),
    tool("vite", ["build", "--logLevel=warn", "--mode=console", `--outDir=${join(aside, "console")}`], quiet),
    tool("vite", ["build", "--logLevel=warn", "--mode=guard", `--outDir=${join(aside, "guard")}`], quiet),
    tool("vite", ["build", "--logLevel=warn", "--ssr", `--outDir=${join(aside, "server")}`], quiet),
  ]);
  mustSucceed(Math.max(...results), "The build failed: the reason stands above.");
  writeFileSync(join(aside, ".built"), now);
  const former = join(root, ".cache", "dist-before");
  rmSync(former, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, former);
  renameSync(aside, dist);
  rmSync(former, { recursive: true, force: true });
}

/**
 * Names the state of files without reading them: it changes when one is edited, added, removed or renamed.
 * @param {string} folder
 * @param {readonly string[]} paths files, and folders with all that is in them, from `folder` on; absent ones are left out
 */
export function digest(folder, paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((each) => files(folder, each)).toSorted()) {
    const { size, mtimeMs } = statSync(join(folder, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

/** @param {string} folder @param {string} path @returns {string[]} */
function files(folder, path) {
  const found = statSync(join(folder, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(folder, path)).flatMap((name) => files(folder, `${path}/${name}`));
}
