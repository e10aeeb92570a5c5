/** What a source has no more: withdrawn only when it is sure, for a feed that breaks empties no board. */
import { done, type Result } from "#shared/result.ts";
import type { Writing } from "#server/db/open.ts";
import { type Act, moveItem } from "#server/items/save.ts";
import { findSource, type Known, type Memory } from "./store.ts";

/** Healthy readings in a row that must be without it. */
const ENOUGH = 2;
/** A reading that finds less than this share of what was there before is not believed, until it is what comes every time. */
const SHRUNKEN = 0.5;
const FEW = 4;
const USUAL_AFTER = 5;

export type Health =
  | { readonly healthy: true }
  | { readonly healthy: false; readonly code: "empty" | "incomplete" | "shrunken" };

/** Whether a reading may say that something is gone. */
export function healthOf(found: number, whole: boolean, memory: Memory): Health {
  if (!whole) return { healthy: false, code: "incomplete" };
  if (found === 0) return { healthy: false, code: "empty" };
  const before = memory.found ?? 0;
  const shrunken = before >= FEW && found < before * SHRUNKEN && memory.small + 1 < USUAL_AFTER;
  return shrunken ? { healthy: false, code: "shrunken" } : { healthy: true };
}

/** Counts a healthy reading without this record; with enough of them it is gone. Says whether it is. */
export async function miss(tx: Writing, source: string, record: Known, act: Act): Promise<Result<boolean>> {
  const missed = record.missed + 1;
  const gone = missed >= ENOUGH;
  await tx
    .updateTable("source_record")
    .set({ missed, ...(gone ? { gone: act.at } : {}) })
    .where("source", "=", source)
    .where("key", "=", record.key)
    .execute();
  if (!gone) return done(false);
  const other = await tx
    .selectFrom("source_record")
    .select(["source", "key"])
    .where("vacancy", "=", record.vacancy)
    .where("gone", "is", null)
    .orderBy("first_seen")
    .limit(1)
    .executeTakeFirst();
  if (other) {
    await passLead(tx, other);
    return done(false);
  }
  const moved = await moveItem(tx, record.vacancy, null, "withdrawn", act);
  return moved.ok || moved.refusal.code === "no-such-item" ? done(true) : moved;
}

/** Another source still has it: from now on its words count, so that source is read anew. */
async function passLead(tx: Writing, { source, key }: { readonly source: string; readonly key: string }): Promise<void> {
  await tx.updateTable("source_record").set({ leads: 1, print: "" }).where("source", "=", source).where("key", "=", key).execute();
  const stored = await findSource(tx, source);
  if (!stored) return;
  const memory = { ...stored.memory, etag: null, lastModified: null, digest: null };
  await tx.updateTable("source").set({ memory: JSON.stringify(memory) }).where("id", "=", source).execute();
} // prettier-ignore
