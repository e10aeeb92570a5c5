/**
 * Tells people that something wants looking at again: of a leaflet whoever answers for it, before its review
 * day, after it, and when it has left the screens; of a website, which goes on showing, those at whose centres
 * it shows, once its day has passed.
 */
import type { Centre } from "#shared/centres/schema.ts";
import type { Item } from "#shared/item.ts";
import { inEnglish } from "#shared/languages.ts";
import { GRACE, reviewState, type ReviewState } from "#shared/leaflets/review.ts";
import { DAY, HOUR, addDays, readingAt } from "#shared/london.ts";
import { done } from "#shared/result.ts";
import { change } from "#server/db/change.ts";
import { type Duty, startDuty } from "#server/db/duty.ts";
import type { Database, Reading, Writing } from "#server/db/open.ts";
import { watch, watchedOf } from "#server/db/watch.ts";
import { within } from "#server/db/within.ts";
import type { Log } from "#server/log.ts";
import { post } from "#server/messages/message.ts";
import type { MessageName } from "#server/messages/words.ts";
import { listItems } from "./read.ts";

export interface ReviewNeeds {
  readonly database: Database;
  readonly log: Log;
  now(): number;
}

type Reviewed = Item<"leaflet"> | Item<"website">;
type Untimely = Exclude<ReviewState, "fine">;

interface Kept {
  readonly path: string;
  /** What is said of each state; of one that is not here nothing. */
  readonly about: Readonly<Partial<Record<Untimely, MessageName>>>;
  readonly whom: (tx: Writing, item: Reviewed) => Promise<readonly string[]>;
}

const KEPT: Readonly<Record<Reviewed["kind"], Kept>> = {
  leaflet: {
    path: "/console/leaflets",
    about: {
      soon: "leaflet-review-soon",
      overdue: "leaflet-review-overdue",
      "off-the-screens": "leaflet-off",
    },
    whom: ownersOf,
  },
  website: {
    path: "/console/websites",
    about: { overdue: "website-review-overdue", "off-the-screens": "website-review-overdue" },
    whom: showersOf,
  },
};

/** Looks every hour, and tells each thing once; returns the duty, with its stop. */
export function startReviews({ database, log, now }: ReviewNeeds): Duty {
  return startDuty({
    database,
    log,
    name: "reviews",
    every: HOUR,
    round: () => tellOfReviews(database, now()),
  });
}

/** More of a kind than a district will ever have. */
const MOST = 5000;

export async function tellOfReviews(database: Database, now: number): Promise<void> {
  const { day } = readingAt(now);
  for (const kind of ["leaflet", "website"] as const) {
    const found = await listItems(database.reading, { kind, state: "published", limit: MOST }, "all", true);
    for (const item of found as readonly Reviewed[]) {
      const { reviewBy } = item.body;
      const state = reviewBy === null ? "fine" : reviewState(reviewBy, day);
      const about = state === "fine" ? undefined : KEPT[kind].about[state];
      if (reviewBy === null || about === undefined) continue;
      const told = await change(database, async (tx) => done(await tellOnce(tx, item, about, reviewBy, now)));
      if (!told.ok) throw new Error(told.refusal.code);
    }
  }
}

/** What was said is remembered for good: the message itself is forgotten after a month (`tidyMessages`). */
async function tellOnce(
  tx: Writing,
  item: Reviewed,
  about: MessageName,
  reviewBy: string,
  now: number,
): Promise<void> {
  const id = `review/${item.id}`;
  const cause = `${id}/${reviewBy}/${about}`;
  if ((await watchedOf(tx, id))?.state === cause) return;
  await watch(tx, id, { state: cause, since: now });
  const { path, whom } = KEPT[item.kind];
  const facts = {
    title: inEnglish(item.body.title),
    day: reviewBy,
    off: addDays(reviewBy, GRACE + 1),
  };
  const message = { about, facts, path: `${path}/${item.id}`, cause, until: now + 14 * DAY };
  for (const person of await whom(tx, item))
    await post(tx, { ...message, to: { person } }, new Date(now).toISOString());
}

/** Whoever reviewed it last; where that was nobody who is still there, its centres' advisers, else their deputies. */
async function ownersOf(tx: Reading | Writing, { by, audience }: Reviewed): Promise<readonly string[]> {
  const there = await active(tx);
  return there.has(by) ? [by] : answering(tx, audience, there);
}

/**
 * The advisers, else the deputies, of the centres that show it; and the district leads where it shows
 * everywhere, for nobody else may change it there, or where no centre has anybody.
 */
async function showersOf(tx: Reading | Writing, { audience }: Reviewed): Promise<readonly string[]> {
  const there = await active(tx);
  const named = await answering(tx, audience, there);
  if (audience !== "all" && named.length > 0) return named;
  const leads = [...there].filter(([, role]) => role === "district").map(([id]) => id);
  return [...new Set([...named, ...leads])];
}

async function answering(
  tx: Reading | Writing,
  audience: Reviewed["audience"],
  there: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  let query = tx.selectFrom("centre").select("body");
  if (audience !== "all") query = query.where("slug", "in", within(audience));
  const centres = (await query.execute()).map(({ body }) => JSON.parse(body) as Centre);
  const first = centres.map(({ adviser, deputy }) =>
    [adviser, deputy].find((id) => id !== null && there.has(id)),
  );
  return [...new Set(first.filter((id) => typeof id === "string"))];
}

/** Everybody who has not left, with their role. */
async function active(tx: Reading | Writing): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom("person").select(["id", "role"]).where("ended", "is", null).execute();
  return new Map(rows.map(({ id, role }) => [id, role]));
}
