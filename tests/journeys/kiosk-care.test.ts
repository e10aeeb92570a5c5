import type { Browser, BrowserContext, Locator, Page } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { KIOSK_USES } from "#shared/uses/uses.ts";
import { openPage, PATIENCE, UNPLUGGED } from "../support/board.ts";
import { launch } from "../support/chromium.ts";
import { databases } from "../support/databases.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { drawn, fourteenMore, handsOn, heldFingersOn } from "../support/fingers.ts";
import { judged } from "../support/judged.ts";
import { choose, sayings, typeOnGlass, wake } from "../support/kiosk.ts";
import { readCode } from "../support/qr.ts";
import { goBy, goHome, goTo } from "../support/ways.ts";
import { pairScreen } from "../support/screens.ts";

let hub: RunningHub;
let browser: Browser;
let close: () => Promise<void>;

beforeAll(async () => {
  const database = await databases[0]!.fresh();
  close = database.close;
  const env = { SIGNPOST_DEMO: "yes", SIGNPOST_PUBLIC_URL: "https://signpost.example" };
  [hub, browser] = await Promise.all([startHub({ databaseUrl: database.url, pages: true, env }), launch()]);
});
afterAll(async () => {
  await browser.close();
  await hub.stop();
  await close();
});

async function device(): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1080, height: 1920 },
    hasTouch: true,
    serviceWorkers: "block",
  });
  onTestFinished(() => context.close());
  return context;
}

const BLOCKED = [/Service Worker registration blocked/];

async function kiosk(centre = "larkhill"): Promise<Page> {
  return openPage(await device(), `${hub.url}/kiosk?centre=${centre}`, BLOCKED);
}

/** With a clock that goes only as the test tells it. */
async function timedKiosk(): Promise<Page> {
  const context = await device();
  await context.clock.install();
  const page = await openPage(context, `${hub.url}/kiosk?centre=larkhill`, BLOCKED);
  await wake(page);
  return page;
}

const HOUR = 3_600_000;
const dialog = (page: Page) => page.locator("dialog").count();
const say = sayings("en");

test("who walks away is asked after a minute, and fifteen seconds later all is wiped", async () => {
  const page = await timedKiosk();
  await choose(page, "touch", page.locator(".door-on"));
  await page.clock.fastForward(40_000);
  expect(await dialog(page)).toBe(0);
  await page.clock.fastForward(21_000);
  await expect.poll(() => page.locator("dialog h2").textContent(), PATIENCE).toBe(say["idle.title"]);
  expect(await judged(page, "idle")).toEqual([]);
  await page.clock.fastForward(15_000);
  await page.locator(".attract").waitFor(PATIENCE);
});

test("who reads is left in peace for three minutes, and who answers stays", async () => {
  const page = await timedKiosk();
  await choose(page, "touch", page.locator(".door-leaflets"));
  await choose(page, "touch", page.locator(".rows .row").first());
  await page.clock.fastForward(150_000);
  expect(await dialog(page)).toBe(0);
  await page.clock.fastForward(33_000);
  await page.locator("dialog .primary").tap();
  await expect.poll(() => dialog(page), PATIENCE).toBe(0);
  expect(await page.locator(".attract").count()).toBe(0);
  // Whoever prints waits for the paper.
  await page.evaluate(() => (globalThis.print = () => undefined));
  await choose(page, "touch", page.locator(".action.sun"));
  await choose(page, "touch", page.locator("button:has(.pic-print)"));
  await page.getByText(say["take.printing"]).waitFor(PATIENCE);
  await page.clock.fastForward(150_000);
  expect(await dialog(page)).toBe(0);
});

test("who is asked answers with a finger as slow as a person's, and a touch beside the answers gives more time", async () => {
  const page = await timedKiosk();
  const { touch } = await handsOn(page);
  /** The glass has been drawn a few times before the finger is lifted. */
  const press = async (what: Locator) => {
    const { x, y, width, height } = (await what.boundingBox())!;
    await touch("touchStart", [{ x: x + width / 2, y: y + height / 2, id: 0 }]);
    await page.clock.runFor(200);
    await touch("touchEnd", []);
  };
  const asked = async () => {
    await page.clock.fastForward(61_000);
    await page.locator("dialog .countdown").waitFor(PATIENCE);
  };
  await choose(page, "touch", page.locator(".door-on"));
  await asked();
  await page.clock.fastForward(7_000);
  await press(page.locator("dialog h2"));
  await page.clock.fastForward(8_000);
  await press(page.locator("dialog .primary"));
  await expect.poll(() => dialog(page), PATIENCE).toBe(0);
  expect(await page.locator("h1").textContent()).toBe(say["door.on"]);
  await asked();
  await press(page.locator("dialog .answers .big:not(.primary)"));
  await page.locator(".attract").waitFor(PATIENCE);
  await wake(page);
  expect(await dialog(page)).toBe(0);
});

