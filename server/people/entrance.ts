/** What a link opens: whoever comes with one chooses a password, and is somebody from then on. */
import { randomUUID } from "node:crypto";
import { done, refused, type Result } from "#shared/result.ts";
import type { Writing } from "#server/db/open.ts";
import { hasLead } from "./handlers.ts";
import { type Spent, spendLink } from "./links.ts";

export interface Entering {
  readonly link: string;
  /** The name they go by; asked for by the first link, and welcome with the others. */
  readonly name?: string | undefined;
  /** Only the first link asks for it: every other one knows whose it is. */
  readonly email?: string | undefined;
}

/**
 * Uses a link up and gives its person this password; their sessions are ended. Gives who that is, and the
 * address they sign in with. Refused: `link-spent` (unknown, used, too old: not told apart), `bad-input`.
 */
export async function enter(
  tx: Writing,
  entering: Entering,
  passwordHash: string,
  now: number,
): Promise<Result<Entered>> {
  const spent = await spendLink(tx, entering.link, now);
  if (!spent) return refused("link-spent");
  const at = new Date(now).toISOString();
  const person = spent.purpose === "setup" ? await firstLead(tx, entering, at) : await known(tx, spent, entering, at); // prettier-ignore
  if (!person.ok) return person;
  const { id } = person.value;
  await tx.deleteFrom("session").where("person", "=", id).execute();
  await tx.deleteFrom("account").where("person", "=", id).where("provider", "=", "credential").execute();
  await tx
    .insertInto("account")
    .values({
      id: randomUUID(),
      person: id,
      provider: "credential",
      account: id,
      password: passwordHash,
      access_token: null,
      refresh_token: null,
      id_token: null,
      access_expires: null,
      refresh_expires: null,
      scope: null,
      created: at,
      changed: at,
    })
    .execute();
  return person;
}

interface Entered {
  readonly id: string;
  readonly email: string;
}

/** The set-up link makes the first district lead, and none after that. */
async function firstLead(tx: Writing, { email, name }: Entering, at: string): Promise<Result<Entered>> {
  if (await hasLead(tx)) return refused("link-spent");
  if (email === undefined || name === undefined) {
    const missing = [...(email === undefined ? ["email"] : []), ...(name === undefined ? ["name"] : [])];
    return refused("bad-input", missing.map((path) => ({ path, code: "missing" }))); // prettier-ignore
  }
  const before = await tx.selectFrom("person").select("id").where("email", "=", email).executeTakeFirst();
  const row = { name, role: "district", ended: null, changed: at };
  const id = before?.id ?? randomUUID();
  if (before) await tx.updateTable("person").set(row).where("id", "=", id).execute();
  else
    await tx
      .insertInto("person")
      .values({ ...row, id, email, email_verified: 1, image: null, created: at, second_factor: 0 })
      .execute();
  return done({ id, email });
}

async function known(
  tx: Writing,
  { person }: Spent,
  { name }: Entering,
  at: string,
): Promise<Result<Entered>> {
  const row = await tx
    .selectFrom("person")
    .select(["id", "email"])
    .where("id", "=", person ?? "")
    .where("ended", "is", null)
    .executeTakeFirst();
  if (!row) return refused("link-spent");
  if (name !== undefined) await tx.updateTable("person").set({ name, changed: at }).where("id", "=", row.id).execute(); // prettier-ignore
  return done(row);
}
