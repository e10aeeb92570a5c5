/** How a call that one has goes on: notes, another time, back into the queue, an outcome. */
import type { GIVEN_OUTCOMES } from "#shared/calls/call.ts";
import { afterWork, nextIn } from "#shared/calls/hours.ts";
import type { CommandName } from "#shared/contract.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Centre } from "#shared/centres/schema.ts";
import type { Writing } from "#server/db/open.ts";
import type { Desk } from "./desk.ts";
import { noteCallAct } from "./note.ts";
import { knowPrank } from "./pranks.ts";
import type { CallRow } from "./row.ts";
import { type Adviser, held } from "./take.ts";
import { teamOf } from "./team.ts";
import { tellSteps } from "./tell.ts";

const MINUTE = 60_000;
/** The longest anyone may be put off. */
const FARTHEST = 14 * 86_400_000;

/** Refused each: `no-such-call`, `not-yours`. */
export async function noteCall(
  tx: Writing,
  desk: Desk,
  { id, notes }: { readonly id: string; readonly notes: string },
  adviser: Adviser,
): Promise<Result<null>> {
  const mine = await held(tx, id, adviser);
  if (!mine.ok) return mine;
  return move(tx, desk, mine.value.row, {}, notes, "noteCall", adviser);
}

/** Also refused: `not-to-come`, where the time is none of the next two weeks. */
export async function tryAgain(
  tx: Writing,
  desk: Desk,
  { id, at, notes }: { readonly id: string; readonly at: string; readonly notes?: string | undefined },
  adviser: Adviser,
): Promise<Result<null>> {
  const mine = await held(tx, id, adviser);
  if (!mine.ok) return mine;
  const wanted = Date.parse(at);
  if (wanted <= adviser.now || wanted > adviser.now + FARTHEST) return refused("not-to-come");
  const { row, centre } = mine.value;
  const { from, due } = againAt(centre, wanted);
  const changes = { state: "again", starts: from, due, next: new Date(wanted).toISOString(), told: 0, told_step: null }; // prettier-ignore
  return move(tx, desk, row, changes, notes, "tryCallAgain", adviser);
}

/** From when and by when a call is to be tried again that was agreed for this instant. */
function againAt(centre: Centre, wanted: number): { readonly from: string; readonly due: string } {
  const team = teamOf(centre);
  const from = nextIn(team, wanted);
  const due = afterWork(team, from, team.handsetMinutes * MINUTE);
  return { from: new Date(from).toISOString(), due: new Date(due).toISOString() };
}

export async function giveBack(tx: Writing, desk: Desk, id: string, adviser: Adviser): Promise<Result<null>> {
  const mine = await held(tx, id, adviser);
  if (!mine.ok) return mine;
  return move(tx, desk, mine.value.row, await backToQueue(tx, desk, mine.value, adviser), undefined, "giveBackCall", adviser); // prettier-ignore
}

/** It waits again from now on, and everybody's turn begins anew. */
export async function backToQueue(
  tx: Writing,
  desk: Pick<Desk, "hooked" | "told">,
  { row, centre }: { readonly row: CallRow; readonly centre: Centre },
  hand: Pick<Adviser, "who" | "at" | "now" | "afterwards">,
): Promise<Partial<CallRow>> {
  const { from, due } = againAt(centre, hand.now);
  const waiting = {
    state: "waiting",
    since: hand.at,
    holder: null,
    starts: from,
    due,
    told: 0,
    told_step: null,
  };
  return {
    ...waiting,
    ...(await tellSteps(tx, { ...desk, hooked: false }, { ...row, ...waiting }, centre, hand)),
  };
}

export async function endCall(
  tx: Writing,
  desk: Desk,
  { id, outcome, notes }: { readonly id: string; readonly outcome: (typeof GIVEN_OUTCOMES)[number]; readonly notes?: string | undefined }, // prettier-ignore
  adviser: Adviser,
): Promise<Result<null>> {
  const mine = await held(tx, id, adviser);
  if (!mine.ok) return mine;
  const { row } = mine.value;
  if (outcome === "prank") await knowPrank(tx, row, adviser);
  const over = { state: "ended", since: adviser.at, next: null, outcome, open_reference: null };
  return move(tx, desk, row, over, notes, "endCall", adviser, { state: outcome });
}

async function move(
  tx: Writing,
  { vault, bell }: Desk,
  row: CallRow,
  changes: Partial<CallRow>,
  notes: string | undefined,
  command: CommandName,
  { who, token, at, afterwards }: Adviser,
  facts: Readonly<Record<string, string>> = {},
): Promise<Result<null>> {
  const written =
    notes === undefined ? {} : { notes: notes === "" ? null : vault.lock(`${row.id}/notes`, notes) };
  const since = changes.state === undefined ? {} : { since: at };
  const moved = await tx
    .updateTable("call")
    .set({ state: row.state, ...since, ...changes, ...written })
    .where("id", "=", row.id)
    .where("state", "=", row.state)
    .where("holder", "=", row.holder)
    .returningAll()
    .executeTakeFirst();
  if (!moved) return refused("not-yours");
  await noteCallAct(tx, command, row, { who, at, ...(token === undefined ? {} : { token }) }, facts);
  afterwards(() => bell.changed(moved));
  return done(null);
}
