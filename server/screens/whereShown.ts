/** On which screens a change has been painted: read from what each screen said it has drawn. */
import { KINDS } from "#shared/kinds.ts";
import type { Text } from "#shared/languages.ts";
import type { Audience } from "#shared/schema.ts";
import { copyEnds, neverHeld, type HeldCopy, type OnScreen, type Painting, type Stand } from "#shared/screens/painting.ts"; // prettier-ignore
import type { Reading } from "#server/db/open.ts";
import { EVERYWHERE } from "#server/items/entries.ts";
import { placementId } from "#server/items/placements.ts";
import { findItem, historyOf } from "#server/items/read.ts";
import { firstPaints, MEASURED } from "./painted.ts";
import { listScreens, type ScreenReport } from "./screens.ts";

/** What is asked about: an item, or all that a centre shows; an item at one centre where both are named. */
export interface Asked {
  readonly item?: string | undefined;
  readonly centre?: string | undefined;
}

/** The newest change of one entry, as it reaches a centre (or every one). */
interface Change {
  readonly centre: string;
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly gone: number;
  readonly at: string;
}

/** Of the screens in `centres`. `now`: epoch ms. */
export async function whereShown(
  db: Reading,
  asked: Asked,
  centres: Audience,
  now: number,
): Promise<Painting> {
  return paintingOf(db, asked, await listScreens(db, centres, now), now);
}

async function paintingOf(
  db: Reading,
  { item, centre }: Asked,
  screens: readonly ScreenReport[],
  now: number,
): Promise<Painting> {
  const changes = await (item === undefined ? changesAt(db, centre ?? "") : changesOf(db, item));
  const copy = item === undefined ? null : await copyOf(db, item);
  const asked = centre === undefined ? screens : screens.filter((screen) => screen.centre === centre);
  const found: OnScreen[] = [];
  for (const [version, some] of byVersion(asked, changes)) {
    const times = await firstPaints(db, version);
    for (const { screen, last, gone } of some) {
      const held = gone && copy ? { ...copy, lastSeen: instantOf(screen.lastSeen) } : null;
      if (held && neverHeld(held)) continue;
      const stand = standOf(screen, last, times.get(screen.id), held, now);
      found.push({ ...named(screen), off: held !== null, stand });
    }
  }
  found.sort((one, other) => one.centre.localeCompare(other.centre) || one.name.localeCompare(other.name));
  return {
    at:
      changes
        .map((change) => change.at)
        .toSorted()
        .at(-1) ?? null,
    screens: found,
  };
}

function instantOf(iso: string | null): number | null {
  return iso === null ? null : Date.parse(iso);
}

function named({ id, centre, kind, name, presence, lastSeen }: ScreenReport) {
  return { id, centre, kind, name, presence, lastSeen };
}

/** An item's own entry, and where it is a vacancy its places at each centre. */
async function changesOf(db: Reading, item: string): Promise<readonly Change[]> {
  const placed = await db.selectFrom("placement").select("centre").where("vacancy", "=", item).execute();
  const own = await db
    .selectFrom("reach")
    .selectAll()
    .where("type", "in", KINDS)
    .where("id", "=", item)
    .execute();
  const ids = placed.map(({ centre }) => placementId(item, centre));
  const places = ids.length === 0 ? [] : await placesOf(db, ids);
  return [...own, ...places];
}

function placesOf(db: Reading, ids: readonly string[]): Promise<Change[]> {
  return db.selectFrom("reach").selectAll().where("type", "=", "placement").where("id", "in", ids).execute();
}

function changesAt(db: Reading, centre: string): Promise<Change[]> {
  return db.selectFrom("reach").selectAll().where("centre", "in", [centre, EVERYWHERE]).execute();
}

interface Concerned {
  readonly screen: ScreenReport;
  readonly last: Change;
  /** One of the entries, or the only one, is no longer there. */
  readonly gone: boolean;
}

