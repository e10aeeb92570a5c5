/** Takes a request in: written down with its reference, and whose turn it is told, in one transaction. */
import { randomInt } from "node:crypto";
import { type Accepted, type Attached, type CallRequest, LIMITS, type When, type Way } from "#shared/calls/call.ts"; // prettier-ignore
import { promiseOf } from "#shared/calls/hours.ts";
import { referenceAt, REFERENCES } from "#shared/calls/reference.ts";
import type { Centre } from "#shared/centres/schema.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { CommandName } from "#shared/contract.ts";
import type { Language } from "#shared/languages.ts";
import type { Writing } from "#server/db/open.ts";
import type { Desk, Hand } from "./desk.ts";
import { noteCallAct } from "./note.ts";
import { judgedNumber } from "./judge.ts";
import { type CallRow, findCall } from "./row.ts";
import { settingsOf, teamOf } from "./team.ts";
import { tellSteps } from "./tell.ts";

/** Where a request comes from. */
export interface From {
  readonly centre: Centre;
  readonly screen: string | null;
  readonly askedBy: string | null;
  /** Epoch ms; before now where a kiosk kept it while the hub was away. */
  readonly asked: number;
  /** A parent has been told that it is accepted: it is taken as it is. */
  readonly promised: boolean;
  readonly command: CommandName;
}

type Taken = Result<{ readonly row: CallRow; readonly accepted: Accepted }>;

/**
 * Refused: `handset-not-here`, one of NUMBER_FAULTS, `number-refused` (a known prank), `too-many-calls`,
 * `too-many-for-number`, `id-taken`.
 */
export async function takeInCall(
  tx: Writing,
  desk: Desk,
  id: string,
  request: CallRequest,
  from: From,
  hand: Hand,
): Promise<Result<Accepted>> {
  const taken = await takeIn(tx, desk, id, from, hand, async () => {
    if (request.way === "handset" && !settingsOf(from.centre).handset && !from.promised)
      return refused("handset-not-here");
    const number = await judgedNumber(tx, desk.vault, request, from, hand.now);
    return number.ok ? done({ wanted: request, told: toldOf(desk.vault, id, request, number.value) }) : number; // prettier-ignore
  });
  return taken.ok ? done(taken.value.accepted) : taken;
}

/** What a request asks for, and what of it lies under a key. */
interface Read {
  readonly wanted: Wanted;
  readonly told: Pick<CallRow, "secret" | "number_hash">;
}

/** Takes in what `read` makes of it; one that is there already is not read again. */
export async function takeIn(
  tx: Writing,
  desk: Desk,
  id: string,
  from: From,
  hand: Hand,
  read: () => Promise<Result<Read>>,
): Promise<Taken> {
  const before = await findCall(tx, id);
  // A kiosk that was paired anew meanwhile still hands in its own: nobody else can have sealed it under this id.
  if (before && !from.promised && (before.screen !== from.screen || before.asked_by !== from.askedBy))
    return refused("id-taken");
  if (before && before.state !== "rung-out")
    return done({ row: before, accepted: acceptedOf(before, from.centre) });
  const request = await read();
  if (!request.ok) return request;
  if (from.screen !== null && before === null) {
    // What was promised waits at the kiosk until there is room again; who stole its token waits as well.
    const most = from.promised ? LIMITS.promisedHour : LIMITS.screenHour;
    if (await tooMany(tx, from.screen, hand.now, most)) return refused("too-many-calls", { most });
  }
  const row = { ...freshRow(id, request.value.wanted, from, hand.now), ...request.value.told };
  const written = before ? await upgrade(tx, before, row) : await insert(tx, row);
  const told = await tellSteps(tx, desk, written, from.centre, hand);
  await tx.updateTable("call").set(told).where("id", "=", id).execute();
  const whole = { ...written, ...told };
  await noteCallAct(tx, from.command, whole, hand);
  hand.afterwards(() => {
    desk.bell.ring(whole);
    desk.bell.changed(whole);
  });
  return done({ row: whole, accepted: acceptedOf(whole, from.centre) });
}

export function toldOf(
  vault: Desk["vault"],
  id: string,
  { name }: Pick<CallRequest, "name">,
  number: string | null,
): Pick<CallRow, "secret" | "number_hash"> {
  return {
    secret: vault.lock(`${id}/secret`, JSON.stringify({ name, number })),
    number_hash: number === null ? null : (vault.hashes(number)[0] ?? null),
  };
}

function acceptedOf(row: CallRow, centre: Centre): Accepted {
  const { id, asked, starts: from, due } = row;
  return { id, reference: row.reference ?? "", asked, from, due, keptDays: settingsOf(centre).keptDays };
}

export async function tooMany(
  tx: Writing,
  screen: string,
  now: number,
  most: number = LIMITS.screenHour,
): Promise<boolean> {
  // By when it came in: a request that was kept offline may have been asked days ago.
  const hour = new Date(now - 3_600_000).toISOString();
  const { count } = await tx
    .selectFrom("call")
    .select((sql) => sql.fn.countAll<number | string>().as("count"))
    .where("screen", "=", screen)
    .where("came", ">", hour)
    .executeTakeFirstOrThrow();
  return Number(count) >= most;
}

export interface Wanted {
  readonly way: Way;
  readonly about: string;
  readonly item: Attached | null;
  readonly language: Language;
  readonly when: When;
}

export function freshRow(
  id: string,
  { way, about, item, language, when }: Wanted,
  { centre, screen, askedBy, asked }: Pick<From, "centre" | "screen" | "askedBy" | "asked">,
  now: number,
): CallRow {
  // What suited her is reckoned from when she asked; it cannot be kept before now.
  const promised = promiseOf(teamOf(centre), way, when, asked);
  const late = promised.due < now ? promiseOf(teamOf(centre), way, "soon", now) : promised;
  return {
    id,
    reference: null,
    open_reference: null,
    centre: centre.slug,
    screen,
    asked_by: askedBy,
    way,
    about,
    item_kind: item?.kind ?? null,
    item: item?.id ?? null,
    language,
    suits: when,
    asked: iso(asked),
    came: iso(now),
    starts: iso(late.from),
    due: iso(late.due),
    state: "waiting",
    since: iso(now),
    next: null,
    holder: null,
    outcome: null,
    told: 0,
    told_step: null,
    answered: null,
    in_time: null,
    secret: null,
    notes: null,
    number_hash: null,
    purged: 0,
  };
}

/** Under a reference that no open call has. */
export async function insert(tx: Writing, row: CallRow): Promise<CallRow> {
  for (;;) {
    const reference = referenceAt(randomInt(REFERENCES));
    const whole = { ...row, reference, open_reference: reference };
    const taken = await tx.selectFrom("call").select("id").where("open_reference", "=", reference).executeTakeFirst(); // prettier-ignore
    if (taken) continue;
    // Another hub may take it in this very moment: then the database says so, and the whole act is tried again.
    await tx.insertInto("call").values(whole).execute();
    return whole;
  }
}

/** A voice call that rang out, and is now asked for in another way: the same call, under the same reference. */
async function upgrade(tx: Writing, before: CallRow, row: CallRow): Promise<CallRow> {
  const { reference, open_reference, asked, came } = before;
  const whole = { ...row, reference, open_reference, asked, came };
  await tx.updateTable("call").set(whole).where("id", "=", row.id).execute();
  return whole;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
