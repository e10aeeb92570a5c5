/** Items as the database keeps them, and as the rest of the hub speaks of them. */
import type { Kind } from "#shared/kinds.ts";
import type { AnyItem, Item, Shown } from "#shared/item.ts";
import { forScreens } from "#shared/rules.ts";
import type { Audience, Timing } from "#shared/schema.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import type { Tables } from "#server/db/tables.ts";

export function toItem(row: Tables["item"]): AnyItem {
  return {
    id: row.id,
    kind: row.kind as Kind,
    state: row.state as AnyItem["state"],
    audience: JSON.parse(row.audience) as Audience,
    ...(JSON.parse(row.timing) as Timing),
    revision: row.revision,
    created: row.created,
    changed: row.changed,
    by: row.changed_by,
    body: JSON.parse(row.body),
  } as AnyItem;
}

export function timingOf(item: Timing): Timing {
  const { from, until, pattern, exceptDates, termTimeOnly } = item;
  return { from, until, pattern, exceptDates, termTimeOnly };
}

/** What screens get of an item. */
export function shownOf<K extends Kind>(item: Item<K>): Shown<K> {
  return { ...timingOf(item), body: forScreens(item.kind, item.body) };
}

export async function findItem(db: Reading | Writing, id: string): Promise<AnyItem | null> {
  const row = await db.selectFrom("item").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? toItem(row) : null;
}

export interface Wanted {
  readonly kind?: Kind | undefined;
  readonly state?: AnyItem["state"] | undefined;
  readonly limit: number;
}

/** Items of these centres, newest change first; those of no centre yet only for who has `unplaced` to see. */
export async function listItems(
  db: Reading,
  wanted: Wanted,
  centres: Audience = "all",
  unplaced = true,
): Promise<readonly AnyItem[]> {
  let query = db.selectFrom("item").selectAll().orderBy("changed", "desc").orderBy("id").limit(wanted.limit);
  if (wanted.kind) query = query.where("kind", "=", wanted.kind);
  if (wanted.state) query = query.where("state", "=", wanted.state);
  if (centres !== "all") query = query.where((where) => where.or(audiencesOf(centres, unplaced).map((like) => where("audience", "like", like)))); // prettier-ignore
  return (await query.execute()).map(toItem);
}

/** As audiences are written down: a JSON list of slugs, which hold nothing that LIKE takes for more. */
function audiencesOf(centres: readonly string[], unplaced: boolean): readonly string[] {
  return ['"all"', ...centres.map((slug) => `%"${slug}"%`), ...(unplaced ? ["[]"] : [])];
}

export interface Past {
  readonly revision: number;
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly item: AnyItem;
}

/** Who did what to an item, newest first. */
export async function historyOf(db: Reading | Writing, id: string): Promise<readonly Past[]> {
  const rows = await db
    .selectFrom("item_history")
    .selectAll()
    .where("item", "=", id)
    .orderBy("revision", "desc")
    .execute();
  return rows.map(({ revision, at, who, what, snapshot }) => ({
    revision,
    at,
    who,
    what,
    item: JSON.parse(snapshot) as AnyItem,
  }));
}
