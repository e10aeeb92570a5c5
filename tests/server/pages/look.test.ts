import { gzipSync } from "node:zlib";
import type { Browser, BrowserContextOptions, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaintsOn } from "../../support/axe.ts";
import { launch, watchErrors } from "../../support/chromium.ts";
import { servePages, type ServedPages } from "../../support/pages-fixture.ts";

let pages: ServedPages;
let browser: Browser;

beforeAll(async () => {
  pages = await servePages();
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await pages.stop();
});

async function visit<T>(
  path: string,
  how: BrowserContextOptions,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(how);
  const page = await context.newPage();
  try {
    await page.goto(pages.url + path);
    return await look(page);
  } finally {
    await context.close();
  }
}

async function read(path: string): Promise<string> {
  return (await fetch(pages.url + path)).text();
}

const PHONE = { viewport: { width: 390, height: 844 } };
const SMALL_PHONE = { viewport: { width: 320, height: 568 }, javaScriptEnabled: true };

const READABLE = [
  "/?lang=en", "/c/larkhill?lang=en", "/c/larkhill?lang=ur", "/c/aberhelyg?lang=cy", "/j/midwife?centre=larkhill&lang=en",
  "/j/ta?centre=aberhelyg&lang=ar", "/e/play?centre=larkhill&lang=pl", "/l/childcare?centre=larkhill&lang=bn",
]; // prettier-ignore
const ABSENT = ["/j/sold?lang=en", "/c/none?lang=pa"];

describe("for everyone, by WCAG 2.2 AA", () => {
  test.each([...READABLE, ...ABSENT])("axe finds nothing to complain of: %s", async (path) => {
    const violations = await visit(path, PHONE, async (page) => {
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      return (await complaintsOn(page, { tags })).map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
      );
    });
    expect(violations).toEqual([]);
  });
});

test.each([...READABLE, ...ABSENT])(
  "a phone of 320 pixels shows it without scrolling sideways: %s",
  async (path) => {
    const [wide, shown] = await visit(path, SMALL_PHONE, (page) =>
      page.evaluate(
        () => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const,
      ),
    );
    expect(wide).toBe(shown);
  },
);

test.each(READABLE)(
  "nothing is fetched from elsewhere, and the page's own policy refuses nothing: %s",
  async (path) => {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    const errors = watchErrors(page);
    const hosts = new Set<string>();
    page.on("request", (request) => hosts.add(new URL(request.url()).origin));
    await page.goto(pages.url + path);
    await page.evaluate(async () => void (await document.fonts.ready));
    const atkinson = await page.evaluate(() => document.fonts.check('1rem "Atkinson"'));
    await context.close();
    expect(errors).toEqual([]);
    expect([...hosts]).toEqual([pages.url]);
    expect(atkinson).toBe(true);
  },
);

test("without script a parent reads every word", async () => {
  const heading = await visit("/c/larkhill?lang=en", { ...PHONE, javaScriptEnabled: false }, (page) =>
    page.locator("#jobs h2").innerText(),
  );
  expect(heading.trim()).toBe("Jobs near here");
});

test("on paper a page is dated, says where it came from, and leaves the buttons out", async () => {
  const paper = await visit(
    "/j/ta?centre=larkhill&lang=en",
    { viewport: { width: 559, height: 794 } },
    async (page) => {
      await page.emulateMedia({ media: "print" });
      return {
        words: await page.locator("body").innerText(),
        languages: await page.locator(".languages").isVisible(),
      };
    },
  );
  expect(paper.words).toContain("This page was right on 23 November 2026.");
  expect(paper.words).toContain("https://signpost.example/j/ta");
  expect(paper.languages).toBe(false);
});

/** The page and its stylesheets, as they come over the line. */
async function packed(path: string): Promise<number> {
  const html = await read(path);
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href ?? "");
  expect(sheets.length).toBeGreaterThan(0);
  const texts = [html, ...(await Promise.all(sheets.map(read)))];
  return texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
}

test("a whole centre weighs at most 14 kB packed, fonts aside", async () => {
  expect(await packed("/c/aberhelyg?lang=en")).toBeLessThanOrEqual(14_000);
});

test.each(["/j/ta?centre=aberhelyg&lang=ar", "/e/play?centre=larkhill&lang=pl", "/l/childcare?centre=larkhill&lang=bn", "/j/sold?centre=larkhill"])(
  "what is read on a phone weighs at most 10 kB packed, fonts aside: %s",
  async (path) => expect(await packed(path)).toBeLessThanOrEqual(10_000),
); // prettier-ignore

test("stylesheet and fonts are kept for ever, under a name that changes with them", async () => {
  const html = await (await fetch(`${pages.url}/`)).text();
  const look = /href="(\/pages\/look-[\w-]{10}\.css)"/.exec(html)?.[1] ?? "";
  const css = await fetch(pages.url + look);
  expect(css.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  const fonts = [...(await css.text()).matchAll(/url\(([^)]+)\)/g)].map(([, address]) => address ?? "");
  expect(fonts.length).toBe(12);
  const answers = await Promise.all(fonts.map((address) => fetch(pages.url + address, { method: "HEAD" })));
  expect(answers.map(({ status }) => status)).toEqual(fonts.map(() => 200));
  expect(answers.map(({ headers }) => headers.get("content-type"))).toEqual(fonts.map(() => "font/woff2"));
});
