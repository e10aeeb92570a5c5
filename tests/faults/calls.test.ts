import { randomUUID } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Accepted } from "#shared/calls/call.ts";
import type { Result } from "#shared/result.ts";
import { openDatabase } from "#server/db/open.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { plantScreens } from "../support/bench/screens.ts";
import { settings, wish } from "../support/calls.ts";
import { centre } from "../support/drafts.ts";
import { temporaryFolder } from "../support/folder.ts";
import { type HubProcess, startProcess } from "../support/process.ts";

/**
 * How often the hub is killed; `KILLS=200` makes it two hundred times, in some four minutes. On Postgres
 * the disk is another program's affair, the retries are ours.
 */
const kills = { sqlite: Number(process.env.KILLS ?? 60), postgres: 8 };
const KIOSKS = 20;
/** A kiosk is only let ask so often within an hour: then another one asks in its place. */
const TURNS = 10;
/** The hub is killed while it answers one of so many requests, or has answered none for so long (ms). */
const MOST_ANSWERS = 12;
const LONGEST_LIFE = 3_000;

/** One kiosk that asks again and again, and tries each request until it has an answer. */
interface Asked {
  readonly id: string;
  readonly screen: string;
  reference: string | null;
}

describe.each(databases)("a hub that is killed while kiosks ask for calls, on $name", ({ name, fresh }) => {
  let database: Fresh;
  let folder: { path: string; remove: () => Promise<void> };

  beforeEach(async () => {
    database = await fresh();
    folder = await temporaryFolder("calls-killed");
  });
  afterEach(async () => {
    await folder.remove();
    await rm(`${folder.path}-compiled`, { recursive: true, force: true });
    await database.close();
  });

  test(
    `has every accepted request, once, after ${kills[name]} kills`,
    { timeout: 60_000 + 6_000 * kills[name] },
    async () => {
      // Two hundred starts: what was compiled once is kept.
      const start = () =>
        startProcess(folder.path, database.url, { NODE_COMPILE_CACHE: `${folder.path}-compiled` });
      let hub = await start();
      await hub.order("saveCentre", { centre: { ...centre("larkhill", { offer: "enhanced" }), calls: settings() as never }, over: null }, "the-centre-0"); // prettier-ignore
      const cookies = await paired(database.url);
      const asked: Asked[] = [];
      const tally = openTally();
      let logs = "";
      const day = { over: false };
      const lanes = cookies.map(async (theirs, lane) => {
        for (let count = 0; !day.over; count += 1) {
          const cookie = theirs[Math.floor(count / TURNS)];
          if (cookie === undefined) return;
          const one: Asked = { id: randomUUID(), screen: cookie, reference: null };
          asked.push(one);
          // Each its own number, or the limit for one number would end it.
          const number = `+4479${String(lane).padStart(2, "0")}${String(count).padStart(6, "0")}`;
          while (one.reference === null && !day.over) await tryOnce(() => hub, one, number);
          if (one.reference !== null) tally.add();
        }
      });
      for (let kill = 0; kill < kills[name]; kill += 1) {
        await tally.midst();
        await hub.kill();
        logs += hub.said();
        hub = await start();
      }
      day.over = true;
      await Promise.all(lanes);
      const accepted = asked.filter(({ reference }) => reference !== null);
      expect(await hub.stop()).toBe(0);
      const kept = await rowsIn(database.url);
      const byId = new Map(kept.map((row) => [row.id, row]));
      expect(byId.size).toBe(kept.length);
      for (const { id, reference } of accepted)
        expect(byId.get(id)).toMatchObject({ reference, state: "waiting" });
      const known = new Set(asked.map(({ id }) => id));
      expect(kept.filter(({ id }) => !known.has(id))).toEqual([]);
      expect(new Set(kept.map(({ reference }) => reference)).size).toBe(kept.length);
      // Each number begins with these digits, and lies readable nowhere.
      expect(logs + hub.said()).not.toMatch(/\+4479|Kim/);
      for (const file of await filesUnder(folder.path, path.dirname(database.url.replace("file:", ""))))
        expect((await readFile(file)).includes("+4479"), file).toBe(false);
      expect(accepted.length).toBeGreaterThan(kills[name]);
    },
  );
});

/** Asks; a hub that is away, or dies before its reply, is asked again for the same. */
async function tryOnce(hub: () => HubProcess, one: Asked, number: string): Promise<void> {
  try {
    const response = await fetch(`${hub().url}/api/v1/commands/askForCall`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": `ask-${one.id}`, cookie: one.screen },
      body: JSON.stringify({ id: one.id, ...wish({ way: "ring", number }) }),
    });
    const result = (await response.json()) as Result<Accepted>;
    if (result.ok) one.reference = result.value.reference;
    else if (!/^(stopping|database-busy)$/.test(result.refusal.code)) throw new Refused(result.refusal.code);
  } catch (error) {
    if (error instanceof Refused) throw error;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Counts answers, and wakes whoever waits for so many. */
function openTally() {
  let count = 0;
  let wanted = Infinity;
  let wake = (): void => {};
  return {
    add() {
      count += 1;
      if (count >= wanted) wake();
    },
    /** Resolves at a random instant of a random request. */
    async midst(): Promise<void> {
      wanted = count + 1 + Math.floor(Math.random() * MOST_ANSWERS);
      const late = setTimeout(() => wake(), LONGEST_LIFE);
      await new Promise<void>((resolve) => (wake = resolve));
      clearTimeout(late);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 8));
    },
  };
}

class Refused extends Error {}

/** For each of the kiosks' places the cookies of those who ask there, one after the other. */
async function paired(url: string): Promise<readonly (readonly string[])[]> {
  const database = await openDatabase(url);
  const all = await plantScreens(database, "larkhill", KIOSKS * 60);
  await database.reading.updateTable("screen").set({ kind: "kiosk" }).execute();
  await database.close();
  return Array.from({ length: KIOSKS }, (_, lane) => all.filter((_cookie, at) => at % KIOSKS === lane));
}

/** Every file that a hub on SQLite has written, and what it keeps beside the database. */
async function filesUnder(...folders: readonly string[]): Promise<readonly string[]> {
  const entries = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))); // prettier-ignore
  return entries.flat().flatMap((entry) => (entry.isFile() ? [path.join(entry.parentPath, entry.name)] : []));
}

async function rowsIn(url: string) {
  const database = await openDatabase(url);
  const rows = await database.reading.selectFrom("call").select(["id", "reference", "state"]).execute();
  await database.close();
  return rows;
}
