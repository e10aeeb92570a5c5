import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Browser, BrowserContext, Locator, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Event } from "#shared/events/schema.ts";
import type { Leaflet } from "#shared/leaflets/schema.ts";
import { PATIENCE } from "../support/board.ts";
import { expectNoErrors, launch, watchErrors } from "../support/chromium.ts";
import { consoleFor, DESK, expectAccessible, HAND } from "../support/console.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { always, centre } from "../support/drafts.ts";
import { tabTo } from "../support/hands.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { pairScreen } from "../support/screens.ts";

const samples = path.join(import.meta.dirname, "..", "samples");
const ada = { email: "ada@example.org", role: "adviser", centres: ["larkhill"] } as const;
const rita = { email: "rita@example.org", role: "staff", centres: ["larkhill"] } as const;

let database: Fresh;
let running: RunningHub;
let browser: Browser;
let screen: BrowserContext;
let board: Page;
let adviser: Page;
let staff: Page;
const mishaps: (readonly string[])[] = [];

beforeAll(async () => {
  database = await databases[0]!.fresh();
  running = await startHub({ databaseUrl: database.url, pages: true });
  browser = await launch();
  await running.done("saveCentre", { centre: centre("larkhill", { languages: ["en", "ur"] }), over: null });
  const { cookie } = await pairScreen(running, "larkhill", "board", "Reception");
  const [name = "", value = ""] = cookie.split("=");
  screen = await browser.newContext({ viewport: { width: 1920, height: 1080 }, baseURL: running.url });
  await screen.addCookies([{ name, value, url: running.url }]);
  board = await screen.newPage();
  await board.goto("/board");
  adviser = (await consoleFor(browser, running, ada)).page;
  staff = (await consoleFor(browser, running, rita)).page;
  for (const page of [board, adviser, staff]) page.setDefaultTimeout(30_000);
  for (const page of [board, adviser, staff])
    mishaps.push(watchErrors(page, [/40[039] |ERR_|Failed to load/]));
});
afterAll(async () => {
  expectNoErrors(mishaps.flat());
  await browser.close();
  await running.stop();
  await database.close();
});

test("by keys alone an adviser writes a leaflet, sees it as the board will show it, and on which screens it is", async () => {
  await adviser.goto("/console/account");
  await adviser.getByRole("heading", { name: "My account" }).waitFor();
  await adviser.keyboard.press("g");
  await adviser.keyboard.press("l");
  await adviser.getByText("No leaflet yet").waitFor();
  await expectAccessible(adviser);
  await tabTo(adviser, /^New leaflet$/);
  await adviser.keyboard.press("Enter");
  await adviser.getByRole("heading", { name: "New leaflet" }).waitFor();
  await adviser.keyboard.press("Control+Enter");
  await adviser.getByText("This is needed.").first().waitFor();
  await expectAccessible(adviser);
  await tabTo(adviser, /^Title/, "Help with <i>childcare</i> &amp; costs");
  await tabTo(adviser, /^Summary/, "Thirty hours a week are paid for you.");
  await tabTo(adviser, /^Text/, "## Who can get it\n\nMost parents who work.");
  await tabTo(adviser, /^Version/, "3");
  await tabTo(adviser, /^Reviewed today/);
  await adviser.keyboard.press("Enter");
  const preview = adviser.frameLocator('iframe[title="How it looks on a board"]');
  await preview.getByRole("heading", { name: "Help with <i>childcare</i> &amp; costs" }).waitFor();
  await adviser.keyboard.press("Control+Enter");
  await adviser.getByText(/On 1 of 1 screen, \d+\.\d s after you published/).waitFor();
  await board.getByRole("heading", { name: "Help with <i>childcare</i> &amp; costs" }).first().waitFor();
  expect(adviser.url()).toMatch(/\/console\/leaflets\/[0-9a-f]{32}$/);
  await adviser.getByRole("button", { name: "Kiosk" }).click();
  const kiosk = adviser.frameLocator('iframe[title="How it looks on a kiosk"]');
  await kiosk.getByRole("heading", { name: "Who can get it" }).waitFor();
});

test("a translation stands beside its original, and is marked once the original moves on", async () => {
  await adviser.getByRole("button", { name: "+ Urdu" }).click();
  await adviser.getByLabel("Summary, Urdu").fill("ہفتے میں تیس گھنٹے۔");
  await adviser.getByRole("button", { name: "Publish changes" }).click();
  await adviser.getByText("As the screens show it").waitFor();
  await adviser.getByLabel("Summary, English").fill("Thirty hours a week, from nine months on.");
  await adviser.getByRole("button", { name: "Publish changes" }).click();
  await adviser.getByText("older than the original").first().waitFor();
  await expectAccessible(adviser);
});

