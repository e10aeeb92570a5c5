/** Writing an item: over the revision it was made from, with its history, and on to the screens. */
import { randomUUID } from "node:crypto";
import { markOlder, type Text } from "#shared/languages.ts";
import type { Bodies, Kind } from "#shared/kinds.ts";
import type { AnyItem } from "#shared/item.ts";
import { leavesScreens } from "#shared/leaflets/review.ts";
import { done, refused, type Result } from "#shared/result.ts";
import { mistakesIn, settled } from "#shared/rules.ts";
import type { Audience, State, Timing } from "#shared/schema.ts";
import type { Writing } from "#server/db/open.ts";
import { missingCentre } from "#server/db/missing.ts";
import { dropEntry, EVERYWHERE, putEntry } from "./entries.ts";
import { findItem, historyOf, shownOf, timingOf } from "./read.ts";
import { followVacancy } from "./placements.ts";

/** Who acts, and when (ISO instant). */
export interface Act {
  readonly who: string;
  readonly at: string;
}

export type Draft = {
  readonly [K in Kind]: Timing & {
    readonly id?: string | undefined;
    readonly kind: K;
    readonly audience: Audience;
    readonly body: Bodies[K];
    /** The revision it was made from; `null` for a new item. */
    readonly over: number | null;
  };
}[Kind];

/**
 * Saves an item. A new one begins as a draft; a published one stays published, so that its screens
 * change at once. Refused: `changed-meanwhile` (with the newer item, so that the two can be laid
 * side by side), `no-such-item`, `other-kind`, `no-such-centre`.
 */
export async function saveItem(tx: Writing, draft: Draft, act: Act): Promise<Result<AnyItem>> {
  const before = draft.id === undefined ? null : await findItem(tx, draft.id);
  if (!before && draft.over !== null) return refused("no-such-item", { id: draft.id });
  if (before && draft.over !== before.revision)
    return refused("changed-meanwhile", { theirs: before, yours: draft });
  if (before && before.kind !== draft.kind) return refused("other-kind", { kind: before.kind });
  const missing = await missingCentre(tx, draft.audience);
  if (missing !== null) return refused("no-such-centre", { centre: missing });
  const item = {
    id: draft.id ?? randomUUID(),
    kind: draft.kind,
    state: before?.state ?? "draft",
    audience: draft.audience,
    ...timingOf(draft),
    revision: (before?.revision ?? 0) + 1,
    created: before?.created ?? act.at,
    changed: act.at,
    by: act.who,
    body: withOlderMarks(before?.body ?? null, settled(draft.kind, before?.body ?? null, draft.body)),
  } as AnyItem;
  await write(tx, item, before ? "saved" : "made", act);
  return done(item);
}

/**
 * Moves an item to another state; one it is in already is left as it is. Publishing is refused with
 * `already-ended`, `not-reviewed` (a leaflet past its grace period) and `bad-input` (as the door does).
 * `what`: what its history says of it.
 */
export async function moveItem(
  tx: Writing,
  id: string,
  over: number | null,
  state: State,
  act: Act,
  what: string = state,
): Promise<Result<AnyItem>> {
  const before = await findItem(tx, id);
  if (!before) return refused("no-such-item", { id });
  if (over !== null && over !== before.revision) return refused("changed-meanwhile", { theirs: before });
  if (before.state === state) return done(before);
  const refusal = state === "published" ? whyNotPublish(before, act.at) : null;
  if (refusal) return refusal;
  const item = { ...before, state, revision: before.revision + 1, changed: act.at, by: act.who };
  await write(tx, item, what, act);
  return done(item);
}

function whyNotPublish(item: AnyItem, at: string): ReturnType<typeof refused> | null {
  if (item.until !== null && item.until <= at) return refused("already-ended", { until: item.until });
  if (item.kind === "leaflet" && !(Date.parse(at) < leavesScreens(item.body.reviewBy))) {
    return refused("not-reviewed", { reviewBy: item.body.reviewBy });
  }
  const mistakes = mistakesIn(item);
  return mistakes.length > 0 ? refused("bad-input", mistakes) : null;
}

/**
 * Makes a former version the newest one: its words and times, in the state the item is in now. What is on screens
 * is held to what is asked of it today.
 */
export async function bringBack(
  tx: Writing,
  id: string,
  revision: number,
  over: number,
  act: Act,
): Promise<Result<AnyItem>> {
  const before = await findItem(tx, id);
  const former = (await historyOf(tx, id)).find((past) => past.revision === revision);
  if (!before || !former) return refused("no-such-item", { id, revision });
  if (over !== before.revision) return refused("changed-meanwhile", { theirs: before });
  const item = {
    ...former.item,
    body: settled(before.kind, before.body, former.item.body),
    state: before.state,
    audience: before.kind === "vacancy" ? before.audience : former.item.audience,
    revision: before.revision + 1,
    changed: act.at,
    by: act.who,
  } as AnyItem;
  const mistakes = item.state === "published" ? mistakesIn(item) : [];
  if (mistakes.length > 0) return refused("bad-input", mistakes);
  await write(tx, item, `brought back ${revision}`, act);
  return done(item);
}

/** Writes an item as it stands, one line of history, and what screens show of it. */
export async function write(tx: Writing, item: AnyItem, what: string, act: Act): Promise<void> {
  const row = {
    kind: item.kind,
    state: item.state,
    audience: JSON.stringify(item.audience),
    timing: JSON.stringify(timingOf(item)),
    until: item.until,
    revision: item.revision,
    created: item.created,
    changed: item.changed,
    changed_by: item.by,
    body: JSON.stringify(item.body),
  };
  await tx
    .insertInto("item")
    .values({ id: item.id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  await tx
    .insertInto("item_history")
    .values({
      item: item.id,
      revision: item.revision,
      at: act.at,
      who: act.who,
      what,
      snapshot: JSON.stringify(item),
    })
    .execute();
  await showItem(tx, item, act.at);
}

async function showItem(tx: Writing, item: AnyItem, at: string): Promise<void> {
  if (item.state === "published") {
    const centres = item.audience === "all" ? [EVERYWHERE] : item.audience;
    await putEntry(tx, { type: item.kind, id: item.id, value: shownOf(item) as never }, centres, at);
  } else await dropEntry(tx, item.kind, item.id, at);
  if (item.kind === "vacancy") await followVacancy(tx, item, at);
}

/** Marks, text by text, the translations that this save has left behind their original. */
function withOlderMarks<T>(before: T | null, after: T): T {
  if (isText(after)) return markOlder(isText(before) ? before : null, after) as T;
  if (Array.isArray(after) || typeof after !== "object" || after === null) return after;
  const former = (before ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(after).map(([name, value]) => [name, withOlderMarks(former[name] ?? null, value)]),
  ) as T;
}

function isText(value: unknown): value is Text {
  return typeof value === "object" && value !== null && "original" in value && "words" in value;
}
