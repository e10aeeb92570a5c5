import type { Browser, BrowserContext, Locator, Page } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { keysFrom } from "#server/messages/push.ts";
import { openVault } from "#server/vault.ts";
import { complaintsOn } from "../support/axe.ts";
import { openPage, PATIENCE, UNPLUGGED } from "../support/board.ts";
import { type Adviser, adviserAt, kioskAt, settings, valueOf, workingTime } from "../support/calls.ts";
import { launch } from "../support/chromium.ts";
import { consoleFor, expectAccessible } from "../support/console.ts";
import { databases } from "../support/databases.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { choose, named, speakIn, wake } from "../support/kiosk.ts";
import { type Pushed, type PushService, startPushService } from "../support/messages/push-service.ts";
import { beSure, callSayings, choice, pairedDevice, press, throughCall } from "../support/phone.ts";

const CENTRE = "northbrook";
const SECRET = "the secret of a hub whose key browsers know";
const say = callSayings("en");
const DAY = 86_400_000;

let hub: RunningHub;
let browser: Browser;
let pushes: PushService;
let dan: Adviser;
let close: () => Promise<void>;

beforeAll(async () => {
  const database = await databases[0]!.fresh();
  close = database.close;
  pushes = await startPushService(keysFrom(SECRET).publicKey);
  const env = { SIGNPOST_DEMO: "yes", SIGNPOST_SECRET: SECRET, SIGNPOST_ALLOW_PRIVATE: pushes.host };
  const args = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
  [hub, browser] = await Promise.all([
    startHub({ databaseUrl: database.url, pages: true, env, now: workingTime() }),
    launch({ args }),
  ]);
  // The team is always there, so that nothing hangs on the hour or the day at which this runs.
  await hub.done("arrangeCalls", { centre: CENTRE, calls: { ...settings(), hours: [] } });
  dan = await adviserAt(hub, "dan@example.org", [CENTRE]);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await Promise.all([hub.stop(), pushes.close()]);
  await close();
});

/** A kiosk of its own: how often one may ask within an hour is nobody else's business. */
async function kiosk(): Promise<Page> {
  const device = await pairedDevice(browser, hub, CENTRE);
  onTestFinished(() => device.close());
  return openPage(device, "/kiosk", [...UNPLUGGED, /cancelable=false/]);
}

/** Counts whatever is touched from now on. */
async function countTouches(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    Object.assign(globalThis, { touches: 0 });
    addEventListener("click", () => ((globalThis as unknown as { touches: number }).touches += 1), true);
  });
  return () => page.evaluate(() => (globalThis as unknown as { touches: number }).touches);
}

/** What somebody touches who wants this, five times at most; `digits`: her number's, or the three that keep children from it. */
const WAYS: readonly (readonly [what: string, times: number, touched: (page: Page) => Promise<number>, reached: (page: Page) => Locator])[] = [
  ["to have this phone rung", 5, (page) => ask(page, "way.handset", () => beSure(page).then(() => 3)), (page) => page.locator(".call-reference")],
  ["to have her own phone rung", 5, (page) => ask(page, "way.ring", () => press(page, "07700900141").then(() => 11)), (page) => page.locator(".call-reference")],
  ["a text first", 5, (page) => ask(page, "way.text", () => press(page, "07700900142").then(() => 11)), (page) => page.locator(".call-reference")],
  ["only to be told when someone is here", 4, (page) => ask(page, "way.come"), (page) => page.getByRole("heading", { name: /adviser/i })],
]; // prettier-ignore

/** Touches the way there, and sends where there is something to send; the digits that were touched on it. */
async function ask(page: Page, way: "way.handset" | "way.ring" | "way.text" | "way.come", type?: () => Promise<number>): Promise<number> {
  await choose(page, "touch", page.locator(".door-call"));
  await choose(page, "touch", choice(page, say["topic.money"]));
  await choose(page, "touch", choice(page, say[way]));
  if (!type) return 0;
  const digits = await type();
  await choose(page, "touch", page.locator(".call-send"));
  return digits;
} // prettier-ignore

