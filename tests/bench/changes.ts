/** Ten thousand changes against one board: whether its memory grows, and whether its rotation goes on as if nothing were. */
import path from "node:path";
import type { Page } from "playwright";
import type { Input } from "#shared/contract.ts";
import type { Item } from "#shared/item.ts";
import type { Text } from "#shared/languages.ts";
import type { Changes } from "#shared/programme.ts";
import { type DemoItem, readDemo } from "#server/seed/demo.ts";
import { launch } from "../support/chromium.ts";
import { benchmark, type Keep } from "../support/bench/benchmark.ts";
import { plantFullCentre } from "../support/bench/district.ts";
import { type HubProcess, repository, startHub } from "../support/bench/hub.ts";
import { round } from "../support/bench/numbers.ts";
import type { Painted } from "../support/bench/probe.mjs";
import { type Bare, startBare } from "../support/bench/yardstick.ts";

const CHANGES = 10_000;
/** Both sides take turns in portions. */
const PORTION = 500;
/** What each round changes: an import all of the vacancies, an adviser some slides. */
const VACANCIES = 20;
const SLIDES = 5;
/** From then on memory must not grow. */
const SETTLED = 1_000;
const MOST_MB = 5;
const SECONDS_PER_SLIDE = 4;
const CENTRE = "larkhill";
const SIZE = { vacancies: 0, leaflets: 6, events: 8 };

/** A page, and what sends it so many changes and waits until it has shown them. */
interface Side {
  readonly page: Page;
  readonly change: (count: number) => Promise<void>;
}

await benchmark("changes", async (keep) => {
  const browser = await launch();
  keep({ stop: () => browser.close() });
  const board = await startBoard(keep, await browser.newPage());
  const bare = await startPage(keep, await browser.newPage());
  const settled = { board: 0, bare: 0 };
  for (let done = PORTION; done <= CHANGES; done += PORTION) {
    await board.change(PORTION);
    await bare.change(PORTION);
    if (done === SETTLED)
      Object.assign(settled, { board: await heapMb(board.page), bare: await heapMb(bare.page) });
  }
  const turns = lasted(await board.page.evaluate(() => (globalThis as unknown as Turns).turns));
  const irregular = turns.filter(isIrregular);
  const figures = {
    heapMb: round(await heapMb(board.page), 2),
    grownMb: round((await heapMb(board.page)) - settled.board, 2),
    turnsOfSlides: turns.length,
    shortestTurnMs: round(Math.min(...turns)),
    longestTurnMs: round(Math.max(...turns)),
    irregularTurns: irregular.length,
  };
  const yardstick = {
    heapMb: round(await heapMb(bare.page), 2),
    grownMb: round((await heapMb(bare.page)) - settled.bare, 2),
  };
  return {
    figures,
    yardstick,
    ratio: { heapMb: round(figures.heapMb / yardstick.heapMb, 2) },
    target: { grownMb: MOST_MB, irregularTurns: 0 },
    pass: figures.grownMb <= MOST_MB && irregular.length === 0 && turns.length > 1,
    runs: CHANGES,
  };
});

/** A board whose ten come from an import and whose slides an adviser writes: both go on changing. */
async function startBoard(keep: Keep, page: Page): Promise<Side> {
  const hub = keep(await startHub({ plant: (database) => plantFullCentre(database, CENTRE, SIZE) }));
  await quicken(hub);
  const vacancies = await offered();
  const offer = (number: number) =>
    hub.order("importVacancies", {
      vacancies: vacancies.map((vacancy) => ({ ...vacancy, body: retitled(vacancy.body, number) })),
      decide: "board",
      centres: [CENTRE],
    });
  await offer(0);
  const slides = (await hub.order("listItems", { kind: "event", limit: 1000 })) as Item<"event">[];
  await page.addInitScript(noteTurns);
  await page.goto(`${hub.url}/board?centre=${CENTRE}`);
  await page.locator(".board").waitFor();
  let { version } = await programme(hub);

  async function rewriteSlide(number: number): Promise<void> {
    const at = number % slides.length;
    const { revision, ...slide } = slides[at]!;
    const body = retitled(slide.body, number);
    slides[at] = (await hub.order("saveItem", {
      ...slide,
      body,
      over: revision,
    } as Input<"saveItem">)) as Item<"event">;
  }
  return {
    page,
    async change(count) {
      const until = version + count;
      while (version < until) {
        await offer(version);
        for (let slide = 0; slide < SLIDES; slide += 1) await rewriteSlide(version + slide);
        version += VACANCIES + SLIDES;
      }
      if ((await programme(hub)).version !== version) throw new Error("A change was more or less than one.");
      await hub.ask<Painted>("paintedVersion", version);
    },
  };
}

