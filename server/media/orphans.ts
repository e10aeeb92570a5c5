/** Files that were handed in and are of no use to anybody any more. */
import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { isFileName } from "./named.ts";

/** Days for which a file is kept though nothing names it: an adviser may still be at work on its item. */
const KEPT_DAYS = 30;

/**
 * Removes the files that have lain there longer than that and that `named` does not tell of; gives
 * their names. A file handed in once more counts as new. `now`: epoch ms.
 */
export async function removeOrphans(
  folder: string,
  named: () => Promise<ReadonlySet<string>>,
  now: number,
): Promise<readonly string[]> {
  const isOld = async (name: string): Promise<boolean> => {
    const found = await stat(path.join(folder, name)).catch(() => null);
    return found !== null && found.mtimeMs < now - KEPT_DAYS * 86_400_000;
  };
  const ours = (await readdir(folder)).filter(isFileName);
  const old: string[] = [];
  for (const name of ours) if (await isOld(name)) old.push(name);
  if (old.length === 0) return [];
  const inUse = await named();
  const orphans = old.filter((name) => !inUse.has(name));
  const removed: string[] = [];
  for (const name of orphans) {
    // It may have been handed in again meanwhile.
    if (!(await isOld(name))) continue;
    await rm(path.join(folder, name), { force: true });
    removed.push(name);
  }
  return removed;
}
