/** Tells whoever answers for a leaflet that its review day is near, has passed, or has taken it off the screens. */
import type { Centre } from "#shared/centres/schema.ts";
import type { Item } from "#shared/item.ts";
import { GRACE, reviewState, type ReviewState } from "#shared/leaflets/review.ts";
import { DAY, HOUR, addDays, readingAt } from "#shared/london.ts";
import { done } from "#shared/result.ts";
import { change } from "#server/db/change.ts";
import { type Duty, startDuty } from "#server/db/duty.ts";
import type { Database, Reading, Writing } from "#server/db/open.ts";
import { listItems } from "#server/items/read.ts";
import type { Log } from "#server/log.ts";
import { post } from "#server/messages/message.ts";
import { within } from "#server/db/within.ts";

export interface ReviewNeeds {
  readonly database: Database;
  readonly log: Log;
  now(): number;
}

const ABOUT = {
  soon: "leaflet-review-soon",
  overdue: "leaflet-review-overdue",
  "off-the-screens": "leaflet-off",
} as const satisfies Readonly<Record<Exclude<ReviewState, "fine">, string>>;

/** Looks every hour, and tells each thing once; returns the duty, with its stop. */
export function startReviews({ database, log, now }: ReviewNeeds): Duty {
  return startDuty({
    database,
    log,
    name: "leaflet reviews",
    every: HOUR,
    round: () => tellOwners(database, now()),
  });
}

/** More leaflets than a district will ever have. */
const MOST = 5000;

export async function tellOwners(database: Database, now: number): Promise<void> {
  const { day } = readingAt(now);
  const wanted = { kind: "leaflet", state: "published", limit: MOST } as const;
  for (const item of (await listItems(database.reading, wanted, "all", true)) as Item<"leaflet">[]) {
    const state = reviewState(item.body.reviewBy, day);
    if (state === "fine") continue;
    const told = await change(database, async (tx) => done(await tellOf(tx, item, state, now)));
    if (!told.ok) throw new Error(told.refusal.code);
  }
}

async function tellOf(
  tx: Writing,
  { id, body, by, audience }: Item<"leaflet">,
  state: Exclude<ReviewState, "fine">,
  now: number,
): Promise<void> {
  const cause = `leaflet/${id}/${body.reviewBy}/${state}`;
  const before = await tx.selectFrom("message").select("id").where("cause", "=", cause).executeTakeFirst();
  if (before) return;
  const facts = {
    title: body.title.words[body.title.original] ?? "",
    day: body.reviewBy,
    off: addDays(body.reviewBy, GRACE + 1),
  };
  const path = `/console/leaflets/${id}`;
  const until = now + 14 * DAY;
  for (const person of await ownersOf(tx, by, audience === "all" ? null : audience)) {
    await post(
      tx,
      { to: { person }, about: ABOUT[state], facts, path, cause, until },
      new Date(now).toISOString(),
    );
  }
}

/** Whoever reviewed it last; where that was nobody who is still there, its centres' advisers, else their deputies. */
async function ownersOf(
  tx: Reading | Writing,
  by: string,
  slugs: readonly string[] | null,
): Promise<readonly string[]> {
  const [author] = await active(tx, [by]);
  if (author !== undefined) return [author];
  let query = tx.selectFrom("centre").select("body");
  if (slugs) query = query.where("slug", "in", within(slugs));
  const centres = (await query.execute()).map(({ body }) => JSON.parse(body) as Centre);
  const named = new Set<string>();
  for (const { adviser, deputy } of centres) {
    const there = await active(
      tx,
      [adviser, deputy].filter((id) => id !== null),
    );
    const first = [adviser, deputy].find((id) => id !== null && there.includes(id));
    if (first) named.add(first);
  }
  return [...named];
}

async function active(tx: Reading | Writing, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("person")
    .select("id")
    .where("id", "in", within(ids))
    .where("ended", "is", null)
    .execute();
  return rows.map(({ id }) => id);
}