test("the start keeps the little list; having finished wipes it, by a second touch elsewhere", async () => {
  const page = await kiosk();
  await wake(page);
  await choose(page, "touch", page.locator(".door-jobs"));
  await choose(page, "touch", page.locator(".rows .row").first());
  await choose(page, "touch", page.locator(".keep"));
  await choose(page, "touch", page.locator(".bar .pic-home").locator(".."));
  await page.locator(".bar .pic-list").waitFor(PATIENCE);
  await choose(page, "touch", page.locator(".door-on"));
  await choose(page, "touch", page.locator(".rows .row").first());
  await page.locator(".boxes .pic-calendar").waitFor(PATIENCE);
  const calendar = await readCode(page.locator(".phone-code svg").first());
  expect(calendar).toMatch(/^https:\/\/signpost\.example\/e\/demo-[a-z-]+\.ics\?centre=larkhill&lang=en$/);
  await choose(page, "touch", page.locator(".keep"));
  // One code and one sheet for all that was kept.
  await goBy(page, [".bar .pic-list", ".action.sun"]);
  await page.locator(".phone-code svg").first().waitFor(PATIENCE);
  const code = await readCode(page.locator(".phone-code svg").first());
  expect(code).toMatch(
    /^https:\/\/signpost\.example\/t\/j\.demo-[a-z-]+~e\.demo-[a-z-]+\?centre=larkhill&lang=en$/,
  );
  expect(await page.locator(".paper article h1").count()).toBe(2);
  const done = page.locator(".bar .pic-leave").locator("..");
  const first = (await done.boundingBox())!;
  await choose(page, "touch", done);
  const second = (await page.locator("dialog .primary").boundingBox())!;
  expect(second.y + second.height).toBeLessThan(first.y);
  await choose(page, "touch", page.locator("dialog .primary"));
  await wake(page);
  expect(await page.locator(".bar .pic-list").count()).toBe(0);
});

/** What can be read, and so selected; and a field with a word in it. */
const HELD = [
  ["start", ".hello h1", ".door-jobs b"],
  ["leaflet", ".leaflet-text > *"],
  ["nothing found", ".word-field input"],
] as const;

test("an hour of a toddler's slaps, palms, long presses, pinches and edge swipes breaks nothing", async () => {
  const context = await device();
  await context.clock.install();
  const page = await openPage(context, `${hub.url}/kiosk?centre=larkhill`, BLOCKED);
  await wake(page);
  const address = page.url();
  const { finger, swipe, touch } = await handsOn(page);
  const intact = async () => {
    expect(page.url()).toBe(address);
    expect(context.pages().length).toBe(1);
    expect(await page.evaluate(() => [visualViewport?.scale, String(getSelection())])).toEqual([1, ""]);
  };

  // Chromium takes sixteen real fingers at once; of thirty the rest are told to the page as a driver would.
  const sixteen = Array.from({ length: 16 }, (_, id) => finger(id));
  await touch("touchStart", sixteen);
  await page.evaluate(fourteenMore);
  await touch("touchEnd", []);
  await drawn(page);
  expect(await page.locator(".doors").count()).toBe(1);
  await intact();

  for (const [way, ...parts] of HELD) {
    await goTo(page, way);
    const held = await heldFingersOn(page);
    for (const what of parts) expect([what, await held.hold(page.locator(what).first())]).toEqual([what, []]);
    await held.pinch();
    await intact();
    await page.clock.runFor(1_000);
    await held.stop();
    await goHome(page);
  }
  await swipe([{ x: 500, y: 900, id: 0 }, { x: 560, y: 960, id: 1 }], [{ x: 100, y: 300, id: 0 }, { x: 900, y: 1700, id: 1 }]); // prettier-ignore
  for (const [from, to] of [
    [{ x: 1, y: 900 }, { x: 800, y: 900 }],
    [{ x: 1079, y: 900 }, { x: 200, y: 900 }],
    [{ x: 500, y: 1 }, { x: 500, y: 1500 }],
    [{ x: 500, y: 1919 }, { x: 500, y: 300 }],
  ] as const) await swipe([{ ...from, id: 0 }], [{ ...to, id: 0 }]); // prettier-ignore
  await drawn(page);
  await intact();

  for (let slap = 0; slap < 120; slap += 1) {
    const hand = Array.from({ length: slap % 12 === 0 ? 16 : slap % 3 === 0 ? 2 : 1 }, (_, id) => finger(id));
    if (slap % 4 === 0) await swipe(hand, hand.map(({ id }) => finger(id)));
    else await swipe(hand, hand); // prettier-ignore
    await page.clock.fastForward(slap % 20 === 19 ? 90_000 : 28_000);
  }
  for (let minute = 0; minute < 3; minute += 1) await page.clock.fastForward(90_000);
  await intact();
  await page.locator(".attract").waitFor(PATIENCE);
  await wake(page);
}, 300_000);

