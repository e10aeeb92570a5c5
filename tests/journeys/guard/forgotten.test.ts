import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GuardedKiosk, guardedKiosk } from "../../support/guard/guarded.ts";

/** What a site finds of a visitor: storage of both sorts, cookies, databases, caches, service workers. */
const NOTHING = [null, null, "", 0, 0, 0];
/** What the hub's page has: records of the programme, its files, one worker that serves them. */
const KEPT = [true, true, ["activated"]];

const PATIENCE = { timeout: 40_000 };

describe("between two visitors", () => {
  let kiosk: GuardedKiosk;
  beforeAll(async () => {
    kiosk = await guardedKiosk({ idle: 6, countdown: 2 });
    // Chromium writes a new cookie down within half a minute, or when it ends: this kiosk was not paired a moment ago.
    await kiosk.restart("close");
  }, 120_000);
  afterAll(() => kiosk?.close());

  const home = (): RegExp => new RegExp(`^${kiosk.hub.url}/kiosk`);
  const title = async (): Promise<string> =>
    (await kiosk.page()).ask<string>("document.title").catch(() => "");

  /** A visitor is there while a page does what it takes its time for: the kiosk must not take her for gone. */
  async function strokesUntil(expression: string, value: unknown): Promise<void> {
    const told = async (): Promise<unknown> => {
      await kiosk.stroke();
      return (await kiosk.page()).ask(expression);
    };
    await expect.poll(told).toBe(value);
  }

  /** A visitor uses both sites and leaves something in every place that a browser has. */
  async function leaveTraces(): Promise<void> {
    for (const site of ["jobs", "council"] as const) {
      await kiosk.visit(kiosk.at(site, "keeps"));
      await strokesUntil("document.title", "kept");
    }
    const form = await kiosk.visit(kiosk.at("council", "form"));
    await strokesUntil("document.forms.length", 1);
    await form.ask("document.getElementById('name').focus()");
    await form.send("Input.insertText", { text: "Anna Example" });
    await form.ask("void document.forms[0].requestSubmit()");
    await kiosk.arrives(/\/kept\?name=Anna/);
    expect(await kiosk.cookies()).toEqual(
      expect.arrayContaining(["me@jobs.test", "wide@.council.test", "who@www.council.test"]),
    );
  }

  async function foundBy(site: "jobs" | "council"): Promise<unknown> {
    await kiosk.visit(kiosk.at(site, "kept"));
    let told = "";
    await expect.poll(async () => (told = await title())).toMatch(/^\[/);
    const [back, ...found] = (JSON.parse(told) as unknown[]).toReversed();
    expect(back).toBeLessThanOrEqual(2);
    await kiosk.touchHome();
    return found.toReversed();
  }

  /** What the hub's page keeps, so that it starts without the network: the programme, the pages, who serves them. */
  async function keptByHub(): Promise<unknown> {
    const page = await kiosk.page();
    return page.ask(`(async () => {
      const told = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
      const copy = (await indexedDB.databases()).find(({ name }) => name.startsWith("signpost/kiosk/"));
      const database = copy && (await told(indexedDB.open(copy.name)));
      const records = database ? await told(database.transaction("records").objectStore("records").count()) : 0;
      database?.close();
      const workers = await navigator.serviceWorker.getRegistrations();
      return [records > 1, (await caches.keys()).length > 0, workers.map(({ active }) => active?.state)];
    })()`);
  }

  test("when nobody touches it any more, it counts down, goes home and nothing of the first is left", async () => {
    await expect.poll(keptByHub, PATIENCE).toEqual(KEPT);
    await leaveTraces();
    await kiosk.comesHome();
    const cookies = await kiosk.cookies();
    expect(cookies.filter((cookie) => !cookie.endsWith("@127.0.0.1"))).toEqual([]);
    expect(cookies).toContain("signpost_screen@127.0.0.1");
    for (const site of ["jobs", "council"] as const) expect(await foundBy(site)).toEqual(NOTHING);
    expect(await keptByHub()).toEqual(KEPT);
  });

  test("a page that keeps the browser busy for ever is left as well", { timeout: 180_000 }, async () => {
    await kiosk.visit(kiosk.at("council", "busy"));
    // It cannot count down itself: the worker does, which Chromium wakes every half minute.
    await expect.poll(async () => home().test((await kiosk.pages())[0]?.url ?? ""), { timeout: 120_000 }).toBe(true); // prettier-ignore
    await kiosk.comesHome();
  });

  test("also after a power cut, and the kiosk starts without the hub", { timeout: 180_000 }, async () => {
    await leaveTraces();
    await kiosk.restart("kill");
    expect(await kiosk.cookies()).not.toContain("me@jobs.test");
    expect(await kiosk.cookies()).toContain("signpost_screen@127.0.0.1");
    // The browser writes its files down a moment later.
    await expect.poll(() => kiosk.typed()).toEqual([]);
    expect(await foundBy("jobs")).toEqual(NOTHING);
    await expect.poll(keptByHub, PATIENCE).toEqual(KEPT);
    const words = async (): Promise<string> => (await kiosk.page()).ask<string>("document.body.innerText");
    await expect.poll(words, PATIENCE).toMatch(/larkhill/i);
    await kiosk.stopHub();
    await kiosk.restart("kill");
    await expect.poll(words, PATIENCE).toMatch(/larkhill/i);
    // Websites do not open now: it says so, and offers their codes.
    for (const what of [".attract", ".door-websites"]) {
      const press = `(() => { const one = document.querySelector("${what}"); one?.click(); return one !== null; })()`;
      await expect.poll(async () => (await kiosk.page()).ask(press), PATIENCE).toBe(true);
    }
    await expect.poll(words, PATIENCE).toMatch(/no internet at the moment[^]*your own phone/i);
  });
});
