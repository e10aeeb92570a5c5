import { open } from "node:fs/promises";
import path from "node:path";
import type { Browser, Locator, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PATIENCE } from "../support/board.ts";
import { expectNoErrors, launch, watchErrors } from "../support/chromium.ts";
import { consoleFor, expectAccessible } from "../support/console.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { centre, noticeDraft } from "../support/drafts.ts";
import { temporaryFolder } from "../support/folder.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { pdfBomb } from "../support/made-pdf.ts";

const samples = path.join(import.meta.dirname, "..", "samples");

let database: Fresh;
let running: RunningHub;
let browser: Browser;
let page: Page;
let mishaps: readonly string[];

beforeAll(async () => {
  database = await databases[0]!.fresh();
  running = await startHub({ databaseUrl: database.url, pages: true });
  browser = await launch();
  await running.done("saveCentre", { centre: centre("larkhill"), over: null });
  const ada = { email: "ada@example.org", role: "adviser", centres: ["larkhill"] } as const;
  ({ page } = await consoleFor(browser, running, ada));
  page.setDefaultTimeout(30_000);
  mishaps = watchErrors(page, [/status of (4\d\d|503)/]);
});
afterAll(async () => {
  expectNoErrors(mishaps);
  await browser.close();
  await running.stop();
  await database.close();
});

/** The mistake stands at this very field, for the eye and for a screen reader alike. */
async function expectRefused(field: Locator, words: RegExp): Promise<void> {
  await expect.poll(() => mistakeAt(field), { timeout: 90_000 }).toMatch(words);
  expect(await field.getAttribute("aria-invalid")).toBe("true");
}

const mistakeAt = (field: Locator): Promise<string> =>
  field.evaluate((input) => {
    const ids = (input.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .filter((id) => id.endsWith("-error"));
    return ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  });

const typed = () =>
  Promise.all(
    ["Title", "Summary", "Version"].map((label) => page.getByLabel(label, { exact: true }).inputValue()),
  );

test("a file of 200 MB, or another than it claims to be, is refused by name at its field", async () => {
  await page.goto("/console/leaflets/new");
  await page.getByLabel("Title", { exact: true }).fill("Childcare costs");
  await page.getByLabel("Summary", { exact: true }).fill("Thirty hours a week.");
  await page.getByLabel("Version", { exact: true }).fill("3");
  const field = page.getByLabel("PDF, English");
  const folder = await temporaryFolder("upload");
  const large = path.join(folder.path, "large.pdf");
  const file = await open(large, "w");
  await file.truncate(200 * 1024 * 1024);
  await file.close();
  await field.setInputFiles(large);
  await expectRefused(field, /^This file is larger than 30 MB/);
  await folder.remove();
  await field.setInputFiles({
    name: "leaflet.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("no PDF"),
  });
  await expectRefused(field, /^This file is not a PDF/);
  await field.setInputFiles(path.join(samples, "leaflets", "made-open-password.pdf"));
  await expectRefused(field, /^This PDF needs a password/);
  await expectAccessible(page);
}, 60_000);

test("a PDF that swells without end is refused at its field; meanwhile others work on, and nothing typed is lost", async () => {
  const field = page.getByLabel("PDF, English");
  await field.setInputFiles({ name: "leaflet.pdf", mimeType: "application/pdf", buffer: pdfBomb() });
  await page.getByText("The hub looks at the file…").waitFor();
  // The hub has ears for everybody else while it looks.
  await running.done("saveItem", noticeDraft("tea", "Tea at ten", ["larkhill"]));
  await running.done("publishItem", { id: "tea", over: 1 });
  await expectRefused(
    field,
    /^This file (needs more than 768 MB of memory|took longer than \d+ seconds) to read\. Save it in a simpler form/,
  );
  await expectAccessible(page);
  expect(await typed()).toEqual(["Childcare costs", "Thirty hours a week.", "3"]);
  await field.setInputFiles(path.join(samples, "leaflets", "pypdf-libreoffice-writer.pdf"));
  await page.getByText("One page").waitFor();
  expect(await mistakeAt(field)).toBe("");
  await page.reload();
  await expect.poll(typed, PATIENCE).toEqual(["Childcare costs", "Thirty hours a week.", "3"]);
  await page.getByText("One page").waitFor();
}, 120_000);

test("a script in a title is refused at the title, and goes out once it is taken from it", async () => {
  const title = page.getByLabel("Title", { exact: true });
  await title.fill("Childcare <script>alert(1)</script>");
  await page.getByRole("button", { name: "Reviewed today" }).click();
  await page.keyboard.press("Control+Enter");
  await expectRefused(title, /Take <script> out of it/);
  await page.locator(":focus").and(title).waitFor();
  await expectAccessible(page);
  await title.fill("Childcare & costs <3");
  await page.keyboard.press("Control+Enter");
  await page.getByText("As the screens show it").waitFor();
  await page.goto("/console/vacancies");
  // The heading is there before one's centre is known, the keys with the button.
  await page.getByRole("button", { name: "Write one by hand" }).waitFor();
  await page.keyboard.press("h");
  const job = page.getByRole("dialog", { name: "Write one by hand" });
  await job.getByLabel("Job", { exact: true }).fill("Cook</script>");
  await job.getByLabel("Employer").fill("The Nook");
  await job.getByRole("button", { name: "Put on the board" }).click();
  await expectRefused(job.getByLabel("Job", { exact: true }), /Take <script> out of it/);
  expect(await job.getByLabel("Employer").inputValue()).toBe("The Nook");
  await job.getByLabel("Job", { exact: true }).fill("Cook");
  await job.getByRole("button", { name: "Put on the board" }).click();
  await job.waitFor({ state: "detached" });
}, 60_000);

test("a hub that has lost its database has not said that nobody is signed in", async () => {
  const answer = { status: 503, json: { ok: false, refusal: { code: "database-away" } } };
  await page.route("**/api/v1/session", (route) => route.fulfill(answer), { times: 1 });
  await page.goto("/console/vacancies");
  await page.getByText("The hub does not answer.").waitFor();
  expect(await page.getByLabel("Password").count()).toBe(0);
  await page.getByRole("heading", { level: 1, name: "Vacancies to decide" }).waitFor();
});
