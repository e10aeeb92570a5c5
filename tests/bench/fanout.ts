/** One item to a thousand paired screens: from the publish command to the last acknowledgement at the hub. */
import { availableParallelism } from "node:os";
import type { Changes } from "#shared/programme.ts";
import { noticeDraft } from "../support/drafts.ts";
import { benchmark, type Keep } from "../support/bench/benchmark.ts";
import { monotonic } from "../support/bench/channel.mjs";
import { type HubProcess, startHub } from "../support/bench/hub.ts";
import { median, round } from "../support/bench/numbers.ts";
import type { Painted } from "../support/bench/probe.mjs";
import type { Program } from "../support/bench/program.ts";
import { gather, plantCentre, plantScreens } from "../support/bench/screens.ts";
import { type Bare, startBare } from "../support/bench/yardstick.ts";

const SCREENS = 1_000;
const RUNS = 21;
const WARM_UP = 3;
const MOST = 1.5;

/** One side of the comparison; `send` resolves when the server has taken the command. */
interface Side {
  readonly server: Program;
  readonly send: (run: number) => Promise<unknown>;
  readonly tookMs: number[];
  readonly cpuMs: number[];
}

await benchmark("fanout", async (keep) => {
  const { hub, crowds } = await crowdedHub(keep);
  await publish(hub, -1);
  await hub.ask("paintedCount", SCREENS);
  const changes = await received(crowds);
  const bare = await crowdedBare(keep);
  const sides = {
    hub: side(hub, (run) => publish(hub, run)),
    bare: side(bare, (run) => bare.broadcast({ ...changes, version: changes.version + run })),
  };
  for (let run = 0; run < WARM_UP + RUNS; run += 1) {
    await save(hub, run);
    await measure(sides.hub, run);
    await measure(sides.bare, run);
  }
  const figures = summary(sides.hub);
  const yardstick = summary(sides.bare);
  const ratio = {
    medianMs: round(figures.medianMs / yardstick.medianMs, 2),
    serverCpuMs: round(figures.serverCpuMs / yardstick.serverCpuMs, 2),
  };
  return {
    figures: { screens: SCREENS, messageBytes: JSON.stringify(changes).length, ...figures },
    yardstick,
    ratio,
    target: { "ratio of medianMs": MOST },
    pass: ratio.medianMs <= MOST,
    runs: RUNS,
  };
});

async function crowdedHub(keep: Keep): Promise<{ hub: HubProcess; crowds: readonly Program[] }> {
  let cookies: readonly string[] = [];
  const hub = keep(
    await startHub({
      plant: async (database) => {
        await plantCentre(database, "larkhill");
        cookies = await plantScreens(database, "larkhill", SCREENS);
      },
    }),
  );
  await save(hub, -1);
  return { hub, crowds: (await gather(hub.url, cookies, clients())).map(keep) };
}

async function crowdedBare(keep: Keep): Promise<Bare> {
  const bare = keep(await startBare("bare.mjs"));
  (await gather(bare.url, Array(SCREENS).fill(null), clients())).map(keep);
  return bare;
}

/** A core is left to the server. */
function clients(): number {
  return Math.max(1, availableParallelism() - 1);
}

function side(server: Program, send: Side["send"]): Side {
  return { server, send, tookMs: [], cpuMs: [] };
}

async function save(hub: HubProcess, run: number): Promise<void> {
  await hub.order("saveItem", {
    ...noticeDraft(
      `notice${run + 1}`,
      "The crèche is full this morning. Please ask at the desk for a place on Thursday.",
      ["larkhill"],
    ),
  });
}

function publish(hub: HubProcess, run: number): Promise<unknown> {
  return hub.order("publishItem", { id: `notice${run + 1}`, over: null });
}

async function received(crowds: readonly Program[]): Promise<Changes> {
  const changes = await crowds[0]?.ask<Changes | null>("last");
  if (!changes) throw new Error("The hub sent nothing.");
  return changes;
}

async function measure({ server, send, tookMs, cpuMs }: Side, run: number): Promise<void> {
  const before = await server.ask<number>("counted");
  const cpu = await server.ask<number>("cpu");
  const all = server.ask<Painted>("paintedCount", before + SCREENS);
  const sent = monotonic();
  await send(run);
  const { at } = await all;
  if (run < WARM_UP) return;
  tookMs.push(at - sent);
  cpuMs.push((await server.ask<number>("cpu")) - cpu);
}

function summary({ tookMs, cpuMs }: Side) {
  return {
    medianMs: round(median(tookMs), 1),
    fastestMs: round(Math.min(...tookMs), 1),
    serverCpuMs: round(median(cpuMs), 1),
  };
}
