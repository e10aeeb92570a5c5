import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Centre } from "#shared/centres/schema.ts";
import {
  currentSlide,
  expectSlide,
  expectTen,
  openPage,
  PATIENCE,
  standStill,
  titlesOfTheTen,
} from "../support/board.ts";
import { launch } from "../support/chromium.ts";
import { databases } from "../support/databases.ts";
import { centre, notice, noticeDraft, vacancyDraft } from "../support/drafts.ts";
import { temporaryFolder } from "../support/folder.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { SECRET, startProcess } from "../support/process.ts";
import { publish, putOnBoard, retitle } from "../support/publish.ts";
import { pairScreen } from "../support/screens.ts";

const HOUR = 3_600_000;
const root = path.join(import.meta.dirname, "..", "..");
let browser: Browser;

beforeAll(async () => {
  browser = await launch({ args: ["--window-size=1920,1080"] });
});
afterAll(() => browser?.close());

/** A hub with one centre. */
async function startCentre(fresh = databases[0]!.fresh, secondsPerSlide = 4): Promise<RunningHub> {
  const database = await fresh();
  const hub = await startHub({ databaseUrl: database.url, pages: true });
  onTestFinished(async () => {
    await hub.stop();
    await database.close();
  });
  const board = { ten: 10, motion: "steps", secondsPerSlide } as const;
  await hub.done("saveCentre", { centre: centre("larkhill", { board }), over: null });
  return hub;
}

const openBoard = (hub: { readonly url: string }): Promise<Page> =>
  openPage(browser, `${hub.url}/board?centre=larkhill`);

describe.each(databases)("on $name", ({ fresh }) => {
  test("what is published is painted on a paired board, and the hub knows; what is withdrawn leaves in the middle of its turn", async () => {
    // A turn lasts longer than this test waits.
    const hub = await startCentre(fresh, 120);
    const { cookie, id } = await pairScreen(hub, "larkhill", "board", "Reception");
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const [name = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name, value, url: hub.url }]);
    const page = await openPage(context, `${hub.url}/board`);
    await page.getByText("larkhill Children’s Centre").first().waitFor();

    for (const job of ["cook", "driver"]) await putOnBoard(hub, "larkhill", vacancyDraft(job, `A ${job}`));
    await expectTen(page, ["A cook", "A driver"]);
    const painted = async () => {
      const screens: { id: string; health: { painted: number } | null }[] = await hub.done("listScreens", {});
      return screens.find((screen) => screen.id === id)?.health?.painted;
    };
    // A centre, two vacancies and their places: five changes of what its screens hold.
    await expect.poll(async () => (await hub.hub.writeDown(), painted()), PATIENCE).toBe(5);

    await publish(hub, noticeDraft("tea", "Tea at ten", ["larkhill"]));
    await expectSlide(page, "Tea at ten");
    await hub.done("withdrawItem", { id: "tea", over: null });
    await expect.poll(() => page.getByText("Tea at ten").count(), PATIENCE).toBe(0);
    await hub.done("withdrawItem", { id: "cook", over: null });
    await expectTen(page, ["A driver"]);
  });
});

test("jobs of a CSV file that is imported while the hub runs appear on the board, which nobody touches", async () => {
  const data = await temporaryFolder("data");
  onTestFinished(data.remove);
  const databaseUrl = `file:${path.join(data.path, "signpost.db")}`;
  const hub = await startProcess(data.path, databaseUrl);
  onTestFinished(async () => expect(await hub.stop()).toBe(0));
  await hub.order("saveCentre", { centre: centre("larkhill"), over: null }, "make-the-centre");
  const page = await openBoard(hub);
  await page.getByText("larkhill Children’s Centre").first().waitFor();

  const file = path.join(root, "tests/samples/csv/adviser-ragged-preamble.csv");
  const words = ["dist/server/cli.js", "import", file, "--decide", "board", "--centre", "larkhill"];
  const env = {
    ...process.env,
    SIGNPOST_DATA: data.path,
    DATABASE_URL: databaseUrl,
    SIGNPOST_SECRET: SECRET,
  };
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: root, env });
  expect(stdout).toContain("3 new");
  await expect.poll(async () => (await titlesOfTheTen(page).allTextContents()).toSorted(), PATIENCE).toEqual(["Care worker", "Cook", "Driver"]); // prettier-ignore
});

