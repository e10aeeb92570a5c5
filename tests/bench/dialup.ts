/** A board over an old modem's line: how long until there is something to read, cold and from the device's copy. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, Page } from "playwright";
import { launchDevice } from "../support/chromium.ts";
import { temporaryFolder } from "../support/folder.ts";
import { benchmark, type Keep } from "../support/bench/benchmark.ts";
import { plantFullCentre } from "../support/bench/district.ts";
import { startHub } from "../support/bench/hub.ts";
import { type Line, openLine, type Speed } from "../support/bench/line.ts";
import { median, round } from "../support/bench/numbers.ts";

/** Of each way: 300 ms there and back. */
const MODEM: Speed = { bitsPerSecond: 56_000, delay: 150 };
const RUNS = 2;
const LONGEST_COLD_MS = 12_000;
const LONGEST_KEPT_MS = 1_000;
const CENTRE = "larkhill";
const SIZE = { vacancies: 64, leaflets: 18, events: 15 };

interface Visit {
  readonly ms: number;
  readonly downBytes: number;
}

await benchmark("dialup", async (keep) => {
  const hub = keep(await startHub({ plant: (database) => plantFullCentre(database, CENTRE, SIZE) }));
  const cold: Visit[] = [];
  const kept: Visit[] = [];
  const bare: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const line = keep(await openLine(hub.url));
    const folder = keep(await deviceFolder());
    cold.push(await firstVisit(keep, folder.path, line));
    kept.push(await laterVisit(keep, folder.path, line));
    bare.push(await plainPage(keep, cold[0]!.downBytes));
  }
  const figures = {
    coldMs: round(median(cold.map(({ ms }) => ms))),
    coldDownBytes: median(cold.map(({ downBytes }) => downBytes)),
    keptMs: round(median(kept.map(({ ms }) => ms))),
  };
  const yardstick = { coldMs: round(median(bare)) };
  return {
    figures,
    yardstick,
    ratio: { coldMs: round(figures.coldMs / yardstick.coldMs, 2) },
    target: { coldMs: LONGEST_COLD_MS, keptMs: LONGEST_KEPT_MS },
    pass: figures.coldMs <= LONGEST_COLD_MS && figures.keptMs <= LONGEST_KEPT_MS,
    runs: RUNS,
  };
});

async function deviceFolder() {
  const { path, remove } = await temporaryFolder("bench-device");
  return { path, stop: remove };
}

/** A device that has never been there. Stays until it keeps a copy of its own, on a fast line once it shows something. */
async function firstVisit(keep: Keep, folder: string, line: Line): Promise<Visit> {
  line.set(MODEM);
  line.reset();
  const { context, page } = await device(keep, folder);
  await page.goto(address(line), { waitUntil: "commit" });
  const ms = await firstUseful(page);
  const visit = { ms, downBytes: line.down() };
  line.set(null);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 60_000 });
  await page.waitForFunction(keepsCopy, null, { timeout: 60_000 });
  await context.close();
  return visit;
}

async function laterVisit(keep: Keep, folder: string, line: Line): Promise<Visit> {
  line.set(MODEM);
  line.reset();
  const { context, page } = await device(keep, folder);
  await page.goto(address(line), { waitUntil: "commit" });
  const ms = await firstUseful(page);
  await context.close();
  return { ms, downBytes: line.down() };
}

function address(line: Line): string {
  return `${line.url}/board?centre=${CENTRE}`;
}

async function device(keep: Keep, folder: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await launchDevice(folder);
  keep({ stop: () => context.close() });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.addInitScript(noteFirstUseful);
  return { context, page };
}

/** On the page: since the navigation began, until the frame in which the board has words of its centre. */
function noteFirstUseful(): void {
  const look = () => {
    const board = document.querySelector<HTMLElement>(".board .stage");
    if (!board?.innerText.trim()) return;
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { useful: performance.now() })));
  };
  const watcher = new MutationObserver(look);
  watcher.observe(document, { childList: true, subtree: true, characterData: true });
}

async function firstUseful(page: Page): Promise<number> {
  const useful = await page.waitForFunction(() => (globalThis as { useful?: number }).useful, null, {
    timeout: 90_000,
  });
  return (await useful.jsonValue()) ?? Infinity;
}

/** On the page: whether the programme is on the device. */
async function keepsCopy(): Promise<boolean> {
  const databases = await indexedDB.databases();
  return databases.some(({ name }) => name?.startsWith("signpost/"));
}

/** What the line itself needs: one page of as many bytes that cannot be compressed, and nothing else. */
async function plainPage(keep: Keep, bytes: number): Promise<number> {
  const words = Array.from({ length: bytes }, () =>
    String.fromCharCode(97 + Math.floor(Math.random() * 26)),
  ).join("");
  const server = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<!doctype html><title>plain</title><!--${words}--><p id="end">here</p>`);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  keep({ stop: () => void server.close() });
  const line = keep(await openLine(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  line.set(MODEM);
  const folder = keep(await deviceFolder());
  const { context, page } = await device(keep, folder.path);
  await page.goto(line.url, { timeout: 90_000 });
  const ms = await page.evaluate(() => performance.getEntriesByType("navigation")[0]!.duration);
  await context.close();
  return ms;
}
