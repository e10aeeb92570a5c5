/** From a publish command to the hub's receipt of a real board's word that it has drawn it. */
import type { Browser } from "playwright";
import type { Changes } from "#shared/programme.ts";
import { launch } from "../support/chromium.ts";
import { noticeDraft } from "../support/drafts.ts";
import { connectScreen } from "../support/screens.ts";
import { benchmark } from "../support/bench/benchmark.ts";
import { monotonic } from "../support/bench/channel.mjs";
import { plantFullCentre } from "../support/bench/district.ts";
import { type HubProcess, startHub } from "../support/bench/hub.ts";
import { median, percentile, round } from "../support/bench/numbers.ts";
import type { Painted } from "../support/bench/probe.mjs";
import { type Bare, startBare } from "../support/bench/yardstick.ts";

const PUBLISHES = 100;
const WARM_UP = 5;
const LONGEST_MS = 150;
const CENTRE = "larkhill";

await benchmark("painted", async (keep) => {
  const size = { vacancies: 20, leaflets: 6, events: 8 };
  const hub = keep(await startHub({ plant: (database) => plantFullCentre(database, CENTRE, size) }));
  const bare = keep(await startBare("bare.mjs"));
  const browser = await launch();
  keep({ stop: () => browser.close() });
  const sample = await oneChange(hub);
  await showBoard(browser, hub);
  await showPage(browser, bare);
  const [boards, pages]: [number[], number[]] = [[], []];
  for (let run = 1; run <= WARM_UP + PUBLISHES; run += 1) {
    const board = await publish(hub, run);
    const page = await broadcast(bare, { ...sample, version: run });
    if (run <= WARM_UP) continue;
    boards.push(board);
    pages.push(page);
  }
  const [figures, yardstick] = [summary(boards), summary(pages)];
  return {
    figures,
    yardstick,
    ratio: {
      medianMs: round(figures.medianMs / yardstick.medianMs, 2),
      p95Ms: round(figures.p95Ms / yardstick.p95Ms, 2),
    },
    target: { p95Ms: LONGEST_MS },
    pass: figures.p95Ms <= LONGEST_MS,
    runs: PUBLISHES,
  };
});

function draft(run: number) {
  return noticeDraft(`notice-${run}`, `The crèche is full this morning (${run}).`, [CENTRE]);
}

/** A change as the hub sends it to a board. */
async function oneChange(hub: HubProcess): Promise<Changes> {
  const screen = await connectScreen(hub.url);
  await screen.hello({ centre: CENTRE });
  await hub.order("saveItem", draft(0));
  await hub.order("publishItem", { id: "notice-0", over: null });
  const changes = await screen.nextChanges();
  screen.close();
  return changes;
}

async function showBoard(browser: Browser, hub: HubProcess): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(`${hub.url}/board?centre=${CENTRE}`);
  await page.locator(".board").waitFor();
}

async function showPage(browser: Browser, bare: Bare): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(bare.url);
  await page.waitForFunction(() => document.title === "ready");
}

async function version(hub: HubProcess): Promise<number> {
  const response = await fetch(`${hub.url}/api/v1/centres/${CENTRE}/programme`);
  return ((await response.json()) as Changes).version;
}

/** Milliseconds; then takes the notice away again, so that the board stays as it was. */
async function publish(hub: HubProcess, run: number): Promise<number> {
  const { id } = (await hub.order("saveItem", draft(run))) as { id: string };
  const next = (await version(hub)) + 1;
  const painted = hub.ask<Painted>("paintedVersion", next);
  const sent = monotonic();
  await hub.order("publishItem", { id, over: null });
  const { at } = await painted;
  await hub.order("withdrawItem", { id, over: null });
  await hub.ask<Painted>("paintedVersion", next + 1);
  return at - sent;
}

async function broadcast(bare: Bare, changes: Changes): Promise<number> {
  const painted = bare.ask<Painted>("paintedVersion", changes.version);
  const sent = monotonic();
  await bare.broadcast(changes);
  return (await painted).at - sent;
}

function summary(all: readonly number[]) {
  return {
    medianMs: round(median(all), 1),
    p95Ms: round(percentile(all, 95), 1),
    slowestMs: round(Math.max(...all), 1),
  };
}
