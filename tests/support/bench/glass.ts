/** A kiosk in a real browser that is slowed down, as the cheap machine behind a glass is. */
import type { Browser, CDPSession, Page } from "playwright";

export const SLOWED = 6;

export interface Glass {
  readonly page: Page;
  slow(rate: number): Promise<void>;
}

export async function openGlass(browser: Browser, url: string, centre: string): Promise<Glass> {
  const context = await browser.newContext({
    viewport: { width: 1080, height: 1920 },
    hasTouch: true,
    serviceWorkers: "block",
  });
  await context.addInitScript(hearSearches);
  const page = await context.newPage();
  const session: CDPSession = await context.newCDPSession(page);
  await page.goto(`${url}/kiosk?centre=${centre}`);
  await page.locator(".attract").waitFor({ timeout: 120_000 });
  return {
    page,
    async slow(rate) {
      await session.send("Emulation.setCPUThrottlingRate", { rate });
    },
  };
}

/** Runs in the page before its own code: tells when the search has answered, and how long its index took. */
function hearSearches(): void {
  const Own = globalThis.Worker;
  globalThis.Worker = class extends Own {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener("message", ({ data }: MessageEvent<{ took?: number; indexed?: number }>) => {
        document.documentElement.dataset["indexed"] = String(data.indexed);
        dispatchEvent(new CustomEvent("answered", { detail: data.took }));
      });
    }
  };
}

/** Runs in the page: does something, and resolves once what the search answered has been drawn, though it be as before. */
export function untilAnswered(act: () => void): Promise<{ readonly drawn: number; readonly search: number }> {
  return new Promise((resolve) => {
    const began = performance.now();
    const heard = (event: globalThis.Event) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        const search = (event as CustomEvent<number>).detail;
        port1.onmessage = () => resolve({ drawn: performance.now() - began, search });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin to be named
        port2.postMessage(null);
      });
    addEventListener("answered", heard, { once: true });
    act();
  });
}

/**
 * Runs in the page: does something, and resolves with the milliseconds until what came of it has been drawn.
 * `changed`: where the change is to be seen.
 */
export function untilDrawn(act: () => void, changed: string): Promise<number> {
  return new Promise((resolve) => {
    const began = performance.now();
    const watched = document.querySelector(changed) ?? document.body;
    const watcher = new MutationObserver(() => {
      watcher.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - began);
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin to be named
        port2.postMessage(null);
      });
    });
    watcher.observe(watched, { childList: true, subtree: true, characterData: true, attributes: true });
    act();
  });
}
