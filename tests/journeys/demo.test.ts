import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { complaintsOn } from "../support/axe.ts";
import { currentSlide, openPage, PATIENCE, titlesOfTheTen } from "../support/board.ts";
import { launch } from "../support/chromium.ts";
import { databases } from "../support/databases.ts";
import { CENTRES, NOW } from "../support/demo.ts";
import { type RunningHub, startHub } from "../support/hub.ts";

let close: readonly (() => Promise<unknown>)[] = [];
let hub: RunningHub;
let browser: Browser;

beforeAll(async () => {
  const database = await databases[0]!.fresh();
  hub = await startHub({
    databaseUrl: database.url,
    pages: true,
    env: { SIGNPOST_DEMO: "yes" },
    now: () => NOW,
  });
  browser = await launch();
  close = [browser.close.bind(browser), hub.stop, database.close];
});
afterAll(async () => {
  for (const end of close) await end();
});

/** Each test begins on a Tuesday morning, when every centre is open, however long those before it took. */
beforeEach(() => {
  const begun = Date.now();
  hub.setNow(() => NOW + Date.now() - begun);
});

async function openBoard(centre: string): Promise<Page> {
  const page = await openPage(browser, `${hub.url}/board?centre=${centre}`);
  await titlesOfTheTen(page).first().waitFor();
  return page;
}

test.each(CENTRES)("whoever starts the hub sees a whole board of %s", async (centre) => {
  const page = await openBoard(centre);
  const { value } = (await hub.order("listCentres", {})) as { value?: { centre: { slug: string; name: { original: "en"; words: { en: string } } } }[] }; // prettier-ignore
  const name = value?.find((one) => one.centre.slug === centre)?.centre.name;
  await expect
    .poll(() => page.locator("header h1").textContent(), PATIENCE)
    .toContain(name?.words[name.original]);
  await expect.poll(() => page.locator("header .clock").textContent(), PATIENCE).toMatch(/^10:2[4-6]$/);
  await expect.poll(() => page.locator("header .date").textContent(), PATIENCE).toContain("24");
  await expect.poll(() => currentSlide(page).locator("h2").count(), PATIENCE).toBeGreaterThan(0);
  await expect.poll(() => page.locator("aside .panel").count(), PATIENCE).toBeGreaterThan(0);
  await expect.poll(() => titlesOfTheTen(page).count(), PATIENCE).toBe(10);
});

test("a board asks nobody but its hub, which lets it run nothing but its own code", async () => {
  const page = await browser.newPage();
  const asked: URL[] = [];
  page.on("request", (request) => asked.push(new URL(request.url())));
  const answer = await page.goto(`${hub.url}/board?centre=larkhill`);
  await titlesOfTheTen(page).first().waitFor();
  await page.waitForLoadState("networkidle");
  expect([...new Set(asked.map(({ origin }) => origin))]).toEqual([hub.url]);
  const policy = (await answer?.headerValue("content-security-policy")) ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|\*|data:|blob:/);
  const elsewhere = policy
    .match(/\w+:\/\/[^\s;]+/g)
    ?.filter((source) => new URL(source).host !== new URL(hub.url).host);
  expect(elsewhere).toEqual([]);
  await page.close();
});

describe("in Wales", () => {
  test("Welsh and English stand together on the board, Welsh first, name, date and pay included", async () => {
    const page = await openBoard("aberhelyg");
    await expect
      .poll(() => page.locator("header h1 .line").evaluateAll((lines) => lines.map((line) => [line.getAttribute("lang"), line.textContent])), PATIENCE)
      .toEqual([["cy", "Canolfan Blant Aberhelyg"], ["en", "Aberhelyg Children’s Centre"]]); // prettier-ignore
    expect(await page.locator("header .date .line").allTextContents()).toEqual(["Dydd Mawrth 24 Tachwedd", "Tuesday 24 November"]); // prettier-ignore
    expect(await page.locator(".job .pay").first().textContent()).toMatch(/£[\d.]+ yr awr · an hour/);
    const voices = await currentSlide(page).locator(".voice").evaluateAll((all) => all.map((voice) => voice.getAttribute("lang"))); // prettier-ignore
    expect(voices).toEqual(["cy", "en"]);
    const titles = await page.locator(".ten li:not([aria-hidden]) h3").evaluateAll((all) => all.map((title) => [...title.children].map((line) => line.getAttribute("lang")).join())); // prettier-ignore
    expect(new Set(titles)).toEqual(new Set(["cy,en"]));
  });
});

/** The pairing page asks for its former code first, and is told that there is none. */
const NO_FORMER_CODE = /404 .*pairings\/mine/;

test.each([
  "/",
  "/pair",
  ...["larkhill", "aberhelyg"].flatMap((centre) => [`/board?centre=${centre}`, `/c/${centre}`]),
])("a check for accessibility finds nothing to complain of at %s", async (address) => {
  // A page of its own context, as the checker asks.
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await openPage(context, hub.url + address, [NO_FORMER_CODE]);
  await page.locator("h1").first().waitFor();
  const violations = await complaintsOn(page);
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 200))])).toEqual([]);
  await context.close();
});
