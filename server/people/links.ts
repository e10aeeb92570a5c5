/** One-time links: for the first start, for whoever is invited, and for who forgot a password. */
import type { LinkPurpose, Opened } from "#shared/people/person.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import { hashOf, newSecret } from "./secrets.ts";

const HOUR = 3_600_000;
const LIVES: Readonly<Record<LinkPurpose, number>> = { setup: 24 * HOUR, invite: 7 * 24 * HOUR, reset: HOUR };

/** Where a link leads. The secret stands behind the #, so no server's or proxy's log ever holds it. */
function pathOf(secret: string): string {
  return `/console/welcome#${secret}`;
}

/** A new link; whatever link the person had before opens nothing any more. Gives its path. */
export async function makeLink(
  tx: Writing,
  purpose: LinkPurpose,
  person: string | null,
  now: number,
): Promise<string> {
  const secret = newSecret();
  if (person !== null) await tx.deleteFrom("link").where("person", "=", person).execute();
  await tx.deleteFrom("link").where("expires", "<=", iso(now)).execute();
  await tx
    .insertInto("link")
    .values({ hash: hashOf(secret), purpose, person, made: iso(now), expires: iso(now + LIVES[purpose]) })
    .execute();
  return pathOf(secret);
}

/** What a link opens; `null` where it is unknown, used or too old: not told apart. */
export async function readLink(db: Reading, secret: string, now: number): Promise<Opened | null> {
  const row = await db
    .selectFrom("link")
    .leftJoin("person", "person.id", "link.person")
    .select(["link.purpose", "person.email", "person.name", "person.ended"])
    .where("hash", "=", hashOf(secret))
    .where("expires", ">", iso(now))
    .executeTakeFirst();
  if (!row || row.ended !== null) return null;
  return { purpose: row.purpose as LinkPurpose, email: row.email, name: row.name };
}

export interface Spent {
  readonly purpose: LinkPurpose;
  readonly person: string | null;
}

/** Uses a link up. Of two that come with the same one, only one gets it. */
export async function spendLink(tx: Writing, secret: string, now: number): Promise<Spent | null> {
  const row = await tx
    .deleteFrom("link")
    .where("hash", "=", hashOf(secret))
    .where("expires", ">", iso(now))
    .returning(["purpose", "person"])
    .executeTakeFirst();
  return row ? { purpose: row.purpose as LinkPurpose, person: row.person } : null;
}

function iso(now: number): string {
  return new Date(now).toISOString();
}