test.each(WAYS)("a parent who wants %s touches the glass %i times, digits apart", async (_what, times, touched, reached) => {
  const page = await kiosk();
  await page.locator(".attract").waitFor(PATIENCE);
  const touches = await countTouches(page);
  // The first touch is the one that wakes it.
  await wake(page);
  const digits = await touched(page);
  await reached(page).first().waitFor(PATIENCE);
  expect((await touches()) - digits).toBe(times);
}); // prettier-ignore

test("a kiosk whose clock is a day ahead says when somebody rings by the hub's clock", async () => {
  const wrong = await pairedDevice(browser, hub, CENTRE);
  onTestFinished(() => wrong.close());
  await wrong.clock.install({ time: Date.now() + DAY });
  const pages = [await kiosk(), await openPage(wrong, "/kiosk", [...UNPLUGGED, /Service Worker registration blocked/])]; // prettier-ignore
  const said: string[] = [];
  for (const page of pages) {
    await wake(page);
    await ask(page, "way.ring", () => press(page, "07700900145").then(() => 11));
    await page.locator(".call-reference").waitFor(PATIENCE);
    said.push((await page.locator(".lead").textContent()) ?? "");
  }
  expect(await pages[1]!.evaluate(() => Date.now())).toBeGreaterThan(Date.now() + DAY / 2);
  expect(said[0]).toContain(say.by.split("{")[0]);
  expect(said[1]).toBe(said[0]);
});

test("her slip of paper is one small page with the reference, what happens next and how to cancel, and no number", async () => {
  const page = await kiosk();
  await page.evaluate(() => (globalThis.print = () => document.body.setAttribute("data-printed", "yes")));
  await wake(page);
  await ask(page, "way.ring", () => press(page, "07700900143").then(() => 11));
  const reference = (await page.locator(".call-reference b").textContent(PATIENCE)) ?? "";
  await choose(page, "touch", named(page, say.print));
  await page.locator("body[data-printed]").waitFor(PATIENCE);
  const slip = (await page.locator(".paper").textContent()) ?? "";
  for (const words of [reference, say.who, say.by.split("{")[0]!, "14", say["reference-how"]]) expect(slip).toContain(words); // prettier-ignore
  // Nothing that whoever finds it could ring, nor the last digits of it.
  expect(slip).not.toMatch(/•|7700\W?900|900\W?143/);
  for (const language of ["en", "ur", "cy"] as const) {
    if (language !== "en") await speakIn(page, "touch", language);
    await page.locator(".paper", { hasText: callSayings(language)["reference-how"] }).waitFor({ state: "attached", ...PATIENCE }); // prettier-ignore
    const sheet = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(sheet.match(/\/Type \/Page\b[^s]/g)?.length).toBe(1);
    const [, wide, high] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(sheet)!;
    expect([Math.round(Number(wide)), Math.round(Number(high))]).toEqual([420, 595]);
  }
});

