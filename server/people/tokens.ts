/** Personal tokens for programs: limited to a role and centres that their person has. */
import { PEOPLE, type PersonRole } from "#shared/command.ts";
import type { Audience } from "#shared/schema.ts";
import type { Reading } from "#server/db/open.ts";
import type { Caller } from "#server/live/door.ts";
import { findPerson } from "./people.ts";
import { hashOf } from "./secrets.ts";

/** What a token begins with, so that one that lies about is known for what it is. */
const PREFIX = "signpost_";

/** The person behind a token, with no more than the token and the person still have in common. */
export async function findToken(db: Reading, secret: string, now: number): Promise<Caller | null> {
  if (!secret.startsWith(PREFIX)) return null;
  const row = await db.selectFrom("token").selectAll().where("hash", "=", hashOf(secret)).executeTakeFirst();
  if (!row || (row.expires !== null && Date.parse(row.expires) <= now)) return null;
  const person = await findPerson(db, row.person);
  if (!person) return null;
  const limit = JSON.parse(row.centres) as Audience;
  return {
    id: person.id,
    token: row.id,
    role: lesser(person.role, row.role as PersonRole),
    centres: inBoth(person.centres, limit),
    decides: inBoth(person.decides, limit),
  };
}

function lesser(one: PersonRole, other: PersonRole): PersonRole {
  return PEOPLE.indexOf(one) < PEOPLE.indexOf(other) ? one : other;
}

function inBoth(one: Audience, other: Audience): Audience {
  if (one === "all") return other;
  return other === "all" ? one : one.filter((slug) => other.includes(slug));
}
