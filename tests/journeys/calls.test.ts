import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { expectKept, openPage, PATIENCE, UNPLUGGED } from "../support/board.ts";
import { settings, workingTime } from "../support/calls.ts";
import { expectNoErrors, launch, watchErrors } from "../support/chromium.ts";
import { consoleFor, expectAccessible } from "../support/console.ts";
import { databases } from "../support/databases.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { choose, kept, named, wake } from "../support/kiosk.ts";
import { beSure, callSayings, choice, expectNoTrace, finish, NUMBER, pairedDevice, press, toddler, toTheWays, TRACE } from "../support/phone.ts"; // prettier-ignore
import { notePeers, packetsAt } from "../support/talk.ts";

const CENTRE = "northbrook";
const say = callSayings("en");
const now = workingTime();

let hub: RunningHub;
let browser: Browser;
let device: BrowserContext;
let kiosk: Page;
let desk: Page;
let errors: readonly string[];
let close: () => Promise<void>;

/** Where a person looks at the pages afterwards: `SHOTS=folder`. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env["SHOTS"]) await page.screenshot({ path: `${process.env["SHOTS"]}/${name}.png` });
}

beforeAll(async () => {
  const database = await databases[0]!.fresh();
  close = database.close;
  const env = { SIGNPOST_DEMO: "yes", SIGNPOST_PUBLIC_URL: "https://signpost.example" };
  const args = [
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--allow-loopback-in-peer-connection",
    "--host-resolver-rules=MAP plain.test 127.0.0.1",
  ];
  [hub, browser] = await Promise.all([
    startHub({ databaseUrl: database.url, pages: true, env, now }),
    launch({ args }),
  ]);
  // The team is always there, so that nothing hangs on the hour or the day at which this runs.
  await hub.done("arrangeCalls", { centre: CENTRE, calls: { ...settings(), hours: [] } });
  device = await pairedDevice(browser, hub, CENTRE);
  await device.addInitScript(notePeers);
  kiosk = await device.newPage();
  errors = watchErrors(kiosk, [...UNPLUGGED, /cancelable=false/]);
  await kiosk.goto("/kiosk");
  const signedIn = await consoleFor(browser, hub, { email: "ada@example.org", role: "adviser", centres: [CENTRE] }); // prettier-ignore
  desk = signedIn.page;
  await signedIn.context.addInitScript(notePeers);
  await desk.goto("/console/calls");
}, 90_000);
afterAll(async () => {
  expectNoErrors(errors);
  await browser.close();
  await hub.stop();
  await close();
});

const row = (reference: string) => desk.locator(`[data-reference="${reference}"]`);
const referenceOn = async (page: Page) =>
  (await page.locator(".call-reference b").textContent(PATIENCE)) ?? "";
const callsOf = (about: string) =>
  hub.hub.database.reading.selectFrom("call").selectAll().where("about", "=", about).execute();

test("a parent asks by five touches and her number; the console rings, one adviser takes it and says what came of it", async () => {
  await expectKept(kiosk, "vacancy/demo-teaching-assistant");
  await toTheWays(kiosk);
  await choose(kiosk, "touch", choice(kiosk, say["way.ring"]));
  await press(kiosk, NUMBER.slice(0, 9));
  await choose(kiosk, "touch", kiosk.locator(".call-send"));
  await kiosk.getByText(say["number.too-short"]).waitFor(PATIENCE);
  await press(kiosk, NUMBER.slice(9));
  await kiosk.locator(".call-number .right").waitFor(PATIENCE);
  await picture(kiosk, "number");
  await choose(kiosk, "touch", kiosk.locator(".call-send"));
  const reference = await referenceOn(kiosk);
  expect(reference).toMatch(/^[A-Z]\d \d\d$/);
  await expectNoTrace(kiosk);
  await picture(kiosk, "kept");

  await row(reference).waitFor(PATIENCE);
  expect(await desk.locator("body").textContent()).not.toMatch(TRACE);
  await row(reference).getByRole("button", { name: "I’ll take it" }).click();
  await desk.getByText("07700 900123").waitFor(PATIENCE);
  await kiosk.getByText(say["state.taken"]).waitFor(PATIENCE);
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "We spoke" }).click();
  await row(reference).getByText("We spoke").waitFor(PATIENCE);
  expect(await desk.locator("body").textContent()).not.toMatch(TRACE);
  await kiosk.getByText(say["state.done"]).waitFor(PATIENCE);
  await finish(kiosk);
  await expectNoTrace(kiosk);
});

test("a request that is made without a line is locked away, told to nobody, and comes to the hub exactly once", async () => {
  await device.setOffline(true);
  await wake(kiosk);
  await choose(kiosk, "touch", kiosk.locator(".door-jobs"));
  await choose(kiosk, "touch", kiosk.locator(".rows .row").first());
  await choose(kiosk, "touch", kiosk.locator(".action.plum"));
  await choose(kiosk, "touch", choice(kiosk, say["way.text"]));
  await kiosk.locator(".call-number input").fill(NUMBER);
  await choose(kiosk, "touch", kiosk.locator(".call-send"));
  await kiosk.getByText(say.sealed).waitFor(PATIENCE);
  await picture(kiosk, "sealed");
  expect(await kept(kiosk)).toContain('"sealed"');
  await expectNoTrace(kiosk);
  await finish(kiosk);
  await expectNoTrace(kiosk);
  // Also a power cut in between loses nothing.
  await kiosk.reload();
  await kiosk.locator(".attract").waitFor(PATIENCE);

  await device.setOffline(false);
  await expect.poll(() => kept(kiosk), PATIENCE).not.toContain('"sealed"');
  expect(await callsOf("job")).toMatchObject([{ way: "text", item_kind: "vacancy", state: "waiting" }]);
  await desk.locator(".call", { hasText: "A job she saw:" }).waitFor(PATIENCE);
});

test("where a browser cannot lock anything away no request is taken without a line, and it says what to do", async () => {
  const port = new URL(hub.url).port;
  const plain = await pairedDevice(browser, hub, CENTRE, `http://plain.test:${port}`);
  onTestFinished(() => plain.close());
  const page = await openPage(plain, "/kiosk", [...UNPLUGGED, /secure|serviceWorker/i]);
  await toTheWays(page);
  await choice(page, say["way.ring"]).waitFor(PATIENCE);
  await plain.setOffline(true);
  await page.getByText(say["no-line-how"]).waitFor(PATIENCE);
  expect(await page.locator(".call-choice").allInnerTexts()).toEqual([expect.stringContaining(say["way.come"])]); // prettier-ignore
});

test("a request is cancelled by its reference, on the screen or later by the slip of paper", async () => {
  await toTheWays(kiosk);
  await choose(kiosk, "touch", choice(kiosk, say["way.handset"]));
  await beSure(kiosk);
  await choose(kiosk, "touch", kiosk.locator(".call-send"));
  const reference = await referenceOn(kiosk);
  await kiosk.getByText(say["state.waiting"]).waitFor(PATIENCE);
  await finish(kiosk);
  await wake(kiosk);
  await choose(kiosk, "touch", kiosk.locator(".door-call"));
  await choose(kiosk, "touch", named(kiosk, say.cancel));
  await press(kiosk, reference.replace(" ", ""));
  await choose(kiosk, "touch", kiosk.locator(".call-send"));
  await kiosk.getByText(say.cancelled).waitFor(PATIENCE);
  await row(reference).getByText("Cancelled by her").waitFor(PATIENCE);
  expect((await callsOf("childcare")).filter(({ open_reference }) => open_reference === reference)).toEqual(
    [],
  );
  await finish(kiosk);
});

test("an adviser answers a voice call in the browser, each hears the other, and the microphone is off when it ends", async () => {
  await desk.getByLabel("I’m there for “talk now”").check();
  await expect.poll(() => hub.hub.database.reading.selectFrom("standing_by").selectAll().execute(), PATIENCE).toHaveLength(1); // prettier-ignore
  await toTheWays(kiosk);
  await choose(kiosk, "touch", choice(kiosk, say["way.voice"]));
  await kiosk.getByText(say["voice.room"]).waitFor(PATIENCE);
  await beSure(kiosk);
  await choose(kiosk, "touch", kiosk.locator(".call-send"));
  await kiosk.getByText(say["voice.ringing"]).waitFor(PATIENCE);
  await desk.getByText("wants to talk now").waitFor(PATIENCE);
  await picture(desk, "voice-rings");
  await desk.getByRole("button", { name: "Answer" }).click();
  await kiosk.getByRole("heading", { name: say["voice.talking"] }).waitFor(PATIENCE);
  await expect.poll(() => packetsAt(kiosk), PATIENCE).toBeGreaterThan(20);
  await expect.poll(() => packetsAt(desk), PATIENCE).toBeGreaterThan(20);
  await kiosk.getByText(say["voice.live"]).first().waitFor(PATIENCE);
  await picture(kiosk, "talking");
  await picture(desk, "voice-talks");
  await expectAccessible(desk);
  await choose(kiosk, "touch", named(kiosk, say["voice.mute"]));
  await kiosk.getByText(say["voice.muted"]).first().waitFor(PATIENCE);
  await choose(kiosk, "touch", named(kiosk, say["voice.end"]));
  await kiosk.getByText(say["voice.ended"]).waitFor(PATIENCE);
  await desk.getByText("They have hung up").waitFor(PATIENCE);
  await finish(kiosk);
});

test("a voice call that nobody answers rings out, and is asked for in another way under the same reference", async () => {
  await hub.done("arrangeCalls", { centre: CENTRE, calls: { ...settings({ handset: false }), hours: [] } });
  await toTheWays(kiosk);
  await choose(kiosk, "touch", choice(kiosk, say["way.voice"]));
  await beSure(kiosk);
  await choose(kiosk, "touch", kiosk.locator(".call-send"));
  await kiosk.getByText(say["voice.ringing"]).waitFor(PATIENCE);
  const [ringing] = (await callsOf("childcare")).filter(({ state }) => state === "ringing");
  hub.setNow(() => now() + 31_000);
  onTestFinished(() => hub.setNow(now));
  await kiosk.getByText(say["voice.nobody"]).waitFor(PATIENCE);
  await choose(kiosk, "touch", choice(kiosk, say["way.ring"]));
  await kiosk.locator(".call-number input").fill(NUMBER);
  await choose(kiosk, "touch", kiosk.locator(".call-send"));
  expect(await referenceOn(kiosk)).toBe(ringing!.reference);
  await finish(kiosk);
});

const BLOCKED = [/Service Worker registration blocked/];

test("an hour of a toddler's hands on the very pages of a call asks for none", async () => {
  await hub.done("arrangeCalls", { centre: CENTRE, calls: { ...settings(), hours: [] } });
  const before = await hub.hub.database.reading.selectFrom("call").select("id").execute();
  const nursery = await pairedDevice(browser, hub, CENTRE);
  onTestFinished(() => nursery.close());
  await nursery.clock.install();
  const page = await openPage(nursery, "/kiosk", [...BLOCKED, ...UNPLUGGED]);
  const slap = await toddler(page);
  const ways = [say["way.ring"], say["way.handset"]];
  for (const way of ways) {
    // A parent was on her way to it, and put the child down.
    await page.locator(".attract").waitFor(PATIENCE);
    await toTheWays(page);
    await choose(page, "touch", choice(page, way));
    await page.locator(".keypad").waitFor(PATIENCE);
    // Half an hour, four slaps a minute: never so rare that the kiosk would wipe itself in between.
    for (let turn = 0; turn < 120; turn += 1) {
      await slap();
      if (turn % 4 === 3) await page.clock.fastForward(60_000);
    }
    for (let minute = 0; minute < 3; minute += 1) await page.clock.fastForward(90_000);
  }
  expect(await hub.hub.database.reading.selectFrom("call").select("id").execute()).toEqual(before);
}, 300_000);

test("by two switches in Urdu a call is asked for as by touch", async () => {
  const words = callSayings("ur");
  await toTheWays(kiosk, "switches", "ur");
  await choose(kiosk, "switches", choice(kiosk, words["way.ring"]));
  // A number may be asked to be rung three times a day, and the other tests did.
  await kiosk.locator(".call-number input").fill("0770090045");
  await press(kiosk, "6", "switches");
  await kiosk.locator(".call-number .right").waitFor(PATIENCE);
  await picture(kiosk, "switches");
  await choose(kiosk, "switches", kiosk.locator(".call-send"));
  expect(await referenceOn(kiosk)).toMatch(/^[A-Z]\d \d\d$/);
  await picture(kiosk, "kept-ur-tall");
  await kiosk.keyboard.press("Tab");
  await finish(kiosk);
});

test("there is no such door on a kiosk that nobody paired, nor where calls are not offered", async () => {
  const stranger = await browser.newContext({ hasTouch: true, baseURL: hub.url });
  onTestFinished(() => stranger.close());
  const page = await openPage(stranger, `/kiosk?centre=${CENTRE}`, UNPLUGGED);
  await wake(page);
  await page.locator(".door-adviser").waitFor(PATIENCE);
  expect(await page.locator(".door-call").count()).toBe(0);
  await hub.done("arrangeCalls", { centre: CENTRE, calls: { ...settings({ offered: false }), hours: [] } });
  await wake(kiosk);
  await kiosk.locator(".door-adviser").waitFor(PATIENCE);
  expect(await kiosk.locator(".door-call").count()).toBe(0);
});