test("an adviser hears it and is told on her own device by web-push, without a name or a number, and a touch on that leads to the call", async () => {
  const { context, page, person } = await consoleFor(browser, hub, { email: "ada@example.org", role: "adviser", centres: [CENTRE] }); // prettier-ignore
  onTestFinished(() => context.close());
  await hub.done("saveDutyGroup", { id: "duty", name: "Duty", people: [person] });
  await hub.done("arrangeCalls", {
    centre: CENTRE,
    calls: { ...settings({ dutyGroup: "duty" }), hours: [] },
  });
  await context.grantPermissions(["notifications"], { origin: hub.url });
  // The makers' push service is not to be had here: this one speaks the same, to keys of the same kind.
  await context.addInitScript((subscription) => {
    PushManager.prototype.subscribe = async (options) => {
      document.documentElement.dataset["sender"] = String(options?.applicationServerKey);
      return { toJSON: () => subscription } as unknown as PushSubscription;
    };
  }, pushes.subscribe());
  await page.goto("/console/calls");
  await page.getByRole("button", { name: "Tell me…" }).click();
  await page.getByRole("button", { name: "Tell me on this device" }).click();
  await page.getByRole("button", { name: "No more" }).waitFor(PATIENCE);
  expect(await page.locator("html").getAttribute("data-sender")).toBe(keysFrom(SECRET).publicKey);
  await context.addInitScript(() => {
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function play(this: OscillatorNode, at?: number) {
      document.documentElement.dataset["notes"] = String(Number(document.documentElement.dataset["notes"] ?? 0) + 1); // prettier-ignore
      start.call(this, at);
    };
  });
  await page.goto("/console/my-centres");
  await page.getByRole("heading", { level: 1 }).waitFor(PATIENCE);

  const { reference } = valueOf(await (await kioskAt(hub, CENTRE)).ask({ number: "07700 900144", name: "Kimberley" })); // prettier-ignore
  // Whatever page she has open, it sounds.
  await expect.poll(() => page.locator("html").getAttribute("data-notes"), PATIENCE).toBe("2");
  await expect.poll(() => pushes.pushed.length, PATIENCE).toBe(1);
  const [{ payload }] = pushes.pushed as [Pushed];
  expect(payload.title).toContain(reference);
  expect(JSON.stringify(payload)).not.toMatch(/7700\W?900|900\W?144|Kimberley/);

  // The live board on her page brings one of its own; and one that had nothing to do is started anew.
  const worker = () => context.serviceWorkers().find((one) => one.url().endsWith("/console/told.js"))!;
  const deliver = await pushService(context, page);
  await expect
    .poll(async () => {
      await deliver(JSON.stringify(payload));
      return worker().evaluate(shown);
    }, PATIENCE)
    .toEqual([payload.title]);
  await worker().evaluate(touchNotification);
  await page.waitForURL("**/console/calls", PATIENCE);
  await page.locator(`[data-reference="${reference}"]`).getByRole("button", { name: "I’ll take it" }).waitFor(PATIENCE); // prettier-ignore
});

test("of a sealed request that the hub cannot open she is told so, and advisers see that somebody asked", async () => {
  const page = await kiosk();
  const former = openVault(["a key of this hub that nobody has kept"]);
  await page.route("**/commands/callOffer", async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { value: object };
    await route.fulfill({ response, json: { ...answer, value: { ...answer.value, key: former.publicKey } } });
  });
  await wake(page);
  await choose(page, "touch", page.locator(".door-call"));
  await choose(page, "touch", choice(page, say["topic.money"]));
  await choose(page, "touch", choice(page, say["way.ring"]));
  await press(page, "07700900146");
  await page.locator(".call-number .right").waitFor(PATIENCE);
  await page.context().setOffline(true);
  await choose(page, "touch", page.locator(".call-send"));
  await page.getByText(say.sealed).waitFor(PATIENCE);
  await page.context().setOffline(false);
  await page.getByText(say["refused.other"]).waitFor(PATIENCE);
  const reference = (await page.locator(".call-reference b").textContent()) ?? "";
  const desk = await consoleFor(browser, hub, {
    email: "eve@example.org",
    role: "adviser",
    centres: [CENTRE],
  });
  onTestFinished(() => desk.context.close());
  await desk.page.goto("/console/calls");
  const row = desk.page.locator(`[data-reference="${reference}"]`);
  await row.getByRole("heading", { name: "A request that cannot be read" }).waitFor(PATIENCE);
  await row.getByRole("button", { name: "I’ll take it" }).click();
  await desk.page.locator(".taken .notice.bad").waitFor(PATIENCE);
  if (process.env["SHOTS"]) await desk.page.screenshot({ path: `${process.env["SHOTS"]}/unread.png` });
  await expectAccessible(desk.page);
});

