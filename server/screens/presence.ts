/** Who was heard of last and how, kept in memory and written down together every few seconds. */
import type { Health } from "#shared/screens/screen.ts";
import { change } from "#server/db/change.ts";
import type { Database } from "#server/db/open.ts";
import { done } from "#shared/result.ts";
import type { Log } from "#server/log.ts";
import { noteSightings, type Sighting } from "./screens.ts";

const WRITE_EVERY = 5_000;

export interface Presences {
  /** A paired screen was heard of, at `now` (epoch ms). */
  see(id: string, health: Health, now: number): void;
  /** It has painted this version. */
  painted(id: string, version: number, now: number): void;
  /** Writes down what is not yet written. */
  write(): Promise<void>;
  stop(): Promise<void>;
}

export function openPresences(database: Database, log: Log): Presences {
  const latest = new Map<string, Health>();
  const unwritten = new Map<string, Sighting>();

  function note(id: string, health: Health, now: number): void {
    latest.set(id, health);
    unwritten.set(id, { id, at: new Date(now).toISOString(), health });
  }

  async function write(): Promise<void> {
    if (unwritten.size === 0) return;
    const sightings = [...unwritten.values()];
    unwritten.clear();
    const result = await change(database, async (tx) => done(await noteSightings(tx, sightings)));
    if (!result.ok) log.warn({ code: result.refusal.code }, "could not note which screens were seen");
  }

  function writeSoon(): void {
    write().catch((error: unknown) => log.warn({ error }, "could not note which screens were seen"));
  }

  const timer = setInterval(writeSoon, WRITE_EVERY);
  return {
    see: note,
    painted(id, version, now) {
      const health = latest.get(id);
      if (health && version > health.painted) note(id, { ...health, painted: version }, now);
    },
    write,
    async stop() {
      clearInterval(timer);
      await write();
    },
  };
}