describe("what is handed in", () => {
  test("a PDF becomes pages; where its words cannot be trusted the adviser is told to write them", async () => {
    await adviser.getByLabel("PDF, Urdu").setInputFiles(path.join(samples, "leaflets", "made-arabic.pdf"));
    await adviser.getByText("The words of this PDF cannot be trusted").waitFor();
    await adviser
      .getByLabel("PDF, English")
      .setInputFiles(path.join(samples, "leaflets", "pypdf-libreoffice-writer.pdf"));
    const doubts = adviser.getByText("The words of this PDF cannot be trusted");
    await expect.poll(() => doubts.count(), PATIENCE).toBe(1);
    await expectAccessible(adviser);
    await adviser.getByRole("button", { name: "Publish changes" }).click();
    await adviser.getByText("As the screens show it").waitFor();
  });
});

/** The version that was published first, once the list of versions has come. */
const asPublished = (versions: Locator) =>
  versions.locator("option").filter({ hasText: "published" }).last().getAttribute("value");

test("former versions are laid beside the one of now, in words, and brought back", async () => {
  await adviser.goto("/console/history");
  await adviser.getByRole("button", { name: "Help with <i>childcare</i> &amp; costs" }).first().click();
  const versions = adviser.getByRole("dialog", { name: /^Versions of Help/ });
  const then = versions.getByLabel("Compare with version");
  await then.selectOption(await asPublished(then));
  const summary = versions.getByRole("row", { name: /^Summary, English/ });
  await summary.getByText("Thirty hours a week are paid for you.").waitFor();
  await summary.getByText("Thirty hours a week, from nine months on.").waitFor();
  await expectAccessible(adviser);
  const [file] = await Promise.all([
    adviser.waitForEvent("download"),
    adviser.keyboard
      .press("Escape")
      .then(() => adviser.getByRole("button", { name: "Download as CSV" }).click()),
  ]);
  expect(await readFile(await file.path(), "utf8")).toContain("Help with <i>childcare</i> &amp; costs");
  await adviser.getByRole("button", { name: "Help with <i>childcare</i> &amp; costs" }).first().click();
  await then.selectOption(await asPublished(then));
  await versions.getByRole("button", { name: "Bring this one back" }).click();
  await adviser.getByText("The former version is back.").waitFor();
  await adviser.keyboard.press("Escape");
  await versions.waitFor({ state: "detached" });
  await adviser.keyboard.press("Control+z");
  const [{ id }] = (await running.done("listItems", { kind: "leaflet", limit: 1 })) as readonly [
    { id: string },
  ];
  const pdfs = async () => ((await running.done("findItem", { id })) as { body: Leaflet }).body.pdfs;
  await expect.poll(async () => Object.keys(await pdfs())).toContain("en");
});

test("staff print a leaflet from where it stands, with the version that it is", async () => {
  await staff.goto("/console/leaflets");
  const [sheet] = await Promise.all([staff.waitForEvent("popup"), staff.getByRole("button", { name: /^Print “Help with/ }).click()]); // prettier-ignore
  await sheet.getByRole("heading", { name: "Help with <i>childcare</i> &amp; costs" }).waitFor();
  await sheet.getByText(/^Version 3 · looked at today$/).waitFor();
  await sheet.getByText(/^Printed on .* \d{4}$/).waitFor();
  // It is its PDF that is handed out where there is one.
  await sheet.getByRole("img", { name: "Page 1 of 1" }).waitFor();
  await expectAccessible(sheet);
  await sheet.close();
  expect(await staff.getByRole("link", { name: "New leaflet" }).count()).toBe(0);
});

describe("a notice", () => {
  test("by staff is kept while the connection is lost and the page is loaded again, and goes out afterwards", async () => {
    await staff.goto("/console/notices/new");
    await staff.getByLabel("Title").fill("Free tea until ten");
    await staff.context().setOffline(true);
    await staff.getByLabel("A few more words").fill("In the kitchen.");
    await staff.context().setOffline(false);
    await staff.reload();
    await expect
      .poll(() => staff.getByLabel("A few more words").inputValue(), PATIENCE)
      .toBe("In the kitchen.");
    await staff.keyboard.press("Control+Enter");
    await staff.getByText("On 1 of 1 screen").waitFor();
    await expectAccessible(staff);
  });

  test("that two people change is laid side by side before the second, who chooses", async () => {
    await adviser.goto(staff.url());
    await adviser.getByLabel("Title").fill("Free tea and toast");
    await adviser.getByRole("button", { name: "Publish changes" }).dispatchEvent("focus");
    await staff.getByLabel("Title").fill("Tea is over for today");
    await staff.getByLabel("A few more words").fill("Back tomorrow.");
    await staff.keyboard.press("Control+Enter");
    await staff.getByText("As the screens show it").waitFor();
    const both = adviser.getByRole("dialog", { name: "Which words shall stand?" });
    await both.getByText("Free tea and toast").waitFor();
    await both.getByText("Tea is over for today").waitFor();
    await expectAccessible(adviser);
    await both.getByLabel(/What rita wrote/).check();
    await both.getByRole("button", { name: "Use these" }).click();
    await expect.poll(() => adviser.getByLabel("Title").inputValue(), PATIENCE).toBe("Tea is over for today");
    expect(await adviser.getByLabel("A few more words").inputValue()).toBe("Back tomorrow.");
  });

  test("that is urgent needs an end, is seen a second time, and takes the board until it is withdrawn", async () => {
    await staff.goto("/console/notices/new");
    await staff.getByLabel("Title").fill("Please leave by the garden");
    await staff.getByLabel("Urgent: takes the whole screen").check();
    await staff.keyboard.press("Control+Enter");
    await expect
      .poll(() => staff.getByLabel("Show until").getAttribute("aria-invalid"), PATIENCE)
      .toBe("true");
    await staff.getByLabel("Show until").fill("2099-01-01T12:00");
    await staff.keyboard.press("Control+Enter");
    const look = staff.getByRole("dialog", { name: "Take over the screens?" });
    await look.getByText(/This takes over every screen of one centre, until .*2099, 12:00/).waitFor();
    await expectAccessible(staff);
    expect(await board.locator(".urgent").count()).toBe(0);
    await look.getByRole("button", { name: "Yes, put it up now" }).click();
    await board.locator(".urgent").getByText("Please leave by the garden").waitFor();
  });

  test("that is withdrawn stays red while a screen is off that may hold it, and ends with its word", async () => {
    await staff.getByText("On 1 of 1 screen").waitFor();
    await board.goto("about:blank");
    await staff.getByRole("button", { name: "Withdraw now" }).click();
    await staff.getByText("Still on 1 of 1 screens").waitFor();
    await staff.getByText(/Reception, larkhill Children’s Centre/).waitFor();
    await expectAccessible(staff);
    await board.goto("/board");
    await staff.getByText("Off the only screen").waitFor();
  });
});

