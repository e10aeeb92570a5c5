import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { textIn } from "#shared/languages.ts";
import { expectKept, PATIENCE, UNPLUGGED } from "../support/board.ts";
import { settings, workingTime } from "../support/calls.ts";
import { expectNoErrors, launch, watchErrors } from "../support/chromium.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { centre, vacancy, vacancyDraft } from "../support/drafts.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { choose, speakIn, wake } from "../support/kiosk.ts";
import { pairedDevice } from "../support/phone.ts";
import { putOnBoard } from "../support/publish.ts";

let database: Fresh;
let hub: RunningHub;
let browser: Browser;
let device: BrowserContext;
let page: Page;
let errors: readonly string[];

beforeAll(async () => {
  database = await databases[0]!.fresh();
  [hub, browser] = await Promise.all([
    startHub({ databaseUrl: database.url, pages: true, now: workingTime() }),
    launch(),
  ]);
  await hub.done("saveCentre", { centre: { ...centre("larkhill", { offer: "enhanced" }), calls: { ...settings(), hours: [] } }, over: null }); // prettier-ignore
  const body = vacancy("Cook", {
    description: textIn("en", "Cook lunch. Then wash up."),
    apply: textIn("en", "Come in."),
  });
  await putOnBoard(hub, "larkhill", { ...vacancyDraft("cook", "Cook", ["larkhill"]), body });
  device = await pairedDevice(browser, hub, "larkhill");
  await device.clock.install();
  await device.addInitScript(listen);
  page = await device.newPage();
  errors = watchErrors(page, UNPLUGGED);
  await page.goto("/kiosk");
});
afterAll(async () => {
  expectNoErrors(errors);
  await browser.close();
  await hub.stop();
  await database.close();
});

/** Runs in the page: notes what the loudspeaker is given, and what is marked meanwhile. */
function listen(): void {
  const played: { words: string; loudest: number; seconds: number }[] = [];
  Object.assign(globalThis, { played });
  const start = AudioBufferSourceNode.prototype.start;
  AudioBufferSourceNode.prototype.start = function begin(this: AudioBufferSourceNode) {
    const [marked] = CSS.highlights.get("speaking") ?? [];
    const words = String(marked);
    const loudest = this.buffer!.getChannelData(0).reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    played.push({ words, loudest, seconds: this.buffer!.duration });
    // In haste only the end of it is heard.
    if ("hasty" in globalThis) start.call(this, 0, Math.max(0, this.buffer!.duration - 0.02));
    else start.call(this);
  };
}

async function heard(): Promise<readonly { words: string; loudest: number; seconds: number }[]> {
  return page.evaluate(() => (globalThis as unknown as { played: [] }).played.splice(0));
}

const reader = () => page.locator(".bar .pic-aloud").locator("..");
const kept = () =>
  page.evaluate(async () => {
    const sounds = await caches.open("sounds");
    return (await sounds.keys()).map(({ url }) => decodeURIComponent(new URL(url).pathname + new URL(url).search)); // prettier-ignore
  });

/** In steps, so that the hub's heartbeats come between. */
async function letPass(steps: number, each = 9_000): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    await page.clock.fastForward(each);
    await page.evaluate(() => fetch("/healthz"));
  }
}

/** From the start to the job. */
async function openJob(): Promise<void> {
  await choose(page, "touch", page.locator(".door-jobs"));
  await choose(page, "touch", page.locator(".rows .row").first());
  await page.locator(".pay-line").waitFor(PATIENCE);
}

async function finish(): Promise<void> {
  await choose(page, "touch", page.locator(".bar .pic-leave").locator(".."));
  await choose(page, "touch", page.locator("dialog .primary"));
  await page.locator(".attract").waitFor(PATIENCE);
}

test("a job is read aloud sentence by sentence, each marked while it is heard, and none of it stays", async () => {
  await expectKept(page, "vacancy/cook");
  await wake(page);
  await openJob();
  await choose(page, "touch", reader());
  const first = ["Cook", "Larkhill Primary", "£12.85 an hour"];
  const said: { words: string; loudest: number; seconds: number }[] = [];
  await expect.poll(async () => said.push(...(await heard())), PATIENCE).toBeGreaterThanOrEqual(3);
  expect(said.map(({ words }) => words).slice(0, 3)).toEqual(first);
  for (const { loudest, seconds } of said) {
    expect(loudest).toBeGreaterThan(0.1);
    expect(seconds).toBeGreaterThan(0.2);
  }
  expect(await page.locator(".speaking").count()).toBe(1);
  await choose(page, "touch", page.locator(".bar .pic-silent").locator(".."));
  expect(await page.locator(".speaking").count()).toBe(0);
  await finish();
  expect(await kept()).toEqual([]);
});

