import { existsSync } from "node:fs";
import { child } from "./run.mjs";

/**
 * Installs packages of Debian's, where this is Debian or the like and one may.
 * @param {string[]} names
 * @returns {Promise<boolean>} whether they are there now
 */
export async function installPackages(...names) {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (/** @type {string[]} */ ...args) =>
    child("apt-get", args, { env, stdio: ["ignore", "ignore", 2] });
  const update = await apt("update", "-qq");
  return update + (await apt("install", "-qq", "--no-install-recommends", ...names)) === 0;
}
