/**
 * One hub a data folder. The lock is a SQLite file held in an exclusive transaction: the operating
 * system lets go of it the moment the process ends, however it ends, so none is ever left behind.
 */
import path from "node:path";
import SQLite from "better-sqlite3";

/** Takes the folder's lock and returns its release, or `null` where another process holds it. */
export function lockFolder(folder: string): (() => void) | null {
  const file = new SQLite(path.join(folder, "hub.lock"), { timeout: 0 });
  try {
    file.pragma("locking_mode = EXCLUSIVE");
    file.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    file.close();
    if (error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY"))
      return null;
    throw error;
  }
  return () => file.close();
}
