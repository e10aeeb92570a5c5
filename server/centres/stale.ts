/** Looks whether boards go stale, and tells the linked adviser, then the deputy, then the district lead. */
import { isOpen } from "#shared/centres/opening.ts";
import type { Centre } from "#shared/centres/schema.ts";
import { type Board, STALE_AFTER, type Staleness, stalenessOf, turnOf } from "#shared/centres/stale.ts";
import { inEnglish } from "#shared/languages.ts";
import { done } from "#shared/result.ts";
import { change } from "#server/db/change.ts";
import { type Duty, startDuty } from "#server/db/duty.ts";
import type { Database, Reading, Writing } from "#server/db/open.ts";
import { unwatch, watch, watchedOf } from "#server/db/watch.ts";
import { BY_ITSELF } from "#server/itself.ts";
import type { Log } from "#server/log.ts";
import { post } from "#server/messages/message.ts";
import { stepsOf } from "#server/messages/people.ts";
import { listCentres } from "./save.ts";

const EVERY = 10 * 60_000;
const DAY = 86_400_000;
const NAMES = { stale: "board-stale", few: "board-few" } as const satisfies Record<Staleness, string>;

export interface StaleNeeds {
  readonly database: Database;
  readonly log: Log;
  now(): number;
  /** Something was written down for people to be told. */
  told(): void;
}

export function watchBoards(needs: StaleNeeds): Duty {
  return startDuty({ ...needs, name: "stale boards", every: EVERY, round: () => lookForStale(needs) });
}

/** A centre that is closed now is looked at when it is open: nobody can do anything about it at night. */
export async function lookForStale({ database, now, told }: StaleNeeds): Promise<void> {
  const at = now();
  for (const { centre } of await listCentres(database.reading)) {
    if (!isOpen(centre, at)) continue;
    const result = await change(database, async (tx) => done(await look(tx, centre, at)));
    if (!result.ok) throw new Error(result.refusal.code);
    if (result.value) told();
  }
}

async function look(tx: Writing, centre: Centre, now: number): Promise<boolean> {
  const id = `board/${centre.slug}`;
  const before = await watchedOf(tx, id);
  const board = await boardOf(tx, centre, now);
  if (board === null) {
    // Nobody has ever decided anything here: the days count from the first look.
    if (before === null) await watch(tx, id, { state: "new", since: now });
    if (before?.state !== "new") return false;
  }
  const { staleAfter = STALE_AFTER } = centre;
  const decided = board ?? { decided: before?.since ?? now, left: centre.board.ten, of: centre.board.ten };
  const staleness = stalenessOf(decided, staleAfter, now);
  if (staleness === null) {
    if (before && board) await unwatch(tx, id);
    return false;
  }
  const steps = await stepsOf(tx, centre);
  const told = before?.state.startsWith("told ") ? { steps: Number(before.state.slice(5)), since: before.since } : null; // prettier-ignore
  const step = turnOf(told, steps.length, now);
  if (step === null) return false;
  await watch(tx, id, { state: `told ${step + 1}`, since: now });
  const facts = {
    centre: inEnglish(centre.name),
    days: Math.floor((now - decided.decided) / DAY),
    ten: board?.left ?? 0,
    of: decided.of,
  };
  for (const person of steps[step] ?? []) {
    const message = { to: { person }, about: NAMES[staleness], facts, path: "/console", cause: id, until: now + 2 * DAY }; // prettier-ignore
    await post(tx, message, new Date(now).toISOString());
  }
  return true;
}

/** `null` where nobody has decided anything yet. `now`: epoch ms. */
async function boardOf(db: Reading | Writing, centre: Centre, now: number): Promise<Board | null> {
  const last = await db
    .selectFrom("placement")
    .select((sql) => sql.fn.max("placed").as("placed"))
    .where("centre", "=", centre.slug)
    // What takes a free place by itself has decided nothing.
    .where("who", "!=", BY_ITSELF)
    .executeTakeFirst();
  if (!last?.placed) return null;
  const at = new Date(now).toISOString();
  const { left } = await db
    .selectFrom("placement")
    .innerJoin("item", "item.id", "placement.vacancy")
    .select((sql) => sql.fn.countAll<number | string>().as("left"))
    .where("placement.centre", "=", centre.slug)
    .where("placement.decision", "=", "board")
    .where("item.state", "=", "published")
    .where((or) => or.or([or("item.until", "is", null), or("item.until", ">", at)]))
    .executeTakeFirstOrThrow();
  const of = centre.board.ten;
  return { decided: Date.parse(last.placed), left: Math.min(Number(left), of), of };
}
