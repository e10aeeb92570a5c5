import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { expectNoErrors, launchDevice, watchErrors } from "../../support/chromium.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { buildPages } from "./pages.ts";
import { SmallHub } from "./small-hub.ts";

const folders: Array<() => Promise<void>> = [];
let device: BrowserContext;
let pages: string;

beforeAll(async () => {
  const built = await temporaryFolder("pages");
  const profile = await temporaryFolder("device");
  folders.push(built.remove, profile.remove);
  pages = built.path;
  await buildPages(pages);
  device = await launchDevice(profile.path);
}, 60_000);

afterAll(async () => {
  await device?.close();
  await Promise.all(folders.map((remove) => remove()));
});

/** A hub on a port of its own, so that what the device keeps of it is its own too. */
async function openHub(): Promise<SmallHub> {
  const hub = new SmallHub(pages);
  await hub.open();
  onTestFinished(() => hub.end());
  return hub;
}

const UNPLUGGED = [/ERR_|WebSocket|Failed to load resource|404/];

async function openScreen(hub: SmallHub, address = "/board?centre=larkhill"): Promise<Page> {
  const page = await device.newPage();
  onTestFinished(() => page.close());
  const errors = watchErrors(page, UNPLUGGED);
  onTestFinished(() => expectNoErrors(errors));
  await page.goto(hub.origin + address);
  return page;
}

const PATIENCE = { timeout: 20_000, interval: 20 };

const said = (page: Page, what: string) => page.locator("body").getAttribute(`data-${what}`);

async function expectShown(page: Page, shown: string): Promise<void> {
  await expect.poll(() => page.locator("body").textContent(), PATIENCE).toBe(shown);
}

/** How many records the device keeps of its programme, of all copies. */
function recordsKept(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page sees nothing from outside
    const result = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error as Error));
      });
    let records = 0;
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await result(indexedDB.open(name));
      if (database.objectStoreNames.contains("records")) {
        records += await result(database.transaction("records").objectStore("records").count());
      }
      database.close();
    }
    return records;
  });
}

/** A screen that can start without its hub: it keeps the pages and so many records. */
async function settle(page: Page, records: number): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), PATIENCE)
    .toBe(true);
  await expect.poll(() => recordsKept(page), PATIENCE).toBe(records);
}

describe("the copy on the device", () => {
  test("a copy kept on the device is on the screen before the hub answers", async () => {
    const hub = await openHub();
    hub.publish("notice", "tea", {});
    const page = await openScreen(hub);
    await expectShown(page, "tea@1");
    await settle(page, 2);
    hub.mute = true;
    await page.reload();
    await expectShown(page, "tea@1");
    expect(await said(page, "state")).toBe("starting");
    expect(await said(page, "centre")).toBe("larkhill");
    expect(await said(page, "now")).toBe("offline");
  });

  test("a screen that starts with the network unplugged shows what it knew, and catches up later", async () => {
    const hub = await openHub();
    hub.publish("notice", "tea", {});
    hub.publish("notice", "fair", {});
    const page = await openScreen(hub);
    await expectShown(page, "tea@1 fair@2");
    hub.withdraw("notice", "tea");
    await expectShown(page, "fair@2");
    await settle(page, 2);
    await hub.close();
    await page.close();

    const again = await openScreen(hub);
    await expectShown(again, "fair@2");
    await expect.poll(() => said(again, "state"), PATIENCE).toBe("offline");
    hub.publish("notice", "sew", {});
    await hub.open();
    await expectShown(again, "fair@2 sew@4");
    expect(hub.answered.at(-1)?.whole).toBe(false);
  });

  /** What to put in place of a record; without a key the database itself becomes another. */
  interface Damage {
    readonly key?: string;
    readonly value?: unknown;
  }

  const damages: Readonly<Record<string, Damage>> = {
    "its summary is rubbish": { key: "meta", value: "rubbish" },
    "its summary is of another form": { key: "meta", value: { form: 99 } },
    "an entry is rubbish": { key: "notice/tea", value: { type: "notice", id: "tea" } },
    "its database is of another make": {},
  };

  test.each(Object.entries(damages))(
    "a screen whose copy was damaged heals itself: %s",
    async (_how, damage) => {
      const hub = await openHub();
      hub.files.set("/blank.html", Buffer.from("<p>"));
      hub.publish("notice", "tea", {});
      const page = await openScreen(hub);
      await expectShown(page, "tea@1");
      await settle(page, 2);
      await page.goto(`${hub.origin}/blank.html`);
      await page.evaluate(harm, damage);
      await hub.close();

      const alone = await openScreen(hub);
      await expect.poll(() => said(alone, "state"), PATIENCE).toBe("offline");
      await expectShown(alone, "");
      await hub.open();
      await expectShown(alone, "tea@1");
      await expect.poll(() => recordsKept(alone), PATIENCE).toBe(2);
    },
  );

  test("a copy from which three starts came to no frame is not tried a fourth time", async () => {
    const hub = await openHub();
    hub.publish("notice", "tea", {});
    const page = await openScreen(hub);
    await expectShown(page, "tea@1");
    await settle(page, 2);
    hub.mute = true;
    for (let start = 1; start <= 3; start += 1) {
      await page.goto(`${hub.origin}/board?centre=larkhill&undrawn`);
      await expectShown(page, "tea@1");
    }
    await page.goto(`${hub.origin}/board?centre=larkhill&undrawn`);
    await expect.poll(() => recordsKept(page), PATIENCE).toBe(0);
    await expectShown(page, "");
  });

  test("copies of two centres are not mixed", async () => {
    const hub = await openHub();
    hub.publish("notice", "tea", {});
    const page = await openScreen(hub);
    await expectShown(page, "tea@1");
    await settle(page, 2);
    await hub.close();
    await page.goto(`${hub.origin}/board?centre=elm-road`);
    await expect.poll(() => said(page, "state"), PATIENCE).toBe("offline");
    await expectShown(page, "");
  });

  test("a revoked screen stops at once and keeps nothing", async () => {
    const hub = await openHub();
    hub.publish("notice", "tea", {});
    const page = await openScreen(hub, "/board");
    await expectShown(page, "tea@1");
    await settle(page, 2);
    hub.revoke();
    await expect.poll(() => said(page, "state"), PATIENCE).toBe("unpaired");
    await expectShown(page, "");
    await expect.poll(() => recordsKept(page), PATIENCE).toBe(0);
    await hub.close();
    await page.reload();
    await expect.poll(() => said(page, "state"), PATIENCE).toBe("offline");
    await expectShown(page, "");
  });

  test("a centre that does not exist is said to be so, also when its name cannot be one", async () => {
    const hub = await openHub();
    hub.answer = { state: "no-such-centre" };
    const page = await openScreen(hub, "/board?centre=nowhere");
    await expect.poll(() => said(page, "state"), PATIENCE).toBe("no-such-centre");
    await page.goto(`${hub.origin}/board?centre=No%20where`);
    await expect.poll(() => said(page, "state"), PATIENCE).toBe("no-such-centre");
    expect(hub.hellos.every(({ hello }) => hello.centre === "nowhere")).toBe(true);
  });
});

