/** Paired screens, as the database knows them. */
import { openSince } from "#shared/centres/opening.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Audience } from "#shared/schema.ts";
import {
  type Health,
  presence,
  type Presence,
  type Screen,
  type ScreenKind,
} from "#shared/screens/screen.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import { within } from "#server/db/within.ts";
import type { Tables } from "#server/db/tables.ts";
import type { Centre } from "#shared/centres/schema.ts";
import { hashToken } from "./token.ts";

export interface ScreenReport extends Screen {
  readonly presence: Presence;
  readonly lastSeen: string | null;
  readonly health: Health | null;
}

function toScreen(row: Tables["screen"]): Screen {
  return { id: row.id, centre: row.centre, kind: row.kind as ScreenKind, name: row.name, paired: row.paired };
}

/** The screen that holds this very token; never one that merely resembles it. */
export async function findScreen(db: Reading, token: string): Promise<Screen | null> {
  const row = await db
    .selectFrom("screen")
    .selectAll()
    .where("token_hash", "=", hashToken(token))
    .where("unpaired", "is", null)
    .executeTakeFirst();
  return row ? toScreen(row) : null;
}

/** The centre of a screen that is paired. */
export async function centreOfScreen(db: Reading | Writing, id: string): Promise<string | null> {
  const row = await db
    .selectFrom("screen")
    .select("centre")
    .where("id", "=", id)
    .where("unpaired", "is", null)
    .executeTakeFirst();
  return row?.centre ?? null;
}

/** Every paired screen of these centres and how it stands at `now` (epoch ms). */
export async function listScreens(
  db: Reading,
  centres: Audience,
  now: number,
): Promise<readonly ScreenReport[]> {
  let query = db
    .selectFrom("screen")
    .innerJoin("centre", "centre.slug", "screen.centre")
    .selectAll("screen")
    .select("centre.body")
    .where("unpaired", "is", null)
    .orderBy("screen.centre")
    .orderBy("screen.name");
  if (centres !== "all") query = query.where("screen.centre", "in", within(centres));
  const rows = await query.execute();
  return rows.map((row) => {
    const open = openSince(JSON.parse(row.body) as Centre, now);
    const seen = row.last_seen === null ? null : Date.parse(row.last_seen);
    return {
      ...toScreen(row),
      presence: presence(seen, open, now),
      lastSeen: row.last_seen,
      health: row.health === null ? null : (JSON.parse(row.health) as Health),
    };
  });
}

/** Ends a screen's token for good. */
export async function unpairScreen(tx: Writing, id: string, at: string): Promise<Result<Screen>> {
  const row = await tx
    .updateTable("screen")
    .set({ unpaired: at })
    .where("id", "=", id)
    .where("unpaired", "is", null)
    .returningAll()
    .executeTakeFirst();
  return row ? done(toScreen(row)) : refused("no-such-screen", { id });
}

export interface Sighting {
  readonly id: string;
  readonly at: string;
  readonly health: Health;
}

/** Writes down many sightings in one transaction: a thousand heartbeats are not a thousand commits. */
export async function noteSightings(tx: Writing, sightings: Iterable<Sighting>): Promise<void> {
  for (const { id, at, health } of sightings) {
    await tx
      .updateTable("screen")
      .set({ last_seen: at, health: JSON.stringify(health) })
      .where("id", "=", id)
      .execute();
  }
}
