import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { LANGUAGES } from "#shared/languages.ts";
import { openPage, PATIENCE } from "../support/board.ts";
import { launch } from "../support/chromium.ts";
import { databases } from "../support/databases.ts";
import { centre, noticeDraft, vacancyDraft } from "../support/drafts.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { inEnglishAlone } from "../support/in-english.ts";
import { judged } from "../support/judged.ts";
import { choose, named, sayings, speakIn, tellsOf, typeOnGlass, wake } from "../support/kiosk.ts";
import { longWords } from "../support/long-words.ts";
import { whatIsLost } from "../support/lost.ts";
import { startSmtp, type SmtpServer } from "../support/messages/smtp.ts";
import { pairedDevice } from "../support/phone.ts";
import { publish, putOnBoard } from "../support/publish.ts";
import { hardToTouch } from "../support/touchable.ts";
import { goBy, goHome, goTo, WAYS } from "../support/ways.ts";

let hub: RunningHub;
let browser: Browser;
let post: SmtpServer;
let close: () => Promise<void>;

beforeAll(async () => {
  const database = await databases[0]!.fresh();
  close = database.close;
  post = await startSmtp();
  const env = {
    SIGNPOST_DEMO: "yes",
    SIGNPOST_PUBLIC_URL: "https://signpost.example",
    SIGNPOST_SMTP_URL: post.url,
  };
  [hub, browser] = await Promise.all([startHub({ databaseUrl: database.url, pages: true, env }), launch()]);
});
afterAll(async () => {
  await browser.close();
  await hub.stop();
  await post.close();
  await close();
});

const CHIPS = ".chips:not(.suggestions) .chip";

const say = sayings("en");

async function kiosk(slug = "larkhill", viewport = { width: 1080, height: 1920 }): Promise<Page> {
  const context = await browser.newContext({ viewport, hasTouch: true, serviceWorkers: "block" });
  onTestFinished(() => context.close());
  const page = await openPage(context, `${hub.url}/kiosk?centre=${slug}`, [
    /Service Worker registration blocked/,
  ]);
  await wake(page);
  return page;
}