/** Each screen with the last change that concerns it, together where it is the same. */
function byVersion(
  screens: readonly ScreenReport[],
  changes: readonly Change[],
): ReadonlyMap<number, Concerned[]> {
  const together = new Map<number, Concerned[]>();
  const known = new Map<string, Omit<Concerned, "screen"> | null>();
  for (const screen of screens) {
    const { centre } = screen;
    if (!known.has(centre)) known.set(centre, lastAt(centre, changes));
    const found = known.get(centre);
    if (!found) continue;
    together.set(found.last.version, [...(together.get(found.last.version) ?? []), { screen, ...found }]);
  }
  return together;
}

/** The highest version wins, of each entry and of all. */
function lastAt(centre: string, changes: readonly Change[]): Omit<Concerned, "screen"> | null {
  const newest = new Map<string, Change>();
  for (const change of changes) {
    if (change.centre !== centre && change.centre !== EVERYWHERE) continue;
    const key = `${change.type}/${change.id}`;
    if (change.version > (newest.get(key)?.version ?? 0)) newest.set(key, change);
  }
  const all = [...newest.values()].toSorted((one, other) => other.version - one.version);
  const [last] = all;
  return last ? { last, gone: all.some(({ gone }) => gone === 1) } : null;
}

function standOf(
  { health }: ScreenReport,
  change: Change,
  paintedAt: string | undefined,
  held: HeldCopy | null,
  now: number,
): Stand {
  const made = Date.parse(change.at);
  if (paintedAt !== undefined || (health && health.painted >= change.version)) {
    const measured = paintedAt !== undefined && made > now - MEASURED;
    return { state: "painted", after: measured ? Math.max(0, Date.parse(paintedAt) - made) : null };
  }
  const ends = held && copyEnds(held);
  if (ends === null) return { state: "waiting", until: null };
  return ends <= now ? { state: "expired" } : { state: "waiting", until: new Date(ends).toISOString() };
}

/** What a screen may hold of an item: since its first publishing, at the longest until the latest end it had. */
async function copyOf(db: Reading, item: string): Promise<Omit<HeldCopy, "lastSeen">> {
  const past = await historyOf(db, item);
  const published = past.filter((one) => one.item.state === "published");
  const ends = published.map((one) => one.item.until);
  return {
    published: Math.min(...published.map((one) => Date.parse(one.at))),
    until: ends.length > 0 && ends.every((end) => end !== null) ? Math.max(...ends.map((end) => Date.parse(end))) : null, // prettier-ignore
    ofVacancy: past[0]?.item.kind === "vacancy",
  };
}

/** So many withdrawals at most: with more, the screen itself is the matter. */
const MOST = 100;

export interface Late {
  readonly item: string;
  readonly title: Text | null;
  readonly painting: Painting;
}

/** What was withdrawn and may still be on a screen in `centres`: newest first. */
export async function lateWithdrawals(db: Reading, centres: Audience, now: number): Promise<readonly Late[]> {
  const screens = await listScreens(db, centres, now);
  if (screens.length === 0) return [];
  const behind = Math.min(...screens.map(({ health }) => health?.painted ?? 0));
  const rows = await db
    .selectFrom("reach")
    .select(["type", "id"])
    .where("gone", "=", 1)
    .where("version", ">", behind)
    .where("centre", "in", [...new Set(screens.map(({ centre }) => centre)), EVERYWHERE])
    .orderBy("version", "desc")
    .limit(10 * MOST)
    .execute();
  const items = new Set(rows.map(({ type, id }) => (type === "placement" ? id.slice(0, id.lastIndexOf("@")) : id))); // prettier-ignore
  const late: Late[] = [];
  for (const item of [...items].slice(0, MOST)) {
    const painting = await paintingOf(db, { item }, screens, now);
    const still = painting.screens.filter(({ off, stand }) => off && stand.state === "waiting");
    if (still.length === 0) continue;
    const title = (await findItem(db, item))?.body.title ?? null;
    late.push({ item, title, painting: { ...painting, screens: still } });
  }
  return late;
}
