import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LANGUAGES, type Language } from "#shared/languages.ts";
import { expectKept, PATIENCE, UNPLUGGED } from "../support/board.ts";
import { databases } from "../support/databases.ts";
import { expectNoErrors, launch, watchErrors } from "../support/chromium.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { judged } from "../support/judged.ts";
import {
  choose,
  expectFound,
  kept,
  named,
  sayings,
  speakIn,
  storages,
  tellsOf,
  typeOnGlass,
  wake,
  type Means,
} from "../support/kiosk.ts";
import { goBy, goTo } from "../support/ways.ts";
import { newcomer, READERS } from "../support/newcomer.ts";
import { readCode } from "../support/qr.ts";

const PUBLIC = "https://signpost.example";

let hub: RunningHub;
let browser: Browser;
let device: BrowserContext;
let page: Page;
let errors: readonly string[];
let close: () => Promise<void>;

beforeAll(async () => {
  const env = { SIGNPOST_DEMO: "yes", SIGNPOST_PUBLIC_URL: PUBLIC };
  const database = await databases[0]!.fresh();
  close = database.close;
  [hub, browser] = await Promise.all([startHub({ databaseUrl: database.url, pages: true, env }), launch()]);
  device = await browser.newContext({ hasTouch: true });
  page = await device.newPage();
  errors = watchErrors(page, UNPLUGGED);
  await page.goto(`${hub.url}/kiosk?centre=northbrook`);
});
afterAll(async () => {
  expectNoErrors(errors);
  await browser.close();
  await hub.stop();
  await close();
});

interface Row {
  readonly language: Language;
  readonly means: Means;
  readonly shape: "portrait" | "landscape";
  readonly line: "online" | "offline";
}

const SIZES = { portrait: { width: 1080, height: 1920 }, landscape: { width: 1920, height: 1080 } } as const;
const MEANS = ["touch", "keyboard", "switches"] as const;

/** Every pair of two of these at least once: each language by each means, the rest so that all pairs come up. */
const rows: readonly Row[] = LANGUAGES.flatMap((language, at) =>
  MEANS.map((means, turn): Row => ({
    language,
    means,
    shape: (at + turn) % 2 === 0 ? "portrait" : "landscape",
    line: (turn + Math.floor(at / 2)) % 2 === 0 ? "online" : "offline",
  })),
);

test("a kiosk keeps its pages and its programme for when the line is down", async () => {
  await expectKept(page, "vacancy/demo-teaching-assistant");
  // The demo's pictures follow its words, all of them at once, when a process of the lowest rank has made them.
  await expect.poll(async () => (await kept(page)).includes('"picture":{"id"'), { ...PATIENCE, timeout: 150_000 }).toBe(true); // prettier-ignore
}, 180_000);

test("a kiosk starts without a network, and a board keeps none of what only a kiosk needs", async () => {
  const keeps = (one: Page) =>
    one.evaluate(async () => {
      const caching = (await caches.keys()).map(async (name) => (await caches.open(name)).keys());
      return (await Promise.all(caching)).flat().map(({ url }) => new URL(url).pathname);
    });
  await expect.poll(() => keeps(page), PATIENCE).toContain("/touch.html");
  await device.setOffline(true);
  await page.reload();
  await page.locator(".attract").waitFor(PATIENCE);
  const board = await browser.newContext();
  const other = await board.newPage();
  await other.goto(`${hub.url}/board?centre=northbrook`);
  await expectKept(other, "vacancy/demo-teaching-assistant");
  const files = await keeps(other);
  expect(files).toContain("/board.html");
  expect(files.filter((file) => /touch|ahead|search|marked/.test(file))).toEqual([]);
  await board.close();
});

test("the table of journeys has every pair", () => {
  const pairs = new Set<string>();
  for (const row of rows) {
    const values = Object.entries(row).map(([name, value]) => `${name} ${value}`);
    for (const one of values) for (const other of values) if (one < other) pairs.add(`${one}, ${other}`);
  }
  expect(pairs.size).toBe(8 * 3 + 8 * 2 + 8 * 2 + 3 * 2 + 3 * 2 + 2 * 2);
});

