import { type Browser, type BrowserContext, chromium, type LaunchOptions, type Page } from "playwright";
import { expect } from "vitest";
import { findChromium } from "../../tasks/setup/chromium.mjs";

/** Nothing but the page: no sandbox (a container has none), no talk with its makers. */
export const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function options({ args = [], ...more }: LaunchOptions): LaunchOptions {
  const executablePath = findChromium(process.env);
  if (!executablePath) throw new Error("There is no Chromium here: run `npm test`, or name one in CHROMIUM.");
  return { executablePath, args: [...flags, ...args], ...more };
}

/** A real Chromium without a memory; close it when done. */
export function launch(more: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch(options(more));
}

/** A real Chromium that keeps what a device keeps (service worker, storage, cookies) in a folder, also for the next launch. */
export function launchDevice(folder: string, more: LaunchOptions = {}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, options(more));
}

/**
 * Notes every error on a page from now on: exceptions, what it writes to the console as an error, a refusal by the
 * Content-Security-Policy included.
 * @param expected what a journey brings about itself, such as the failing requests of an unplugged network
 */
export function watchErrors(page: Page, expected: readonly RegExp[] = []): readonly string[] {
  const errors: string[] = [];
  const note = (text: string): void => {
    if (!expected.some((pattern) => pattern.test(text))) errors.push(text);
  };
  page.on("pageerror", (error) => note(error.stack ?? error.message));
  page.on("console", (message) => {
    if (message.type() === "error") note(`${message.text()} (${message.location().url})`);
  });
  return errors;
}

/** Fails, naming them, if there was any. */
export function expectNoErrors(errors: readonly string[]): void {
  expect(errors, "errors on the page").toEqual([]);
}
