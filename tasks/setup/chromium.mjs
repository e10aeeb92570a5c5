import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { installPackages } from "./debian.mjs";
import { say, Unready } from "./root.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const onMac = ["Chromium", "Google Chrome"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

/**
 * The browser of the tests: the one that `CHROMIUM` names, else one on this computer.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null} its path
 */
export function findChromium(env) {
  if (env.CHROMIUM) return env.CHROMIUM;
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...places, ...onMac].find(isProgram) ?? null;
}

/** Finds a Chromium, or installs Debian's; where that cannot be done it says what to do. */
export async function ensureChromium() {
  const found = findChromium(process.env) ?? (await installed());
  if (found && isProgram(found)) return found;
  if (found) throw new Unready(`CHROMIUM names ${found}, but that is not a program that can be run.`);
  throw new Unready(
    "The tests need a Chromium. Install Chromium or Chrome (on Debian and Ubuntu: sudo apt install chromium), or name one in CHROMIUM.",
  );
}

async function installed() {
  say("Installing Chromium for the tests. This takes about a minute.");
  return (await installPackages("chromium")) ? findChromium(process.env) : null;
}

/** @param {string} name a program's, as it is called */
export function isThere(name) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.some((folder) => isProgram(join(folder, name)));
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
