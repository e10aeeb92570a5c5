/** What happens to calls by itself: they ring out, are up again, the next one is told, the forgotten go back. */
import { OPEN_STATES, RUNG_OUT_FOR } from "#shared/calls/call.ts";
import { promiseOf } from "#shared/calls/hours.ts";
import { done } from "#shared/result.ts";
import type { Centre } from "#shared/centres/schema.ts";
import { change } from "#server/db/change.ts";
import { type Duty, startDuty } from "#server/db/duty.ts";
import type { Database, Writing } from "#server/db/open.ts";
import { BY_ITSELF } from "#server/itself.ts";
import type { Log } from "#server/log.ts";
import type { Desk, Hand } from "./desk.ts";
import { backToQueue } from "./finish.ts";
import { noteCallAct } from "./note.ts";
import { type CallRow, findCall } from "./row.ts";
import { centreOf, settingsOf, teamOf } from "./team.ts";
import { tellSteps } from "./tell.ts";

export interface RoundNeeds {
  readonly database: Database;
  readonly log: Log;
  readonly desk: Desk;
  now(): number;
}

/** A voice call that rings out must do so while somebody still stands before the kiosk (ms). */
const EVERY = 1_000;
/** Calls in one round. */
const MOST = 200;

export function startRounds(needs: RoundNeeds): Duty {
  return startDuty({ ...needs, name: "calls", every: EVERY, round: () => goRound(needs) });
}

async function goRound({ database, desk, now }: RoundNeeds): Promise<void> {
  const at = now();
  const due = await database.reading
    .selectFrom("call")
    .select(["id", "next"])
    .where("state", "in", OPEN_STATES)
    .where("next", "<=", new Date(at).toISOString())
    .orderBy("next")
    .limit(MOST)
    .execute();
  for (const { id, next } of due) {
    const later: (() => void)[] = [];
    const hand = { who: BY_ITSELF, at: new Date(at).toISOString(), now: at, afterwards: (act: () => void) => void later.push(act) }; // prettier-ignore
    const moved = await change(database, async (tx) => done(await moveOn(tx, desk, id, next, hand)));
    if (!moved.ok) throw new Error(moved.refusal.code);
    for (const act of new Set(later)) act();
  }
}

async function moveOn(tx: Writing, desk: Desk, id: string, next: string | null, hand: Hand): Promise<void> {
  const row = await findCall(tx, id);
  const centre = row && (await centreOf(tx, row.centre));
  // Somebody may have been quicker.
  if (!row || !centre || row.next !== next) return;
  const changes = await changesOf(tx, desk, row, centre, hand);
  const moved = await tx.updateTable("call").set(changes).where("id", "=", id).where("state", "=", row.state).returningAll().executeTakeFirst(); // prettier-ignore
  if (moved) hand.afterwards(() => desk.bell.changed(moved));
}

function changesOf(
  tx: Writing,
  desk: Desk,
  row: CallRow,
  centre: Centre,
  hand: Hand,
): Promise<Partial<CallRow>> {
  if (row.state === "ringing") return ringOut(tx, desk, row, centre, hand);
  if (row.state === "rung-out") return giveUp(hand);
  if (row.state === "again") return upAgain(tx, desk, row, centre, hand);
  if (row.state === "taken") return forgotten(tx, desk, row, centre, hand);
  return tellSteps(tx, desk, row, centre, hand);
}

/** Where a handset stands beside the kiosk it becomes a request to ring that, else it waits to be asked for otherwise. */
async function ringOut(tx: Writing, desk: Desk, row: CallRow, centre: Centre, hand: Hand): Promise<Partial<CallRow>> {
  const { screen, id } = row;
  const became = settingsOf(centre).handset ? "handset" : null;
  await noteCallAct(tx, "callRangOut", row, hand, became === null ? {} : { state: became });
  hand.afterwards(() => screen !== null && desk.bell.toKiosk(screen, { id, what: "rung-out", became }));
  if (became === null) return { state: "rung-out", since: hand.at, next: new Date(hand.now + RUNG_OUT_FOR).toISOString() };
  const { from, due } = promiseOf(teamOf(centre), "handset", "soon", hand.now);
  const waiting = { way: "handset", state: "waiting", since: hand.at, starts: new Date(from).toISOString(), due: new Date(due).toISOString() };
  hand.afterwards(() => desk.bell.ring({ ...row, ...waiting }));
  return { ...waiting, ...(await tellSteps(tx, desk, { ...row, ...waiting }, centre, hand)) };
} // prettier-ignore

async function giveUp({ at }: Hand): Promise<Partial<CallRow>> {
  return { state: "ended", since: at, next: null, outcome: "unanswered", open_reference: null };
}

async function upAgain(tx: Writing, desk: Desk, row: CallRow, centre: Centre, hand: Hand): Promise<Partial<CallRow>> {
  const waiting = { state: "waiting", since: hand.at };
  await noteCallAct(tx, "callUpAgain", row, hand);
  hand.afterwards(() => desk.bell.ring({ ...row, ...waiting }));
  return { ...waiting, ...(await tellSteps(tx, desk, { ...row, ...waiting }, centre, hand)) };
} // prettier-ignore

/** Taken and never ended: nobody shall wait because somebody was called away. */
async function forgotten(tx: Writing, desk: Desk, row: CallRow, centre: Centre, hand: Hand): Promise<Partial<CallRow>> {
  await noteCallAct(tx, "callGivenBack", row, hand);
  hand.afterwards(() => desk.bell.ring(row));
  return backToQueue(tx, desk, { row, centre }, hand);
} // prettier-ignore
