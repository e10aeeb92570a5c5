/** By what a paired screen proves itself where its cookie does not come along: to the proxy, and through its launcher. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Screen, ScreenKind } from "#shared/screens/screen.ts";
import type { Reading } from "#server/db/open.ts";

export interface Pass {
  /** The screen's id. */
  readonly username: string;
  readonly password: string;
}

/** The pass of a paired screen; it ends with the pairing. */
export async function passOf(db: Reading, secret: string, screen: string): Promise<Pass | null> {
  const row = await rowOf(db, screen);
  return row ? { username: screen, password: passwordOf(secret, screen, row.token_hash) } : null;
}

/** The paired screen whose pass this is. */
export async function screenWith(
  db: Reading,
  secret: string,
  { username, password }: Pass,
): Promise<Screen | null> {
  const row = /^[\w-]{1,64}$/.test(username) ? await rowOf(db, username) : undefined;
  if (!row || !same(password, passwordOf(secret, username, row.token_hash))) return null;
  return { id: row.id, centre: row.centre, kind: row.kind as ScreenKind, name: row.name, paired: row.paired };
}

/** `Basic …`, as the proxy and the launcher send it; `null` where it is none. */
export function readBasic(header: string | undefined): Pass | null {
  const encoded = /^Basic ([A-Za-z0-9+/=]{1,400})$/i.exec(header ?? "")?.[1];
  const [, username, password] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? "", "base64").toString("utf8")) ?? [];
  return username !== undefined && password !== undefined ? { username, password } : null;
}

function rowOf(db: Reading, screen: string) {
  return db
    .selectFrom("screen")
    .select(["id", "centre", "kind", "name", "paired", "token_hash"])
    .where("id", "=", screen)
    .where("unpaired", "is", null)
    .executeTakeFirst();
}

function passwordOf(secret: string, screen: string, tokenHash: string): string {
  return createHmac("sha256", secret)
    .update(`signpost guard pass\0${screen}\0${tokenHash}`)
    .digest("base64url");
}

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