test("what a kiosk was used for is kept while the line is down, and counted once though the hub's answer is lost", async () => {
  const { cookie } = await pairScreen(hub, "larkhill", "kiosk", "By the door");
  const context = await device();
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: hub.url }]);
  // As in a browser of some years ago, at a plain http address.
  await context.addInitScript("crypto.randomUUID = AbortSignal.timeout = undefined");
  await context.clock.install();
  let handed = 0;
  await context.route("**/commands/countUses", async (route) => {
    const response = await route.fetch();
    handed += 1;
    // The hub has taken it; the kiosk does not hear so.
    await (handed === 1 ? route.abort() : route.fulfill({ response }));
  });
  const page = await openPage(context, `${hub.url}/kiosk`, [...BLOCKED, ...UNPLUGGED]);
  await context.route("https://**", (route) =>
    route.fulfill({ contentType: "text/html", body: "A website" }),
  );
  // As the guard says that the browser is held to approved websites.
  await page.evaluate((said) => document.documentElement.setAttribute("data-signpost-guard", said), JSON.stringify({ extension: "1", policy: "1" })); // prettier-ignore
  await wake(page);
  await choose(page, "touch", page.locator(".door-websites"));
  await choose(page, "touch", page.locator(".site .action").first());
  // By a key: a tap is noted on the page, and this one leaves it.
  await page.locator("dialog .action").press("Enter");
  await page.waitForURL("https://**", PATIENCE);

  await page.goto(`${hub.url}/kiosk`);
  await wake(page);
  await choose(page, "touch", page.locator(".door-jobs"));
  await page.locator(".rows .row").first().waitFor(PATIENCE);
  await choose(page, "touch", page.locator(".type-word"));
  await page.locator(".keys button").first().waitFor(PATIENCE);
  await context.setOffline(true);
  await typeOnGlass(page, "astronaut");
  await page.getByText(say["jobs.none-word"]).waitFor(PATIENCE);
  await page.clock.runFor(2_100);
  await choose(page, "touch", page.locator(".rows .row").first());
  await page.locator(".pay-line").waitFor(PATIENCE);
  // They are written down, and the next page of this device has them still.
  await page.clock.runFor(6_000);
  await context.setOffline(false);
  hub.setNow(() => Date.now() + HOUR);
  onTestFinished(() => hub.setNow(Date.now));
  await page.reload();
  await page.locator(".attract").waitFor(PATIENCE);
  const counted = () =>
    hub.hub.database.reading
      .selectFrom("use_count")
      .select(["what", "item", "count"])
      .where("centre", "=", "larkhill")
      .where("what", "in", KIOSK_USES)
      .execute();
  await expect
    .poll(async () => {
      await page.clock.runFor(20_000);
      return handed;
    }, PATIENCE)
    .toBeGreaterThanOrEqual(2);
  await expect
    .poll(async () => together(await counted()), PATIENCE)
    .toEqual([
      { what: "search", item: "", count: 1 },
      { what: "search-nothing", item: "", count: 1 },
      { what: "vacancy", item: expect.stringMatching(/^demo-/), count: 1 },
      { what: "visit", item: "", count: 2 },
      { what: "website", item: expect.stringMatching(/^demo-/), count: 1 },
    ]);
});

/** Whichever hours they fell into. */
function together(counts: readonly { what: string; item: string; count: number }[]) {
  const all = new Map<string, { what: string; item: string; count: number }>();
  for (const { what, item, count } of counts)
    all.set(what, { what, item, count: count + (all.get(what)?.count ?? 0) });
  return [...all.values()].toSorted((one, other) => one.what.localeCompare(other.what));
}
