import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { backUp, tables } from "#server/db/backup.ts";
import { released } from "#server/db/migrations/index.ts";
import { type Database, openDatabase } from "#server/db/open.ts";
import { restore } from "#server/db/restore.ts";
import type { Welcome } from "#shared/screens/protocol.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { centre, notice, noticeDraft } from "../../support/drafts.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { handIn } from "../../support/files.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { tomorrow } from "../../support/migrations.ts";
import { connectScreen, pairScreen } from "../../support/screens.ts";

const [sqlite, postgres] = databases as [(typeof databases)[number], (typeof databases)[number]];
const moves = [
  ["sqlite", "sqlite", sqlite, sqlite],
  ["sqlite", "postgres", sqlite, postgres],
  ["postgres", "sqlite", postgres, sqlite],
] as const;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function folderOf(name: string): Promise<string> {
  const folder = await temporaryFolder(name);
  closing.push(folder.remove);
  return folder.path;
}

async function databaseOn(kind: (typeof databases)[number]): Promise<Fresh> {
  const database = await kind.fresh();
  closing.push(database.close);
  return database;
}

/** A centre, a notice with a picture, and one paired screen that knows them. */
async function furnish(running: RunningHub) {
  await running.done("saveCentre", {
    centre: centre("larkhill", { brand: { colour: "#00703c", logo: null } }),
    over: null,
  });
  const picture = await handIn(running, "images/sharp-Landscape_6.jpg");
  await running.done("saveItem", {
    ...noticeDraft("n1", "", ["larkhill"]),
    body: notice("Open day", { picture }),
  });
  await running.done("publishItem", { id: "n1", over: null });
  const { cookie } = await pairScreen(running, "larkhill", "board", "Reception");
  return { picture, cookie };
}

async function rowsIn({ reading }: Database): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const table of tables) {
    const rows = await reading.selectFrom(table).selectAll().execute();
    all[table] = rows.map((row) => JSON.stringify(table === "hub" ? { ...row, epoch: "" } : row)).toSorted();
  }
  return all;
}

describe.each(moves)("a backup from %s to %s", (_from, _to, from, to) => {
  test("brings everything, files as well, under a new epoch that screens take over whole", async () => {
    const file = join(await folderOf("backup"), "all.backup");
    const old = await startHub({ databaseUrl: (await databaseOn(from)).url });
    const { picture, cookie } = await furnish(old);
    const before = await rowsIn(old.hub.database);
    const held = (await (await connectScreen(old.url, cookie)).hello()) as Extract<
      Welcome,
      { state: "welcome" }
    >;
    await old.hub.writeDown();
    await old.done("backUp", { file });
    await old.stop();

    const [data, target] = [await folderOf("restored"), await databaseOn(to)];
    const database = await openDatabase(target.url);
    expect(await restore({ database, media: join(data, "media") }, file)).toMatchObject({ ok: true });
    const after = await rowsIn(database);
    expect({ ...after, screen: [], hub: [] }).toEqual({ ...before, screen: [], hub: [] });
    await database.close();

    const hub = await startHub({ databaseUrl: target.url, data });
    closing.push(hub.stop);
    expect((await fetch(`${hub.url}/media/${picture.id}`)).status).toBe(200);
    const screen = await connectScreen(hub.url, cookie);
    const { epoch, version } = held.changes;
    const welcome = await screen.hello({ epoch, version });
    expect(welcome).toMatchObject({ state: "welcome", name: "Reception", changes: { whole: true } });
    expect((welcome as typeof held).changes.entries.map(({ id }) => id)).toEqual(
      held.changes.entries.map(({ id }) => id),
    );
    expect((welcome as typeof held).changes.epoch).not.toBe(epoch);
    screen.close();
  });
});