test("a sheet over the page is read aloud by a button of its own, and nothing is spoken once it is closed", async () => {
  await wake(page);
  await choose(page, "touch", reader());
  await page.locator(".bar .pic-silent").waitFor(PATIENCE);
  await choose(page, "touch", page.locator(".bar .pic-languages").locator(".."));
  await page.locator("dialog .hear .pic-aloud").waitFor(PATIENCE);
  expect(await page.locator(".speaking").count()).toBe(0);
  await heard();
  await choose(page, "touch", page.locator("dialog .hear"));
  const said: string[] = [];
  // Each language by the voice that has it.
  await expect
    .poll(async () => said.push(...(await heard()).map(({ words }) => words)), PATIENCE)
    .toBeGreaterThanOrEqual(3);
  expect(said.slice(0, 3)).toEqual(["Choose your language", "English", "Cymraeg"]);
  expect(await page.locator("dialog .speaking").count()).toBe(1);
  await choose(page, "touch", page.locator("dialog .close"));
  await page.locator(".bar .pic-aloud").waitFor(PATIENCE);
  expect(await page.locator(".speaking").count()).toBe(0);
  await finish();
});

test("who listens is left in peace for three minutes, and is then asked aloud whether she is there", async () => {
  await wake(page);
  await page.evaluate(() => Object.assign(globalThis, { hasty: true }));
  await heard();
  await choose(page, "touch", reader());
  await page.locator(".bar .pic-silent").waitFor(PATIENCE);
  await page.locator(".bar .pic-aloud").waitFor(PATIENCE);
  expect((await heard()).length).toBeGreaterThan(3);
  // The start is asked about after a minute where nobody listens.
  await letPass(14);
  expect(await page.locator("dialog").count()).toBe(0);
  // In small steps: where the countdown is leapt over, all is wiped.
  for (let step = 0; step < 40 && (await page.locator("dialog").count()) === 0; step += 1) await letPass(1, 2_000); // prettier-ignore
  await page.locator("dialog .countdown").waitFor(PATIENCE);
  const said: string[] = [];
  await expect.poll(async () => said.push(...(await heard()).map(({ words }) => words)), PATIENCE).toBeGreaterThanOrEqual(2); // prettier-ignore
  expect(said[0]).toBe("Are you still there?");
  await choose(page, "touch", page.locator("dialog .primary"));
  await page.locator("dialog").waitFor({ state: "detached", ...PATIENCE });
  await page.evaluate(() => delete (globalThis as { hasty?: true }).hasty);
  await finish();
});

test("what was fetched while nobody was there is read aloud without a network, and nothing else is offered", async () => {
  await letPass(7);
  // Some two hundred sounds are made first, one after the other, by programs to which all others go before.
  await expect.poll(kept, { ...PATIENCE, timeout: 480_000 }).toContain("/sounds/whole");
  await wake(page);
  await device.setOffline(true);
  expect(await kept()).toEqual(
    expect.arrayContaining([
      "/sounds/en?Cook lunch.",
      "/sounds/en?Then wash up.",
      "/sounds/en?Jobs near here",
      "/sounds/en?School hours",
      "/sounds/en?Kind of work",
      // What the search may answer, with every number that there can be.
      "/sounds/en?1 job",
      "/sounds/en?Show 1 job",
      "/sounds/en?nearest first",
      "/sounds/en?No job fits all of that.",
      "/sounds/en?Finished?",
      "/sounds/cy?Cymraeg",
      // Of the pages of a call also what only happens later.
      "/sounds/en?Somebody has taken it and is ringing.",
      "/sounds/en?That is too many digits.",
      "/sounds/en?Your number is wiped 14 days after we speak.",
    ]),
  );
  await openJob();
  await heard();
  await choose(page, "touch", reader());
  await expect.poll(async () => (await heard()).map(({ words }) => words), PATIENCE).toContain("Cook");
  await choose(page, "touch", page.locator(".action.plum"));
  await page.locator(".call-choice").first().waitFor(PATIENCE);
  await heard();
  await choose(page, "touch", reader());
  const said: string[] = [];
  await expect.poll(async () => said.push(...(await heard()).map(({ words }) => words)), PATIENCE).toBeGreaterThanOrEqual(3); // prettier-ignore
  expect(said.slice(0, 3)).toEqual(["How shall we talk?", "About: \u2068Cook\u2069", "The phone team is here now."]); // prettier-ignore
  await speakIn(page, "touch", "ar");
  await expect.poll(() => reader().count(), PATIENCE).toBe(0);
  await finish();
}, 600_000);
