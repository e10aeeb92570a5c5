import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLog } from "#server/log.ts";
import { openPresences } from "#server/screens/presence.ts";
import type { Caller } from "#server/live/door.ts";
import type { Welcome } from "#shared/screens/protocol.ts";
import type { ListedScreen } from "#shared/screens/report.ts";
import { tally, type Painting } from "#shared/screens/painting.ts";
import { centre, noticeDraft, vacancyDraft } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { publish, putOnBoard } from "../../support/publish.ts";
import { connectScreen, health, pairScreen, type TestScreen } from "../../support/screens.ts";

const DAY = 86_400_000;
const ada: Caller = { role: "adviser", id: "ada", centres: ["larkhill"], decides: [] };

describe.each(databases)("where a change has been painted, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  let reception: TestScreen;
  let garden: TestScreen;
  let cookie = "";
  let now = Date.parse("2026-12-07T10:00:00Z");

  beforeAll(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url, now: () => now });
    for (const slug of ["larkhill", "mill-lane"])
      await running.done("saveCentre", { centre: centre(slug), over: null });
    const paired = await pairScreen(running, "larkhill", "board", "Reception");
    cookie = paired.cookie;
    reception = await connectScreen(running.url, cookie);
    garden = await connectScreen(
      running.url,
      (await pairScreen(running, "mill-lane", "kiosk", "Garden")).cookie,
    );
    for (const screen of [reception, garden]) await screen.hello();
  });
  afterAll(async () => {
    reception.close();
    garden.close();
    await running.stop();
    await database.close();
  });

  async function where(asked: { item: string } | { centre: string }): Promise<Painting> {
    await running.hub.writeDown();
    return running.done("whereShown", asked);
  }
  const names = (painting: Painting) => tally(painting).missing.map(({ name }) => name);

  /** Draws all that was pushed up to this entry, `after` milliseconds later, as a screen does. */
  async function paints(screen: TestScreen, id: string, after: number): Promise<void> {
    // Two changes come as one where the hub looks only after the second.
    const { version, epoch, entries } = await screen.nextChanges();
    if (!entries.some((entry) => entry.id === id)) return paints(screen, id, after);
    now += after;
    screen.socket.emit("painted", version);
    // Answered after the paint, which came first on the same line.
    await screen.beat(epoch, version, { painted: version });
  }

  test("the adviser reads how many screens have it, how fast, and which one has not", async () => {
    await publish(running, noticeDraft("hello", "Hello", "all"));
    expect(names(await where({ item: "hello" }))).toEqual(["Reception", "Garden"]);
    await paints(reception, "hello", 200);
    const half = await where({ item: "hello" });
    const listed = await running.done("listScreens", {});
    const behind = listed.map(({ name, behind: since }: ListedScreen) => [name, since !== null]);
    expect(behind).toEqual([
      ["Reception", false],
      ["Garden", true],
    ]);
    expect(tally(half)).toMatchObject({ of: 2, right: 1, slowest: 200 });
    expect(names(half)).toEqual(["Garden"]);
    await paints(garden, "hello", 300);
    expect(tally(await where({ item: "hello" }))).toEqual({ of: 2, right: 2, slowest: 500, missing: [] });
  });

  test("whoever waits until all is written down waits for what is just being written as well", async () => {
    // Answered after what came first on the same line.
    garden.socket.emit("showing", "notice/hello en");
    await garden.beat("", 0);
    const begun = running.hub.writeDown().then(() => "written");
    await running.hub.writeDown();
    expect(await Promise.race([begun, new Promise((resolve) => setImmediate(resolve, "not yet"))])).toBe("written"); // prettier-ignore
  });

  test("each sees their own centres' screens only", async () => {
    const knock = { command: "whereShown", input: { item: "hello" }, requestId: null, caller: ada };
    const result = await running.hub.door.knock(knock);
    expect(result).toMatchObject({ ok: true, value: { screens: [{ name: "Reception", off: false }] } });
  });

  test("a later change that was painted carries the earlier one", async () => {
    await publish(running, noticeDraft("one", "One", ["larkhill"]));
    await publish(running, noticeDraft("two", "Two", ["larkhill"]));
    await paints(reception, "two", 100);
    expect(tally(await where({ item: "one" }))).toMatchObject({ of: 1, right: 1, slowest: 100 });
    expect(tally(await where({ centre: "larkhill" }))).toMatchObject({ of: 1, right: 1 });
  });

  test("a job put on the board of a centre counts there, from the moment it was decided", async () => {
    await putOnBoard(running, "larkhill", vacancyDraft("cook", "Cook"));
    expect(names(await where({ item: "cook" }))).toEqual(["Reception"]);
    await paints(reception, "cook@larkhill", 150);
    expect(tally(await where({ item: "cook" }))).toMatchObject({ of: 1, right: 1, slowest: 150 });
  });

  test("what is withdrawn stays red until the last screen has confirmed", async () => {
    await running.done("withdrawItem", { id: "hello", over: null });
    await running.hub.writeDown();
    expect((await running.done("lateWithdrawals", {})).map(({ item }: { item: string }) => item)).toEqual([
      "hello",
    ]);
    await paints(garden, "hello", 100);
    const red = await where({ item: "hello" });
    expect(red.screens.map(({ name, off, stand }) => [name, off, stand.state])).toEqual([
      ["Reception", true, "waiting"],
      ["Garden", true, "painted"],
    ]);
    await paints(reception, "hello", 100);
    await running.hub.writeDown();
    expect(await running.done("lateWithdrawals", {})).toEqual([]);
  });

  test("a screen that is switched off is named until its copy has ended, a job's after eight days", async () => {
    reception.close();
    await running.done("withdrawItem", { id: "cook", over: null });
    await running.done("withdrawItem", { id: "one", over: null });
    const [job] = (await where({ item: "cook" })).screens;
    const gone = job?.stand.state === "waiting" ? Date.parse(job.stand.until ?? "") : 0;
    expect(gone - now).toBeGreaterThanOrEqual(8 * DAY);
    expect(gone - now).toBeLessThan(8 * DAY + 120_000);
    now = gone - 1;
    expect(names(await where({ item: "cook" }))).toEqual(["Reception"]);
    now = gone;
    expect((await where({ item: "cook" })).screens[0]?.stand).toEqual({ state: "expired" });
    expect((await running.done("lateWithdrawals", {})).map(({ item }: { item: string }) => item)).toEqual([
      "one",
    ]);
  });

  test("one that was off before it was published never held it", async () => {
    await publish(running, noticeDraft("later", "Later", ["larkhill"]));
    await running.done("withdrawItem", { id: "later", over: null });
    expect((await where({ item: "later" })).screens).toEqual([]);
  });

  test("what it drew under another history of the database counts for nothing", async () => {
    reception = await connectScreen(running.url, cookie);
    const elsewhere = { epoch: "another", version: 900, health: { ...health, painted: 900 } };
    const welcome = (await reception.hello(elsewhere)) as Extract<Welcome, { state: "welcome" }>;
    expect(names(await where({ centre: "larkhill" }))).toEqual(["Reception"]);
    const { epoch, version } = welcome.changes;
    await reception.beat(epoch, version, { painted: version });
    expect(names(await where({ centre: "larkhill" }))).toEqual([]);
  });
});

