import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { expectTen, openPage, PATIENCE } from "../support/board.ts";
import { launch } from "../support/chromium.ts";
import { databases } from "../support/databases.ts";
import { centre, vacancyDraft } from "../support/drafts.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { putOnBoard, retitle } from "../support/publish.ts";
import { readCode } from "../support/qr.ts";
import { pairScreen } from "../support/screens.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launch({ args: ["--host-resolver-rules=MAP hub.lan 127.0.0.1"] });
});
afterAll(() => browser?.close());

/** Ends with the test, after the devices that were opened since: a page that loses its hub complains. */
async function startLarkhill(env: Record<string, string> = {}): Promise<RunningHub> {
  const database = await databases[0]!.fresh();
  const hub = await startHub({ databaseUrl: database.url, pages: true, env });
  onTestFinished(() => hub.stop().then(database.close));
  await hub.done("saveCentre", { centre: centre("larkhill"), over: null });
  await putOnBoard(hub, "larkhill", vacancyDraft("cook", "A cook"));
  return hub;
}

async function healthOf(hub: RunningHub, id: string): Promise<object | null | undefined> {
  await hub.hub.writeDown();
  const screens: { id: string; health: object | null }[] = await hub.done("listScreens", {});
  return screens.find((screen) => screen.id === id)?.health;
}

test("at a plain address of the centre's own network a board runs, and says that it can keep no copy", async () => {
  const hub = await startLarkhill();
  const origin = `http://hub.lan:${new URL(hub.url).port}`;
  const { cookie, id } = await pairScreen(hub, "larkhill", "board", "Reception");
  const [name = "", value = ""] = cookie.split("=");
  const device = await browser.newContext();
  onTestFinished(() => device.close());
  await device.addCookies([{ name, value, url: origin }]);
  const page = await openPage(device, `${origin}/board`);
  await expectTen(page, ["A cook"]);
  expect(await page.evaluate(() => "serviceWorker" in navigator)).toBe(false);
  await retitle(hub, "cook", "A school cook");
  await expectTen(page, ["A school cook"]);
  await expect.poll(() => healthOf(hub, id), PATIENCE).toMatchObject({ keepsCopy: false });
});

test("at a safe address it keeps one, and says so", async () => {
  const hub = await startLarkhill();
  const { cookie, id } = await pairScreen(hub, "larkhill", "board", "Reception");
  const [name = "", value = ""] = cookie.split("=");
  const device = await browser.newContext();
  onTestFinished(() => device.close());
  await device.addCookies([{ name, value, url: hub.url }]);
  const page = await openPage(device, `${hub.url}/board`);
  await expectTen(page, ["A cook"]);
  await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller)), PATIENCE).toBe(true); // prettier-ignore
  await page.reload();
  await expectTen(page, ["A cook"]);
  await expect.poll(() => healthOf(hub, id), PATIENCE).toMatchObject({ keepsCopy: true });
});

test("with a public address the board's code leads a phone to the centre's own page", async () => {
  const hub = await startLarkhill({ SIGNPOST_PUBLIC_URL: "https://signpost.larkhill.example/" });
  const device = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  onTestFinished(() => device.close());
  const page = await openPage(device, `${hub.url}/board?centre=larkhill`);
  await expectTen(page, ["A cook"]);
  const address = await readCode(page.locator("svg.code"));
  expect(address).toBe("https://signpost.larkhill.example/c/larkhill?via=code");

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
  onTestFinished(() => phone.close());
  const light = await openPage(phone, hub.url + new URL(address ?? "").pathname);
  await light.getByText("A cook").first().click();
  await light.getByRole("heading", { name: "A cook" }).waitFor();
});

test("without one there is no code on the board, for phones could not open it", async () => {
  const hub = await startLarkhill();
  const page = await openPage(browser, `${hub.url}/board?centre=larkhill`);
  await expectTen(page, ["A cook"]);
  expect(await page.locator("svg.code").count()).toBe(0);
});
