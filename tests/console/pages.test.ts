import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Kind } from "#shared/kinds.ts";
import { pages } from "../../console/pages.ts";
import { sum } from "../support/bench/weight.ts";
import { CONSOLE_BUDGET, weighConsole } from "../support/bench/console-weight.ts";
import { expectNoErrors, launch, watchErrors } from "../support/chromium.ts";
import { consoleFor, DESK, expectAccessible, HAND } from "../support/console.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { type RunningHub, startHub } from "../support/hub.ts";

/** A page is fetched, drawn and looked over twice, which takes a busy machine a while. */
const A_MINUTE = 60_000;

/** Where pictures of every page go, for whoever wants to look at them. */
const PICTURES = process.env.CONSOLE_PICTURES;
const shown = pages.filter(({ icon }) => icon !== undefined);

/** Pages that a list leads to, each with an address of the demo district. */
const within: Readonly<Record<string, () => Promise<string>>> = {
  "/leaflets/:id": () => first("leaflet", "/leaflets"),
  "/events/:id": () => first("event", "/events"),
  "/notices/:id": () => first("notice", "/notices"),
  "/websites/:id": () => first("website", "/websites"),
  "/calls/settings": async () => "/calls/settings",
  "/calls/report": async () => "/calls/report",
  "/centres/:slug": async () => "/centres/larkhill",
  "/new-centre": async () => "/new-centre",
  "/print/leaflet/:centre/:id/:language?": () => first("leaflet", "/print/leaflet/larkhill"),
  "/print/:what/:centre/:id?": async () => "/print/ten/larkhill",
};

async function first(kind: Kind, before: string): Promise<string> {
  const [item] = (await running.done("listItems", { kind, limit: 1 })) as readonly [{ readonly id: string }];
  return `${before}/${item.id}`;
}

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

async function expectFitForEveryone(address: string, name: string): Promise<void> {
  const errors = watchErrors(page);
  for (const [size, viewport] of Object.entries({ desk: DESK, hand: HAND })) {
    await page.setViewportSize(viewport);
    await page.goto(`/console${address}`);
    await page.locator("h1").first().waitFor();
    await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
    await picture(`${name}-${size}`);
    await expectAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
    expect(wide, `${address} is wider than ${viewport.width} px`).toBe(false);
  }
  expectNoErrors(errors);
}

describe("every page of the console", () => {
  test.each(shown.map(({ path: address, word }) => [address, word] as const))(
    "%s can be used by everyone, at a desk and in the hand, and has nothing to complain of",
    expectFitForEveryone,
    A_MINUTE,
  );

  test.each(pages.filter(({ icon }) => icon === undefined).map(({ path: address }) => address))(
    "%s, which no navigation names, can be used by everyone too",
    async (address) => {
      const example = await within[address]!();
      await expectFitForEveryone(example, example.split("/").slice(1, 3).join("-"));
    },
    A_MINUTE,
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
