import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { expectNoErrors, launch, watchErrors } from "../../support/chromium.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { buildPages } from "./pages.ts";
import { SmallHub } from "./small-hub.ts";

let browser: Browser;
let pages: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ path: pages, remove } = await temporaryFolder("pages"));
  await buildPages(pages);
  browser = await launch();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await remove?.();
});

async function openDevice(viewport = { width: 1920, height: 1080 }): Promise<{ hub: SmallHub; page: Page }> {
  const hub = new SmallHub(pages);
  hub.answer = { state: "unpaired" };
  await hub.open();
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const errors = watchErrors(page, [/ERR_|WebSocket|Failed to load resource/]);
  onTestFinished(async () => {
    await context.close();
    await hub.end();
    expectNoErrors(errors);
  });
  return { hub, page };
}

const PATIENCE = { timeout: 20_000, interval: 20 };
const code = (page: Page) => page.locator(".letters").textContent();

test("an installer sees a code, and the screen becomes the board that the adviser chose", async () => {
  const { hub, page } = await openDevice();
  await page.goto(`${hub.origin}/pair`);
  await expect.poll(() => code(page), PATIENCE).toBe("ACD347");
  const text = await page.locator("main").textContent();
  expect(text).toContain("Ask your adviser to type this code");
  expect(text).toContain("Gofynnwch i’ch cynghorydd");
  expect(text).toContain("signpost screens pair ACD347");
  expect(text).toContain("Minutes left: 10");
  hub.answer = null;
  hub.publish("notice", "tea", {});
  hub.claim({ state: "paired", kind: "board", centre: "larkhill" });
  await page.waitForURL("**/board");
  await expect.poll(() => page.locator("body").textContent(), PATIENCE).toBe("tea@1");
});

test("a device that is paired already goes straight to its page", async () => {
  const { hub, page } = await openDevice();
  hub.answer = null;
  await page.goto(`${hub.origin}/pair`);
  await page.waitForURL("**/board");
  expect(hub.requested).not.toContain("/api/v1/pairings");
});

test("a code that has ended is followed by a new one, whatever the device's clock says", async () => {
  const { hub, page } = await openDevice();
  await page.clock.setFixedTime("2001-01-01T00:00:00Z");
  hub.pairing = { state: "waiting", code: "ACD347", expires: Date.now() - 60_000 };
  await page.goto(`${hub.origin}/pair`);
  await expect.poll(() => code(page), PATIENCE).toBe("ACD347");
  hub.pairing = { state: "waiting", code: "PQR679", expires: Date.now() + 300_000 };
  await expect.poll(() => code(page), PATIENCE).toBe("PQR679");
  await expect.poll(() => page.locator("main").textContent(), PATIENCE).toContain("Minutes left: 5");
});

test("it keeps trying, in calm words, while the hub is away", async () => {
  const { hub, page } = await openDevice();
  await page.goto(`${hub.origin}/pair`);
  await expect.poll(() => code(page), PATIENCE).toBe("ACD347");
  await hub.close();
  await expect.poll(() => page.locator("main").textContent(), PATIENCE).toContain("This page keeps trying");
  expect(await code(page)).toBe("ACD347");
  await hub.open();
  await expect.poll(() => page.locator("main").textContent(), PATIENCE).toContain("Minutes left");
});

test.each([
  ["landscape", 1920, 1080],
  ["portrait", 1080, 1920],
  ["4:3", 1024, 768],
  ["720p", 1280, 720],
])("the code and all words fit the screen, %s", async (name, width, height) => {
  const { hub, page } = await openDevice({ width, height });
  const expires = Date.now() + 600_000;
  hub.pairing = { state: "waiting", code: "WWWMWW", expires, publicUrl: "https://signpost.larkhill.example" };
  await page.goto(`${hub.origin}/pair`);
  await expect.poll(() => code(page), PATIENCE).toBe("WWWMWW");
  await page.evaluate(() => document.fonts.ready);
  const pictures = process.env["SIGNPOST_TEST_PICTURES"];
  if (pictures) {
    await mkdir(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `pair-${name.replace(":", "x")}.png`) });
  }
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll("main *")].flatMap((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const parent = (element.parentElement as Element).getBoundingClientRect();
      const fits = left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
      const within = element.closest("svg") || (right <= parent.right + 1 && bottom <= parent.bottom + 1);
      return fits && within ? [] : [`${element.tagName} ${element.textContent}`];
    }),
  );
  expect(outside).toEqual([]);
  const smallest = await page.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll("main span")].map((word) =>
        parseFloat(getComputedStyle(word).fontSize),
      ),
    ),
  );
  expect(smallest).toBeGreaterThanOrEqual(Math.min(width, height) / 38);
});
