/** The commands about an adviser's sessions. */
import type { Centre } from "#shared/centres/schema.ts";
import type { eventCommands } from "#shared/events/commands.ts";
import { todaysSession } from "#shared/events/presence.ts";
import type { AdviserSession, Event, Presence } from "#shared/events/schema.ts";
import type { Item } from "#shared/item.ts";
import { hasOne } from "#shared/people/rules.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Audience, Media, Term } from "#shared/schema.ts";
import type { Writing } from "#server/db/open.ts";
import { within } from "#server/db/within.ts";
import { findItem } from "#server/items/read.ts";
import { write } from "#server/items/save.ts";
import type { Acting, Handlers } from "#server/live/door.ts";

export const eventHandlers: Pick<Handlers, keyof typeof eventCommands> = {
  sayHere: (tx, { id, state }, acting) => sayHere(tx, id, state, acting),
  agreeToName: (tx, { id, name, photo }, acting) => agreeToName(tx, id, name, photo, acting),
};

type Session = Item<"event"> & { readonly body: Event & { readonly session: AdviserSession } };

/**
 * Writes down what an adviser or a receptionist says of today's session. It needs no revision to be
 * named: the last word counts. Refused: `no-such-item`, `not-your-centre`, `no-session-today`.
 */
async function sayHere(
  tx: Writing,
  id: string,
  state: Presence | null,
  acting: Acting,
): Promise<Result<unknown>> {
  const found = await findSession(tx, id, acting.centres);
  if (!found.ok) return found;
  const item = found.value;
  const one = todaysSession(item.body, await termsOf(tx, item.audience, acting.centres), acting.now);
  if (!one) return refused("no-session-today", { id });
  const here = state && { since: acting.at, state, starts: new Date(one.starts).toISOString() };
  return keep(tx, item, { ...item.body.session, here }, state ?? "took-back", acting);
}

/** The adviser's own word, and nobody else's: the history says whose it was. */
async function agreeToName(
  tx: Writing,
  id: string,
  name: string | null,
  photo: Media | null,
  acting: Acting,
): Promise<Result<unknown>> {
  const found = await findSession(tx, id, acting.centres);
  if (!found.ok) return found;
  const item = found.value;
  const agrees = name !== null || photo !== null;
  const session = { ...item.body.session, name, photo, consent: agrees ? acting.at : null };
  return keep(tx, item, session, agrees ? "agreed-to-name" : "ended-consent", acting);
}

/** One of the caller's centres is enough: a session that is told of in two centres is the same adviser's. */
async function findSession(tx: Writing, id: string, centres: Audience): Promise<Result<Session>> {
  const item = await findItem(tx, id);
  if (!item || item.kind !== "event" || !item.body.session) return refused("no-such-item", { id });
  if (!hasOne(centres, item.audience)) return refused("not-your-centre");
  return done(item as Session);
}

async function termsOf(tx: Writing, audience: Audience, theirs: Audience): Promise<readonly Term[]> {
  const slugs = audience === "all" ? theirs : audience;
  let query = tx.selectFrom("centre").select("body").orderBy("slug").limit(1);
  if (slugs !== "all") query = query.where("slug", "in", within(slugs));
  const row = await query.executeTakeFirst();
  return row ? (JSON.parse(row.body) as Centre).terms : [];
}

async function keep(
  tx: Writing,
  before: Session,
  session: AdviserSession,
  what: string,
  { who, at }: Acting,
): Promise<Result<unknown>> {
  const item = {
    ...before,
    body: { ...before.body, session },
    revision: before.revision + 1,
    changed: at,
    by: who,
  };
  await write(tx, item, what, { who, at });
  return done(item);
}
