/** A vacancy that is filled or withdrawn leaves every screen at once; a mistake brings it back where it was. */
import type { AnyItem } from "#shared/item.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Writing } from "#server/db/open.ts";
import { findItem } from "#server/items/read.ts";
import { type Act, write } from "#server/items/save.ts";

export interface Closing {
  readonly id: string;
  readonly over: number | null;
  readonly why: "filled" | "withdrawn";
}

/** Refused: `no-such-item`, `changed-meanwhile`. */
export async function closeVacancy(
  tx: Writing,
  { id, over, why }: Closing,
  act: Act,
): Promise<Result<AnyItem>> {
  const before = await findItem(tx, id);
  if (before?.kind !== "vacancy") return refused("no-such-item", { id });
  if (over !== null && over !== before.revision) return refused("changed-meanwhile", { theirs: before });
  if (before.state === "withdrawn") return done(before);
  return moved(tx, before, "withdrawn", why, act);
}

/** Its placements stand as they were. Refused: `no-such-item`, `changed-meanwhile`, `already-ended`. */
export async function reopenVacancy(
  tx: Writing,
  { id, over }: { readonly id: string; readonly over: number | null },
  act: Act,
): Promise<Result<AnyItem>> {
  const before = await findItem(tx, id);
  if (before?.kind !== "vacancy") return refused("no-such-item", { id });
  if (over !== null && over !== before.revision) return refused("changed-meanwhile", { theirs: before });
  if (before.state !== "withdrawn") return done(before);
  if (before.until !== null && before.until <= act.at)
    return refused("already-ended", { until: before.until });
  // One that was on no screen was a draft, and is one again.
  return moved(tx, before, before.audience.length > 0 ? "published" : "draft", "reopened", act);
}

async function moved(
  tx: Writing,
  before: AnyItem,
  state: AnyItem["state"],
  what: string,
  act: Act,
): Promise<Result<AnyItem>> {
  const item: AnyItem = { ...before, state, revision: before.revision + 1, changed: act.at, by: act.who };
  await write(tx, item, what, act);
  return done(item);
}
