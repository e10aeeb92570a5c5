/** Twenty vacancies decided by keys alone, with 2,000 in the inbox: how long each key waits until its frame is drawn. */
import type { Page } from "playwright";
import { consoleFor } from "../support/console.ts";
import { launch } from "../support/chromium.ts";
import { benchmark } from "../support/bench/benchmark.ts";
import { startHub } from "../support/bench/hub.ts";
import { median, percentile, round } from "../support/bench/numbers.ts";
import { plantInbox } from "../support/bench/vacancies.ts";
import type { RunningHub } from "../support/hub.ts";

const WAITING = 2_000;
const DECIDED = 20;
const MOST_MS = 50;
const CENTRE = "larkhill";
/** As an adviser goes: looks at the next, back, and decides. */
const KEYS = ["ArrowDown", "ArrowUp", "b", "ArrowDown", "s", "n", "ArrowDown", "n"] as const;
const DECIDING: readonly string[] = ["b", "s", "n"];

await benchmark("triage", async (keep) => {
  const hub = keep(await startHub({ plant: (database) => plantInbox(database, CENTRE, WAITING) }));
  const browser = await launch();
  keep({ stop: () => browser.close() });
  const door = { url: hub.url, done: hub.order } as unknown as RunningHub;
  const { page } = await consoleFor(browser, door, {
    email: "ada@example.org",
    role: "adviser",
    centres: [CENTRE],
  });
  await page.goto("/console/vacancies");
  await page.locator(".job.selected").waitFor();
  const began = await waiting(page);
  const keys = await press(page, () => page.locator(".job.selected").waitFor());
  await page.waitForFunction(
    (left) => Number(document.querySelector(".chip-count")?.textContent) <= left,
    500,
  );
  const bare = await browser.newPage();
  await bare.setContent(`<ul>${"<li>A job that waits</li>".repeat(WAITING)}</ul>`);
  await bare.evaluate(bareList);
  const plain = await press(bare, () => Promise.resolve());
  const figures = {
    waiting: WAITING,
    rowsDrawn: began,
    decided: DECIDED,
    keys: keys.length,
    medianMs: round(median(keys), 1),
    p95Ms: round(percentile(keys, 95), 1),
    longestMs: round(Math.max(...keys), 1),
  };
  const yardstick = { medianMs: round(median(plain), 1), p95Ms: round(percentile(plain, 95), 1) };
  return {
    figures,
    yardstick,
    ratio: { p95Ms: round(figures.p95Ms / yardstick.p95Ms, 2) },
    target: { p95Ms: MOST_MS },
    pass: figures.p95Ms <= MOST_MS,
    runs: keys.length,
  };
});

function waiting(page: Page): Promise<number> {
  return page.locator(".jobs > .job").count();
}

/** Presses keys until twenty are decided, one after the other as soon as the last has been drawn. */
async function press(page: Page, settled: () => Promise<unknown>): Promise<readonly number[]> {
  await page.evaluate(measureKeys);
  let decided = 0;
  for (let at = 0; decided < DECIDED; at += 1) {
    const key = KEYS[at % KEYS.length]!;
    await page.keyboard.press(key);
    if (DECIDING.includes(key)) decided += 1;
    await settled();
  }
  return page.evaluate(() => (globalThis as unknown as { waits: number[] }).waits);
}

/** On the page: from the key's own time stamp until the frame after it has been handed over. */
function measureKeys(): void {
  const waits: number[] = [];
  Object.assign(globalThis, { waits });
  addEventListener(
    "keydown",
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", () => waits.push(performance.now() - timeStamp), { once: true });
        port1.start();
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

/** The least that a list can do: a key takes the first one away. */
function bareList(): void {
  addEventListener("keydown", ({ key }) => {
    if (!key.startsWith("Arrow")) document.querySelector("li")?.remove();
  });
}
