/** Voice calls through the browser: ringing, answering, passing signals on, hanging up. */
import {
  type About,
  type Attached,
  LIMITS,
  RINGS_FOR,
  STANDS_BY_FOR,
  type TakenCall,
} from "#shared/calls/call.ts";
import type { IceServer, Ringing, Signal } from "#shared/calls/voice.ts";
import type { Language } from "#shared/languages.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Centre } from "#shared/centres/schema.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import { within } from "#server/db/within.ts";
import { freshRow, insert, tooMany } from "./ask.ts";
import type { Desk, Hand } from "./desk.ts";
import { noteCallAct } from "./note.ts";
import { type CallRow, findCall } from "./row.ts";
import { type Adviser, mayTake, seen, take, takenOf } from "./take.ts";
import { groupOf, offersCalls, settingsOf, watchersOf } from "./team.ts";

export async function standBy(tx: Writing, here: boolean, { who, now }: Pick<Hand, "who" | "now">): Promise<Result<null>> {
  const until = new Date(now + STANDS_BY_FOR).toISOString();
  if (!here) await tx.deleteFrom("standing_by").where("person", "=", who).execute();
  else
    await tx
      .insertInto("standing_by")
      .values({ person: who, until })
      .onConflict((conflict) => conflict.column("person").doUpdateSet({ until }))
      .execute();
  return done(null);
} // prettier-ignore

/** Whether somebody stands by for this centre who may answer. `now`: epoch ms. */
export async function somebodyStandsBy(db: Reading | Writing, centre: Centre, now: number): Promise<boolean> {
  const watchers = await watchersOf(db, centre, false);
  const there = await db
    .selectFrom("standing_by")
    .innerJoin("person", "person.id", "standing_by.person")
    .select(["person.id", "person.role"])
    .where("standing_by.until", ">", new Date(now).toISOString())
    .where("person.id", "in", within(watchers))
    .execute();
  const duty = await groupOf(db, settingsOf(centre).dutyGroup);
  return there.some(({ id, role }) => mayTake(role as Adviser["role"], duty.includes(id)));
}

export interface Wanted {
  readonly id: string;
  readonly about: About;
  readonly item: Attached | null;
  readonly language: Language;
}

/** Refused: `voice-not-offered`, `nobody-stands-by`, `too-many-calls`, `id-taken`. */
export async function ringVoice(
  tx: Writing,
  desk: Desk,
  wanted: Wanted,
  { centre, screen }: { readonly centre: Centre; readonly screen: string },
  { who, at, now, afterwards }: Hand,
): Promise<Result<Ringing>> {
  const before = await findCall(tx, wanted.id);
  if (before) return before.screen === screen && before.state === "ringing" ? done(ringingOf(desk, before, now)) : refused("id-taken"); // prettier-ignore
  if (!offersCalls(centre) || !settingsOf(centre).voice) return refused("voice-not-offered");
  if (!(await somebodyStandsBy(tx, centre, now))) return refused("nobody-stands-by");
  if (await tooMany(tx, screen, now)) return refused("too-many-calls", { most: LIMITS.screenHour });
  const from = { centre, screen, askedBy: null, asked: now };
  const fresh = freshRow(wanted.id, { ...wanted, way: "voice", when: "soon" }, from, now);
  const row = await insert(tx, { ...fresh, state: "ringing", next: new Date(now + RINGS_FOR).toISOString() });
  await noteCallAct(tx, "ringVoice", row, { who, at });
  afterwards(() => {
    desk.bell.ring(row);
    desk.bell.changed(row);
  });
  return done(ringingOf(desk, row, now));
}

function ringingOf({ ice }: Desk, { id, reference, next }: CallRow, now: number): Ringing {
  return { id, reference: reference ?? "", until: Date.parse(next ?? ""), now, ice: ice(id, now) };
}

/** Refused: `no-such-call`, `not-allowed`, `taken-already`, `call-over`. */
export async function acceptVoice(
  tx: Writing,
  desk: Desk,
  id: string,
  adviser: Adviser,
): Promise<Result<{ readonly taken: TakenCall; readonly ice: readonly IceServer[] }>> {
  const found = await seen(tx, id, adviser);
  if (!found.ok) return found;
  const { row, centre, onDuty } = found.value;
  if (!mayTake(adviser.role, onDuty)) return refused("not-allowed");
  const taken = await take(tx, desk, row, centre, adviser, ["ringing"], "acceptVoice");
  if (!taken.ok) return taken;
  adviser.afterwards(() => row.screen !== null && desk.bell.toKiosk(row.screen, { id, what: "accepted" }));
  return done({ taken: await takenOf(tx, desk, taken.value, adviser), ice: desk.ice(id, adviser.now) });
}

/** The two sides of a voice call that has been answered; `null` for whoever is neither. */
async function sidesOf(
  db: Reading | Writing,
  id: string,
  who: string,
): Promise<{ readonly row: CallRow; readonly mine: "kiosk" | "adviser" } | null> {
  const row = await findCall(db, id);
  if (!row || row.way !== "voice") return null;
  if (who === `screen ${row.screen}`) return { row, mine: "kiosk" };
  return row.holder === who ? { row, mine: "adviser" } : null;
}

/** Refused: `no-such-call`, `call-over`. */
export async function signalVoice(
  db: Reading,
  desk: Desk,
  { id, signal }: { readonly id: string; readonly signal: Signal },
  who: string,
): Promise<Result<null>> {
  const sides = await sidesOf(db, id, who);
  if (!sides) return refused("no-such-call");
  const { row, mine } = sides;
  if (row.state !== "taken" || row.holder === null || row.screen === null) return refused("call-over");
  if (mine === "kiosk") desk.bell.toPerson(row.holder, { id, what: "signal", signal });
  else desk.bell.toKiosk(row.screen, { id, what: "signal", signal });
  return done(null);
}

/**
 * The kiosk takes a call back that still rings; one that was answered stays the adviser's, who says
 * what came of it. Refused: `no-such-call`.
 */
export async function hangUpVoice(tx: Writing, desk: Desk, id: string, { who, at, token, afterwards }: Hand): Promise<Result<null>> {
  const sides = await sidesOf(tx, id, who);
  if (!sides) return refused("no-such-call");
  const { row, mine } = sides;
  if (mine === "kiosk" && ["ringing", "rung-out"].includes(row.state)) {
    const changes = { state: "cancelled", since: at, next: null, open_reference: null };
    const gone = await tx.updateTable("call").set(changes).where("id", "=", id).where("state", "=", row.state).returningAll().executeTakeFirst();
    if (!gone) return refused("no-such-call");
    afterwards(() => desk.bell.changed(gone));
  }
  await noteCallAct(tx, "hangUpVoice", row, { who, at, ...(token === undefined ? {} : { token }) });
  afterwards(() => {
    if (mine === "kiosk" && row.state === "taken" && row.holder !== null) desk.bell.toPerson(row.holder, { id, what: "ended" });
    if (mine === "adviser" && row.screen !== null) desk.bell.toKiosk(row.screen, { id, what: "ended" });
  });
  return done(null);
} // prettier-ignore