test.each(rows)(
  "a job in school hours that a bus goes to is found in $language by $means, $shape, $line, taken home, and no trace stays",
  async ({ language, means, shape, line }) => {
    const say = sayings(language);
    await page.setViewportSize(SIZES[shape]);
    await device.setOffline(line === "offline");
    const before = await storages(page);

    await wake(page, means);
    await speakIn(page, means, language);
    await choose(page, means, page.locator(".door-jobs"));
    await page.locator(".found").waitFor(PATIENCE);
    await choose(page, means, named(page, say["pattern.school-hours"]));
    await choose(page, means, named(page, say["chip.no-car"]));
    await expectFound(page, 2);
    const job = page
      .locator(".rows .row")
      .filter({ has: page.locator(".pic-bus") })
      .first();
    const title = await job.locator("b").textContent();
    await choose(page, means, job);
    await expect.poll(() => page.locator("h1").textContent(), PATIENCE).toBe(title);
    await choose(page, means, page.locator(".action.sun"));
    await page.locator(".phone-code svg").first().waitFor(PATIENCE);
    const address = await readCode(page.locator(".phone-code svg").first());
    expect(address).toMatch(new RegExp(`^${PUBLIC}/j/demo-[a-z-]+\\?centre=northbrook&lang=${language}$`));

    await choose(page, means, page.locator(".bar .pic-leave").locator(".."));
    await choose(page, means, page.locator("dialog .primary"));
    await page.locator(".attract").waitFor(PATIENCE);
    expect(await storages(page)).toEqual(before);
  },
);

test("whoever comes next finds nothing of what somebody typed, chose, kept and set, and nothing typed was sent", async () => {
  const word = "sprzatanie";
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  await device.setOffline(false);
  await page.setViewportSize(SIZES.portrait);
  const before = await storages(page);
  await wake(page);
  await goBy(page, [".bar .pic-size", "dialog .size-2", "dialog .pic-contrast", "dialog .close"]);
  await speakIn(page, "touch", "pl");
  await goBy(page, [".door-jobs", ".type-word"]);
  await typeOnGlass(page, word);
  await expect.poll(() => page.locator(".word-field input").inputValue(), PATIENCE).toBe(word);
  await goBy(page, ['.keys [data-skbtn="{done}"]', ".chips:not(.suggestions) .chip"]);
  await expectFound(page, 1);
  await goBy(page, [".rows .row", ".keep"]);
  await page.locator(".bar .pic-list").waitFor(PATIENCE);
  const look = () => page.locator("html").getAttribute("class");
  expect((await look())?.split(" ")).toEqual(expect.arrayContaining(["contrast", "text-2"]));
  await goBy(page, [".bar .pic-leave", "dialog .primary"]);
  await page.locator(".attract").waitFor(PATIENCE);
  expect(await storages(page)).toEqual(before);
  expect(sent.filter((one) => one.includes(word))).toEqual([]);
  expect(await tellsOf(page, word)).toBe(false);
  await wake(page);
  expect(await look()).not.toMatch(/contrast|text-2/);
  expect(await page.locator("h1").textContent()).toBe(sayings("en")["start.hello"]);
  await goBy(page, [".door-jobs"]);
  await page.locator(".rows .row").first().waitFor(PATIENCE);
  expect(await page.locator(".type-word").count()).toBe(1);
  expect(await page.locator(".chip[aria-pressed=true], .bar .pic-list").count()).toBe(0);
  await goBy(page, [".bar .pic-leave", "dialog .primary"]);
});

test("a list that is full is shown to whoever would keep more, and loses nothing of what is on it", async () => {
  await device.setOffline(false);
  await page.setViewportSize(SIZES.portrait);
  await wake(page);
  await goTo(page, "job");
  const twelve = await page.evaluate(async () => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page sees nothing from outside
    const there = async (what: string): Promise<HTMLElement> => {
      for (;;) {
        const found = document.querySelector<HTMLElement>(what);
        if (found) return found;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    };
    const titles: string[] = [];
    for (let row = 2; titles.length < 12; row += 1) {
      const title = (await there(".page-detail h1")).textContent!;
      titles.push(title);
      (await there(".keep")).click();
      (await there(".page-head .square")).click();
      (await there(`.rows li:nth-child(${row}) .row`)).click();
    }
    await there(".keep .pic-list");
    return titles;
  });
  await choose(page, "touch", page.locator(".keep"));
  await expect.poll(() => page.locator(".kept b").allTextContents(), PATIENCE).toEqual(twelve);
  expect(await judged(page, "full list")).toEqual([]);
  await goBy(page, [".bar .pic-leave", "dialog .primary"]);
});

test("a job in school hours is found in five touches and thirty seconds by somebody who has never seen it", async () => {
  await device.setOffline(false);
  await page.setViewportSize(SIZES.portrait);
  const her = newcomer(page, "en");
  await her.touches(page.locator(".attract"));
  await her.touches(page.locator(".door-jobs"));
  // The door that has just been touched says "School hours" too.
  await page.locator(".found").waitFor(PATIENCE);
  await her.touches(named(page, sayings("en")["pattern.school-hours"]));
  await expectFound(page, 1);
  await her.touches(page.locator(".rows .row").first(), page.locator(".found"));
  await page.locator(".pay-line").waitFor(PATIENCE);
  await her.reads(page.locator(".pay-line"));
  expect(her.touched()).toBeLessThanOrEqual(5);
  expect(her.seconds(READERS.adult)).toBeLessThan(30);
  // Who reads like a child of nine, and yet reads every word.
  expect(her.seconds(READERS.nine)).toBeLessThan(45);
});
