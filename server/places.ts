/** Where the hub finds what was built and what is shipped with it. */
import { readFileSync } from "node:fs";
import path from "node:path";

/** The repository's folder, from server/ as well as from dist/server/. */
const root = import.meta.dirname.endsWith(path.join("dist", "server"))
  ? path.join(import.meta.dirname, "..", "..")
  : path.join(import.meta.dirname, "..");

export const builtFolder = path.join(root, "dist", "kiosk");
export const contentFolder = path.join(root, "content");

/** The name of the build that lies there: a screen of another one updates itself. */
export function appOf(built: string): string {
  return readFileSync(path.join(built, "app.txt"), "utf8").trim();
}