/** Where jobs are looked for, on a glass that lies on its side: there is least room beside the keys. */
async function jobs(): Promise<Page> {
  const page = await kiosk("larkhill", { width: 1920, height: 1080 });
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
  await typeOnGlass(page, "clean");
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

test("what is taken home goes to the printer as one A5 page, without the glass around it, or to an address that stays nowhere", async () => {
  const paired = await pairedDevice(browser, hub, "northbrook");
  onTestFinished(() => paired.close());
  const page = await openPage(paired, `${hub.url}/kiosk`);
  await page.evaluate(() => {
    const printed: string[] = [];
    Object.assign(globalThis, { printed });
    globalThis.print = () => void printed.push(document.querySelector(".paper")?.textContent ?? "");
  });
  await wake(page);
  await choose(page, "touch", page.locator(".door-jobs"));
  await choose(page, "touch", page.locator(".rows .row").first());
  // The list has a heading too: the job is there once it can be taken home.
  await page.locator(".action.sun").waitFor();
  const title = (await page.locator("h1").textContent())!;
  await choose(page, "touch", page.locator(".action.sun"));
  await choose(page, "touch", page.locator(".pic-print").locator("xpath=ancestor::button"));
  const printed = await page.evaluate(() => (globalThis as unknown as { printed: string[] }).printed);
  expect(printed).toEqual([expect.stringContaining(title)]);
  const sheet = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(sheet.match(/\/Type \/Page\b[^s]/g)?.length).toBe(1);
  const [, wide, high] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(sheet)!;
  expect([Math.round(Number(wide)), Math.round(Number(high))]).toEqual([420, 595]);

  const address = "someone.private@home.example";
  await page.locator(".word-field input").fill(address);
  await choose(page, "touch", page.locator("button:has(.pic-mail)"));
  await page.getByText(say["take.sent"]).waitFor(PATIENCE);
  expect(post.mails.map(({ to }) => to)).toEqual([address]);
  await goBy(page, [".bar .pic-leave", "dialog .primary"]);
  await page.locator(".attract").waitFor(PATIENCE);
  expect(await tellsOf(page, address)).toBe(false);
});

test("axe finds nothing on any page in any theme, and a big finger finds whatever is to be touched", async () => {
  const page = await kiosk();
  const found: unknown[] = [];
  for (const name of Object.keys(WAYS)) {
    await goTo(page, name);
    found.push(...(await judged(page, name)));
    await goHome(page);
  }
  expect(found).toEqual([]);
}, 240_000);

test("on the minimum offer the start has neither websites nor calls, in Wales it begins in Welsh; a job that closes is said to be gone, and an urgent notice lies over it", async () => {
  const page = await kiosk("aberhelyg");
  await expect.poll(() => page.locator("h1").textContent(), PATIENCE).toBe(sayings("cy")["start.hello"]);
  const doors = await page.locator(".door").evaluateAll((all) => all.map(({ classList }) => classList[1]));
  expect(doors).toEqual(["door-jobs", "door-leaflets", "door-on", "door-learn", "door-adviser"]);
  expect(await judged(page, "start in Wales")).toEqual([]);
  await choose(page, "touch", page.locator(".twin"));
  await expect.poll(() => page.locator("h1").textContent(), PATIENCE).toBe(say["start.hello"]);

  await hub.done("saveCentre", { centre: centre("smalltown"), over: null });
  await putOnBoard(hub, "smalltown", vacancyDraft("cook", "Cook", ["smalltown"]));
  await page.goto(`${hub.url}/kiosk?centre=smalltown`);
  await wake(page);
  await goTo(page, "job");
  await hub.done("withdrawItem", { id: "cook", over: null });
  await page.getByText(say["gone.vacancy.text"]).waitFor(PATIENCE);
  expect(await judged(page, "gone")).toEqual([]);
  await choose(page, "touch", page.locator("#main .big.primary"));
  await page.getByText(say["jobs.empty-how"]).waitFor(PATIENCE);
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const urgent = noticeDraft("flood", "The hall is closed", ["smalltown"], { until });
  await publish(hub, { ...urgent, body: { ...urgent.body, urgent: true } });
  await page.locator("dialog h2").getByText("The hall is closed").waitFor(PATIENCE);
  expect(await judged(page, "urgent")).toEqual([]);
  await choose(page, "touch", page.locator("dialog .primary"));
  await page.locator("dialog").waitFor({ state: "detached", ...PATIENCE });
});

test("each of the two questions is answered by a leaflet, by an approved website that stands first then, and by the adviser", async () => {
  const page = await kiosk();
  for (const question of ["better off", "who minds my child"]) {
    await goTo(page, question);
    const answers = page.locator("dialog .answers-to .choice");
    const titled = async (pic: string) =>
      (await answers.filter({ has: page.locator(`.pic-${pic}`) }).first().textContent())!.trim(); // prettier-ignore
    const [leaflet, website] = [await titled("leaflet"), await titled("globe")];
    await choose(page, "touch", answers.filter({ hasText: leaflet }).first());
    await expect.poll(() => page.locator("h1").textContent(), PATIENCE).toBe(leaflet);
    await goHome(page);
    await goTo(page, question);
    await choose(page, "touch", answers.filter({ hasText: website }).first());
    await expect.poll(() => page.locator(".site h3").first().textContent(), PATIENCE).toContain(website);
    await goHome(page);
    await goTo(page, question);
    await choose(page, "touch", answers.filter({ has: page.locator(".pic-adviser") }));
    await expect.poll(() => page.locator("h1").textContent(), PATIENCE).toBe(say["adviser.title"]);
    await goHome(page);
  }
});

/** What stands on a job's page in the reader's own language. */
const FACTS = ["pattern.term-time", "pattern.school-hours", "job.days", "job.what", "job.apply", "job.who-here", "job.better-off", "job.childcare"] as const; // prettier-ignore

test("a job's facts are said in each of the eight languages though its advert is in English, and its buttons lie where a hand reaches", async () => {
  await inEnglishAlone(hub, "readtown");
  const page = await kiosk("readtown");
  await goTo(page, "job");
  const closing = new Set<string | null>();
  for (const language of LANGUAGES) {
    await speakIn(page, "touch", language);
    const [says, text] = [sayings(language), await page.locator("#main").innerText()];
    const isOther = language !== "en";
    const missing = FACTS.filter((key) => !text.includes(says[key]) || (isOther && text.includes(say[key])));
    expect([language, ...missing]).toEqual([language]);
    expect(text.includes(says["job.advert"].replace("{language}", says["in.en"]))).toBe(isOther);
    expect(await page.locator(".pay-line").textContent()).toMatch(/12[.,]85/);
    closing.add(await page.locator(".page-head").textContent());
  }
  expect(closing.size).toBe(LANGUAGES.length);
  for (const button of await page.locator(".actions button, .bar button").all())
    expect((await button.boundingBox())!.y).toBeGreaterThan(1920 / 3);

  await speakIn(page, "touch", "ur");
  const urdu = sayings("ur");
  await goHome(page);
  await goTo(page, "leaflets");
  await expectTrueChips(page);
  // Beside them stands what the whole district has.
  const ours = page.locator(".row").filter({ hasText: "Stay and play" });
  expect(await ours.locator(".tongue-tag").allTextContents()).toEqual([urdu["in.en"], urdu["in.en"]]);
  expect(await ours.locator(".tag.sun bdi").allTextContents()).toEqual([urdu["leaflets.new"]]);
  await choose(page, "touch", ours.filter({ has: page.locator(".tag.sun") }));
  await choose(page, "touch", named(page, urdu["leaflet.pages"]));
  const printed = page.locator(".printed img");
  const small = (await printed.boundingBox())!.width;
  await choose(page, "touch", page.locator(".printed .step:has(.pic-bigger)"));
  await expect.poll(async () => (await printed.boundingBox())!.width, PATIENCE).toBeGreaterThan(small * 1.4);
  await choose(page, "touch", page.locator(".printed .step:has(.pic-down)"));
  await page.getByText(urdu["leaflet.page"].replace("{n}", "2").replace("{of}", "2")).waitFor(PATIENCE);
  expect(await judged(page, "printed")).toEqual([]);
  await goHome(page);
  await goTo(page, "what's on");
  await expectTrueChips(page);
  expect(await ours.locator(".tag.coral bdi").allTextContents()).toEqual([urdu["event.cancelled"]]);
  await choose(page, "touch", ours.first());
  await page.locator(".boxes").getByText(urdu["event.cancelled"]).first().waitFor(PATIENCE);
});

/** Each chip is touched, and leaves as many as it says; the first leaves all, and is touched last. */
async function expectTrueChips(page: Page): Promise<void> {
  const chips = await page.locator(".chips .chip").all();
  expect(chips.length).toBeGreaterThan(3);
  for (const chip of chips.toReversed()) {
    const left = Number(await chip.locator("small").textContent());
    await choose(page, "touch", chip);
    await expect.poll(() => page.locator(".rows .row").count(), PATIENCE).toBe(left);
  }
}

test("whoever wants no movement, on this device or for this visit, gets none", async () => {
  const page = await kiosk();
  const moving = () => page.evaluate(whatMoves);
  expect(await moving()).not.toEqual([]);
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await moving()).toEqual([]);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await goTo(page, "look");
  await choose(page, "touch", page.getByRole("button", { name: say["look.still"] }));
  await expect.poll(moving, PATIENCE).toEqual([]);
});