describe.each(databases)("restoring, on $name", (kind) => {
  /** A store with something in it that must not be touched, and the lines of another's backup. */
  async function ground() {
    const media = join(await folderOf("restoring"), "media");
    const { url } = await databaseOn(kind);
    const running = await startHub({ databaseUrl: (await databaseOn(sqlite)).url });
    await furnish(running);
    const file = join(media, "..", "all.backup");
    await running.done("backUp", { file });
    await running.stop();
    const database = await openDatabase(url);
    closing.push(database.close);
    await database.reading
      .insertInto("centre")
      .values({ slug: "ours", revision: 1, body: JSON.stringify(centre("ours")) })
      .execute();
    return { store: { database, media }, url, file, bytes: await readFile(file) };
  }

  /** One byte of it changed: here of the checksum, so that the damage is found at the very end. */
  const flipped = (bytes: Buffer, at: number) =>
    Buffer.from(bytes.map((byte, place) => (place === at ? byte ^ 255 : byte)));
  const lined = (lines: readonly unknown[]) =>
    gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));

  test("refuses what is cut short, forged, damaged or newer, and has changed nothing", async () => {
    const { store, file, bytes } = await ground();
    const lines = gunzipSync(bytes)
      .toString()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const [head, ...rest] = lines;
    const picture = rest.find((line) => "media" in line);
    const bad: [code: string, content: Buffer][] = [
      ["not-a-backup", Buffer.from("Dear hub, here is everything.")],
      ["not-a-backup", Buffer.alloc(0)],
      ["not-a-backup", lined(["signpost"])],
      ["not-a-backup", lined([{ hello: 1 }, ...rest])],
      ["cut-short", bytes.subarray(0, bytes.length * 0.7)],
      ["cut-short", lined(lines.slice(0, -1))],
      ["damaged", flipped(bytes, bytes.length - 6)],
      ["damaged", lined([head, { table: "sqlite_master", row: { name: "x" } }, ...rest])],
      ["damaged", lined([head, { table: "centre", row: { slug: "x", "body) --": "y" } }, ...rest])],
      ["damaged", lined([head, { ...picture, bytes: Buffer.from("another").toString("base64") }, ...rest])],
      ["damaged", lined([head, { ...picture, media: `../${picture.media}` }, ...rest])],
      ["damaged", lined([head, { end: true }])],
      ["newer-backup", lined([{ ...head, schema: "2999-01-01-colour" }, ...rest])],
      ["newer-backup", lined([{ ...head, schema: "constructor" }, ...rest])],
      ["newer-backup", lined([{ ...head, signpost: 2 }, ...rest])],
    ];
    const before = await rowsIn(store.database);
    for (const [code, content] of bad) {
      await writeFile(file, content);
      const told = `${code}: ${content.subarray(0, 40).toString("hex")}`;
      expect(await restore(store, file), told).toMatchObject({ refusal: { code } });
    }
    expect(await restore(store, join(store.media, "absent"))).toMatchObject({
      refusal: { code: "cannot-read" },
    });
    expect(await rowsIn(store.database)).toEqual(before);
    expect(await readdir(store.media)).toEqual([]);
    expect(await readdir(join(store.media, ".."))).toEqual(["all.backup", "media"]);
    await writeFile(file, bytes);
    expect(await restore(store, file)).toMatchObject({ ok: true });
  });

  test("an older Signpost's backup is brought forward on the way in", async () => {
    const { store, url, file } = await ground();
    await store.database.close();
    const database = await openDatabase(url, { migrations: tomorrow });
    closing.push(database.close);
    expect(await restore({ ...store, database }, file)).toMatchObject({ ok: true });
    const { rows } = await sql<{ slug: string; colour: string; body: string }>`SELECT * FROM centre`.execute(
      database.reading,
    );
    expect(rows).toMatchObject([{ slug: "larkhill", colour: "#00703c" }]);
    expect(rows[0]?.body).not.toContain("brand");
    const again = join(await folderOf("again"), "again.backup");
    expect(await backUp({ ...store, database }, again, 0)).toMatchObject({ ok: true });
    const [head] = gunzipSync(await readFile(again))
      .toString()
      .split("\n");
    expect(JSON.parse(head ?? "")).toMatchObject({ schema: "2999-01-01-colour" });
    expect(Object.keys(released)).not.toContain("2999-01-01-colour");
  });
});
