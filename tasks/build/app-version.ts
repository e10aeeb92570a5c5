import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What the pages are made of: the same sources give the same version, on any machine. */
const sources = ["kiosk", "shared", "package-lock.json"];

/**
 * Names the build for `import.meta.env.SIGNPOST_APP`, in the pages and in the hub alike, so that a screen can tell
 * whether the hub serves a newer build than the one it runs.
 * @param root the repository
 */
export function appVersion(root: string): string {
  const hash = createHash("sha256");
  for (const path of sources.flatMap((source) => files(root, source)).toSorted()) {
    hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest("hex").slice(0, 12);
}

function files(root: string, source: string): string[] {
  if (source.includes(".")) return [source];
  return readdirSync(join(root, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
