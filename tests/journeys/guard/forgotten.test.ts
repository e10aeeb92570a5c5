import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GuardedKiosk, guardedKiosk } from "../../support/guard/guarded.ts";

/** What a site finds of a visitor: storage of both sorts, cookies, databases, caches, service workers. */
const NOTHING = [null, null, "", 0, 0, 0];
/** What the hub's page has: records of the programme, its files, one worker that serves them. */
const KEPT = [true, true, ["activated"]];

describe("between two visitors", () => {
  let kiosk: GuardedKiosk;
  beforeAll(async () => {
    kiosk = await guardedKiosk({ idle: 6, countdown: 2 });
    // Chromium writes a new cookie down within half a minute, or when it ends: this kiosk was not paired a moment ago.
    await kiosk.restart("close");
  });
  afterAll(() => kiosk?.close());

  const home = (): RegExp => new RegExp(`^${kiosk.hub.url}/kiosk`);
  const title = async (): Promise<string> =>
    (await kiosk.page()).ask<string>("document.title").catch(() => "");

  /** A visitor uses both sites and leaves something in every place that a browser has. */
  async function leaveTraces(): Promise<void> {
    for (const site of ["jobs", "council"] as const) {
      await kiosk.visit(kiosk.at(site, "keeps"));
      await expect.poll(title).toBe("kept");
    }
    await kiosk.visit(kiosk.at("council", "form"));
    const form = await kiosk.page();
    await expect.poll(() => form.ask("document.forms.length")).toBe(1);
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
    await expect.poll(title).toMatch(/^\[/);
    const [back, ...found] = (JSON.parse(await title()) as unknown[]).toReversed();
    expect(back).toBeLessThanOrEqual(2);
    await kiosk.touchHome();
    return found.toReversed();
  }

  /** What the hub's page keeps, so that it starts without the network: the programme, the pages, who serves them. */
  async function keptByHub(): Promise<unknown> {
    const page = await kiosk.arrives(home());
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
    await expect.poll(keptByHub, { timeout: 15_000 }).toEqual(KEPT);
    await leaveTraces();
    await kiosk.arrives(home());
    const strangers = async (): Promise<readonly string[]> =>
      (await kiosk.cookies()).filter((cookie) => !cookie.endsWith("@127.0.0.1"));
    await expect.poll(strangers).toEqual([]);
    expect(await kiosk.cookies()).toContain("signpost_screen@127.0.0.1");
    for (const site of ["jobs", "council"] as const) expect(await foundBy(site)).toEqual(NOTHING);
    expect(await keptByHub()).toEqual(KEPT);
  });

  test("a page that keeps the browser busy for ever is left as well", { timeout: 90_000 }, async () => {
    await kiosk.visit(kiosk.at("council", "busy"));
    // It cannot count down itself: the worker does, which Chromium wakes every half minute.
    await expect.poll(async () => home().test((await kiosk.pages())[0]?.url ?? ""), { timeout: 60_000 }).toBe(true); // prettier-ignore
    await kiosk.arrives(home());
  });

  test("also after a power cut, and the kiosk starts without the hub", { timeout: 120_000 }, async () => {
    await leaveTraces();
    await kiosk.restart("kill");
    await expect.poll(() => kiosk.cookies()).not.toContain("me@jobs.test");
    expect(await kiosk.typed()).toEqual([]);
    expect(await kiosk.cookies()).toContain("signpost_screen@127.0.0.1");
    // The guard wipes as soon as it is awake, which a visitor of flesh and blood does not outrun.
    await expect.poll(() => foundBy("jobs"), { timeout: 15_000 }).toEqual(NOTHING);
    await expect.poll(keptByHub, { timeout: 30_000 }).toEqual(KEPT);
    const words = async (): Promise<string> => (await kiosk.page()).ask<string>("document.body.innerText");
    await expect.poll(words, { timeout: 30_000 }).toMatch(/larkhill/i);
    await kiosk.stopHub();
    await kiosk.restart("kill");
    await expect.poll(words, { timeout: 30_000 }).toMatch(/larkhill/i);
    // Websites do not open now: it says so, and offers their codes.
    const page = await kiosk.page();
    for (const what of [".attract", ".door-websites"]) {
      await expect.poll(() => page.ask(`Boolean(document.querySelector("${what}"))`)).toBe(true);
      await page.ask(`document.querySelector("${what}").click()`);
    }
    await expect.poll(words).toMatch(/no internet at the moment[^]*your own phone/i);
  });
});
