/** A hub's start on a database that is there, until it says it is ready, and the memory it takes at rest. */
import { setTimeout as pause } from "node:timers/promises";
import { temporaryFolder } from "../support/folder.ts";
import { benchmark } from "../support/bench/benchmark.ts";
import { startHub } from "../support/bench/hub.ts";
import { median, round } from "../support/bench/numbers.ts";
import type { Program } from "../support/bench/program.ts";
import { startBare } from "../support/bench/yardstick.ts";

const RUNS = 5;
const LONGEST_MS = 1_000;
const MOST_MB = 120;

interface Start {
  readonly readyMs: number;
  readonly restMb: number;
}

await benchmark("start", async (keep) => {
  const folder = await temporaryFolder("bench-start");
  keep({ stop: folder.remove });
  const data = folder.path;
  const first = keep(await startHub({ data, demo: true }));
  await first.stop();
  const hub: Start[] = [];
  const bare: Start[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    hub.push(await rested(keep(await startHub({ data, env: { SIGNPOST_DEMO: "auto" } }))));
    bare.push(await rested(keep(await startBare("bare-web.mjs"))));
  }
  const figures = { firstReadyMs: round(first.readyAfter), ...summary(hub) };
  const yardstick = summary(bare);
  return {
    figures,
    yardstick,
    ratio: {
      readyMs: round(figures.readyMs / yardstick.readyMs, 2),
      restMb: round(figures.restMb / yardstick.restMb, 2),
    },
    target: { readyMs: LONGEST_MS, restMb: MOST_MB },
    pass: figures.readyMs <= LONGEST_MS && figures.restMb <= MOST_MB,
    runs: RUNS,
  };
});

/** A sample a quarter of a second; at rest after eight that differ by less than a hundredth. */
async function rested(server: Program & { readonly readyAfter: number }): Promise<Start> {
  const samples: number[] = [];
  const steady = () => {
    const last = samples.slice(-8);
    return last.length === 8 && Math.max(...last) <= Math.min(...last) * 1.01;
  };
  while (!steady()) {
    samples.push(await server.ask<number>("rss"));
    await pause(250);
  }
  await server.stop();
  return { readyMs: server.readyAfter, restMb: (samples.at(-1) ?? 0) / 1e6 };
}

function summary(starts: readonly Start[]) {
  return {
    readyMs: round(median(starts.map(({ readyMs }) => readyMs))),
    fastestMs: round(Math.min(...starts.map(({ readyMs }) => readyMs))),
    restMb: round(median(starts.map(({ restMb }) => restMb)), 1),
  };
}