describe("an adviser’s session", () => {
  const day = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/London" });
  const session: Event = { title: { original: "en", words: { en: "Work adviser" } }, summary: null, place: null, first: { day, start: "00:00", end: "23:59" }, repeats: null, also: [], exceptDates: [], cancelled: [], termTimeOnly: false, session: { name: null, here: null }, about: "advice", languages: [], creche: null, free: true, booking: null, picture: null }; // prettier-ignore

  test("the receptionist says in one touch that the adviser is not coming, and the board says it", async () => {
    await running.done("saveItem", { id: "work", kind: "event", audience: ["larkhill"], over: null, ...always, body: session }); // prettier-ignore
    await running.done("publishItem", { id: "work", over: 1 });
    await staff.goto("/console/events");
    await expectAccessible(staff);
    await staff.getByRole("button", { name: "Not coming" }).click();
    await board.locator(".panel.adviser.away").waitFor();
    await staff.getByRole("button", { name: "Here now" }).click();
    await board.locator(".panel.adviser.now").waitFor();
  });

  test("the board tells the adviser’s name once the adviser has agreed, and no longer than that", async () => {
    await adviser.goto("/console/events/work");
    await adviser.getByLabel("First name").fill("Ada");
    await adviser.getByRole("button", { name: "I agree: show my first name and photo" }).click();
    await board.locator(".panel.adviser").getByText("Ada").waitFor();
    await expectAccessible(adviser);
    await adviser.getByRole("button", { name: "End my consent" }).click();
    await expect.poll(() => board.locator(".panel.adviser").getByText("Ada").count(), PATIENCE).toBe(0);
  });

  test("an adviser who comes unplanned is on the board in one touch, and off it in another", async () => {
    await running.done("withdrawItem", { id: "work", over: null });
    await expect.poll(() => board.locator(".panel.adviser.now").count(), PATIENCE).toBe(0);
    await staff.goto("/console/events");
    await staff.getByRole("button", { name: "An adviser has come" }).click();
    await board.locator(".panel.adviser.now").waitFor();
    await staff.getByRole("button", { name: "Gone", exact: true }).click();
    await board.locator(".panel.adviser.away").waitFor();
  });

  test("an event that ends before it starts is told so at its field, and a cancelled date is shown as cancelled", async () => {
    await staff.goto("/console/events/new");
    await staff.getByLabel("Title").fill("Stay and play");
    await staff.getByLabel("Ends", { exact: true }).fill("09:00");
    await staff.keyboard.press("Control+Enter");
    await staff.getByText("The end must come after the start.").waitFor();
    await staff.getByLabel("Ends", { exact: true }).fill("23:58");
    await staff.getByRole("button", { name: /^Cancel, to/ }).click();
    await staff.keyboard.press("Control+Enter");
    await staff.getByText("On 1 of 1 screen").waitFor();
    await staff.goto("/console/events");
    await staff.locator(".calendar .cancelled").getByText("Stay and play").waitFor();
    await expectAccessible(staff);
  });
});

test("every page can be used on a phone", async () => {
  await adviser.setViewportSize(HAND);
  for (const address of ["leaflets", "leaflets/new", "events", "events/work", "notices", "notices/new"]) {
    await adviser.goto(`/console/${address}`);
    await adviser.locator("main h1").waitFor();
    const width = await adviser.evaluate(() => document.documentElement.scrollWidth);
    expect(width, address).toBeLessThanOrEqual(HAND.width);
  }
  await expectAccessible(adviser);
  await adviser.goto("/console/events");
  await adviser.locator("main h1").waitFor();
  await expectAccessible(adviser);
  await adviser.setViewportSize(DESK);
});
