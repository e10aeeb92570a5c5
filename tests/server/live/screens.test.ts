import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { digest, type Entry } from "#shared/programme.ts";
import type { Welcome } from "#shared/screens/protocol.ts";
import { centre, noticeDraft, vacancyDraft } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { connectScreen, cookieFrom, health, pairScreen, type TestScreen } from "../../support/screens.ts";

type Welcomed = Extract<Welcome, { state: "welcome" }>;

describe.each(databases)("screens, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  const open: TestScreen[] = [];

  beforeEach(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url });
    for (const slug of ["larkhill", "northbrook"])
      await running.done("saveCentre", { centre: centre(slug), over: null });
  });
  afterEach(async () => {
    for (const screen of open.splice(0)) screen.close();
    await running.stop();
    await database.close();
  });

  async function connect(cookie?: string): Promise<TestScreen> {
    const screen = await connectScreen(running.url, cookie);
    open.push(screen);
    return screen;
  }
  async function welcomed(
    screen: TestScreen,
    more: Parameters<TestScreen["hello"]>[0] = { centre: "larkhill" },
  ) {
    const welcome = await screen.hello(more);
    expect(welcome.state).toBe("welcome");
    return welcome as Welcomed;
  }
  async function publishNotice(id: string, centres: string[] | "all" = ["larkhill"]) {
    await running.done("saveItem", noticeDraft(id, id, centres));
    await running.done("publishItem", { id, over: null });
  }
  const named = (entries: readonly Entry[]) =>
    entries.map((entry) => `${entry.type} ${entry.id}${entry.value ? "" : " gone"}`);

  test("what is published is pushed to the boards of its centre, as an entry and not as a hint", async () => {
    const [here, there] = [await connect(), await connect()];
    await welcomed(here);
    await welcomed(there, { centre: "northbrook" });
    await publishNotice("n1");
    expect(named((await here.nextChanges()).entries)).toEqual(["notice n1"]);
    await publishNotice("n2", "all");
    expect(named((await there.nextChanges()).entries)).toEqual(["notice n2"]);
  });

  test("a screen that missed three changes gets just these, and nothing when nothing is new", async () => {
    await publishNotice("n0");
    const first = await welcomed(await connect());
    for (const id of ["n1", "n2", "n3"]) await publishNotice(id);
    const held = { centre: "larkhill", epoch: first.changes.epoch, version: first.changes.version };
    const second = await welcomed(await connect(), held);
    expect(named(second.changes.entries)).toEqual(["notice n1", "notice n2", "notice n3"]);
    const third = await welcomed(await connect(), { ...held, version: second.changes.version });
    expect(third.changes).toMatchObject({ whole: false, entries: [] });
  });

  test("the digest of the whole programme is what the screen works out for itself", async () => {
    await publishNotice("n1", "all");
    await publishNotice("n2");
    await running.done("saveItem", vacancyDraft("v1", "Cook", [], { until: "2099-01-01T12:00:00Z" }));
    await running.done("placeVacancy", { vacancy: "v1", centre: "larkhill", on: "board" });
    const screen = await connect();
    const { changes, digest: hubs } = await welcomed(screen);
    expect(digest(changes.entries, changes.now)).toBe(hubs);
    const beat = await screen.beat(changes.epoch, changes.version);
    expect(digest(changes.entries, beat.now)).toBe(beat.digest);
    expect(beat.version).toBeLessThanOrEqual(changes.version);
    await running.done("withdrawItem", { id: "n2", over: null });
    await screen.nextChanges();
    const later = await screen.beat(changes.epoch, changes.version + 1);
    const left = changes.entries.filter((entry) => entry.id !== "n2");
    expect(later.digest).toBe(digest(left, later.now));
  });

  test("another epoch gets everything", async () => {
    await publishNotice("n1");
    const welcome = await welcomed(await connect(), {
      centre: "larkhill",
      epoch: "a former life",
      version: 900,
    });
    expect(welcome.changes.whole).toBe(true);
    expect(named(welcome.changes.entries)).toEqual(["centre larkhill", "notice n1"]);
  });

  test("a board gets the short card of a vacancy, a kiosk the full text", async () => {
    await running.done("saveItem", vacancyDraft("v1", "Cook"));
    await running.done("placeVacancy", { vacancy: "v1", centre: "larkhill", on: "board" });
    const body = async (kind: "board" | "kiosk") => {
      const { changes } = await welcomed(await connect(), { centre: "larkhill", kind });
      const entry = changes.entries.find(({ type }) => type === "vacancy");
      return {
        size: JSON.stringify(entry).length,
        value: entry?.value as { body: { description: unknown } },
      };
    };
    const [card, full] = [await body("board"), await body("kiosk")];
    expect(card.value.body.description).toBeNull();
    expect(card.size).toBeLessThanOrEqual(1000);
    expect(full.value.body.description).not.toBeNull();
  });

  test("an older page is told to update itself", async () => {
    const screen = await connect();
    expect(await screen.hello({ contract: 0, centre: "larkhill" })).toEqual({ state: "update", app: "test" });
  });

  test("a centre that is not there is said to be none, a device without a token to be unpaired", async () => {
    const screen = await connect();
    expect(await screen.hello({ centre: "nowhere" })).toEqual({ state: "no-such-centre" });
    expect(await screen.hello()).toEqual({ state: "unpaired" });
  });

  test("an adviser pairs a device by its code, and the hub sees how it stands", async () => {
    const { cookie } = await pairScreen(running, "larkhill", "board", "Reception");
    const screen = await connect(cookie);
    const welcome = await welcomed(screen, {});
    expect(welcome).toMatchObject({ centre: "larkhill", kind: "board", name: "Reception" });
    await screen.beat(welcome.changes.epoch, welcome.changes.version, { clockError: 250 });
    screen.socket.emit("painted", welcome.changes.version);
    const reported = async () => {
      await running.hub.writeDown();
      const [report] = await running.done("listScreens", {});
      return report;
    };
    await expect.poll(reported).toMatchObject({
      name: "Reception",
      presence: "online",
      health: { clockError: 250, painted: welcome.changes.version },
    });
  });

  test("a code pairs one device, once, within ten minutes", async () => {
    const begun = await fetch(`${running.url}/api/v1/pairings`, { method: "POST" });
    const { code } = (await begun.json()) as { code: string };
    expect(code).toMatch(/^[ACDEFGHJKMNPQRTWXY34679]{6}$/);
    const claim = {
      code: `${code.slice(0, 3)}-${code.slice(3).toLowerCase()}`,
      centre: "larkhill",
      kind: "board" as const,
      name: "One",
    };
    await running.done("pairScreen", claim);
    expect(await running.order("pairScreen", { ...claim, name: "Two" })).toMatchObject({
      refusal: { code: "no-such-code" },
    });
    const collect = () =>
      fetch(`${running.url}/api/v1/pairings/mine`, { headers: { cookie: cookieFrom(begun) } });
    expect((await collect()).status).toBe(200);
    expect((await collect()).status).toBe(404);
    const late = (await (await fetch(`${running.url}/api/v1/pairings`, { method: "POST" })).json()) as {
      code: string;
    };
    running.setNow(() => Date.now() + 10 * 60_000 + 1);
    expect(await running.order("pairScreen", { ...claim, code: late.code })).toMatchObject({
      refusal: { code: "no-such-code" },
    });
  });

  test("whoever guesses codes is stopped", async () => {
    const claim = { centre: "larkhill", kind: "board" as const, name: "Mine" };
    for (let tries = 0; tries < 10; tries += 1)
      await running.order("pairScreen", { ...claim, code: "AAAAAA" });
    expect(await running.order("pairScreen", { ...claim, code: "AAAAAA" })).toMatchObject({
      refusal: { code: "too-many-tries" },
    });
  });

  test("a device that waits learns at once that its code was entered", async () => {
    const begun = await fetch(`${running.url}/api/v1/pairings`, { method: "POST" });
    const { code } = (await begun.json()) as { code: string };
    const waiting = fetch(`${running.url}/api/v1/pairings/mine?wait=1`, {
      headers: { cookie: cookieFrom(begun) },
    });
    await running.done("pairScreen", { code, centre: "larkhill", kind: "kiosk", name: "By the door" });
    expect(await (await waiting).json()).toEqual({ state: "paired", kind: "kiosk", centre: "larkhill" });
  });

  test("a revoked screen is told so and its token opens nothing any more", async () => {
    const { cookie, id } = await pairScreen(running, "larkhill", "board", "Reception");
    const screen = await connect(cookie);
    await welcomed(screen, {});
    const told = once(screen.socket as never, "revoked");
    await running.done("unpairScreen", { id });
    await told;
    expect(await (await connect(cookie)).hello()).toEqual({ state: "unpaired" });
    expect(await running.done("listScreens", {})).toEqual([]);
  });

  test("a likeness of a token is none", async () => {
    const { cookie } = await pairScreen(running, "larkhill", "board", "Reception");
    const forged = `${cookie.slice(0, -1)}${cookie.endsWith("A") ? "B" : "A"}`;
    expect(await (await connect(forged)).hello()).toEqual({ state: "unpaired" });
    expect(await metric("signpost_refused_total", 'reason="token"')).toBeGreaterThan(0);
  });

  test("where sockets are blocked the same hello over HTTP brings the same changes", async () => {
    const { cookie } = await pairScreen(running, "larkhill", "board", "Reception");
    await publishNotice("n1");
    const hello = {
      contract: 1,
      centre: null,
      kind: "board",
      epoch: null,
      version: 0,
      health: { ...health, painted: 3 },
    };
    const ask = (body: unknown) =>
      fetch(`${running.url}/api/v1/screens/hello`, {
        method: "POST",
        headers: { "Content-Type": "application/json", cookie },
        body: JSON.stringify(body),
      });
    const first = (await (await ask(hello)).json()) as Welcomed;
    expect(named(first.changes.entries)).toEqual(["centre larkhill", "notice n1"]);
    const second = (await (
      await ask({ ...hello, epoch: first.changes.epoch, version: first.changes.version })
    ).json()) as Welcomed;
    expect(second.changes.entries).toEqual([]);
    await running.hub.writeDown();
    expect(await running.done("listScreens", {})).toMatchObject([{ health: { painted: 3 } }]);
  });

  test("the public programme carries an ETag and answers 304 while nothing changed", async () => {
    const ask = (etag = "") =>
      fetch(`${running.url}/api/v1/centres/larkhill/programme`, { headers: { "If-None-Match": etag } });
    const first = await ask();
    const etag = first.headers.get("etag") ?? "";
    expect((await ask(etag)).status).toBe(304);
    await publishNotice("n1");
    // The answer to whoever publishes overtakes the word of it by a moment.
    await expect.poll(async () => (await ask(etag)).status).toBe(200);
  });

  test("a page of another origin opens no socket and gives no command", async () => {
    await expect(connectScreen(running.url, undefined, { origin: "https://evil.example" })).rejects.toThrow();
    const posted = await fetch(`${running.url}/api/v1/pairings`, {
      method: "POST",
      headers: { origin: "https://evil.example" },
    });
    expect(posted.status).toBe(403);
    expect(await metric("signpost_refused_total", 'reason="origin"')).toBeGreaterThanOrEqual(2);
  });

  test.each([
    ["a hello that is none", "hello", [{ contract: "x" }, () => {}]],
    ["a heartbeat before any hello", "heartbeat", [{ health, epoch: "", version: 0 }, () => {}]],
    ["a painted version below zero", "painted", [-1]],
    ["a message of two megabytes", "hello", ["x".repeat(2_000_000)]],
  ])("%s closes the socket and harms nobody else", async (_what, name, args) => {
    const [bad, good] = [await connect(), await connect()];
    await welcomed(good);
    const closed = new Promise((resolve) => bad.socket.once("disconnect", resolve));
    (bad.socket.emit as (...all: unknown[]) => void)(name, ...args);
    await closed;
    await publishNotice("n1");
    expect(named((await good.nextChanges()).entries)).toEqual(["notice n1"]);
  });

  test("the public may not give commands, nor an operator's token from elsewhere", async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${running.url}/api/v1/commands/listScreens`, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...headers },
        body: "{}",
      });
    expect((await post({})).status).toBe(403);
    expect((await post({ Authorization: "Bearer guessed" })).status).toBe(403);
    const screen = await connect();
    const overSocket = await screen.socket.emitWithAck(
      "command" as never,
      ...(["listScreens", {}, null] as never),
    );
    expect(overSocket).toMatchObject({ refusal: { code: "not-allowed" } });
  });

  async function metric(name: string, label: string): Promise<number> {
    const text = await (await fetch(`${running.url}/metrics`)).text();
    const line = text.split("\n").find((one) => one.startsWith(`${name}{${label}`));
    return Number(line?.split(" ").at(-1) ?? 0);
  }
});
