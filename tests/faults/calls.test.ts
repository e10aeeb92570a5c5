import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Accepted } from "#shared/calls/call.ts";
import type { Result } from "#shared/result.ts";
import { openDatabase } from "#server/db/open.ts";
import { databases } from "../support/databases.ts";
import { plantScreens } from "../support/bench/screens.ts";
import { settings, wish } from "../support/calls.ts";
import { centre } from "../support/drafts.ts";
import { temporaryFolder } from "../support/folder.ts";
import { type HubProcess, startProcess } from "../support/process.ts";

/**
 * How often a hub is killed: two hundred times in all (`KILLS=1000` for so many on SQLite). On Postgres the disk
 * is another program's affair, the retries are ours. What costs time is starting again, most of it waiting, so
 * several hubs live and die side by side, each with its own database and its own kiosks.
 */
const kills = { sqlite: Number(process.env.KILLS ?? 192), postgres: 8 };
const hubs = { sqlite: 3, postgres: 1 };
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

describe.each(databases)("hubs that are killed while kiosks ask for calls, on $name", ({ name, fresh }) => {
  let compiled: { path: string; remove: () => Promise<void> };
  const closing: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    // Two hundred starts: what was compiled once is kept.
    compiled = await temporaryFolder("calls-compiled");
  });
  afterAll(async () => {
    for (const close of closing.splice(0)) await close();
    await compiled.remove();
  });

  test(
    `have every accepted request, once, after ${kills[name]} kills`,
    { timeout: 60_000 + 6_000 * kills[name] },
    async () => {
      const each = Math.ceil(kills[name] / hubs[name]);
      await Promise.all(
        Array.from({ length: hubs[name] }, async () => {
          const database = await fresh();
          const folder = await temporaryFolder("calls-killed");
          closing.push(folder.remove, database.close);
          const start = () => startProcess(folder.path, database.url, { NODE_COMPILE_CACHE: compiled.path });
          const told = await liveAndDie(start, database.url, each);
          await expectOnce(told, database.url, each);
          // Each number begins so, with digits enough that no seal holds them by chance, and lies readable nowhere; nor does the name.
          const tells = /\+4479\d{5}|Kim Bowen/;
          expect(told.logs).not.toMatch(tells);
          for (const file of await filesUnder(folder.path, path.dirname(database.url.replace("file:", ""))))
            expect(tells.test(await readFile(file, "latin1")), file).toBe(false);
        }),
      );
    },
  );
});

interface Told {
  readonly asked: readonly Asked[];
  /** Everything that the hubs have printed. */
  readonly logs: string;
}

/** Twenty kiosks ask one hub, which is killed and started again so often. */
async function liveAndDie(start: () => Promise<HubProcess>, url: string, times: number): Promise<Told> {
  let hub = await start();
  await hub.order("saveCentre", { centre: { ...centre("larkhill", { offer: "enhanced" }), calls: settings() as never }, over: null }, "the-centre-0"); // prettier-ignore
  const cookies = await paired(url, times);
  const asked: Asked[] = [];
  const tally = openTally();
  let logs = "";
  let back = Promise.resolve();
  const day = { over: false };
  const lanes = cookies.map(async (theirs, lane) => {
    for (let count = 0; !day.over; count += 1) {
      const cookie = theirs[Math.floor(count / TURNS)];
      if (cookie === undefined) throw new Error("too few kiosks for so many requests");
      const one: Asked = { id: randomUUID(), screen: cookie, reference: null };
      asked.push(one);
      // Each its own number, or the limit for one number would end it.
      const number = `+4479${String(lane).padStart(2, "0")}${String(count).padStart(6, "0")}`;
      while (one.reference === null && !day.over) {
        await tryOnce(hub, one, number);
        // Asking where nobody is any more would only take the time from the hub that starts.
        if (one.reference === null) await back;
      }
      if (one.reference !== null) tally.add();
    }
  });
  const over = Promise.all(lanes);
  for (let kill = 0; kill < times; kill += 1) {
    await Promise.race([tally.midst(), over]);
    let isBack = (): void => {};
    back = new Promise((resolve) => (isBack = resolve));
    await hub.kill();
    logs += hub.said();
    hub = await start().finally(isBack);
  }
  day.over = true;
  await over;
  expect(await hub.stop()).toBe(0);
  return { asked, logs: logs + hub.said() };
}

async function expectOnce({ asked }: Told, url: string, times: number): Promise<void> {
  const accepted = asked.filter(({ reference }) => reference !== null);
  const kept = await rowsIn(url);
  const byId = new Map(kept.map((row) => [row.id, row]));
  expect(byId.size).toBe(kept.length);
  for (const { id, reference } of accepted)
    expect(byId.get(id)).toMatchObject({ reference, state: "waiting" });
  const known = new Set(asked.map(({ id }) => id));
  expect(kept.filter(({ id }) => !known.has(id))).toEqual([]);
  expect(new Set(kept.map(({ reference }) => reference)).size).toBe(kept.length);
  expect(accepted.length).toBeGreaterThan(times);
}

/** Asks; whoever hears nothing, because the hub died before its reply, asks again for the same. */
async function tryOnce({ url }: HubProcess, one: Asked, number: string): Promise<void> {
  try {
    const response = await fetch(`${url}/api/v1/commands/askForCall`, {
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
async function paired(url: string, times: number): Promise<readonly (readonly string[])[]> {
  const database = await openDatabase(url);
  const all = await plantScreens(database, "larkhill", KIOSKS * (10 + times));
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
