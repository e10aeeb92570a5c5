import type { Browser, BrowserContext, Page } from "playwright";
import { expect } from "vitest";
import { complaintsOn } from "./axe.ts";
import type { RunningHub } from "./hub.ts";
import { type Newcomer, signedIn } from "./people.ts";

/** As on an adviser's desk, and in her hand. */
export const DESK = { width: 1600, height: 1000 };
export const HAND = { width: 390, height: 844 };

/** A browser in which this person is signed in to the console. */
export async function consoleFor(
  browser: Browser,
  running: RunningHub,
  who: Newcomer,
  viewport = DESK,
): Promise<{ context: BrowserContext; page: Page; person: string }> {
  const { browser: cookies, person } = await signedIn(running, who);
  const context = await browser.newContext({ viewport, baseURL: running.url });
  await context.addCookies(
    cookies.cookie.split("; ").map((pair) => {
      const at = pair.indexOf("=");
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: running.url };
    }),
  );
  return { context, page: await context.newPage(), person };
}

/** Fails, naming what axe complains of; what is in the live board is the board's own tests' business. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  const violations = await complaintsOn(page, { exclude: "iframe" });
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(told, `axe on ${page.url()}`).toEqual([]);
}
