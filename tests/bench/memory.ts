/** Resident memory of a hub per connected screen: a thousand idle, welcomed screens less none. */
import { benchmark, type Keep } from "../support/bench/benchmark.ts";
import { startHub } from "../support/bench/hub.ts";
import { median, round } from "../support/bench/numbers.ts";
import type { Memory } from "../support/bench/probe.mjs";
import type { Program } from "../support/bench/program.ts";
import { gather, plantCentre, plantScreens } from "../support/bench/screens.ts";
import { startBare } from "../support/bench/yardstick.ts";

const SCREENS = 1_000;
/** What the first screens bring into memory (code that was not needed before) is not theirs. */
const FIRST = 50;
const RUNS = 9;
const MOST = 1.3;

interface Filling {
  readonly server: Program & { readonly url: string };
  readonly cookies: readonly (string | null)[];
}

await benchmark("memory", async (keep) => {
  const hub: Memory[] = [];
  const bare: Memory[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    hub.push(await perScreen(keep, await emptyHub(keep)));
    bare.push(await perScreen(keep, { server: keep(await startBare("bare.mjs")), cookies: unknown() }));
  }
  const figures = summary(hub);
  const yardstick = summary(bare);
  const ratio = {
    residentBytes: round(figures.residentBytes / yardstick.residentBytes, 2),
    usedBytes: round(figures.usedBytes / yardstick.usedBytes, 2),
  };
  return {
    figures: { screens: SCREENS, ...figures },
    yardstick,
    ratio,
    target: { "ratio of residentBytes": MOST },
    pass: ratio.residentBytes <= MOST,
    runs: RUNS,
  };
});

async function emptyHub(keep: Keep): Promise<Filling> {
  let cookies: readonly string[] = [];
  const server = keep(
    await startHub({
      plant: async (database) => {
        await plantCentre(database, "larkhill");
        cookies = await plantScreens(database, "larkhill", FIRST + SCREENS);
      },
    }),
  );
  return { server, cookies };
}

function unknown(): readonly null[] {
  return Array<null>(FIRST + SCREENS).fill(null);
}

async function perScreen(keep: Keep, { server, cookies }: Filling): Promise<Memory> {
  const first = (await gather(server.url, cookies.slice(0, FIRST), 1)).map(keep);
  const before = await server.ask<Memory>("memory");
  const all = (await gather(server.url, cookies.slice(FIRST), 1)).map(keep);
  const after = await server.ask<Memory>("memory");
  for (const program of [...all, ...first, server]) await program.stop();
  return { rss: (after.rss - before.rss) / SCREENS, used: (after.used - before.used) / SCREENS };
}

function summary(perScreens: readonly Memory[]) {
  return {
    residentBytes: round(median(perScreens.map(({ rss }) => rss))),
    usedBytes: round(median(perScreens.map(({ used }) => used))),
  };
}
