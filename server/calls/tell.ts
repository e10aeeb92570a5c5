/** Tells whose turn it is that a call waits, and reckons when the next one is told. */
import { stepInstants } from "#shared/calls/hours.ts";
import { readingAt } from "#shared/london.ts";
import type { Centre } from "#shared/centres/schema.ts";
import { type Addressee, post } from "#server/messages/message.ts";
import type { Writing } from "#server/db/open.ts";
import type { Desk, Hand } from "./desk.ts";
import { BY_ITSELF, noteCallAct } from "./note.ts";
import type { CallRow } from "./row.ts";
import { teamOf, turnsOf } from "./team.ts";

const HOUR = 3_600_000;

/** How a waiting call stands with those who are told. */
export type Told = Pick<CallRow, "told" | "told_step" | "next">;

/** Tells every step whose instant has come. The row need not be written yet; the changes are returned. */
export async function tellSteps(
  tx: Writing,
  desk: Pick<Desk, "hooked" | "told">,
  row: CallRow,
  centre: Centre,
  { now, at, afterwards }: Hand,
): Promise<Told> {
  const turns = await turnsOf(tx, centre, row.holder);
  const promised = { from: Date.parse(row.starts), due: Date.parse(row.due) };
  const instants = stepInstants(teamOf(centre), promised, turns.length);
  let { told, told_step } = row;
  if (told === 0 && row.holder === null && desk.hooked && now >= promised.from) await tellHook(tx, row, centre, now, at); // prettier-ignore
  for (let turn = turns[told]; turn && (instants[told] ?? Infinity) <= now; turn = turns[told]) {
    for (const person of turn.people) await tell(tx, row, centre, { person }, turn.step, now, at);
    if (told > 0) await noteCallAct(tx, "callEscalated", row, { who: BY_ITSELF, at }, { state: turn.step });
    told += 1;
    told_step = turn.step;
  }
  if (told > row.told || desk.hooked) afterwards(desk.told);
  const next = instants[told];
  return { told, told_step, next: next === undefined ? null : new Date(next).toISOString() };
}

function tellHook(tx: Writing, row: CallRow, centre: Centre, now: number, at: string): Promise<string> {
  return tell(tx, row, centre, { webhook: true }, "webhook", now, at);
}

function tell(
  tx: Writing,
  row: CallRow,
  centre: Centre,
  to: Addressee,
  step: string,
  now: number,
  at: string,
): Promise<string> {
  const about = row.holder !== null && row.told === 0 ? "call-again" : step === "adviser" || step === "webhook" ? "call-new" : "call-late"; // prettier-ignore
  const { day, minutes } = readingAt(Date.parse(row.asked));
  const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const facts = {
    centre: centre.name.words.en ?? centre.name.words[centre.name.original] ?? "",
    reference: row.reference ?? "",
    asked: `${time} on ${day}`,
  };
  const until = Math.max(Date.parse(row.due), now) + 12 * HOUR;
  const cause = causeOf(row.id, about === "call-again" ? "reminder" : step);
  return post(tx, { to, about, facts, path: "/console/calls", cause, until, inTurn: true }, at);
}

/** What was told about a call is found by these. */
export function causeOf(id: string, step: string): string {
  return `call/${id}/${step}`;
}
