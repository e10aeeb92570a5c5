import { readFile } from "node:fs/promises";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { sql } from "kysely";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDatabase, readCounter } from "#server/db/open.ts";
import { noticeDraft } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { breaksHalfway, tomorrow } from "../../support/migrations.ts";
import { connectScreen } from "../../support/screens.ts";

/** A hub's database as the first schema left it. Never made anew: it is what districts have. */
const FIRST = join(import.meta.dirname, "../../samples/databases/2026-11-22-first.sql");

async function load(url: string): Promise<void> {
  const text = await readFile(FIRST, "utf8");
  if (url.startsWith("file:")) {
    const database = new SQLite(url.slice("file:".length));
    database.exec(text);
    database.close();
    return;
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
}

describe.each(databases)("a database of the first schema, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub | null = null;

  beforeEach(async () => {
    database = await fresh();
    await load(database.url);
  });
  afterEach(async () => {
    await running?.stop();
    running = null;
    await database.close();
  });

  test("is served by today's hub as if nothing had happened: same epoch, same screens, same items", async () => {
    running = await startHub({ databaseUrl: database.url });
    const screen = await connectScreen(running.url, "signpost_screen=a-token-of-the-first-schema");
    const welcome = await screen.hello({ epoch: "bJESla-7yFSl", version: 4 });
    expect(welcome).toMatchObject({
      state: "welcome",
      centre: "larkhill",
      name: "Reception",
      changes: {
        epoch: "bJESla-7yFSl",
        version: 10,
        whole: false,
        entries: [{ id: "cook" }, { id: "cook@larkhill" }],
      },
    });
    const whole = await screen.hello();
    expect(whole).toMatchObject({
      changes: {
        entries: [
          { type: "centre", id: "larkhill" },
          { id: "open-day", value: { body: { title: { words: { en: "Open day on Friday: it’s free" } } } } },
          { id: "cook" },
          { id: "cook@larkhill", value: { on: "board", place: 0 } },
        ],
      },
    });
    const coming = screen.nextChanges();
    await running.done("bringBackItem", { id: "open-day", revision: 1, over: 3 });
    expect(await coming).toMatchObject({
      entries: [{ value: { body: { title: { words: { en: "Open day" } } } } }],
    });
    screen.close();
  });

  test("remembers who did what, and a command that was given before is not carried out twice", async () => {
    running = await startHub({ databaseUrl: database.url });
    const past = await running.done("itemHistory", { id: "cook" });
    expect(past.map((one: { what: string }) => one.what)).toEqual([
      "no at northbrook",
      "search at northbrook",
      "board at larkhill",
      "made",
    ]);
    await running.order("saveItem", noticeDraft("once", "Made once", ["larkhill"]), "a-retry-0001");
    expect(await running.done("itemHistory", { id: "once" })).toHaveLength(1);
  });

  test("goes on to a later schema with all that is in it", async () => {
    const later = await openDatabase(database.url, { migrations: tomorrow });
    const { rows } = await sql<{ colour: string }>`SELECT colour FROM centre ORDER BY slug`.execute(
      later.reading,
    );
    expect(rows).toEqual([{ colour: "#00703c" }, { colour: "" }]);
    expect(await readCounter(later.reading)).toMatchObject({ epoch: "bJESla-7yFSl", version: 10 });
    await later.close();
  });

  test("that a newer Signpost has written is left alone, in words", async () => {
    await (await openDatabase(database.url, { migrations: tomorrow })).close();
    await expect(openDatabase(database.url)).rejects.toThrow(
      /written by a newer Signpost \(its schema is 2999-01-01-colour\). Update Signpost first/,
    );
    await (await openDatabase(database.url, { migrations: tomorrow })).close();
  });

  test("is as it was when a step breaks off, and the next start carries it out", async () => {
    await expect(openDatabase(database.url, { migrations: breaksHalfway })).rejects.toThrow("broken off");
    const still = await openDatabase(database.url);
    expect(await readCounter(still.reading)).toMatchObject({ version: 10 });
    await expect(sql`SELECT colour FROM centre`.execute(still.reading)).rejects.toThrow(/colour/);
    await still.close();
    await (await openDatabase(database.url, { migrations: tomorrow })).close();
  });
});

describe.each(databases)("a new database, on $name", ({ fresh }) => {
  test("is there whole after a first start that broke off", async () => {
    const database = await fresh();
    await expect(openDatabase(database.url, { migrations: breaksHalfway })).rejects.toThrow("broken off");
    const opened = await openDatabase(database.url);
    expect(await readCounter(opened.reading)).toMatchObject({ version: 0, tidied: 0 });
    await opened.close();
    await database.close();
  });
});
