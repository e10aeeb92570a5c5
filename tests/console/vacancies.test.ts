import type { Browser, Page } from "playwright";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Vacancy } from "#shared/vacancies/schema.ts";
import { expectNoErrors, launch, watchErrors } from "../support/chromium.ts";
import { consoleFor, DESK, expectAccessible, HAND } from "../support/console.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { centre, vacancy } from "../support/drafts.ts";
import { type RunningHub, startHub } from "../support/hub.ts";

const DAY = 86_400_000;
const SLUGS = ["larkhill", "mill-lane"];

let database: Fresh;
let running: RunningHub;
let browser: Browser;
let page: Page;
let errors: readonly string[];

beforeAll(async () => {
  database = await databases[0]!.fresh();
  running = await startHub({ databaseUrl: database.url, pages: true });
  browser = await launch();
  const board = { ten: 4, motion: "steps", secondsPerSlide: 12 } as const;
  for (const slug of SLUGS)
    await running.done("saveCentre", { centre: centre(slug, { lat: 53.8, lon: -1.55, board }), over: null });
  await bring(["Cook", "Driver", "Cleaner", "Clerk", "Carer", "Gardener", "Nurse"], "inbox", 20);
  await bring(["Baker"], "board", 2);
  await bring(["Porter"], "board", 20);
  const ada = { email: "ada@example.org", role: "adviser", centres: SLUGS } as const;
  ({ page } = await consoleFor(browser, running, ada));
  errors = watchErrors(page);
});
afterAll(async () => {
  await browser.close();
  await running.stop();
  await database.close();
});

async function bring(titles: readonly string[], decide: "inbox" | "board", days: number, more: Partial<Vacancy> = {}) {
  const locations = [{ text: "Leeds", postcode: "LS7 3AB", outcode: "LS7", lat: 53.803, lon: -1.55 }];
  for (const title of titles) {
    const body = vacancy(title, { employer: `${title} Ltd`, applyUrl: null, locations, ...more });
    const offer = { id: title.toLowerCase(), until: new Date(Date.now() + days * DAY).toISOString(), body };
    await running.done("importVacancies", { vacancies: [offer], decide, centres: SLUGS });
  }
} // prettier-ignore
async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
/** Faster than any hand: nothing is painted between these keys. Says which field has the focus after them. */
function pressAtOnce(...keys: readonly string[]): Promise<string | null> {
  return page.evaluate(async (all) => {
    for (const key of all) {
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })); // prettier-ignore
      await Promise.resolve();
    }
    const field = document.activeElement;
    return field?.closest("dialog[open]") && field instanceof HTMLInputElement ? (field.labels?.[0]?.textContent ?? null) : null; // prettier-ignore
  }, keys);
}
const titles = () => page.locator(".jobs .job-title").allTextContents();
const ordered = () => page.locator(".board-list strong").allTextContents();
async function onBoard(slug = "larkhill"): Promise<readonly string[]> {
  const { rows } = await running.done("theTen", { centre: slug });
  return rows.map(({ id }: { id: string }) => id);
}
/** What is on the page may be there before the hub has answered, and the other way round. */
function expectSoon(is: () => Promise<unknown>) {
  return expect.poll(is, { timeout: 30_000 });
}

test("an adviser decides by keys alone, and takes it back", async () => {
  await page.goto("/console/vacancies");
  await expectSoon(titles).toEqual(["Nurse", "Gardener", "Carer", "Clerk", "Cleaner", "Driver", "Cook"]);
  await expectAccessible(page);
  await press("b", "ArrowDown", "s", "n");
  await expectSoon(titles).toEqual(["Gardener", "Cleaner", "Driver", "Cook"]);
  await expectSoon(() => onBoard()).toEqual(["baker", "porter", "nurse"]);
  await page.getByText("Not for larkhill").waitFor();
  await press("Control+z");
  await expectSoon(titles).toContain("Clerk");
  expect(await onBoard("mill-lane")).toEqual(["baker", "porter"]);
});

test("many are decided at once, and one key puts a job wherever people can reach it", async () => {
  await page.getByRole("button", { name: "All my centres" }).click();
  await expectSoon(async () => (await titles()).length).toBe(7);
  await page.getByRole("button", { name: "Cook", exact: true }).click();
  await press("x", "ArrowUp", "x", "n");
  await expectSoon(titles).not.toContain("Cook");
  await page.getByText("2 vacancies decided").waitFor();
  await page.getByRole("button", { name: "Cleaner", exact: true }).click();
  await press("a");
  await expectSoon(() => onBoard("mill-lane")).toContain("cleaner");
  expect(await onBoard()).toContain("cleaner");
});

