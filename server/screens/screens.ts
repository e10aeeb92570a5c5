/** Paired screens, as the database knows them. */
import { openSince } from "#shared/centres/opening.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Audience } from "#shared/schema.ts";
import {
  type Health,
  ownOf,
  PLAIN,
  presence,
  type Screen,
  type ScreenKind,
  type ScreenSettings,
} from "#shared/screens/screen.ts";
import type { ScreenReport } from "#shared/screens/report.ts";
import { asOwn, type Own } from "#shared/screens/own.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import { within } from "#server/db/within.ts";
import type { Tables } from "#server/db/tables.ts";
import type { Centre } from "#shared/centres/schema.ts";
import { hashToken } from "./token.ts";

export type { ScreenReport };

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

export function settingsOf(row: Pick<Tables["screen"], "settings">): ScreenSettings {
  return { ...PLAIN, ...(JSON.parse(row.settings) as Partial<ScreenSettings>) };
}

/** What a screen needs to know of itself; `null` where it is not paired any more. `now`: epoch ms. */
export async function selfOf(
  db: Reading | Writing,
  id: string,
  now: number,
): Promise<{ readonly name: string; readonly own: Own } | null> {
  const row = await db
    .selectFrom("screen")
    .select(["name", "settings"])
    .where("id", "=", id)
    .where("unpaired", "is", null)
    .executeTakeFirst();
  return row ? { name: row.name, own: ownOf(settingsOf(row), now) } : null;
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
    const settings = settingsOf(row);
    const open = openSince(asOwn(JSON.parse(row.body) as Centre, ownOf(settings, now)), now);
    const seen = row.last_seen === null ? null : Date.parse(row.last_seen);
    return {
      ...toScreen(row),
      open: open !== null,
      revision: row.revision,
      settings,
      // One that has just been paired is missed from then on.
      presence: presence(seen, open && Math.max(open, Date.parse(row.paired)), now),
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