/** Gives the service worker what the push service was given, as the browser's makers would: until it is there. */
async function pushService(context: BrowserContext, page: Page): Promise<(data: string) => Promise<unknown>> {
  const session = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const mine = registrations.find(({ scopeURL }) => scopeURL.endsWith("/console/"));
      if (mine) resolve(mine.registrationId);
    });
  });
  await session.send("ServiceWorker.enable");
  const registrationId = await registered;
  return (data) =>
    session.send("ServiceWorker.deliverPushMessage", { origin: hub.url, registrationId, data });
}

/** Both run in the service worker: what it shows, and what a touch on that does. */
async function shown(): Promise<readonly string[]> {
  const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration };
  return (await registration.getNotifications()).map(({ title }) => title);
}
async function touchNotification(): Promise<void> {
  const worker = globalThis as unknown as { registration: ServiceWorkerRegistration; NotificationEvent: new (type: string, about: object) => Event }; // prettier-ignore
  const [notification] = await worker.registration.getNotifications();
  dispatchEvent(new worker.NotificationEvent("notificationclick", { notification }));
}

const SHAPES = { tall: [1080, 1920], wide: [1920, 1080], tablet: [1280, 800], phone: [390, 844] } as const;
/** Each shape and direction of the glass, each theme, the smallest and the largest text; the others only to be looked at. */
const JUDGED = [["en", "wide", "plain", 0], ["ur", "tall", "contrast", 2], ["cy", "phone", "plain", 2]] as const; // prettier-ignore
const LOOKED_AT = [
  ["en", "tall", "plain", 2], ["en", "tall", "contrast", 0], ["en", "wide", "plain", 2], ["en", "tablet", "plain", 2],
  ["ur", "wide", "plain", 2], ["ur", "phone", "contrast", 2], ["cy", "tall", "plain", 2], ["cy", "tablet", "contrast", 2],
] as const; // prettier-ignore
let asked = 0;

test.each(process.env["SHOTS"] ? [...JUDGED, ...LOOKED_AT] : JUDGED)(
  "every page of a call has room for its words and passes axe, in %s on %s glass, %s, text of step %i",
  async (language, shape, theme, size) => {
    const page = await kiosk();
    const [width, height] = SHAPES[shape];
    await page.setViewportSize({ width, height });
    await wake(page);
    await choose(page, "touch", page.locator(".bar .pic-size").locator(".."));
    await choose(page, "touch", page.locator(`dialog .size-${size}`));
    if (theme === "contrast") await choose(page, "touch", page.locator("dialog .pic-contrast").locator(".."));
    await choose(page, "touch", page.locator("dialog .close"));
    if (language !== "en") await speakIn(page, "touch", language);
    valueOf(await dan.browser.command("standByForVoice", { here: true }));
    const found: string[] = [];
    asked += 1;
    await throughCall(page, language, `07700 9001${50 + asked}`, async (name) => {
      if (process.env["SHOTS"]) await page.screenshot({ path: `${process.env["SHOTS"]}/${language}-${shape}-${theme}-${size}-${name}.png` }); // prettier-ignore
      const violations = await complaintsOn(page, { include: "#touch" });
      for (const { id, nodes } of violations) found.push(`${name}: ${id}: ${nodes[0]?.html.slice(0, 160)}`);
      for (const one of await page.evaluate(outOfRoom)) found.push(`${name}: out of its room: ${one}`);
    });
    expect(found).toEqual([]);
  },
  300_000,
);

/** Runs in the page: what is wider than the glass, or than the box that it stands in. */
function outOfRoom(): readonly string[] {
  const wide = (one: HTMLElement) => {
    const { left, right } = one.getBoundingClientRect();
    return right > innerWidth + 1 || left < -1 || (one.matches("button, h1, p, input") && one.scrollWidth > one.clientWidth + 1); // prettier-ignore
  };
  const all = [...document.querySelectorAll<HTMLElement>("#touch button, #touch h1, #touch h2, #touch p, #touch input")]; // prettier-ignore
  return all.filter((one) => one.offsetParent && wide(one)).map((one) => one.outerHTML.slice(0, 120));
}