describe("two hubs on one database", () => {
  test("either says where a change was painted, whichever hub the screen speaks to, and hears of it", async () => {
    const database = await databases[1]!.fresh();
    const [one, other] = [
      await startHub({ databaseUrl: database.url }),
      await startHub({ databaseUrl: database.url }),
    ];
    await one.done("saveCentre", { centre: centre("larkhill"), over: null });
    const { cookie, id } = await pairScreen(one, "larkhill", "board", "Reception");
    const screen = await connectScreen(other.url, cookie);
    await screen.hello();
    await publish(one, noticeDraft("hello", "Hello", "all"));
    const { version, epoch } = await screen.nextChanges();
    screen.socket.emit("painted", version);
    await screen.beat(epoch, version, { painted: version });
    await other.hub.writeDown();
    expect(tally(await one.done("whereShown", { item: "hello" }))).toMatchObject({ of: 1, right: 1 });
    const log = openLog("silent");
    const elsewhere = openPresences(one.hub.database, log);
    const heard: (readonly string[])[] = [];
    elsewhere.watch((screens) => heard.push(screens));
    await elsewhere.look(Date.now());
    await elsewhere.look(Date.now());
    expect(heard).toEqual([[id]]);
    await elsewhere.stop();
    screen.close();
    await Promise.all([one.stop(), other.stop()]);
    await database.close();
  });
});
