import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openPage, PATIENCE } from "../support/board.ts";
import { launch } from "../support/chromium.ts";
import { databases } from "../support/databases.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { choose, wake } from "../support/kiosk.ts";

let hub: RunningHub;
let browser: Browser;
let close: () => Promise<void>;

beforeAll(async () => {
  const database = await databases[0]!.fresh();
  close = database.close;
  const env = { SIGNPOST_DEMO: "yes" };
  [hub, browser] = await Promise.all([startHub({ databaseUrl: database.url, pages: true, env }), launch()]);
});
afterAll(async () => {
  await browser.close();
  await hub.stop();
  await close();
});

const CHIPS = ".chips:not(.suggestions) .chip";

/** Where jobs are looked for, on a glass that lies on its side: there is least room beside the keys. */
async function jobs(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    hasTouch: true,
    serviceWorkers: "block",
  });
  onTestFinished(() => context.close());
  const page = await openPage(context, `${hub.url}/kiosk?centre=larkhill`, [
    /Service Worker registration blocked/,
  ]);
  await wake(page);
  await choose(page, "touch", page.locator(".door-jobs"));
  await page.locator(".rows .row").first().waitFor(PATIENCE);
  return page;
}

async function keys(page: Page): Promise<void> {
  await choose(page, "touch", page.locator(".type-word"));
  await page.locator(".keys button").first().waitFor(PATIENCE);
}

test("however fast the keys are touched, every letter stands in the field, and jobs stand beside the keys", async () => {
  const page = await jobs();
  await expect.poll(() => page.locator(CHIPS).count(), PATIENCE).toBeGreaterThan(4);
  await keys(page);
  await page.evaluate(() => {
    for (const letter of "clean")
      document.querySelector<HTMLElement>(`.keys [data-skbtn=${letter}]`)!.click();
  });
  const first = page.locator(".rows .row").first();
  await expect.poll(() => first.textContent(), PATIENCE).toMatch(/clean/i);
  expect(await page.locator(".word-field input").inputValue()).toBe("clean");
  expect(await page.locator(CHIPS).count()).toBe(0);
  const [row, bar] = [await first.boundingBox(), await page.locator(".bar").boundingBox()];
  expect(row!.y + row!.height).toBeLessThanOrEqual(bar!.y);
  await choose(page, "touch", page.locator('.keys [data-skbtn="{done}"]'));
  await page.locator(CHIPS).first().waitFor(PATIENCE);
});

test("what was chosen before stays beside the keys, and is taken back there", async () => {
  const page = await jobs();
  const chosen = page.locator(`${CHIPS}[aria-pressed=true]`);
  await choose(page, "touch", page.locator(CHIPS).first());
  await chosen.waitFor(PATIENCE);
  const few = await page.locator(".found").textContent();
  await keys(page);
  await expect.poll(() => page.locator(CHIPS).count(), PATIENCE).toBe(1);
  await choose(page, "touch", chosen);
  await expect.poll(() => page.locator(CHIPS).count(), PATIENCE).toBe(0);
  expect(await page.locator(".found").textContent()).not.toBe(few);
});
