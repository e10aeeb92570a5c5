/**
 * From a touch on an approved website to its first paint: on a kiosk under the hub's whole guard (policy, extension,
 * bar), and in the same Chromium with nothing of ours, one after the other in the same run. Both begin alike: in a new
 * tab, on the same light page of the hub.
 */
import { randomUUID } from "node:crypto";
import type { HubOptions, RunningHub } from "../support/hub.ts";
import { startProcess } from "../support/process.ts";
import { guardedKiosk } from "../support/guard/guarded.ts";
import { drive, type Session } from "../support/guard/devtools.ts";
import { findChromium } from "../../tasks/setup/chromium.mjs";
import { temporaryFolder } from "../support/folder.ts";
import { benchmark } from "../support/bench/benchmark.ts";
import { median, percentile, round } from "../support/bench/numbers.ts";

const VISITS = 25;
const WARM_UP = 3;
const MOST_MORE_MS = 100;

await benchmark("guard", async (keep) => {
  const kiosk = await guardedKiosk({ startHub: builtHub });
  keep({ stop: () => kiosk.close() });
  const folder = await temporaryFolder("bench-guard");
  keep({ stop: folder.remove });
  const bare = await drive({
    executablePath: findChromium(process.env) ?? "chromium",
    profile: folder.path,
    args: ["--headless", "--window-size=1080,1920", ...kiosk.flags, "about:blank"],
  });
  keep({ stop: () => bare.kill() });
  const site = kiosk.at("jobs");
  /** As the guard goes home: in a new tab, and the others are closed. */
  const freshTab = async (): Promise<Session> => {
    const former = await bare.pages();
    const tab = await bare.newTab();
    for (const { targetId } of former) await bare.send("Target.closeTarget", { targetId });
    return tab;
  };

  const times: { guarded: number[]; alone: number[] } = { guarded: [], alone: [] };
  for (let visit = 0; visit < WARM_UP + VISITS; visit += 1) {
    const guarded = await firstPaint(await kiosk.page(), kiosk.hub.url, site, async () => kiosk.page());
    await kiosk.touchHome();
    await kiosk.begin();
    const tab = await freshTab();
    const alone = await firstPaint(tab, kiosk.hub.url, site, async () => tab);
    if (visit < WARM_UP) continue;
    times.guarded.push(guarded);
    times.alone.push(alone);
  }
  const summary = (all: readonly number[]) => ({
    medianMs: round(median(all)),
    p95Ms: round(percentile(all, 95)),
  });
  const [figures, yardstick] = [summary(times.guarded), summary(times.alone)];
  const moreMs = round(median(times.guarded.map((time, at) => time - times.alone[at]!)));
  return {
    figures: { ...figures, moreMs },
    yardstick,
    ratio: { medianMs: round(figures.medianMs / yardstick.medianMs, 2) },
    target: { moreMs: MOST_MORE_MS },
    pass: moreMs <= MOST_MORE_MS,
    runs: VISITS,
  };
});

/** As it was built, in a process of its own. */
async function builtHub({ data = "", databaseUrl, env = {} }: HubOptions): Promise<RunningHub> {
  const hub = await startProcess(data, databaseUrl, env);
  const done: RunningHub["done"] = async (name, input) => {
    const result = await hub.order(name, input, randomUUID());
    if (!result.ok) throw new Error(`${name}: ${result.refusal.code}`);
    return result.value;
  };
  return { url: hub.url, done, stop: async () => void (await hub.stop()) } as RunningHub;
}

/** From the hub's page: what is touched leads to the site, and the site says when it was first painted, by one clock. */
async function firstPaint(
  page: Session,
  hub: string,
  site: string,
  after: () => Promise<Session>,
): Promise<number> {
  await page.send("Page.navigate", { url: `${hub}/accessibility` });
  await until(page, "document.readyState === 'complete' && location.pathname === '/accessibility'");
  const touched = await page.ask<number>(
    `(() => { const at = Date.now(); setTimeout(() => (location.href = ${JSON.stringify(site)})); return at; })()`,
  );
  const there = `location.href === ${JSON.stringify(site)} && performance.getEntriesByType('paint').length > 0`;
  const arrived = await until(await after(), there, after);
  const painted = await arrived.ask<number>(
    "performance.timeOrigin + performance.getEntriesByType('paint')[0].startTime",
  );
  return painted - touched;
}

/** Asks the page itself; what goes in between is asked anew. */
async function until(page: Session, holds: string, again = async () => page): Promise<Session> {
  for (let asked = page; ; asked = await again().catch(() => asked)) {
    if (await asked.ask<boolean>(holds).catch(() => false)) return asked;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