/** Runs in the page. */
function whatMoves(): readonly string[] {
  const moves = (style: CSSStyleDeclaration) =>
    parseFloat(style.transitionDuration) > 0 ||
    (style.animationName !== "none" && parseFloat(style.animationDuration) > 0);
  const all = [...document.querySelectorAll("#touch *")];
  return all.filter((one) => moves(getComputedStyle(one))).map((one) => one.outerHTML.slice(0, 80));
}

test("the biggest text and the longest words lose nothing on a phone, a tablet or a kiosk", async () => {
  await longWords(hub, "longtown");
  const page = await kiosk("longtown");
  // A phone brings keys of its own.
  const every = Object.keys(WAYS).filter((name) => name !== "nothing found");
  for (const [width, height, pages] of [
    [390, 844, every],
    [1280, 800, ["start", "filters", "job", "event", "look"]],
    [1080, 1920, ["start", "job", "list", "event"]],
  ] as const) {
    await page.setViewportSize({ width, height });
    if ((await page.locator(".attract").count()) > 0) await wake(page);
    await goBy(page, [".bar .pic-size", "dialog .size-2", "dialog .close"]);
    for (const name of pages) {
      await goTo(page, name);
      const lost = await page.evaluate(whatIsLost);
      const hard = width < 1000 ? await page.evaluate(hardToTouch) : [];
      expect([width, name, ...lost, ...hard]).toEqual([width, name]);
      await goHome(page);
    }
    await goBy(page, [".bar .pic-leave", "dialog .primary"]);
  }
}, 180_000);
