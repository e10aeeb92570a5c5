import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { ScreenReport } from "#shared/screens/report.ts";
import { change } from "#server/db/change.ts";
import { addCounts } from "#server/uses/count.ts";
import { done } from "#shared/result.ts";
import { expectNoErrors, launch, watchErrors } from "../support/chromium.ts";
import { consoleFor, DESK, expectAccessible, HAND } from "../support/console.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { centre, noticeDraft, vacancyDraft } from "../support/drafts.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { pairScreen } from "../support/screens.ts";

let database: Fresh;
let running: RunningHub;
let browser: Browser;
let lead: { context: BrowserContext; page: Page };

/** Where a person looks at the pages afterwards: `SHOTS=folder`. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env["SHOTS"]) await page.screenshot({ path: `${process.env["SHOTS"]}/${name}.png` });
}

beforeAll(async () => {
  database = await databases[0]!.fresh();
  running = await startHub({ databaseUrl: database.url, pages: true });
  browser = await launch();
  await running.done("saveCentre", { centre: centre("larkhill", { languages: ["en", "ur"] }), over: null });
  for (const words of ["Rhyme time moves to the hall", "The garden is open"]) {
    const id = words.split(" ")[1]!;
    await running.done("saveItem", noticeDraft(id, words, ["larkhill"]));
    await running.done("publishItem", { id, over: null });
  }
  await running.done("saveItem", vacancyDraft("v1", "Midday supervisor"));
  await running.done("placeVacancy", { vacancy: "v1", centre: "larkhill", on: "board" });
  lead = await consoleFor(browser, running, { email: "lee@example.org", role: "district", centres: "all" });
  // What still fades in has not the contrast that it will have.
  await lead.page.emulateMedia({ reducedMotion: "reduce" });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await running.stop();
  await database.close();
});

async function openBoard(): Promise<Page> {
  const device = await browser.newContext({ viewport: { width: 1280, height: 720 }, baseURL: running.url });
  onTestFinished(() => device.close());
  const board = await device.newPage();
  await board.goto("/pair");
  return board;
}

test("a screen is paired by typing its code, shows itself in the console on its very slide, and does as it is told, by keys alone", async () => {
  const { page } = lead;
  const errors = watchErrors(page);
  const board = await openBoard();
  // The page is there before its code.
  await board.locator(".letters span").last().waitFor();
  const code = (await board.locator(".letters").innerText()).replaceAll(/[^A-Z0-9]/g, "");
  await page.goto("/console/screens");
  await page.getByRole("heading", { name: "Screens", exact: true }).waitFor();
  await page.keyboard.press("n");
  await page.getByLabel("Code on the screen").fill("ZZZZZZ");
  await page.keyboard.press("Enter");
  await page.getByText("This code is not known").waitFor();
  await page.getByLabel("Code on the screen").fill(code);
  await page.getByLabel("Name").fill("By the café");
  await expectAccessible(page);
  await picture(page, "pair-desk");
  await page.keyboard.press("Enter");
  await board.locator(".board").waitFor();
  const card = page.locator(".screen-card", { hasText: "By the café" });
  await card.getByText("Online").waitFor({ timeout: 40_000 });

  // The same slide, live.
  const mirror = card.frameLocator("iframe");
  await expect.poll(async () => [await mirror.locator(".layer:last-child h1, .layer:last-child h2").first().innerText(), await board.locator(".layer:last-child h1, .layer:last-child h2").first().innerText()], { timeout: 40_000 }).toSatisfy(([seen, real]) => seen === real); // prettier-ignore

  await card.getByRole("button", { name: "Show its name" }).focus();
  await page.keyboard.press("Enter");
  await board.getByRole("status").getByText("By the café").waitFor();
  await picture(board, "identify");
  await card.getByRole("button", { name: "More for By the café" }).focus();
  await page.keyboard.press("Enter");
  await card.locator("button:focus", { hasText: "Change…" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await board.locator(".sleep").waitFor();
  await mirror.locator(".sleep").waitFor();
  await page.keyboard.press("Control+z");
  await board.locator(".board").waitFor();
  await expectAccessible(page);
  await picture(page, "screens-desk");
  await page.setViewportSize(HAND);
  await picture(page, "screens-hand");
  await expectAccessible(page);
  await page.setViewportSize(DESK);

  await card.getByRole("button", { name: "More for By the café" }).click();
  await card.getByRole("button", { name: "Change…" }).click();
  await page.getByLabel("Where it is").fill("Next to the buggy park");
  await page.getByLabel("Its own languages").check();
  await page.getByRole("button", { name: "اردو earlier" }).click();
  await expectAccessible(page);
  await picture(page, "settings-desk");
  await page.getByRole("button", { name: "Save" }).click();
  await card.getByText("Next to the buggy park").waitFor();
  await board.locator(".board[lang=ur]").waitFor({ timeout: 30_000 });

  await card.getByRole("button", { name: "More for By the café" }).click();
  await card.getByRole("button", { name: "Unpair" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Unpair" }).click();
  await board.waitForURL(/\/pair$/);
  expectNoErrors(errors);
}, 90_000);

test("a screen that should hang upright, has a wrong clock, is behind and keeps no copy is said so in words", async () => {
  const { page } = lead;
  const { id } = await pairScreen(running, "larkhill", "board", "Hall");
  const [screen] = (await running.done("listScreens", {})) as ScreenReport[];
  await running.done("saveScreen", { id, over: screen!.revision, name: "Hall", kind: "board", place: null, orientation: "portrait", opening: null, languages: null }); // prettier-ignore
  await change(running.hub.database, async (tx) => {
    const health = JSON.stringify({ app: "x", painted: 3, clockError: 7_300_000, picture: { width: 1920, height: 1080 }, storageLeft: 9_000_000, keepsCopy: false, secure: false }); // prettier-ignore
    await tx.updateTable("screen").set({ health, last_seen: new Date(Date.now() - 3_600_000).toISOString() }).where("id", "=", id).execute(); // prettier-ignore
    // What has changed since was changed an hour ago.
    await tx.updateTable("reach").set({ at: new Date(Date.now() - 3_600_000).toISOString() }).where("version", ">", 3).execute(); // prettier-ignore
    return done(null);
  });
  await page.goto("/console/screens");
  const card = page.locator(".screen-card", { hasText: "Hall" });
  for (const words of [
    "Missing",
    "should hang upright",
    "Its clock is wrong",
    "nearly full",
    "keeps no copy",
    "2 hours ahead",
    "has not drawn what has changed since",
  ])
    await card.getByText(words).first().waitFor();
  await picture(page, "missing-desk");
  await expectAccessible(page);
  // The navigation says that something waits.
  await page.getByRole("navigation").getByRole("link", { name: "Screens 1" }).waitFor();
});

test("whoever wants to be told on this device is told how, and a push is shown by its service worker", async () => {
  const { page, context } = lead;
  await page.goto("/console/screens");
  await page.getByRole("button", { name: "Tell me" }).click();
  await page.getByText("This hub cannot send e-mail").waitFor();
  await expectAccessible(page);
  await context.grantPermissions(["notifications"], { origin: running.url });
  const shown = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.register("/console/told.js", { scope: "/console/" });
    await new Promise<void>((resolve) => {
      const look = () => (registration.active?.state === "activated" ? resolve() : setTimeout(look, 20));
      look();
    });
    return registration.scope;
  });
  const worker = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    worker.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const mine = registrations.find(({ scopeURL }) => scopeURL === shown);
      if (mine) resolve(mine.registrationId);
    });
  });
  await worker.send("ServiceWorker.enable");
  const data = JSON.stringify({
    id: "m1",
    title: "Hall at Larkhill has gone quiet",
    body: "Is it plugged in?",
    url: null,
  });
  await worker.send("ServiceWorker.deliverPushMessage", { origin: running.url, registrationId: await registered, data }); // prettier-ignore
  await expect.poll(() => page.evaluate(async () => (await (await navigator.serviceWorker.getRegistration("/console/"))!.getNotifications()).map(({ title }) => title))).toEqual(["Hall at Larkhill has gone quiet"]); // prettier-ignore
});

test("a district lead reads whom the hub has told what, and that it could not reach them", async () => {
  const { page } = lead;
  await page.goto("/console/messages");
  await page.getByRole("button", { name: /^Everything/ }).waitFor();
  await page.evaluate(() => fetch("/api/v1/commands/tryTelling", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" })); // prettier-ignore
  await page
    .getByRole("row", { name: /A test/ })
    .first()
    .getByText("no way to reach them")
    .waitFor();
  await page.getByRole("button", { name: /^Did not arrive ?[1-9]/ }).waitFor();
  await expectAccessible(page);
});

test("a district lead makes a centre, is told what is wrong at its field, and loses nothing that was typed", async () => {
  const { page } = lead;
  const errors = watchErrors(page);
  await page.goto("/console/new-centre");
  await page.getByLabel("Name", { exact: true }).fill("Larkhill Children’s Centre");
  expect(await page.getByLabel("Short name").inputValue()).toBe("larkhill");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Another centre has this short name already").waitFor();
  await page.locator(":focus").and(page.getByLabel("Short name")).waitFor();
  await page.getByLabel("Short name").fill("larkhill-north");
  await page.getByLabel("Main colour").fill("#f7b733");
  await page.getByText("reach 1.8 to 1 only").waitFor();
  await page.reload();
  expect(await page.getByLabel("Short name").inputValue()).toBe("larkhill-north");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("White words on this colour cannot be read").waitFor();
  await page.getByLabel("Main colour").fill("#5a2a6b");
  await page.getByRole("button", { name: "Add hours" }).click();
  await expectAccessible(page);
  await picture(page, "centre-desk");
  await page.setViewportSize(HAND);
  await picture(page, "centre-hand");
  await expectAccessible(page);
  await page.setViewportSize(DESK);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: /Larkhill Children’s Centre larkhill-north/ }).waitFor();
  const kept = (await running.done("listCentres", {})).find((one: { centre: { slug: string } }) => one.centre.slug === "larkhill-north"); // prettier-ignore
  expect(kept.centre).toMatchObject({ brand: { colour: "#5a2a6b" }, bankHolidays: true });
  expect(kept.centre.closedDays).toContain("2026-12-25");
  await expectAccessible(page);
  await picture(page, "centres-desk");
  await page.setViewportSize(HAND);
  await picture(page, "centres-hand");
  await page.setViewportSize(DESK);
  expectNoErrors(errors);
});

test("the page of use shows what was achieved, hides what is too little, and gives a table to take along", async () => {
  const { page } = lead;
  const hour = Math.floor((Date.now() - 40 * 86_400_000) / 3_600_000) * 3_600_000;
  const count = (what: string, number: number, item: string | null = null) => ({ centre: "larkhill", hour, what, item, language: what === "visit" ? ("ur" as const) : null, count: number }); // prettier-ignore
  await change(running.hub.database, async (tx) => {
    await addCounts(tx, [count("visit", 47), count("call", 3), count("code", 12), count("screen-open", 9000), count("screen-right", 8910), count("shown", 600, "v1"), count("shown-fresh", 600, "v1"), count("page-centre", 31)]); // prettier-ignore
    return done(null);
  });
  const errors = watchErrors(page);
  await page.goto("/console/use");
  await page.getByText("99% of opening hours").waitFor();
  await page
    .getByRole("row", { name: /larkhill Children’s Centre 99%/ })
    .getByText("under 5")
    .waitFor();
  await page.getByText("Midday supervisor").first().waitFor();
  await page.getByText("اردو").waitFor();
  await expectAccessible(page);
  await picture(page, "use-desk");
  await page.setViewportSize(HAND);
  await picture(page, "use-hand");
  await expectAccessible(page);
  await page.setViewportSize(DESK);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Take it as a table" }).click()]); // prettier-ignore
  expect(download.suggestedFilename()).toMatch(/^signpost-\d{4}-\d\d-\d{4}-\d\d\.csv$/);
  await page.getByRole("button", { name: "Note an outcome" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Note it" }).click();
  await page.getByRole("status").getByText("Noted").waitFor();
  await page.getByRole("button", { name: "Note an outcome" }).click();
  await page.getByRole("button", { name: "Take back Got a job, today" }).click();
  await page.getByRole("status").getByText("Taken back").waitFor();
  expect(await running.done("listOutcomes", { centre: "larkhill" })).toEqual([]);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  expectNoErrors(errors);
});
