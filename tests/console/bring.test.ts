import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectNoErrors, launch, watchErrors } from "../support/chromium.ts";
import { consoleFor, expectAccessible, HAND } from "../support/console.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { centre } from "../support/drafts.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { openWebsite, type Website } from "../support/website.ts";

const ADVISER = { email: "ann@example.org", role: "adviser", centres: ["larkhill"] } as const;
const LIST =
  "Rôle,Job title,Post code,Rate,Ends\nA,Cook,LS9 7AB,£13 an hour,31/12/2098\nB,Cleaner,LS9 7AB,£9 an hour,31/12/2098\nC,,LS9 7AB,£9,31/12/2098\n";
const PLAIN = `<html><head><meta property="og:title" content="Van driver"><meta property="og:site_name" content="Swift Couriers"></head><body></body></html>`;

let database: Fresh;
let running: RunningHub;
let browser: Browser;
let site: Website;
beforeAll(async () => {
  database = await databases[0]!.fresh();
  site = await openWebsite();
  site.page("/jobs/7", (_request, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end(PLAIN),
  );
  running = await startHub({
    databaseUrl: database.url,
    pages: true,
    env: { SIGNPOST_ALLOW_PRIVATE: site.host },
  });
  browser = await launch();
  await running.done("saveCentre", { centre: centre("larkhill"), over: null });
});
afterAll(async () => {
  await browser.close();
  await running.stop();
  await site.close();
  await database.close();
});

test("an adviser brings in a list, corrects a column, which is remembered, and takes it in", async () => {
  const { context, page } = await consoleFor(browser, running, ADVISER);
  const errors = watchErrors(page);
  await page.goto("/console/bring");
  await expectAccessible(page);
  const list = { name: "jobs.csv", mimeType: "text/csv", buffer: Buffer.from(LIST) };
  await page.getByLabel("Choose a file").setInputFiles(list);
  await page.getByRole("heading", { name: "2 found" }).waitFor();
  await page.getByText("line 4").waitFor();
  await page.getByLabel("Ends").selectOption({ label: "Closing date" });
  await page.getByText("31 Dec 2098").first().waitFor();
  await expectAccessible(page);
  await page.setViewportSize(HAND);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take in" }).click();
  await page.getByText("2 new, 0 changed, 0 as they were").waitFor();
  const inbox = await running.done("inbox", { tab: "new", centres: ["larkhill"], after: null, limit: 100 });
  expect((inbox as { rows: unknown[] }).rows).toHaveLength(2);

  // It is the hub that remembers: on another machine it is known as well.
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByLabel("Choose a file").setInputFiles(list);
  await page.getByText("31 Dec 2098").first().waitFor();
  await page.getByRole("button", { name: "Take in" }).click();
  await page.getByText("0 new, 0 changed, 2 as they were").waitFor();
  expectNoErrors(errors);
  await context.close();
});

test("the address of a job's page that says nothing to programs opens the form with what was found", async () => {
  const { context, page } = await consoleFor(browser, running, { ...ADVISER, email: "bea@example.org" });
  await page.goto("/console/bring");
  await page.getByLabel("Address of the page or feed").fill("http://10.0.0.1/jobs");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByText("This leads into a private network").waitFor();
  await page.getByLabel("Address of the page or feed").fill(`${site.url}/jobs/7`);
  await page.getByRole("button", { name: "Read it" }).click();
  const form = page.getByRole("dialog");
  await expect
    .poll(() => form.locator("input").evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)))
    .toEqual(expect.arrayContaining(["Van driver", "Swift Couriers", `${site.url}/jobs/7`]));
  await context.close();
});
