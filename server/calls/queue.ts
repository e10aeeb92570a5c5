/** The queue as advisers see it: what waits, what is taken, and what ended today; no name and no number. */
import type { About, QueuedCall, Step, Telling, Way, When } from "#shared/calls/call.ts";
import { OPEN_STATES, STEPS } from "#shared/calls/call.ts";
import type { Language } from "#shared/languages.ts";
import { readingAt, startOfDay } from "#shared/london.ts";
import { hasOne } from "#shared/people/rules.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import { within } from "#server/db/within.ts";
import { titlesOf } from "#server/items/titles.ts";
import { attachedOf, type CallRow, stateOf } from "./row.ts";
import { type Adviser, mayTake } from "./take.ts";
import { onDutyFor } from "./team.ts";
import { causeOf } from "./tell.ts";
import { isUnread } from "./unread.ts";

type Looking = Pick<Adviser, "who" | "role" | "centres">;

/** Calls on one page at most: nobody reads more. */
const MOST = 500;

export async function listCalls(db: Reading, adviser: Looking, now: number): Promise<readonly QueuedCall[]> {
  const duty = await onDutyFor(db, adviser.who);
  const today = new Date(startOfDay(readingAt(now).day)).toISOString();
  let query = db
    .selectFrom("call")
    .selectAll()
    .where((or) =>
      or.or([
        or("state", "in", OPEN_STATES),
        or.and([or("state", "in", ["ended", "cancelled"]), or("since", ">=", today)]),
      ]),
    )
    // What is over comes last, where there is more than one can read.
    .orderBy((sql) => sql.case().when("state", "in", ["ended", "cancelled"]).then(1).else(0).end())
    .orderBy("due")
    .orderBy("id")
    .limit(MOST);
  if (adviser.centres !== "all") query = query.where("centre", "in", within([...adviser.centres, ...duty]));
  return queued(db, await query.execute(), adviser, duty);
}

export async function queued(
  db: Reading | Writing,
  rows: readonly CallRow[],
  adviser: Looking,
  onDuty?: readonly string[],
): Promise<readonly QueuedCall[]> {
  const duty = new Set(onDuty ?? (await onDutyFor(db, adviser.who)));
  const [titles, screens, tellings] = await Promise.all([
    titlesOf(
      db,
      rows.flatMap(({ item }) => item ?? []),
    ),
    screensOf(db, rows),
    tellingsOf(db, rows),
  ]);
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference ?? "",
    centre: row.centre,
    way: row.way as Way,
    about: row.about as About,
    item: attachedOf(row),
    title: titles.get(row.item ?? "")?.title ?? null,
    language: row.language as Language,
    when: row.suits as When,
    asked: row.asked,
    from: row.starts,
    due: row.due,
    state: stateOf(row),
    askedBy: row.asked_by,
    screen: screens.get(`${row.screen} ${row.centre}`) ?? null,
    told: row.told_step as Step | null,
    tellings: tellings.get(row.id) ?? [],
    unread: isUnread(row),
    mayTake:
      ["waiting", "again", "ringing"].includes(row.state) &&
      mayTake(adviser.role, duty.has(row.centre)) &&
      (duty.has(row.centre) || hasOne(adviser.centres, [row.centre])),
    mine: row.state === "taken" && row.holder === adviser.who,
  }));
}

/** By screen and centre: one that was moved is no place of the centre where it handed in what it still held. */
async function screensOf(
  db: Reading | Writing,
  rows: readonly CallRow[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly place: string | null }>> {
  const ids = rows.flatMap(({ screen }) => screen ?? []);
  const screens = await db.selectFrom("screen").select(["id", "centre", "name", "settings"]).where("id", "in", within(ids)).execute(); // prettier-ignore
  return new Map(
    screens.map(({ id, centre, name, settings }) => [
      `${id} ${centre}`,
      { name, place: (JSON.parse(settings) as { readonly place?: string | null }).place ?? null },
    ]),
  );
}

/** Everything that was tried to tell somebody, by call. */
async function tellingsOf(
  db: Reading | Writing,
  rows: readonly CallRow[],
): Promise<ReadonlyMap<string, readonly Telling[]>> {
  const steps = [...STEPS, "webhook", "reminder"] as const;
  const open = rows.filter(({ state }) => state !== "ended" && state !== "cancelled");
  const causes = open.flatMap(({ id }) => steps.map((step) => causeOf(id, step)));
  const found = await db
    .selectFrom("message")
    .leftJoin("delivery", "delivery.message", "message.id")
    .select(["message.cause", "message.at", "message.person", "message.state as stage"])
    .select(["channel", "delivery.state", "tries", "because", "changed"])
    .where("message.cause", "in", within(causes))
    .orderBy("message.at")
    .orderBy("message.id")
    .execute();
  const all = new Map<string, Telling[]>();
  for (const { cause, at, person, stage, channel, state, tries, because, changed } of found) {
    const [, id = "", step = ""] = cause.split("/");
    const telling: Telling = {
      step: step as Telling["step"],
      person,
      channel,
      state: (state ?? stage) as Telling["state"],
      tries: tries ?? 0,
      because,
      at: changed ?? at,
    };
    all.set(id, [...(all.get(id) ?? []), telling]);
  }
  return all;
}
