/** A touch until the glass has reacted to it, on every page, on a machine slowed six times; beside it a bare page. */
import { launch } from "../support/chromium.ts";
import { benchmark } from "../support/bench/benchmark.ts";
import { openGlass, SLOWED, untilDrawn } from "../support/bench/glass.ts";
import { startHub } from "../support/bench/hub.ts";
import { median, percentile, round } from "../support/bench/numbers.ts";

const CENTRE = "larkhill";
const LONGEST_MS = 100;
const ROUNDS = 4;

/** Each begins at the start and ends there. */
const WAYS: readonly (readonly string[])[] = [
  [".door-jobs", ".chips .chip", ".rows .row", ".keep", ".action.sun", ".bar button"],
  [".door-leaflets", ".chips .chip:nth-child(2)", ".rows .row", ".bar button"],
  [".door-on", ".rows .row", ".action.sun", ".square", ".bar button"],
  [".door-adviser", ".rows .row", ".bar button"],
  [".bar button:nth-child(2)", "dialog .close"],
  [".bar button:nth-child(3)", "dialog .size-1", "dialog .close"],
];

await benchmark("touch", async (keep) => {
  const hub = keep(await startHub({ demo: true }));
  const browser = await launch();
  keep({ stop: () => browser.close() });
  const { page, slow } = await openGlass(browser, hub.url, CENTRE);
  await page.locator(".attract").tap();
  await page.locator(".doors").waitFor();
  await page.evaluate(`globalThis.untilDrawn = ${untilDrawn.toString()}`);
  await slow(SLOWED);
  const touches: number[] = [];
  for (let turn = 0; turn <= ROUNDS; turn += 1) {
    for (const way of WAYS) {
      for (const step of way) {
        await page.locator(step).first().waitFor();
        const took = await page.evaluate(touchAndWait, step);
        // The first round loads what is loaded once.
        if (turn > 0) touches.push(took);
      }
    }
  }
  const bare = await bareTouches(page);
  const figures = {
    medianMs: round(median(touches), 1),
    p95Ms: round(percentile(touches, 95), 1),
    slowed: SLOWED,
  };
  const yardstick = { medianMs: round(median(bare), 1), p95Ms: round(percentile(bare, 95), 1) };
  return {
    figures,
    yardstick,
    ratio: { p95Ms: round(figures.p95Ms / yardstick.p95Ms, 2) },
    target: { p95Ms: LONGEST_MS },
    pass: figures.p95Ms <= LONGEST_MS,
    runs: touches.length,
  };
});

/** Runs in the page. */
function touchAndWait(what: string): Promise<number> {
  const { untilDrawn: wait } = globalThis as unknown as { untilDrawn(act: () => void, changed: string): Promise<number> }; // prettier-ignore
  return wait(() => document.querySelector<HTMLElement>(what)!.click(), "#touch");
}

/** The same browser, as slow, on a page of one button that changes one word. */
async function bareTouches(page: import("playwright").Page): Promise<readonly number[]> {
  await page.evaluate(() => {
    document.body.innerHTML = "<div id=touch><button id=bare>0</button></div>";
    const button = document.getElementById("bare")!;
    button.onclick = () => (button.textContent = String(Number(button.textContent) + 1));
  });
  const touches: number[] = [];
  for (let run = 0; run < 40; run += 1) touches.push(await page.evaluate(touchAndWait, "#bare"));
  return touches;
}
