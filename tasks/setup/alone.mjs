import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root } from "./root.mjs";

const cache = join(root, ".cache");
const lock = join(cache, "setup.lock");
const longestSetup = 15 * 60_000;

/**
 * Runs `work` while no other command sets up this folder, and waits for one that does.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
  mkdirSync(cache, { recursive: true });
  while (!take()) {
    if (abandoned()) rmSync(lock, { force: true });
    else await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** The lock appears with its holder's number inside, in one step: nobody ever reads it empty. */
function take() {
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, lock);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Its holder was killed. In a container a new process may bear the dead one's number, even our own. */
function abandoned() {
  try {
    const holder = Number(readFileSync(lock, "utf8"));
    return holder === process.pid || !lives(holder) || Date.now() - statSync(lock).mtimeMs > longestSetup;
  } catch {
    return false;
  }
}

/** @param {number} pid */
function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