test("the full text stands beside the list, and what is mended keeps the source's words in view", async () => {
  await page.getByRole("button", { name: "Gardener", exact: true }).click();
  await press("r");
  await page.getByRole("region", { name: "What it is about" }).getByText("Help children to read.").waitFor();
  await press("e");
  const form = page.getByRole("dialog");
  await form.getByLabel("Pay").fill("£14.10 an hour");
  await page.keyboard.press("Enter");
  await form.waitFor({ state: "detached" });
  await page.locator(".original").getByText("£12.85 an hour").waitFor();
  expect(await page.locator(".original dt").allTextContents()).toEqual(["Pay"]);
  await page.locator(".reading").getByText("£14.10 an hour").waitFor();
  await expectAccessible(page);
});

test("however fast somebody types, each key finds what the one before it brought", async () => {
  await page.goto("/console/vacancies");
  await page.locator(".job.selected").waitFor();
  const [, second] = await titles();
  await pressAtOnce("ArrowDown", "e");
  const form = page.getByRole("dialog", { name: `Edit “${second}”` });
  await form.waitFor();
  await press("Escape");
  await form.waitFor({ state: "detached" });
  expect(await pressAtOnce("h")).toBe("Job");
});

test("one is written by hand in a few words, and what was begun outlives the page", async () => {
  await page.goto("/console/vacancies");
  await page.locator(".job.selected").waitFor();
  await press("h");
  await page.keyboard.type("Lunchtime helper");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Mill Street School");
  await page.reload();
  await page.locator(".job.selected").waitFor();
  await press("h");
  const form = page.getByRole("dialog");
  expect(await form.getByLabel("Employer").inputValue()).toBe("Mill Street School");
  await form.getByLabel("Pay").fill("£13.20 an hour");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expectSoon(async () => (await onBoard()).length).toBe(5);
  const { rows } = await running.done("theTen", { centre: "larkhill" });
  expect(rows.at(-1)).toMatchObject({ body: { title: { words: { en: "Lunchtime helper" } }, pay: { perHour: 13.2 } } }); // prettier-ignore
});

test("a job that somebody else decides is gone from the list, live", async () => {
  await expectSoon(titles).toContain("Clerk");
  const decisions = SLUGS.map((slug) => ({ vacancy: "clerk", centre: slug, on: "no" as const }));
  await running.done("decideVacancies", { decisions });
  await expectSoon(titles).not.toContain("Clerk");
});

test("two people on one vacancy: the second reads what the first has decided, and chooses", async () => {
  await bring(["Plumber"], "inbox", 20);
  const ben = { email: "ben@example.org", role: "adviser", centres: SLUGS } as const;
  const second = await consoleFor(browser, running, ben);
  // What Ada does reaches Ben's browser only when he tries the same.
  await second.page.routeWebSocket(/socket\.io/, (line) => {
    const hub = line.connectToServer();
    line.onMessage((message) => hub.send(message));
    hub.onMessage((message) => String(message).includes('"news"') || line.send(message));
  });
  await second.page.goto("/console/vacancies");
  await second.page.getByRole("button", { name: "Plumber", exact: true }).click();
  await page.getByRole("button", { name: "Plumber", exact: true }).click();
  await press("n");
  await page.getByText("Not for larkhill").waitFor();
  await second.page.keyboard.press("b");
  const both = second.page.getByRole("dialog", { name: "What stands there now" });
  await both.getByText("ada decided this meanwhile: Not for us at larkhill.").waitFor();
  await expectAccessible(second.page);
  await both.getByRole("button", { name: "Leave it so" }).click();
  await both.waitFor({ state: "detached" });
  expect(await onBoard()).not.toContain("plumber");
  await second.context.close();
});

test("the board is ordered by keys and by dragging, and each keeps its place", async () => {
  await page.goto("/console/board");
  await expectSoon(ordered).toEqual(["Baker", "Porter", "Nurse", "Cleaner", "Lunchtime helper"]);
  await expectAccessible(page);
  await press("Alt+ArrowDown");
  await expectSoon(() => onBoard()).toEqual(["porter", "baker", "nurse", "cleaner", expect.any(String)]);
  await page.locator(".board-list .handle").nth(3).dragTo(page.locator(".board-list > li").first());
  await expectSoon(() => onBoard()).toEqual(["cleaner", "porter", "baker", "nurse", expect.any(String)]);
  const before = await ordered();
  // Given up with Escape: a browser says so at the end of the drag.
  const dataTransfer = await page.evaluateHandle(() => new DataTransfer());
  const handle = page.locator(".board-list .handle").first();
  await handle.dispatchEvent("dragstart", { dataTransfer });
  await expectSoon(async () => {
    await page.locator(".board-list > li").nth(2).dispatchEvent("dragover", { dataTransfer });
    return ordered();
  }).toEqual([before[1], before[2], before[0], ...before.slice(3)]);
  await handle.dispatchEvent("dragend", { dataTransfer });
  await expectSoon(ordered).toEqual(before);
  await page.locator(".board-list > li").nth(1).getByRole("button", { name: "Take off" }).click();
  await expectSoon(ordered).toEqual(["Cleaner", "Baker", "Nurse", "Lunchtime helper"]);
  await press("Control+z");
  await expectSoon(ordered).toEqual(["Cleaner", "Porter", "Baker", "Nurse", "Lunchtime helper"]);
});