function media(id: string, kind: string): object {
  return { id, kind, width: 8, height: 8, alt: null };
}

/** Addresses of the files that the device keeps. */
function filesKept(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const requests = await (await caches.open("media")).keys();
    return requests.map((request) => new URL(request.url).pathname).toSorted();
  });
}

describe("files on the device", () => {
  const picture = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>');

  test("pictures and films show without a network, films in parts, and go when nothing may show them", async () => {
    const hub = await openHub();
    hub.files.set("/media/tea.svg", picture);
    hub.files.set("/media/film.mp4", Buffer.from("0123456789"));
    hub.publish("notice", "tea", { picture: media("tea.svg", "picture"), video: media("film.mp4", "video") });
    const page = await openScreen(hub);
    await settle(page, 2);
    await expect.poll(() => filesKept(page), PATIENCE).toEqual(["/media/film.mp4", "/media/tea.svg"]);
    await hub.close();

    await page.reload();
    const image = page.locator("img").first();
    await expect
      .poll(() => image.evaluate((drawn: HTMLImageElement) => drawn.naturalWidth), PATIENCE)
      .toBe(8);
    const part = await page.evaluate(async () => {
      const answer = await fetch("/media/film.mp4", { headers: { range: "bytes=2-4" } });
      return [answer.status, answer.headers.get("content-range"), await answer.text()];
    });
    expect(part).toEqual([206, "bytes 2-4/10", "234"]);

    await hub.open();
    await expect.poll(() => said(page, "state"), PATIENCE).toBe("online");
    hub.revoke();
    await expect.poll(() => filesKept(page), PATIENCE).toEqual([]);
  });
});

describe("a new build", () => {
  test("a page of another contract takes the new build and reloads once, keeping its content", async () => {
    const hub = await openHub();
    hub.publish("notice", "tea", {});
    const page = await openScreen(hub);
    await expectShown(page, "tea@1");
    await settle(page, 2);
    const worker = await readFile(join(pages, "sw.js"));
    hub.files.set("/sw.js", Buffer.concat([worker, Buffer.from("\n// the next build")]));
    hub.answer = { state: "update", app: "next" };
    await hub.close();
    await hub.open();
    await expect.poll(() => said(page, "starts"), PATIENCE).toBe("2");
    await expectShown(page, "tea@1");
    const looks = () => hub.requested.filter((path) => path === "/sw.js").length;
    const before = looks();
    await page.reload();
    await expect.poll(looks, PATIENCE).toBeGreaterThan(before + 1);
    expect(await said(page, "starts")).toBe("3");
    await expectShown(page, "tea@1");
  });
});

/** Runs in the page: changes a record, or makes the database one that the screen cannot open. */
function harm({ key, value }: { readonly key?: string; readonly value?: unknown }): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("signpost/board/larkhill", key === undefined ? 7 : 1);
    opening.addEventListener("error", () => reject(opening.error as Error));
    opening.addEventListener("success", () => {
      const done = () => {
        opening.result.close();
        resolve();
      };
      if (key === undefined) return done();
      const transaction = opening.result.transaction("records", "readwrite");
      transaction.objectStore("records").put(value, key);
      transaction.addEventListener("complete", done);
    });
  });
}
