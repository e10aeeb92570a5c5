import { readlink } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext, Locator, Page } from "playwright";
import { expect, onTestFinished } from "vitest";
import { expectNoErrors, watchErrors } from "./chromium.ts";

/** How long a journey waits for what it means. */
export const PATIENCE = { timeout: 30_000, interval: 50 };

/** What Chromium says of a hub that cannot be reached. */
export const UNPLUGGED = [/ERR_|WebSocket|Failed to load resource/];

/**
 * Opens an address as a device does, and closes it at the test's end, which fails where the page had an error.
 * @param expected errors that the journey brings about itself
 */
export async function openPage(
  device: Pick<BrowserContext, "newPage">,
  address: string,
  expected: readonly RegExp[] = [],
): Promise<Page> {
  const page = await device.newPage();
  const errors = watchErrors(page, expected);
  onTestFinished(async () => {
    await page.close().catch(() => undefined);
    expectNoErrors(errors);
  });
  await page.goto(address);
  return page;
}

/** Titles of the ten in their order, each once: where they run, the first ones stand behind the last again. */
export function titlesOfTheTen(page: Page): Locator {
  return page.locator(".ten li:not([aria-hidden]) h3");
}

/** The slide that is on; one that fades out under it does not count. */
export function currentSlide(page: Page): Locator {
  return page.locator(".stage .layer[aria-hidden=false]");
}

export async function expectTen(page: Page, titles: readonly string[]): Promise<void> {
  await expect.poll(() => titlesOfTheTen(page).allTextContents(), PATIENCE).toEqual(titles);
}

export async function expectSlide(page: Page, words: string): Promise<void> {
  await expect.poll(() => currentSlide(page).textContent(), PATIENCE).toContain(words);
}

/** The pages and the programme are kept: from now on the board starts without its hub. */
export async function expectKept(page: Page, id: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller)), PATIENCE)
    .toBe(true);
  await expect.poll(() => page.evaluate(keepsEntry, id), PATIENCE).toBe(true);
}

/** Runs in the page: whether a copy on the device has this entry. */
async function keepsEntry(key: string): Promise<boolean> {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page sees nothing from outside
  const result = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error as Error));
    });
  for (const { name = "" } of await indexedDB.databases()) {
    const database = await result(indexedDB.open(name));
    const has = database.objectStoreNames.contains("records");
    const found = has && (await result(database.transaction("records").objectStore("records").count(key)));
    database.close();
    if (found) return true;
  }
  return false;
}

/** The page's clock stands still from now on but for what a test gives it; it must have been installed. */
export async function standStill(page: Page): Promise<void> {
  // Playwright wants an instant that has not gone by when it takes the order.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 5000);
}

/** Ends a device's browser as a power cut does. */
export async function cutPower(device: BrowserContext, folder: string): Promise<void> {
  // Chromium notes in its profile who uses it: a link to "host-pid".
  const holder = await readlink(join(folder, "SingletonLock"));
  const closed = new Promise<void>((resolve) => device.once("close", () => resolve()));
  process.kill(Number(/\d+$/.exec(holder)?.[0]), "SIGKILL");
  await closed;
}
