import type { BrowserContext, Page } from "playwright";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cutPower, expectKept, expectSlide, expectTen, openPage, titlesOfTheTen, UNPLUGGED } from "../support/board.ts"; // prettier-ignore
import { launchDevice } from "../support/chromium.ts";
import { databases } from "../support/databases.ts";
import { centre, noticeDraft, vacancyDraft } from "../support/drafts.ts";
import { temporaryFolder } from "../support/folder.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { type Cable, openCable } from "../support/cable.ts";
import { publish, putOnBoard } from "../support/publish.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Friday in winter, when London's clocks show UTC. */
const ELEVEN = Date.parse("2026-12-04T11:00:00Z");
const NOON = ELEVEN + HOUR;

let ends: (() => Promise<unknown>)[] = [];
let hub: RunningHub;
let cable: Cable;
let folder: string;
/** When the first screen was switched on. */
let began: number | null = null;

beforeEach(async () => {
  const database = await databases[0]!.fresh();
  // Its clock stands still until a screen is switched on, and then goes with that one's.
  began = null;
  const now = () => ELEVEN + (began === null ? 0 : Date.now() - began);
  hub = await startHub({ databaseUrl: database.url, pages: true, now });
  cable = await openCable(hub.url);
  const device = await temporaryFolder("device");
  folder = device.path;
  ends = [cable.close, hub.stop, database.close, device.remove];
  const board = { ten: 10, motion: "steps", secondsPerSlide: 4 } as const;
  await hub.done("saveCentre", { centre: centre("larkhill", { board }), over: null });
});
afterEach(async () => {
  for (const end of ends) await end();
});

const iso = (at: number): string => new Date(at).toISOString();

async function offer(id: string, title: string, until: number | null): Promise<void> {
  await putOnBoard(
    hub,
    "larkhill",
    vacancyDraft(id, title, [], { until: until === null ? null : iso(until) }),
  );
}

/** The screen is switched on when its own clock reads this; its time can be moved from then on. */
async function switchOn(clock: number): Promise<{ device: BrowserContext; page: Page }> {
  const device = await launchDevice(folder);
  ends.unshift(() => device.close());
  await device.clock.install({ time: clock });
  began ??= Date.now();
  const page = await openPage(device, `${cable.url}/board?centre=larkhill`, UNPLUGGED);
  return { device, page };
}

/** A board with a vacancy that closes at noon, unplugged in the hour before. */
async function closeAtNoon(): Promise<{ device: BrowserContext; page: Page }> {
  await offer("cook", "Closes at noon", NOON);
  await offer("driver", "Closes in three weeks", NOON + 21 * DAY);
  await offer("nurse", "Has no end", null);
  const on = await switchOn(ELEVEN);
  await expectTen(on.page, ["Closes at noon", "Closes in three weeks", "Has no end"]);
  await expectKept(on.page, "placement/nurse@larkhill");
  cable.unplug();
  return on;
}

/** A board unplugged with what ends, what begins, and what lasts in the days to come. */
async function leaveAlone(): Promise<{ device: BrowserContext; page: Page }> {
  await offer("cook", "A cook without an end", null);
  await offer("driver", "A driver until the third day", ELEVEN + 3 * DAY);
  await publish(
    hub,
    noticeDraft("early", "Until the third day", ["larkhill"], { until: iso(ELEVEN + 3 * DAY) }),
  );
  await publish(hub, noticeDraft("ever", "All along", ["larkhill"]));
  await publish(
    hub,
    noticeDraft("late", "From the fifth day on", ["larkhill"], { from: iso(ELEVEN + 5 * DAY) }),
  );
  const on = await switchOn(ELEVEN);
  await expectSlide(on.page, "Until the third day");
  await expectTen(on.page, ["A cook without an end", "A driver until the third day"]);
  for (const entry of ["notice/late", "placement/driver@larkhill"]) await expectKept(on.page, entry);
  cable.unplug();
  return on;
}

async function keepCopy(): Promise<{ device: BrowserContext; page: Page }> {
  await offer("cook", "A cook", null);
  const on = await switchOn(ELEVEN);
  await expectTen(on.page, ["A cook"]);
  await expectKept(on.page, "placement/cook@larkhill");
  return on;
}

