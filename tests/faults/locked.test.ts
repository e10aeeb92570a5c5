import SQLite from "better-sqlite3";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { OPERATOR } from "#server/live/identity.ts";
import { centre, noticeDraft, vacancyDraft } from "../support/drafts.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { connectScreen, type TestScreen } from "../support/screens.ts";

/** Only SQLite's one file can be locked as a whole, or be told how large it may become. */
const { fresh } = databases[0]!;

describe("a SQLite that cannot be written to", () => {
  let database: Fresh;
  let running: RunningHub;
  let screen: TestScreen;

  beforeEach(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url });
    await running.done("saveCentre", { centre: centre("larkhill"), over: null });
    screen = await connectScreen(running.url);
    await screen.hello({ centre: "larkhill" });
  });
  afterEach(async () => {
    screen.close();
    await running.stop();
    await database.close();
  });

  async function servesScreens(): Promise<void> {
    const programme = await fetch(`${running.url}/api/v1/centres/larkhill/programme`);
    expect(programme.status).toBe(200);
    const another = await connectScreen(running.url);
    expect(await another.hello({ centre: "larkhill" })).toMatchObject({ state: "welcome" });
    another.close();
    const { epoch, version } = (await programme.json()) as { epoch: string; version: number };
    expect(await screen.beat(epoch, version)).toMatchObject({ epoch, version });
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
  }
  async function publishes(id: string): Promise<void> {
    const coming = screen.nextChanges();
    await running.done("saveItem", noticeDraft(id, id, ["larkhill"]));
    await running.done("publishItem", { id, over: null });
    expect(await coming).toMatchObject({ entries: [{ id }] });
  }
  const items = async () =>
    (await running.done("listItems", { limit: 1000 })).map((item: { id: string }) => item.id);

  test("locked by another program: the command is refused, screens are served, and afterwards it works", async () => {
    const other = new SQLite(database.url.slice("file:".length));
    other.exec("BEGIN IMMEDIATE");
    const refused = running.order("saveItem", noticeDraft("n1", "Snow day", ["larkhill"]));
    await servesScreens();
    expect(await refused).toMatchObject({ refusal: { code: "database-busy" } });
    expect(await items()).toEqual([]);
    other.exec("ROLLBACK");
    other.close();
    await publishes("n2");
    expect(await items()).toEqual(["n2"]);
  });

  test("told to stop meanwhile: what was begun is finished, nothing new is begun, and it says so", async () => {
    const other = new SQLite(database.url.slice("file:".length));
    other.exec("BEGIN IMMEDIATE");
    const input = noticeDraft("n1", "Snow day", ["larkhill"]);
    const begun = running.hub.door.knock({ command: "saveItem", input, requestId: null, caller: OPERATOR });
    const stopped = running.hub.stop();
    const ready = await fetch(`${running.url}/readyz`);
    expect({ http: ready.status, ...((await ready.json()) as object) }).toEqual({
      http: 503,
      status: "not-ready",
      reasons: ["stopping"],
    });
    expect(ready.headers.get("connection")).toBe("close");
    const late = await running.order("saveItem", noticeDraft("n2", "Too late", ["larkhill"]));
    expect(late).toMatchObject({ refusal: { code: "stopping" } });
    other.exec("ROLLBACK");
    other.close();
    expect(await begun).toMatchObject({ ok: true });
    await stopped;
    running = await startHub({ databaseUrl: database.url });
    expect(await items()).toEqual(["n1"]);
  });

  test("full: the command is refused, nothing of it is written, screens are served, and with room it works", async () => {
    const { reading } = running.hub.database;
    // SQLite's own limit on the file: to it, the same as a disk that is full.
    const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(reading);
    const pages = rows[0]?.page_count ?? 0;
    await sql`PRAGMA max_page_count = ${sql.lit(pages + 4)}`.execute(reading);
    const offers = Array.from({ length: 40 }, (_, index) => {
      const { id, body } = vacancyDraft(`v-${index}`, `Cook ${index}`);
      return { id, body, until: null };
    });
    const order = { vacancies: offers, decide: "board" as const, centres: ["larkhill"] };
    expect(await running.order("importVacancies", order)).toMatchObject({ refusal: { code: "disk-full" } });
    expect(await items()).toEqual([]);
    await servesScreens();
    await sql`PRAGMA max_page_count = 1000000`.execute(reading);
    await publishes("n1");
    expect(await running.done("importVacancies", order)).toMatchObject({ added: 40 });
  });
});
