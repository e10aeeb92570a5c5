/** Personal tokens for programs: limited to a role and centres that their person has. */
import { PEOPLE, type PersonRole } from "#shared/command.ts";
import type { Audience } from "#shared/schema.ts";
import { randomUUID } from "node:crypto";
import type { KeptToken } from "#shared/people/person.ts";
import { hasAll } from "#shared/people/rules.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import type { Acting, Caller } from "#server/live/door.ts";
import { findPerson } from "./people.ts";
import { hashOf, newSecret } from "./secrets.ts";

/** What a token begins with, so that one that lies about is known for what it is. */
const PREFIX = "signpost_";
/** How often its use is written down, milliseconds. */
const OFTEN = 60_000;

/** The person behind a token, with no more than the token and the person still have in common. */
export async function findToken(db: Reading, secret: string, now: number): Promise<Caller | null> {
  if (!secret.startsWith(PREFIX)) return null;
  const row = await db.selectFrom("token").selectAll().where("hash", "=", hashOf(secret)).executeTakeFirst();
  if (!row || (row.expires !== null && Date.parse(row.expires) <= now)) return null;
  const person = await findPerson(db, row.person);
  if (!person) return null;
  if (row.last_used === null || now - Date.parse(row.last_used) > OFTEN) await noteUse(db, row.id, now);
  const limit = JSON.parse(row.centres) as Audience;
  return {
    id: person.id,
    token: row.id,
    role: lesser(person.role, row.role as PersonRole),
    centres: inBoth(person.centres, limit),
    decides: inBoth(person.decides, limit),
  };
}

async function noteUse(db: Reading, id: string, now: number): Promise<void> {
  const last_used = new Date(now).toISOString();
  await db.updateTable("token").set({ last_used }).where("id", "=", id).execute();
}

export interface TokenWish {
  readonly name: string;
  readonly role: PersonRole;
  readonly centres: Audience;
  readonly days: number;
}

/** Makes a token; its secret is in the answer and nowhere else. Refused: `not-allowed`, `not-your-centre`. */
export async function makeToken(
  tx: Writing,
  { name, role, centres, days }: TokenWish,
  acting: Acting,
): Promise<Result<{ readonly token: KeptToken; readonly secret: string }>> {
  if (lesser(role, acting.role as PersonRole) !== role) return refused("not-allowed");
  if (!hasAll(acting.centres, centres)) return refused("not-your-centre");
  const secret = `${PREFIX}${newSecret()}`;
  const expires = new Date(acting.now + days * 86_400_000).toISOString();
  const token = { id: randomUUID(), name, role, made: acting.at, expires };
  await tx
    .insertInto("token")
    .values({
      ...token,
      person: acting.who,
      hash: hashOf(secret),
      centres: JSON.stringify(centres),
      last_used: null,
    })
    .execute();
  return done({ token: { ...token, centres, lastUsed: null }, secret });
}

export async function listTokens(db: Reading, person: string): Promise<readonly KeptToken[]> {
  const rows = await db
    .selectFrom("token")
    .selectAll()
    .where("person", "=", person)
    .orderBy("made")
    .execute();
  return rows.map(({ id, name, role, centres, made, expires, last_used }) => ({
    id,
    name,
    role: role as PersonRole,
    centres: JSON.parse(centres) as Audience,
    made,
    expires,
    lastUsed: last_used,
  }));
}

function lesser(one: PersonRole, other: PersonRole): PersonRole {
  return PEOPLE.indexOf(one) < PEOPLE.indexOf(other) ? one : other;
}

function inBoth(one: Audience, other: Audience): Audience {
  if (one === "all") return other;
  return other === "all" ? one : one.filter((slug) => other.includes(slug));
}
