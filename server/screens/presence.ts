/** Who was heard of last and how, kept in memory and written down together: every few seconds, paints soon. */
import { type Health, OFFLINE_AFTER } from "#shared/screens/screen.ts";
import { change } from "#server/db/change.ts";
import type { Database } from "#server/db/open.ts";
import { done } from "#shared/result.ts";
import type { Log } from "#server/log.ts";
import { notePaints, type Paint, paintsSince } from "./painted.ts";
import { noteSightings, type Sighting } from "./screens.ts";

const WRITE_EVERY = 5_000;
/** An adviser waits for it; a thousand screens that paint together are still one write. */
const WRITE_PAINTS_AFTER = 100;
/** Another hub's clock may be so far off, and its paints so late. */
const LOOK_BACK = 10_000;

export interface Presences {
  /** A paired screen was heard of, at `now` (epoch ms). */
  see(id: string, health: Health, now: number): void;
  /** It has painted this version. */
  painted(id: string, version: number, now: number): void;
  /** This is on it now. */
  shows(id: string, what: string, now: number): void;
  /** The last that this hub has heard from it, later than what is written down; `null` for nothing. */
  latest(id: string): Health | null;
  /** Has `listener` told which screens have painted something, once it can be read; returns the stop. */
  watch(listener: (screens: readonly string[]) => void): () => void;
  /** Looks for what other hubs on the same database have heard. `now`: epoch ms. */
  look(now: number): Promise<void>;
  /** Writes down what is not yet written; resolves when all that was heard is. */
  write(): Promise<void>;
  stop(): Promise<void>;
}

/** @param came a screen is here that was not; it can be read in the database */
export function openPresences(database: Database, log: Log, came = (): void => {}): Presences {
  const latest = new Map<string, Sighting>();
  const unwritten = new Map<string, Sighting>();
  const listeners = new Set<(screens: readonly string[]) => void>();
  let paints: Paint[] = [];
  let hasCome = false;
  let told = new Set<string>();
  let soon: NodeJS.Timeout | undefined;

  function note(id: string, health: Health, now: number): void {
    const before = latest.get(id);
    const at = new Date(now).toISOString();
    const sighting = { id, at, health };
    latest.set(id, sighting);
    unwritten.set(id, sighting);
    const isNew = !before || now - Date.parse(before.at) >= OFFLINE_AFTER;
    const hasPainted = before !== undefined && health.painted > before.health.painted;
    if (isNew) hasCome = true;
    if (hasPainted) paints.push({ screen: id, version: health.painted, at });
    if (isNew || hasPainted) soon ??= setTimeout(writeSoon, WRITE_PAINTS_AFTER);
  }

  let writing = Promise.resolve();
  /** One after the other: whoever waits for what is written down waits for a write that had begun as well. */
  function write(): Promise<void> {
    writing = writing.then(writeNow, writeNow);
    return writing;
  }

  async function writeNow(): Promise<void> {
    clearTimeout(soon);
    soon = undefined;
    if (unwritten.size === 0) return;
    const sightings = [...unwritten.values()];
    const painted = paints;
    const arrival = hasCome;
    unwritten.clear();
    paints = [];
    hasCome = false;
    const result = await change(database, async (tx) => {
      await noteSightings(tx, sightings);
      if (painted.length > 0) await notePaints(tx, painted, Date.parse(painted.at(-1)!.at));
      return done(null);
    });
    if (!result.ok) return log.warn({ code: result.refusal.code }, "could not note which screens were seen");
    tell(painted);
    if (arrival) came();
  }

  /** Each paint once, whichever way it is heard of. */
  function tell(heard: readonly Paint[]): void {
    const fresh = heard.filter((paint) => !told.has(keyOf(paint)));
    if (database.engine === "postgres") for (const paint of fresh) told.add(keyOf(paint));
    if (fresh.length === 0) return;
    const screens = [...new Set(fresh.map(({ screen }) => screen))];
    for (const listener of listeners) listener(screens);
  }

  function writeSoon(): void {
    write().catch((error: unknown) => log.warn({ error }, "could not note which screens were seen"));
  }

  const timer = setInterval(writeSoon, WRITE_EVERY);
  return {
    see: note,
    painted(id, version, now) {
      const health = latest.get(id)?.health;
      if (health && version > health.painted) note(id, { ...health, painted: version }, now);
    },
    shows(id, what, now) {
      const health = latest.get(id)?.health;
      if (health) note(id, { ...health, showing: what }, now);
    },
    latest: (id) => unwritten.get(id)?.health ?? null,
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async look(now) {
      if (listeners.size === 0) return;
      const recent = await paintsSince(database.reading, new Date(now - LOOK_BACK).toISOString());
      tell(recent);
      told = new Set(recent.map(keyOf));
    },
    write,
    async stop() {
      clearInterval(timer);
      await write();
    },
  };
}

function keyOf({ screen, version }: Paint): string {
  return `${screen}@${version}`;
}
