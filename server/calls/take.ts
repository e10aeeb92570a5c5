/** What an adviser does with a call, one state to the next. */
import { type QueuedCall, type TakenCall, TAKEN_FOR } from "#shared/calls/call.ts";
import { afterWork, workBetween } from "#shared/calls/hours.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Audience } from "#shared/schema.ts";
import { hasOne } from "#shared/people/rules.ts";
import type { CommandName } from "#shared/contract.ts";
import type { Role } from "#shared/command.ts";
import type { Centre } from "#shared/centres/schema.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import type { Desk, Hand } from "./desk.ts";
import { isBarred } from "./judge.ts";
import { noteCallAct } from "./note.ts";
import { queued } from "./queue.ts";
import { type CallRow, findCall } from "./row.ts";
import { centreOf, groupOf, settingsOf, teamOf } from "./team.ts";

/** Who acts, and what is theirs. */
export interface Adviser extends Hand {
  readonly role: Role;
  readonly centres: Audience;
}

const MINUTE = 60_000;

/** A call that one may see, with its centre. Refused: `no-such-call`. */
export async function seen(
  db: Reading | Writing,
  id: string,
  { who, centres }: Pick<Adviser, "who" | "centres">,
): Promise<Result<{ readonly row: CallRow; readonly centre: Centre; readonly onDuty: boolean }>> {
  const row = await findCall(db, id);
  const centre = row && (await centreOf(db, row.centre));
  if (!row || !centre) return refused("no-such-call");
  const onDuty = (await groupOf(db, settingsOf(centre).dutyGroup)).includes(who);
  if (!onDuty && !hasOne(centres, [row.centre])) return refused("no-such-call");
  return done({ row, centre, onDuty });
}

/** Advisers answer calls; of a centre's staff only who is on duty. */
export function mayTake(role: Role, onDuty: boolean): boolean {
  return onDuty || role !== "staff";
}

/** Refused: `no-such-call`, `not-allowed`, `taken-already`, `call-over`. Taking one's own again is as good. */
export async function takeCall(
  tx: Writing,
  desk: Desk,
  id: string,
  adviser: Adviser,
): Promise<Result<TakenCall>> {
  const found = await seen(tx, id, adviser);
  if (!found.ok) return found;
  const { row, centre, onDuty } = found.value;
  if (!mayTake(adviser.role, onDuty)) return refused("not-allowed");
  if (row.state === "taken" && row.holder === adviser.who) return done(await takenOf(tx, desk, row, adviser));
  const taken = await take(tx, desk, row, centre, adviser, ["waiting", "again"]);
  return taken.ok ? done(await takenOf(tx, desk, taken.value, adviser)) : taken;
}

/** Of several who take it at once, the database lets one. */
export async function take(
  tx: Writing,
  desk: Desk,
  row: CallRow,
  centre: Centre,
  { who, token, at, now, afterwards }: Adviser,
  from: readonly string[],
  command: CommandName = "takeCall",
): Promise<Result<CallRow>> {
  const first = row.answered === null;
  const answered = first ? Math.round(workBetween(teamOf(centre), Date.parse(row.asked), now) / MINUTE) : row.answered; // prettier-ignore
  const in_time = first ? Number(now <= Date.parse(row.due)) : row.in_time;
  const next = new Date(afterWork(teamOf(centre), now, TAKEN_FOR)).toISOString();
  const taken = await tx
    .updateTable("call")
    .set({ state: "taken", since: at, holder: who, next, answered, in_time })
    .where("id", "=", row.id)
    .where("state", "in", from)
    .returningAll()
    .executeTakeFirst();
  if (!taken) return refused(row.state === "taken" ? "taken-already" : "call-over");
  await noteCallAct(tx, command, row, { who, at, ...(token === undefined ? {} : { token }) });
  afterwards(() => desk.bell.changed(taken));
  return done(taken);
}

/** The call that one has. Refused: `no-such-call`, `not-yours`. */
export async function held(
  db: Reading | Writing,
  id: string,
  adviser: Pick<Adviser, "who" | "centres">,
): Promise<Result<{ readonly row: CallRow; readonly centre: Centre }>> {
  const found = await seen(db, id, adviser);
  if (!found.ok) return found;
  const { row } = found.value;
  return row.state === "taken" && row.holder === adviser.who ? found : refused("not-yours");
}

export async function takenOf(
  db: Reading | Writing,
  { vault }: Pick<Desk, "vault">,
  row: CallRow,
  adviser: Pick<Adviser, "who" | "centres" | "role">,
): Promise<TakenCall> {
  const [call] = (await queued(db, [row], adviser)) as [QueuedCall];
  const open = (field: "secret" | "notes") => {
    const text = row[field];
    return text === null ? null : vault.unlock(`${row.id}/${field}`, text);
  };
  const secret = open("secret");
  const { name, number } = JSON.parse(secret ?? "{}") as { name?: string | null; number?: string | null };
  const barred = number ? await isBarred(db, vault.hashes(number)) : false;
  const centre = row.way === "handset" ? await centreOf(db, row.centre) : null;
  const handset = centre === null ? null : settingsOf(centre).handsetNumber;
  const { readableNumber } = await import("#shared/calls/number.ts");
  return {
    call,
    name: name ?? null,
    number: number ?? null,
    readable: number ? readableNumber(number) : (handset ?? null),
    notes: open("notes") ?? "",
    unreadable: row.secret !== null && secret === null,
    barred,
  };
}