/** Vacancies of the demo district, as a source offers them. */
async function offered() {
  const { items } = await readDemo(path.join(repository, "content"), Date.now());
  const vacancies = items.filter((item): item is DemoItem<"vacancy"> => item.kind === "vacancy");
  return vacancies.slice(0, VACANCIES).map(({ id, until, body }) => ({ id, until, body }));
}

function retitled<Body extends { readonly title: Text }>(body: Body, number: number): Body {
  const { title } = body;
  const words = title.words[title.original]?.replace(/ \(\d+\)$/, "");
  return {
    ...body,
    title: { ...title, words: { ...title.words, [title.original]: `${words} (${number})` } },
  };
}

/** Slides change as fast as an adviser may set them to. */
async function quicken(hub: HubProcess): Promise<void> {
  const [kept] = (await hub.order("listCentres", {})) as {
    revision: number;
    centre: Input<"saveCentre">["centre"];
  }[];
  const board = { ...kept!.centre.board, secondsPerSlide: SECONDS_PER_SLIDE };
  await hub.order("saveCentre", { centre: { ...kept!.centre, board }, over: kept!.revision });
}

async function programme(hub: HubProcess): Promise<Changes> {
  return (await (await fetch(`${hub.url}/api/v1/centres/${CENTRE}/programme?for=board`)).json()) as Changes;
}

async function startPage(keep: Keep, page: Page): Promise<Side> {
  const bare: Bare = keep(await startBare("bare.mjs"));
  await page.goto(bare.url);
  await page.waitForFunction(() => document.title === "ready");
  let version = 0;
  const next = () => {
    version += 1;
    const entries = [
      { type: "notice", id: "one", version, value: { title: `Something to read (${version})` } },
    ];
    return { version, entries };
  };
  return {
    page,
    async change(count) {
      await bare.broadcast(...Array.from({ length: count }, next));
      await bare.ask<Painted>("paintedVersion", version);
    },
  };
}

interface Turns {
  turns: number[];
}

/** On the page: when each slide's turn began. */
function noteTurns(): void {
  const turns: number[] = [];
  Object.assign(globalThis, { turns });
  new MutationObserver((records) => {
    const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
    if (added.some((node) => (node as HTMLElement).className?.startsWith?.("layer")))
      turns.push(performance.now());
  }).observe(document, { childList: true, subtree: true });
}

/** How long each turn lasted, ms; the last is not over. */
function lasted(turns: readonly number[]): readonly number[] {
  return turns.slice(1).map((turn, at) => turn - turns[at]!);
}

/** It was cut short, or lasted half as long again: the next one came late, or was left out. */
function isIrregular(ms: number): boolean {
  const due = SECONDS_PER_SLIDE * 1000;
  return ms < due - 500 || ms > due * 1.5;
}

async function heapMb(page: Page): Promise<number> {
  const browser = await page.context().newCDPSession(page);
  for (let time = 0; time < 3; time += 1) await browser.send("HeapProfiler.collectGarbage");
  const { usedSize } = await browser.send("Runtime.getHeapUsage");
  await browser.detach();
  return usedSize / 1e6;
}
