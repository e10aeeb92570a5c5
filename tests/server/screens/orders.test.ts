import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CONTRACT, type Welcome } from "#shared/screens/protocol.ts";
import type { ScreenReport } from "#server/screens/screens.ts";
import { centre } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { signedIn } from "../../support/people.ts";
import { connectScreen, health, pairScreen, type TestScreen } from "../../support/screens.ts";

type Welcomed = Extract<Welcome, { state: "welcome" }>;
const weekdays = { days: ["mon" as const, "tue" as const, "wed" as const, "thu" as const, "fri" as const], start: "09:00", end: "17:00" }; // prettier-ignore
const friday = Date.parse("2026-11-27T10:00:00Z");

describe.each(databases)("orders to a screen, on $name", ({ fresh, name }) => {
  let database: Fresh;
  let running: RunningHub;
  /** The hub that the screen is connected to: on Postgres another one than takes the orders. */
  let near: RunningHub;
  let screen: TestScreen;
  let id: string;
  let cookie: string;

  beforeEach(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url, now: () => friday });
    near = name === "postgres" ? await startHub({ databaseUrl: database.url, now: () => friday }) : running;
    await running.done("saveCentre", { centre: centre("larkhill", { opening: [weekdays] }), over: null });
    ({ cookie, id } = await pairScreen(running, "larkhill", "board", "Reception"));
    screen = await connectScreen(near.url, cookie);
    await screen.hello();
  });
  afterEach(async () => {
    screen.close();
    if (near !== running) await near.stop();
    await running.stop();
    await database.close();
  });

  /** The next that the screen is told; what is listened to before it is sent. */
  const told = async (event: "about" | "order" | "revoked", act: () => Promise<unknown>) => {
    const heard = once(screen.socket as never, event) as Promise<[unknown]>;
    await act();
    return (await heard)[0];
  };
  const report = async (): Promise<ScreenReport> => (await running.done("listScreens", {}))[0];
  const plain = { name: "Reception", kind: "board" as const, place: null, orientation: null, opening: null, languages: null }; // prettier-ignore

  test("a screen with a name, hours and languages of its own learns of them at once, and again when it comes back", async () => {
    const evening = { ...weekdays, end: "20:00" };
    const own = { opening: [evening], languages: ["ur" as const, "en" as const] };
    const saving = { ...plain, ...own, id, over: 1, name: "By the café", place: "Main hall", orientation: "portrait" as const }; // prettier-ignore
    expect(await told("about", () => running.done("saveScreen", saving))).toEqual({
      name: "By the café",
      own,
    });
    expect(await report()).toMatchObject({ revision: 2, name: "By the café", settings: { place: "Main hall", orientation: "portrait", ...own } }); // prettier-ignore
    const again = await connectScreen(near.url, cookie);
    expect((await again.hello()) as Welcomed).toMatchObject({ name: "By the café", own });
    again.close();
    expect(await running.order("saveScreen", saving)).toMatchObject({
      refusal: { code: "changed-meanwhile" },
    });
  });

  test("it shows its name, loads its page anew, and becomes a kiosk", async () => {
    expect(await told("order", () => running.done("identifyScreen", { id }))).toEqual({ what: "identify", name: "Reception" }); // prettier-ignore
    expect(await told("order", () => running.done("reloadScreen", { id }))).toEqual({ what: "reload" });
    const become = () => running.done("saveScreen", { ...plain, id, over: 1, kind: "kiosk" });
    expect(await told("order", become)).toEqual({ what: "become", kind: "kiosk" });
  });

  test("where its sockets are blocked it is told with the next answer over HTTP, once", async () => {
    const hall = await pairScreen(running, "larkhill", "board", "Hall");
    const ask = async (): Promise<Welcomed> => {
      const hello = { contract: CONTRACT, centre: null, kind: "board", epoch: null, version: 0, health };
      const asked = await fetch(`${near.url}/api/v1/screens/hello`, { method: "POST", headers: { "content-type": "application/json", cookie: hall.cookie }, body: JSON.stringify(hello) }); // prettier-ignore
      return (await asked.json()) as Welcomed;
    };
    expect(await ask()).not.toHaveProperty("order");
    await running.done("identifyScreen", { id: hall.id });
    await expect.poll(async () => (await ask()).order).toEqual({ what: "identify", name: "Hall" });
    expect(await ask()).not.toHaveProperty("order");
  });

  test("put to sleep it sleeps until its hours next change, and is not missed meanwhile", async () => {
    const five = Date.parse("2026-11-27T17:00:00Z");
    const power = { awake: false, until: five };
    expect(await told("about", () => running.done("powerScreen", { id, awake: false }))).toMatchObject({ own: { power } }); // prettier-ignore
    running.setNow(() => friday + 3_600_000);
    await running.hub.writeDown();
    expect(await report()).toMatchObject({ presence: "offline", settings: { power } });
    const woken = await told("about", () => running.done("powerScreen", { id, awake: null }));
    expect(woken).toEqual({ name: "Reception", own: {} });
    expect(await report()).toMatchObject({ presence: "missing", settings: { power: null } });
  });

  test("one that has only just been paired is not missing, and whoever looks on hears of it when it is there", async () => {
    const adviser = await signedIn(running, { email: "ada@example.org", role: "adviser", centres: ["larkhill"] }); // prettier-ignore
    const desk = await connectScreen(running.url, adviser.browser.cookie);
    const hall = await pairScreen(running, "larkhill", "board", "Hall");
    expect(await report()).toMatchObject({ name: "Hall", presence: "offline" });
    const heard = new Promise<void>((resolve) => {
      desk.socket.on("news" as never, ((topics: string[]) => topics.includes("screens") && resolve()) as never); // prettier-ignore
    });
    const there = await connectScreen(near.url, hall.cookie);
    await there.hello();
    await heard;
    // That it was paired is such news as well, and may be what was heard first.
    await expect.poll(report).toMatchObject({ name: "Hall", presence: "online" });
    for (const one of [desk, there]) one.close();
  });

  test("woken on a Saturday it is awake until Monday's opening", async () => {
    running.setNow(() => Date.parse("2026-11-28T10:00:00Z"));
    const woken = await told("about", () => running.done("powerScreen", { id, awake: true }));
    expect(woken).toMatchObject({
      own: { power: { awake: true, until: Date.parse("2026-11-30T09:00:00Z") } },
    });
  });

  test("unpaired it is told so, whichever hub it stands at", async () => {
    await told("revoked", () => running.done("unpairScreen", { id }));
    expect(await running.order("identifyScreen", { id })).toMatchObject({ ok: false });
  });

  test("what is on it is reported as it changes", async () => {
    screen.socket.emit("showing", "notice/n1 en,ur");
    const showing = async () => {
      await near.hub.writeDown();
      return (await report()).health?.showing;
    };
    await expect.poll(showing).toBe("notice/n1 en,ur");
    const closed = once(screen.socket as never, "disconnect");
    screen.socket.emit("showing", "x".repeat(5000));
    await closed;
    expect(health.showing).toBeUndefined();
  });
});