test("the board is seen as it will be: what closes before is not on it", async () => {
  const field = page.getByLabel("As on");
  const board = page.frameLocator(".as-on iframe");
  await field.fill("2031-01-01T10:00");
  await board.getByRole("heading", { name: "larkhill Children’s Centre" }).waitFor();
  expect(await board.getByText("Baker", { exact: true }).count()).toBe(0);
  const later = new Date(Date.now() + 5 * DAY).toISOString().slice(0, 16);
  await field.fill(later);
  await board.getByRole("heading", { name: "Porter" }).first().waitFor();
  expect(await board.getByRole("heading", { name: "Baker" }).count()).toBe(0);
});

test("what would fill the board is proposed, and the adviser decides", async () => {
  await bring(["Painter"], "inbox", 20, { sector: "trades" });
  for (const id of ["cleaner", "porter"])
    await running.done("decideVacancies", { decisions: [{ vacancy: id, centre: "larkhill", on: "no" }] });
  await expectSoon(ordered).toEqual(["Baker", "Nurse", "Lunchtime helper"]);
  await page.getByRole("button", { name: "Fill for me" }).click();
  const dialog = page.getByRole("dialog", { name: "Fill for me" });
  await dialog.getByLabel(/Painter/).waitFor();
  expect(await onBoard()).toHaveLength(3);
  await dialog.getByRole("button", { name: "Put it on the board" }).click();
  await expectSoon(ordered).toEqual(["Baker", "Nurse", "Lunchtime helper", "Painter"]);
});

test("centres stand side by side; notes and places are kept in a few words", async () => {
  await page.goto("/console/my-centres");
  await page.getByRole("heading", { name: "larkhill", exact: true }).waitFor();
  await page.getByText("4 of 4").waitFor();
  await expectAccessible(page);
  await page.goto("/console/employers");
  await page.getByRole("button", { name: /Note an employer/ }).click();
  await page.getByRole("dialog").getByLabel("Employer").fill("Nurse");
  await page.getByRole("dialog").getByLabel("What is known").fill("Kind to beginners");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("cell", { name: /Kind to beginners/ }).waitFor();
  await page.goto("/console/reach");
  await page.getByRole("button", { name: /Add a place/ }).click();
  const place = page.getByRole("dialog");
  await place.getByLabel("Place, as adverts write it").fill("Leeds");
  await place.getByLabel("Minutes").fill("15");
  await place.getByLabel("Bus or train line").fill("36");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await page.getByRole("cell", { name: "Bus 36 · 15 min" }).waitFor();
  const { rows } = await running.done("theTen", { centre: "larkhill" });
  expect(rows[0].at[0].reach.travel).toEqual({ by: "bus", minutes: 15, line: "36" });
});

test("the ten are printed on one sheet, dated and numbered as on the board", async () => {
  await page.goto("/console/print/ten/larkhill");
  await page.getByRole("heading", { name: "Jobs near here" }).waitFor();
  await expectAccessible(page);
  const bytes = await page.pdf({ format: "A4" });
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  expect(pdf.numPages).toBe(1);
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const text = items.map((item) => ("str" in item ? item.str : "")).join(" ").replace(/\s+/g, " "); // prettier-ignore
  expect(text).toMatch(/larkhill.*Printed on .*1 Baker.*Bus 36.*2 Nurse.*3 Lunchtime helper.*4 Painter/);
  expect(text).not.toMatch(/Sign out|Kind to beginners|Print$/);
});

test("one job is printed in two clicks, numbered as on the board", async () => {
  await page.goto("/console/board");
  const [sheet] = await Promise.all([page.waitForEvent("popup"), page.getByRole("button", { name: "Print this job: Nurse" }).click()]); // prettier-ignore
  await sheet.getByRole("heading", { name: "Job 2 on the board" }).waitFor();
  await sheet.getByText(/^Printed on .* \d{4}$/).waitFor();
  await sheet.getByText("Help children to read.").waitFor();
  await expectAccessible(sheet);
  await sheet.close();
});

test("every page is fit for a hand", async () => {
  await page.setViewportSize(HAND);
  for (const path of ["vacancies", "board", "my-centres", "employers", "reach"]) {
    await page.goto(`/console/${path}`);
    await page.locator("h1").waitFor();
    await expectSoon(() => page.locator("[aria-busy]").count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(HAND.width); // prettier-ignore
    await expectAccessible(page);
  }
  await page.setViewportSize(DESK);
  expectNoErrors(errors);
});
