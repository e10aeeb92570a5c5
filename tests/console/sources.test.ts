import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectNoErrors, launch, watchErrors } from "../support/chromium.ts";
import { consoleFor, expectAccessible, HAND } from "../support/console.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { centre } from "../support/drafts.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { type Advert, type JobSite, openJobSite, teachingVacanciesPage } from "../support/job-site.ts";

const LEEDS = { lat: 53.798, lon: -1.508 };
const CARDIFF = {
  lat: 51.481,
  lon: -3.18,
  nation: "wales",
  languages: ["cy", "en"] as ("cy" | "en")[],
} as const;
const LEAD = { email: "leah@example.org", role: "district", centres: "all" } as const;
const ADVERTS: readonly Advert[] = [
  { slug: "a", title: "Cook", employer: "Brook Primary", pay: "£12.85 per hour" },
  { slug: "b", title: "Cleaner", employer: "Brook Primary", pay: "£9.10 per hour" },
  { slug: "c", title: "Clerk", employer: "Far Academy", postcode: "CF10 1EP" },
];

let database: Fresh;
let running: RunningHub;
let browser: Browser;
let site: JobSite;
beforeAll(async () => {
  database = await databases[0]!.fresh();
  site = await openJobSite();
  const env = { SIGNPOST_ALLOW_PRIVATE: site.host };
  running = await startHub({ databaseUrl: database.url, pages: true, env });
  browser = await launch();
  await running.done("saveCentre", { centre: centre("larkhill", LEEDS), over: null });
});
afterAll(async () => {
  await browser.close();
  await running.stop();
  await site.close();
  await database.close();
});

test("a district lead tries a source, adds it, and its jobs wait in the inbox of the centre nearby", async () => {
  site.answers(() => teachingVacanciesPage(site.url, ADVERTS));
  const { context, page } = await consoleFor(browser, running, LEAD);
  const errors = watchErrors(page);
  await page.goto("/console/sources");
  await page.getByText("No source yet").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add a source" }).click();
  await page.getByLabel("Web address").fill(`${site.url}/api/v1/jobs.json`);
  await page.getByLabel("Name").fill("Schools");
  await page.getByRole("button", { name: "Try it" }).click();
  await page.getByRole("heading", { name: "3 jobs found" }).waitFor();
  await page.getByText("below minimum wage").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Schools is saved").waitFor();
  const inbox = () => running.done("inbox", { tab: "new", centres: ["larkhill"], after: null, limit: 100 });
  const titles = async () =>
    ((await inbox()) as { rows: { body: { title: { words: { en: string } } } }[] }).rows.map(
      ({ body }) => body.title.words.en,
    );
  await expect.poll(async () => (await titles()).toSorted()).toEqual(["Cleaner", "Cook"]);

  await page.getByRole("button", { name: /Schools/ }).click();
  await page.getByRole("button", { name: "Read it now" }).click();
  await page.getByText("Unchanged").waitFor();
  site.answers(() => "<!doctype html><html><body>Sign in</body></html>");
  await page.getByRole("button", { name: "Read it now" }).click();
  await page.getByText("It is a web page where a list of jobs should be.").first().waitFor();
  await expectAccessible(page);
  await page.setViewportSize(HAND);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await page.getByText("No source yet").waitFor();
  expect(await titles()).toHaveLength(2);
  expectNoErrors(errors);
  await context.close();
});

test("what cannot be read is said in words, before anything is saved", async () => {
  const { context, page } = await consoleFor(browser, running, { ...LEAD, email: "lou@example.org" });
  await page.goto("/console/sources");
  await page.getByRole("button", { name: "Add a source" }).click();
  await page.getByLabel("Web address").fill("http://169.254.169.254/latest");
  await page.getByRole("button", { name: "Try it" }).click();
  await page.getByRole("alert").getByText("This leads into a private network").waitFor();
  site.answers(() => "Job,Employer,Closing date\nCook,Rows,31/11/2026\n,Rows,1/12/2026\n");
  await page.getByLabel("Web address").fill(`${site.url}/jobs.csv`);
  await page.getByRole("button", { name: "Try it" }).click();
  await page.getByText("line 3: has no title").waitFor();
  expect(await page.getByRole("heading", { name: "1 job found" }).count()).toBe(1);
  await context.close();
});

test("a Welsh council's own form is told in a minute what its names mean, and its jobs wait at the centre that the source names", async () => {
  const { context, page } = await consoleFor(browser, running, { ...LEAD, email: "lowri@example.org" });
  await running.done("saveCentre", { centre: centre("caerdydd", CARDIFF), over: null });
  const job = (number: number, title: string) => `<swydd rhif="${number}"><enw>${title}</enw><cyflogwr>Ysgol Bro</cyflogwr><cod_post>CF10 1EP</cod_post><arian>£13.10 yr awr</arian><dyddiad_cau>31 Rhagfyr 2098</dyddiad_cau><manylion>Mae'r gallu i siarad Cymraeg yn hanfodol. Bydd y swydd yn ystod y tymor, gyda phlant.</manylion></swydd>`;
  site.answers(() => `<?xml version="1.0" encoding="UTF-8"?><swyddi>${job(1, "Cogydd")}${job(2, "Glanhawr")}</swyddi>`);
  await page.goto("/console/sources");
  await page.getByRole("button", { name: "Add a source" }).click();
  await page.getByLabel("Web address").fill(`${site.url}/swyddi.xml`);
  await page.getByText("These centres").click();
  await page.getByLabel("Larkhill").uncheck();
  await page.getByLabel("Caerdydd").check();
  await page.getByText("More settings").click();
  await page.getByLabel("Element or list that is one job").fill("swydd");
  await page.getByRole("button", { name: "Try it" }).click();
  await page.getByLabel("enw", { exact: true }).selectOption({ label: "Job title" });
  await page.getByRole("heading", { name: "2 jobs found" }).waitFor();
  await page.getByLabel("arian", { exact: true }).selectOption({ label: "Pay" });
  await page.getByText("£13.10 yr awr").first().waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText(/is saved/).first().waitFor();
  const waiting = async () => ((await running.done("inbox", { tab: "new", centres: ["caerdydd"], after: null, limit: 100 })) as { rows: { body: { title: { words: object }; needsWelsh: string | null } }[] }).rows.map(({ body }) => [body.title.words, body.needsWelsh]);
  await expect.poll(async () => (await waiting()).length).toBe(2);
  expect(await waiting()).toContainEqual([{ cy: "Cogydd" }, "needed"]);
  await context.close();
}); // prettier-ignore