describe("a vacancy that closes at noon", () => {
  test("is there before noon and gone at noon on the unplugged screen, and does not come back with its clock set back a year", async () => {
    const { page } = await closeAtNoon();
    const clock = () => page.evaluate(() => Date.now());
    await page.clock.fastForward(NOON - 30_000 - (await clock()));
    await expectTen(page, ["Closes at noon", "Closes in three weeks", "Has no end"]);
    await page.clock.fastForward(NOON - (await clock()));
    await expectTen(page, ["Closes in three weeks", "Has no end"]);

    await page.clock.setSystemTime(ELEVEN - 365 * DAY);
    await page.clock.runFor(2 * MINUTE);
    await expectTen(page, ["Closes in three weeks", "Has no end"]);
  });

  test("is gone after a power cut", async () => {
    const { device } = await closeAtNoon();
    await cutPower(device, folder);
    const { page } = await switchOn(NOON);
    await expectTen(page, ["Closes in three weeks", "Has no end"]);
  });

  test("is there after a power cut that ends before noon, and gone at noon", async () => {
    const { device } = await closeAtNoon();
    await cutPower(device, folder);
    const { page } = await switchOn(NOON - MINUTE);
    await expectTen(page, ["Closes at noon", "Closes in three weeks", "Has no end"]);
    await page.clock.fastForward(MINUTE);
    await expectTen(page, ["Closes in three weeks", "Has no end"]);
  });

  test("is gone after a power cut that put the clock back a year", async () => {
    const { device } = await closeAtNoon();
    await cutPower(device, folder);
    const { page } = await switchOn(ELEVEN - 365 * DAY);
    await expectTen(page, ["Closes in three weeks", "Has no end"]);
    expect(await page.locator("header .clock").count()).toBe(0);
    await page.clock.runFor(10 * MINUTE);
    expect(await titlesOfTheTen(page).allTextContents()).toEqual(["Closes in three weeks", "Has no end"]);
  });
});

describe("a screen that hears nothing of its hub", () => {
  test("shows for seven days what is due and nothing that has ended; after eight days no vacancies, but the rest", async () => {
    const { page } = await leaveAlone();
    for (let day = 1; day <= 7; day += 1) await page.clock.fastForward(DAY);
    await expectSlide(page, "From the fifth day on");
    await expectSlide(page, "All along");
    await expectTen(page, ["A cook without an end"]);
    expect(await page.getByText("Until the third day").count()).toBe(0);
    await page.clock.fastForward(DAY + MINUTE);
    await expectTen(page, []);
    await expectSlide(page, "From the fifth day on");
    await expectSlide(page, "All along");
  });

  test("shows after days without power what was due all along, and nothing that ended or may not have begun", async () => {
    const { device } = await leaveAlone();
    await cutPower(device, folder);
    const seventh = await switchOn(ELEVEN + 7 * DAY);
    await expectTen(seventh.page, ["A cook without an end"]);
    await expectSlide(seventh.page, "All along");
    expect(await seventh.page.getByText(/Until the third day|From the fifth day on/).count()).toBe(0);
    await cutPower(seventh.device, folder);
    const ninth = await switchOn(ELEVEN + 8 * DAY + HOUR);
    await expectSlide(ninth.page, "All along");
    await expectTen(ninth.page, []);
  });
});

describe("a screen whose storage failed", () => {
  test("starts afresh from a damaged copy: pleasant without its hub, right with it", async () => {
    const { page } = await keepCopy();
    cable.unplug();
    await page.evaluate(writeRubbish);
    await page.reload();
    await page.getByRole("heading").first().waitFor();
    cable.plug();
    await page.clock.fastForward(MINUTE);
    await expectTen(page, ["A cook"]);
    await expectKept(page, "placement/cook@larkhill");
  });

  test("starts afresh where the browser threw everything away", async () => {
    const { device, page } = await keepCopy();
    const session = await device.newCDPSession(page);
    await session.send("Storage.clearDataForOrigin", { origin: cable.url, storageTypes: "all" });
    await page.reload();
    await expectTen(page, ["A cook"]);
    await expectKept(page, "placement/cook@larkhill");
  });
});

/** Runs in the page: puts in the place of every record of every copy something else. */
async function writeRubbish(): Promise<void> {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page sees nothing from outside
  const result = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error as Error));
    });
  for (const { name = "" } of await indexedDB.databases()) {
    const database = await result(indexedDB.open(name));
    const records = database.transaction("records", "readwrite").objectStore("records");
    for (const key of await result(records.getAllKeys())) await result(records.put({ rubbish: 7 }, key));
    database.close();
  }
}
