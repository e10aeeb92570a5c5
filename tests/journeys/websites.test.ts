import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { textIn } from "#shared/languages.ts";
import { complaintsOn } from "../support/axe.ts";
import { openPage, PATIENCE } from "../support/board.ts";
import { expectNoErrors, launch, watchErrors } from "../support/chromium.ts";
import { consoleFor, DESK, expectAccessible, HAND } from "../support/console.ts";
import { databases } from "../support/databases.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { choose, sayings, wake } from "../support/kiosk.ts";
import { pairScreen } from "../support/screens.ts";
import { website } from "../support/websites.ts";

const samples = path.join(import.meta.dirname, "..", "samples");

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
      const violations = await complaintsOn(page, { include: "#touch" });
      expect(violations.map(({ id, nodes }) => [language, id, nodes[0]?.html.slice(0, 160)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    }
  },
);

describe("an adviser approves a website", () => {
  let page: Page;
  let leave: () => Promise<void>;
  let mishaps: readonly string[];
  const address = () => page.getByLabel("Address", { exact: true });
  const description = (language: string) => page.getByLabel(`What it is for, ${language}`);
  beforeAll(async () => {
    const amy = { email: "amy@example.org", role: "adviser", centres: ["larkhill"] } as const;
    const hers = await consoleFor(browser, hub, amy);
    ({ page } = hers);
    leave = () => hers.context.close();
    page.setDefaultTimeout(30_000);
    mishaps = watchErrors(page, [/status of 4(00|09|15) /]);
  });
  afterAll(async () => {
    expectNoErrors(mishaps);
    await leave();
  });

  test("what would be misread is put right at its field, what else it opens is said, and nothing typed is lost", async () => {
    await page.goto("/console/websites");
    await page.getByRole("link", { name: "Add a website" }).click();
    await page.getByRole("heading", { name: "New website" }).waitFor();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByText("This is needed.").first().waitFor();
    expect(await address().getAttribute("aria-invalid")).toBe("true");
    await page.getByLabel("Name").fill("Work from home");
    await address().fill("nobody.invalid/find/work");
    const patterns = page.getByLabel("What may be opened");
    await patterns.fill("nobody.invalid/*");
    await page.reload();
    await page.getByText("This is what you had begun and not sent.").waitFor();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByText("nobody.invalid/*: A star matches nothing here.").waitFor();
    expect(await patterns.getAttribute("aria-invalid")).toBe("true");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Use https://nobody.invalid/" }).click();
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByText("https://nobody.invalid/ also opens every page of nobody.invalid.").waitFor();
    await page.getByText(/did not answer just now/).waitFor();
    await expectAccessible(page);
    // It is down, and that is a warning: it may be approved all the same.
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("button", { name: "Publish changes" }).waitFor();
    expect(await address().inputValue()).toBe("https://nobody.invalid/find/work");
    expect(await patterns.inputValue()).toBe("https://nobody.invalid/");
  });

  test("in several languages, with a mark where a translation is older, and with a picture that stands upright", async () => {
    await page.getByRole("button", { name: "+ Urdu" }).click();
    await description("English").fill("Jobs that you can do at home.");
    await description("Urdu").fill("گھر سے کی جانے والی نوکریاں۔");
    await page.getByLabel("Picture", { exact: true }).setInputFiles(path.join(samples, "images", "sharp-truncated.jpg")); // prettier-ignore
    await page.getByText(/damaged/).waitFor();
    await page.getByLabel("Picture", { exact: true }).setInputFiles(path.join(samples, "images", "sharp-Landscape_6.jpg")); // prettier-ignore
    await page.getByLabel("What the picture shows, English").fill("A desk by a window");
    const preview = page.frameLocator('iframe[title="How it looks on a kiosk"]');
    await preview.locator(".site").getByText("گھر سے کی جانے والی نوکریاں۔").waitFor();
    // In the letters of its own language, as on a kiosk.
    const letters = () => preview.locator("h1").evaluate((heading) => getComputedStyle(heading).fontFamily);
    await expect.poll(letters, PATIENCE).toContain("Nastaliq");
    await page.getByRole("button", { name: "Publish changes" }).click();
    await page.getByText("As the screens show it").waitFor();
    await expectAccessible(page);

    const kiosk = await websitesOn({ width: 1080, height: 1920 });
    const site = kiosk.locator(".site").filter({ hasText: "Work from home" });
    const picture = site.getByRole("img", { name: "A desk by a window" });
    await picture.waitFor();
    // It lay on its side in the camera: 450 wide and 600 high.
    const size = () =>
      picture.evaluate((shown: HTMLImageElement) => [shown.naturalWidth, shown.naturalHeight]);
    await expect.poll(size, PATIENCE).toEqual([600, 450]);
    await choose(kiosk, "touch", kiosk.locator(".bar .pic-languages").locator(".."));
    await choose(kiosk, "touch", kiosk.locator('dialog [lang="ur"]').first());
    await site.getByText("گھر سے کی جانے والی نوکریاں۔").waitFor();

    await description("English").fill("Jobs that you can do at home, and how to spot a trick.");
    await page.getByRole("button", { name: "Publish changes" }).click();
    await page.getByText("older than the original").first().waitFor();
    await page.goto("/console/websites");
    await page
      .getByRole("row", { name: /Work from home/ })
      .getByText("older than the original")
      .waitFor();
    for (const viewport of [DESK, HAND]) {
      await page.setViewportSize(viewport);
      await expectAccessible(page);
    }
    await page.setViewportSize(DESK);
  }, 120_000);
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
  await suggested.getByRole("button", { name: /^Take/ }).click();
  await page.getByText("Working Families is on its way to the kiosks.").waitFor();
  await suggested.waitFor({ state: "detached" });
  const policy = async () =>
    (await hub.done("browserPolicy", { centre: "larkhill", printer: false })).URLAllowlist as string[];
  expect(await policy()).toContain("https://workingfamilies.org.uk");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(policy).not.toContain("https://workingfamilies.org.uk");
  // Every council has its own: there the form waits for its address.
  await page.getByRole("link", { name: /^Fill in/ }).click();
  await expect
    .poll(() => page.getByLabel("Name").inputValue(), PATIENCE)
    .toMatch(/family information service/);
});

test("the console says which kiosk is guarded, what was refused, and hands out the policy as a file", async () => {
  await pairScreen(hub, "larkhill", "kiosk", "Play room");
  const { cookie } = await pairScreen(hub, "larkhill", "kiosk", "Hall");
  const title = textIn("en", "Long unseen");
  await hub.done("saveItem", website("unseen", "https://unseen.example/", ["larkhill"], { title, reviewBy: "2026-01-31" })); // prettier-ignore
  await hub.done("publishItem", { id: "unseen", over: 1 });
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
    .getByRole("row", { name: /Long unseen/ })
    .getByText(/^Look at it again, since/)
    .waitFor();
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
    .getByRole("link", { name: /^Approve/ })
    .click();
  const begun = page.getByLabel("Address", { exact: true });
  await expect.poll(() => begun.inputValue(), PATIENCE).toBe("https://wanted.example/");
});
