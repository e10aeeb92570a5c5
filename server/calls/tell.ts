/** Tells whose turn it is that a call waits, and reckons when the next one is told. */
import type { Telling } from "#shared/calls/call.ts";
import { stepInstants } from "#shared/calls/hours.ts";
import { inEnglish } from "#shared/languages.ts";
import { readingAt } from "#shared/london.ts";
import type { Centre } from "#shared/centres/schema.ts";
import { type Addressee, post } from "#server/messages/message.ts";
import type { Writing } from "#server/db/open.ts";
import { BY_ITSELF } from "#server/itself.ts";
import type { Desk, Hand } from "./desk.ts";
import { noteCallAct } from "./note.ts";
import type { CallRow } from "./row.ts";
import { teamOf, turnsOf } from "./team.ts";

const HOUR = 3_600_000;
const LOOK_AGAIN = 10 * 60_000;

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
  if (told === 0 && desk.hooked && now >= promised.from) await tellHook(tx, row, centre, now, at);
  for (let turn = turns[told]; turn && (instants[told] ?? Infinity) <= now; turn = turns[told]) {
    const about = told > 0 ? "call-late" : row.holder === null ? "call-new" : "call-again";
    const step = about === "call-again" ? "reminder" : turn.step;
    for (const person of turn.people) await tell(tx, row, centre, { to: { person }, about, step }, now, at);
    if (told > 0) await noteCallAct(tx, "callEscalated", row, { who: BY_ITSELF, at }, { state: turn.step });
    told += 1;
    told_step = turn.step;
  }
  if (told > row.told || desk.hooked) afterwards(desk.told);
  // Where nobody is named at all, somebody may be later.
  const next = turns.length === 0 ? now + LOOK_AGAIN : instants[told];
  return { told, told_step, next: next === undefined ? null : new Date(next).toISOString() };
}

/** Once for each call, however often it is up again. */
async function tellHook(tx: Writing, row: CallRow, centre: Centre, now: number, at: string): Promise<void> {
  const before = await tx.selectFrom("message").select("id").where("cause", "=", causeOf(row.id, "webhook")).executeTakeFirst(); // prettier-ignore
  if (!before)
    await tell(tx, row, centre, { to: { webhook: true }, about: "call-new", step: "webhook" }, now, at);
}

interface Said {
  readonly to: Addressee;
  readonly about: "call-new" | "call-late" | "call-again";
  readonly step: Telling["step"];
}

function tell(
  tx: Writing,
  row: CallRow,
  centre: Centre,
  { to, about, step }: Said,
  now: number,
  at: string,
): Promise<string> {
  const { day, minutes } = readingAt(Date.parse(row.asked));
  const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const facts = {
    centre: inEnglish(centre.name),
    reference: row.reference ?? "",
    asked: `${time} on ${day}`,
  };
  const until = Math.max(Date.parse(row.due), now) + 12 * HOUR;
  const cause = causeOf(row.id, step);
  return post(tx, { to, about, facts, path: "/console/calls", cause, until, inTurn: true }, at);
}

/** What was told about a call is found by these. */
export function causeOf(id: string, step: string): string {
  return `call/${id}/${step}`;
}
