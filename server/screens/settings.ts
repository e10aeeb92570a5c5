/** What is particular to one screen, and putting it to sleep by hand. */
import { nextOpeningChange } from "#shared/centres/opening.ts";
import type { Centre } from "#shared/centres/schema.ts";
import { addDays, readingAt, startOfDay } from "#shared/london.ts";
import { done, refused, type Result } from "#shared/result.ts";
import { asOwn } from "#shared/screens/own.ts";
import { ownOf, type ScreenKind, type ScreenSettings } from "#shared/screens/screen.ts";
import type { Writing } from "#server/db/open.ts";
import { settingsOf } from "./screens.ts";

export interface Saving extends Omit<ScreenSettings, "power"> {
  readonly id: string;
  /** The revision that it was made over. */
  readonly over: number;
  readonly name: string;
  readonly kind: ScreenKind;
}

export interface Saved {
  readonly id: string;
  readonly revision: number;
  readonly kind: ScreenKind;
  /** The kind it was before, where that has changed. */
  readonly was: ScreenKind | null;
}

/** Refused: `no-such-screen`, `changed-meanwhile`. */
export async function saveScreen(tx: Writing, saving: Saving): Promise<Result<Saved>> {
  const { id, over, name, kind, place, orientation, opening, languages } = saving;
  const before = await rowOf(tx, id);
  if (!before) return refused("no-such-screen", { id });
  const settings: ScreenSettings = { ...settingsOf(before), place, orientation, opening, languages };
  if (before.revision !== over) {
    const { revision } = before;
    const theirs = { ...settingsOf(before), name: before.name, kind: before.kind, revision };
    return refused("changed-meanwhile", { theirs, yours: saving });
  }
  const row = { name, kind, settings: JSON.stringify(settings), revision: over + 1 };
  await tx.updateTable("screen").set(row).where("id", "=", id).execute();
  const was = before.kind === kind ? null : (before.kind as ScreenKind);
  return done({ id, revision: row.revision, kind, was });
}

/**
 * Asleep or awake until its opening hours next change, `null` as they say. A screen without hours of any
 * kind is itself again the next morning. Refused: `no-such-screen`.
 */
export async function powerScreen(
  tx: Writing,
  id: string,
  awake: boolean | null,
  now: number,
): Promise<Result<{ readonly until: number | null }>> {
  const row = await rowOf(tx, id);
  if (!row) return refused("no-such-screen", { id });
  const plain = { ...settingsOf(row), power: null };
  const centre = asOwn(JSON.parse(row.body) as Centre, ownOf(plain, now));
  const until = nextOpeningChange(centre, now) ?? startOfDay(addDays(readingAt(now).day, 1));
  const settings = { ...plain, power: awake === null ? null : { awake, until } };
  await tx
    .updateTable("screen")
    .set({ settings: JSON.stringify(settings) })
    .where("id", "=", id)
    .execute();
  return done({ until: awake === null ? null : until });
}

async function rowOf(tx: Writing, id: string) {
  return tx
    .selectFrom("screen")
    .innerJoin("centre", "centre.slug", "screen.centre")
    .selectAll("screen")
    .select("centre.body")
    .where("screen.id", "=", id)
    .where("screen.unpaired", "is", null)
    .executeTakeFirst();
}
