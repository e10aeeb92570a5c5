/** What the person at the keyboard is told when the hub or a command cannot go on: one line, and what to do. */
import { refusalFor } from "./db/refusals.ts";
import { Unusable } from "./unusable.ts";

/** Where the system's, SQLite's or Postgres' own words do not say what to do. */
const ADVICE: readonly (readonly [codes: RegExp, advice: string])[] = [
  [/^EADDRINUSE$/, "This port is in use. Set PORT to another one."],
  [/^EADDRNOTAVAIL$/, "This is no address of this computer. Check HOST."],
  [/^(ENOTFOUND|EAI_AGAIN)$/, "No computer of this name is known. Check HOST and DATABASE_URL."],
  [/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST)$/, "This port, folder or file may not be used. Check PORT and SIGNPOST_DATA."],
  [/^SQLITE_(CANTOPEN|NOTADB|CORRUPT|READONLY)/, "The database cannot be used. Check DATABASE_URL and SIGNPOST_DATA, or restore a backup."],
  [/^(28...|3D000)$/, "The database does not let us in. Check DATABASE_URL."],
]; // prettier-ignore

const MENDABLE = {
  "disk-full": "The disk is full. Make room and try again.",
  "database-busy": "Another program holds the database. Wait for it to end.",
  "database-away": "The database does not answer. Check DATABASE_URL, and that it runs.",
} as const;

/** Words for a mishap that is known; `null` for a mistake of ours, whose stack is worth more. */
export function mishapInWords(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof Unusable) return error.message;
  const code = "code" in error ? String(error.code) : "";
  const refusal = refusalFor(error);
  const advice = ADVICE.find(([codes]) => codes.test(code))?.[1] ?? (refusal && MENDABLE[refusal]);
  return advice ? `${advice} (${wordsOf(error)})`.replaceAll(/\s*\n\s*/g, " ") : null;
}

/** An error of several (a name with two addresses, both closed) has no words but its parts'. */
export function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
