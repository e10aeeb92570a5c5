/** Forgets who asked for a call, so many days after its end; that one was asked for is still counted. */
import { done } from "#shared/result.ts";
import { change } from "#server/db/change.ts";
import { type Duty, startDuty } from "#server/db/duty.ts";
import type { Database, Writing } from "#server/db/open.ts";
import { BY_ITSELF } from "#server/itself.ts";
import type { Log } from "#server/log.ts";
import { placeOfPhone } from "#server/messages/phones.ts";
import type { Vault } from "#server/vault.ts";
import { noteCallAct } from "./note.ts";
import { centreOf, settingsOf } from "./team.ts";
import { readUnread } from "./unread.ts";

export interface PurgeNeeds {
  readonly database: Database;
  readonly log: Log;
  readonly vault: Vault;
  now(): number;
}

const EVERY = 10 * 60_000;
const DAY = 86_400_000;
/** Of one centre in one round. */
const MOST = 500;
/** Days after which a number is no known prank any more. */
const PRANK_DAYS = 365;

export function startPurging(needs: PurgeNeeds): Duty {
  return startDuty({ ...needs, name: "calls to forget", every: EVERY, round: () => purgeCalls(needs) });
}

export async function purgeCalls({ database, vault, now }: PurgeNeeds): Promise<void> {
  const at = now();
  const purged = await change(database, async (tx) => {
    await forgetEnded(tx, at);
    await tx
      .deleteFrom("known_prank")
      .where("at", "<", new Date(at - PRANK_DAYS * DAY).toISOString())
      .execute();
    await tx
      .deleteFrom("standing_by")
      .where("until", "<", new Date(at - DAY).toISOString())
      .execute();
    await tx.deleteFrom("person_phone").where("person", "in", (left) => left.selectFrom("person").select("id").where("ended", "is not", null)).execute(); // prettier-ignore
    await readUnread(tx, vault, at);
    await renewLocks(tx, vault);
    return done(null);
  });
  if (!purged.ok) throw new Error(purged.refusal.code);
}

async function forgetEnded(tx: Writing, now: number): Promise<void> {
  const centres = await tx.selectFrom("call").select("centre").distinct().where("purged", "=", 0).execute();
  // Centre by centre: one that keeps its calls for long must not hold up the others.
  for (const { centre: slug } of centres) {
    const centre = await centreOf(tx, slug);
    const days = centre === null ? 1 : settingsOf(centre).keptDays;
    const ended = await tx
      .selectFrom("call")
      .select(["id", "centre", "asked"])
      .where("centre", "=", slug)
      .where("purged", "=", 0)
      .where("state", "in", ["ended", "cancelled"])
      .where("since", "<=", new Date(now - days * DAY).toISOString())
      .limit(MOST)
      .execute();
    for (const call of ended) await forget(tx, call, now);
  }
}

async function forget(
  tx: Writing,
  { id, centre, asked }: { readonly id: string; readonly centre: string; readonly asked: string },
  now: number,
): Promise<void> {
  // To the hour, as the report counts: no instant is left by which somebody could be told.
  const hour = asked.replace(/:.*/, ":00:00.000Z");
  await tx
    .updateTable("call")
    .set({ secret: null, notes: null, number_hash: null, reference: null, screen: null, asked_by: null, holder: null, item: null, item_kind: null })
    .set({ asked: hour, came: hour, starts: hour, due: hour, since: hour, suits: "soon", language: "en", purged: 1 })
    .where("id", "=", id)
    .execute(); // prettier-ignore
  await noteCallAct(tx, "callForgotten", { id, centre }, { who: BY_ITSELF, at: new Date(now).toISOString() });
}

/** What lies under a former key is locked anew, so that the key can be thrown away. */
async function renewLocks(tx: Writing, vault: Vault): Promise<void> {
  const rows = await tx.selectFrom("call").select(["id", "secret", "notes"]).where("purged", "=", 0).where((or) => or.or([or("secret", "is not", null), or("notes", "is not", null)])).execute(); // prettier-ignore
  const renewed = (place: string, locked: string | null) => {
    if (locked === null || vault.isFresh(locked)) return locked;
    const text = vault.unlock(place, locked);
    return text === null ? locked : vault.lock(place, text);
  };
  for (const { id, ...row } of rows) {
    const secret = renewed(`${id}/secret`, row.secret);
    const notes = renewed(`${id}/notes`, row.notes);
    if (secret !== row.secret || notes !== row.notes)
      await tx.updateTable("call").set({ secret, notes }).where("id", "=", id).execute();
  }
  for (const { person, secret: before } of await tx
    .selectFrom("person_phone")
    .select(["person", "secret"])
    .execute()) {
    const secret = renewed(placeOfPhone(person), before);
    if (secret !== before && secret !== null)
      await tx.updateTable("person_phone").set({ secret }).where("person", "=", person).execute();
  }
}
