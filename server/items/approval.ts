/** What a centre's staff put up waits for an adviser, where the centre says so; and so does what they change of it. */
import type { Centre } from "#shared/centres/schema.ts";
import type { AnyItem } from "#shared/item.ts";
import { DECLINED } from "#shared/items/declined.ts";
import { done, refused, type Result } from "#shared/result.ts";
import { within } from "#server/db/within.ts";
import type { Writing } from "#server/db/open.ts";
import type { Acting } from "#server/live/door.ts";
import { findItem } from "./read.ts";
import { moveItem } from "./save.ts";

/** Whether this person's word is not enough to have the item on the screens of its centres. */
export async function needsApproval(tx: Writing, id: string, { role }: Acting): Promise<boolean> {
  if (role !== "staff") return false;
  const item = await findItem(tx, id);
  if (!item || item.audience === "all") return false;
  const rows = await tx
    .selectFrom("centre")
    .select("body")
    .where("slug", "in", within(item.audience))
    .execute();
  return rows.some(({ body }) => (JSON.parse(body) as Centre).curation?.approve === true);
}

/**
 * Makes what waits for approval a draft again; its history says why, for whoever put it up. Refused:
 * `no-such-proposal` where it waits no more, and as `moveItem`.
 */
export async function declineItem(
  tx: Writing,
  id: string,
  over: number | null,
  reason: string,
  acting: Acting,
): Promise<Result<AnyItem>> {
  const item = await findItem(tx, id);
  if (item && item.state !== "proposed") return refused("no-such-proposal", { id });
  return moveItem(tx, id, over, "draft", acting, `${DECLINED}${reason}`);
}

/** What was approved is not what it says now: it leaves the screens until an adviser has seen it. */
export async function approvedAnew(
  tx: Writing,
  saved: Result<AnyItem>,
  acting: Acting,
): Promise<Result<AnyItem>> {
  if (!saved.ok || saved.value.state !== "published") return saved;
  const { id } = saved.value;
  return (await needsApproval(tx, id, acting))
    ? moveItem(tx, id, null, "proposed", acting)
    : done(saved.value);
}
