/** Binding a device to a centre with a short code: ten minutes, single use. */
import { randomUUID } from "node:crypto";
import { done, refused, type Result } from "#shared/result.ts";
import type { Pairing } from "#shared/screens/protocol.ts";
import type { Screen, ScreenKind } from "#shared/screens/screen.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import { hashToken, newCode, newToken, readCode } from "./token.ts";

const CODE_LIFE = 10 * 60_000;

/** A new code for a device, and the secret by which this device alone can collect its token. */
export async function beginPairing(
  tx: Writing,
  now: number,
): Promise<Result<{ readonly pairing: Pairing; readonly secret: string }>> {
  await tx.deleteFrom("pairing").where("expires", "<=", iso(now)).execute();
  const secret = newToken();
  const code = await freeCode(tx);
  const expires = now + CODE_LIFE;
  await tx
    .insertInto("pairing")
    .values({ id: randomUUID(), secret_hash: hashToken(secret), code, expires: iso(expires), claimed: null })
    .execute();
  return done({ pairing: { state: "waiting", code, expires }, secret });
}

async function freeCode(tx: Writing): Promise<string> {
  for (;;) {
    const code = newCode();
    const taken = await tx.selectFrom("pairing").select("id").where("code", "=", code).executeTakeFirst();
    if (!taken) return code;
  }
}

export interface Claim {
  readonly code: string;
  readonly centre: string;
  readonly kind: ScreenKind;
  readonly name: string;
}

/**
 * An adviser enters the code: the device's screen comes to be, still without a token.
 * Refused: `no-such-code` (wrong, used or too old: not told apart), `no-such-centre`.
 */
export async function claimPairing(tx: Writing, claim: Claim, now: number): Promise<Result<Screen>> {
  const centre = await tx
    .selectFrom("centre")
    .select("slug")
    .where("slug", "=", claim.centre)
    .executeTakeFirst();
  if (!centre) return refused("no-such-centre", { centre: claim.centre });
  const screen: Screen = {
    id: randomUUID(),
    centre: claim.centre,
    kind: claim.kind,
    name: claim.name,
    paired: iso(now),
  };
  const taken = await tx
    .updateTable("pairing")
    .set({ claimed: JSON.stringify(screen) })
    .where("code", "=", readCode(claim.code))
    .where("claimed", "is", null)
    .where("expires", ">", iso(now))
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n ? done(screen) : refused("no-such-code");
}

export async function findPairing(db: Reading, secret: string, now: number): Promise<Pairing | null> {
  const row = await db
    .selectFrom("pairing")
    .selectAll()
    .where("secret_hash", "=", hashToken(secret))
    .where("expires", ">", iso(now))
    .executeTakeFirst();
  if (!row) return null;
  if (row.claimed === null) return { state: "waiting", code: row.code, expires: Date.parse(row.expires) };
  const screen = JSON.parse(row.claimed) as Screen;
  return { state: "paired", kind: screen.kind, centre: screen.centre };
}

/**
 * The device collects its token, once: the pairing ends here, and only the token's hash is kept.
 * Refused with `no-such-code` where there is nothing to collect.
 */
export async function collectToken(
  tx: Writing,
  secret: string,
  now: number,
): Promise<Result<{ readonly screen: Screen; readonly token: string }>> {
  const row = await tx
    .deleteFrom("pairing")
    .where("secret_hash", "=", hashToken(secret))
    .where("claimed", "is not", null)
    .where("expires", ">", iso(now))
    .returning("claimed")
    .executeTakeFirst();
  if (!row?.claimed) return refused("no-such-code");
  const screen = JSON.parse(row.claimed) as Screen;
  const token = newToken();
  await tx
    .insertInto("screen")
    .values({
      ...screen,
      token_hash: hashToken(token),
      unpaired: null,
      last_seen: null,
      health: null,
      revision: 1,
      settings: "{}",
    })
    .execute();
  return done({ screen, token });
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
