import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pages } from "../../console/pages.ts";
import { sum } from "../support/bench/weight.ts";
import { CONSOLE_BUDGET, weighConsole } from "../support/bench/console-weight.ts";
import { expectNoErrors, launch, watchErrors } from "../support/chromium.ts";
import { consoleFor, DESK, expectAccessible, HAND } from "../support/console.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { type RunningHub, startHub } from "../support/hub.ts";

/** Where pictures of every page go, for whoever wants to look at them. */
const PICTURES = process.env.CONSOLE_PICTURES;
const shown = pages.filter(({ icon }) => icon !== undefined);

let database: Fresh;
let running: RunningHub;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  database = await databases[0]!.fresh();
  running = await startHub({ databaseUrl: database.url, pages: true, env: { SIGNPOST_DEMO: "yes" } });
  browser = await launch();
  const lead = { email: "leah@example.org", name: "Leah Lead", role: "district" } as const;
  ({ context, page } = await consoleFor(browser, running, lead));
}, 60_000);
afterAll(async () => {
  await browser.close();
  await running.stop();
  await database.close();
});

async function picture(name: string): Promise<void> {
  if (PICTURES === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}

describe("every page of the console", () => {
  test.each(shown.map(({ path: address, word }) => [address, word] as const))(
    "%s can be used by everyone, at a desk and in the hand, and has nothing to complain of",
    async (address, word) => {
      const errors = watchErrors(page);
      for (const [size, viewport] of Object.entries({ desk: DESK, hand: HAND })) {
        await page.setViewportSize(viewport);
        await page.goto(`/console${address}`);
        await page.locator("main h1").waitFor();
        await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
        await picture(`${word}-${size}`);
        await expectAccessible(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
        expect(wide, `${address} is wider than ${viewport.width} px`).toBe(false);
      }
      expectNoErrors(errors);
    },
  );

  test("has a key of its own", () => {
    const keys = pages.flatMap(({ key }) => key ?? []);
    expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
  });

  test("comes within its budget at the first load", async () => {
    const adviser = { email: "ada@example.org", role: "adviser", centres: ["larkhill"] } as const;
    const hers = await consoleFor(browser, running, adviser);
    const [cookie] = await hers.context.cookies();
    const files = await weighConsole(browser, running.url, `${cookie?.name}=${cookie?.value}`);
    expect(files.map(({ encoding }) => encoding)).not.toContain("identity");
    expect(sum(files)).toBeLessThanOrEqual(CONSOLE_BUDGET);
    await hers.context.close();
  });

  test("a page that is not there says so, and the others are still a press away", async () => {
    await page.setViewportSize(DESK);
    await page.goto("/console/nowhere");
    await page.getByRole("heading", { name: "There is no page here" }).waitFor();
    await page.getByRole("link", { name: "My account" }).click();
    await page.getByRole("heading", { name: "My account" }).waitFor();
    expect(await context.cookies()).not.toEqual([]);
  });
});
