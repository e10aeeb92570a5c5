import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openPage, PATIENCE } from "../support/board.ts";
import { launch } from "../support/chromium.ts";
import { consoleFor, expectAccessible, HAND } from "../support/console.ts";
import { databases } from "../support/databases.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { choose, sayings, wake } from "../support/kiosk.ts";
import { pairScreen } from "../support/screens.ts";

let hub: RunningHub;
let browser: Browser;
let close: () => Promise<void>;
beforeAll(async () => {
  const database = await databases[0]!.fresh();
  close = database.close;
  const env = { SIGNPOST_DEMO: "yes" };
  [hub, browser] = await Promise.all([startHub({ databaseUrl: database.url, pages: true, env }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
  await close?.();
});

async function websitesOn(viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport, hasTouch: true, serviceWorkers: "block" });
  onTestFinished(() => context.close());
  const address = `${hub.url}/kiosk?centre=larkhill`;
  const page = await openPage(context, address, [/Service Worker registration blocked/]);
  await wake(page);
  await choose(page, "touch", page.locator(".door-websites"));
  return page;
}

test.each([
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
])(
  "a kiosk that is not guarded gives websites by topic, as codes for one's own phone: $width wide",
  async (viewport) => {
    const page = await websitesOn(viewport);
    const say = sayings("en");
    await page.getByText(say["websites.how"]).waitFor(PATIENCE);
    const sites = await page.locator(".site").count();
    expect(sites).toBeGreaterThan(5);
    expect(
      await page.locator(".site svg, .site canvas, .site img:not(.site-picture)").count(),
    ).toBeGreaterThanOrEqual(sites);
    expect(await page.getByRole("button", { name: say["websites.open"], exact: true }).count()).toBe(0);
    expect((await page.locator("#main h2").allTextContents())[0]).toBe(say["topic.work"]);
    for (const language of ["cy", "ur"] as const) {
      await choose(page, "touch", page.locator(".bar .pic-languages").locator(".."));
      await choose(page, "touch", page.locator(`dialog [lang="${language}"]`).first());
      await page.getByText(sayings(language)["websites.how"]).waitFor(PATIENCE);
      const { violations } = await new AxeBuilder({ page }).include("#touch").analyze();
      expect(violations.map(({ id, nodes }) => [language, id, nodes[0]?.html.slice(0, 160)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    }
  },
);

test("an adviser approves a website: what would be misread is put right, and what else it opens is said", async () => {
  const { context, page } = await consoleFor(browser, hub, {
    email: "leah@example.org",
    role: "district",
    centres: "all",
  });
  onTestFinished(() => context.close());
  await page.goto("/console/websites");
  await page.getByRole("button", { name: "Add a website" }).click();
  await page.getByLabel("Name").fill("Work from home");
  await page.getByLabel("Address", { exact: true }).fill("https://nobody.invalid/find/work");
  await page.getByLabel("What may be opened").fill("nobody.invalid/*");
  await page.getByRole("button", { name: "Check" }).click();
  await page.getByText("A star matches nothing here.").waitFor();
  await page.getByRole("button", { name: "Use https://nobody.invalid/" }).click();
  await page.getByRole("button", { name: "Check" }).click();
  await page.getByText("https://nobody.invalid/ also opens every page of nobody.invalid.").waitFor();
  await page.getByText(/did not answer just now/).waitFor();
  await expectAccessible(page);
  // It is down, and that is a warning: what was typed is kept.
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("row", { name: /Work from home/ }).waitFor();
  const saved = (await hub.done("listItems", { kind: "website", limit: 100 })) as {
    body: { allow: string[]; address: string };
  }[];
  expect(saved.find(({ body }) => body.address.includes("nobody.invalid"))?.body.allow).toEqual([
    "https://nobody.invalid/",
  ]);
});

test("an adviser takes a suggested website with one touch, and takes it back", async () => {
  const { context, page } = await consoleFor(browser, hub, {
    email: "ada@example.org",
    role: "adviser",
    centres: ["larkhill"],
  });
  onTestFinished(() => context.close());
  await page.goto("/console/websites");
  await page.getByText(/Websites that many centres approve/).click();
  const suggested = page.getByRole("listitem").filter({ hasText: "Working Families" });
  await suggested.getByRole("button", { name: "Take" }).click();
  await page.getByText("Working Families is on its way to the kiosks.").waitFor();
  await suggested.waitFor({ state: "detached" });
  const policy = async () =>
    (await hub.done("browserPolicy", { centre: "larkhill", printer: false })).URLAllowlist as string[];
  expect(await policy()).toContain("https://workingfamilies.org.uk");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(policy).not.toContain("https://workingfamilies.org.uk");
  // Every council has its own: there the form waits for its address.
  await page.getByRole("button", { name: "Fill in" }).click();
  expect(await page.getByLabel("Name").inputValue()).toMatch(/family information service/);
});

test("the console says which kiosk is guarded, what was refused, and hands out the policy as a file", async () => {
  await pairScreen(hub, "larkhill", "kiosk", "Play room");
  const { cookie } = await pairScreen(hub, "larkhill", "kiosk", "Hall");
  const headers = { cookie, "content-type": "application/json" };
  await fetch(`${hub.url}/guard/refused`, {
    method: "POST",
    headers,
    body: JSON.stringify({ host: "wanted.example" }),
  });
  const { context, page } = await consoleFor(browser, hub, {
    email: "lou@example.org",
    role: "district",
    centres: "all",
  });
  onTestFinished(() => context.close());
  await page.goto("/console/websites");
  await page
    .getByRole("row", { name: /Play room/ })
    .getByText("Not heard of yet.")
    .waitFor();
  await page.getByText("Policy files for Windows and ChromeOS").click();
  for (const viewport of [{ width: 1600, height: 1000 }, HAND]) {
    await page.setViewportSize(viewport);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  }
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Windows, Edge (.reg)" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^signpost-[a-z]+-edge\.reg$/);
  const text = (await readFile(await file.path())).toString("utf16le");
  expect(text.startsWith("\uFEFFWindows Registry Editor Version 5.00\r\n")).toBe(true);
  expect(text).toContain('"PrintingEnabled"=dword:00000000');
  await page
    .getByRole("row", { name: /wanted\.example/ })
    .getByRole("button", { name: "Approve" })
    .click();
  expect(await page.getByLabel("Address", { exact: true }).inputValue()).toBe("https://wanted.example/");
});