test("an unrelated change restarts nothing: the slide stays, its turn ends when it would have, the ten run on", async () => {
  const hub = await startCentre();
  for (let job = 0; job < 8; job += 1)
    await putOnBoard(hub, "larkhill", vacancyDraft(`job${job}`, `Job ${job}`));
  for (const title of ["Tea", "Coffee"]) await publish(hub, noticeDraft(title, title, ["larkhill"]));
  const page = await openPage(browser, "about:blank");
  await page.clock.install();
  await page.goto(`${hub.url}/board?centre=larkhill`);
  await expectTen(
    page,
    Array.from({ length: 8 }, (_, job) => `Job ${job}`),
  );
  const slide = () => currentSlide(page).locator("h2").textContent();
  await expect.poll(slide, PATIENCE).toMatch(/Tea|Coffee/);
  const run = () => page.locator(".track").evaluate((track) => Number(track.getAnimations()[0]?.currentTime));
  await standStill(page);
  // A slide that came while the clock was stopped is drawn with the frames that follow.
  await page.clock.runFor(1000);
  const [first, ran] = [await slide(), await run()];

  await retitle(hub, "job3", "Job three");
  await expect.poll(async () => (await page.clock.runFor(20), titlesOfTheTen(page).nth(3).textContent()), PATIENCE).toBe("Job three"); // prettier-ignore
  expect(await slide()).toBe(first);
  expect(await run()).toBeGreaterThanOrEqual(ran);
  await page.clock.runFor(4000);
  await expect.poll(async () => (await page.clock.runFor(20), slide()), PATIENCE).not.toBe(first);
});

test("an urgent notice takes the whole screen at once, and leaves at its end", async () => {
  const hub = await startCentre();
  await putOnBoard(hub, "larkhill", vacancyDraft("cook", "A cook"));
  await publish(hub, noticeDraft("tea", "Tea at ten", ["larkhill"]));
  const page = await openPage(browser, "about:blank");
  await page.clock.install();
  await page.goto(`${hub.url}/board?centre=larkhill`);
  await expectTen(page, ["A cook"]);
  const until = new Date(Date.now() + 600_000).toISOString();
  const draft = noticeDraft("leak", "Please leave by the garden door", ["larkhill"], { until });
  await publish(hub, { ...draft, body: notice("Please leave by the garden door", { urgent: true }) });
  await page.getByRole("alert").getByText("Please leave by the garden door").waitFor();
  expect(await page.getByText("A cook").count()).toBe(0);
  await retitle(hub, "cook", "A second cook");
  expect(await page.getByText("Please leave by the garden door").count()).toBe(1);

  await page.clock.fastForward(601_000);
  hub.setNow(() => Date.now() + 601_000);
  await expectTen(page, ["A second cook"]);
  expect(await page.getByText("Please leave by the garden door").count()).toBe(0);
});

test("outside its opening hours the board is black, and back at opening", async () => {
  const hub = await startCentre();
  const monday = Date.parse("2026-11-23T16:30:00Z");
  const begun = Date.now();
  hub.setNow(() => monday + Date.now() - begun);
  const opening: Centre["opening"] = [{ days: ["mon", "tue"], start: "09:00", end: "17:00" }];
  await hub.done("saveCentre", { centre: centre("larkhill", { opening }), over: 1 });
  await putOnBoard(hub, "larkhill", vacancyDraft("cook", "A cook"));
  const page = await openPage(browser, "about:blank");
  await page.clock.install({ time: monday });
  await page.goto(`${hub.url}/board?centre=larkhill`);
  await expectTen(page, ["A cook"]);
  // First the hub's: whoever asked it now would be told that it is still open.
  hub.setNow(() => monday + HOUR + Date.now() - begun);
  await page.clock.fastForward(HOUR);
  await expect.poll(() => page.locator("#screen").textContent(), PATIENCE).toBe("");
  const colours = await page.locator("#screen *").last().evaluate((sleep) => getComputedStyle(sleep).backgroundColor); // prettier-ignore
  expect(colours).toBe("rgb(0, 0, 0)");
  hub.setNow(() => monday + 17 * HOUR + Date.now() - begun);
  await page.clock.fastForward(16 * HOUR);
  await expectTen(page, ["A cook"]);
});
