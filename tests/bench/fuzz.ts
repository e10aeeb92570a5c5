/** A hundred thousand mutations of the samples through every reader: nothing trips, hangs, or fills the memory. */
import { benchmark } from "../support/bench/benchmark.ts";
import { round } from "../support/bench/numbers.ts";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { runnerImport } from "vite";

// The readers take tables in as Vite builds them in, so it is Vite that loads them.
const { module } = await runnerImport<typeof import("../support/mutations.ts")>(
  join(import.meta.dirname, "../support/mutations.ts"),
  { configFile: false, logLevel: "error" },
);
const { mutate, randomFrom, textSamples, trouble } = module;

// What stays is what counts: garbage lies about for as long as there is room, and the processes in which strangers'
// files are really read have a limit of their own.
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function kept(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** `FUZZ_RUNS=100000` goes on for as long as that takes; without it as many are tried as fit. */
const ASKED = Number(process.env["FUZZ_RUNS"] ?? 0);
const RUNS = ASKED || 100_000;
const FITS_MS = ASKED ? Infinity : 140_000;
const LONGEST_MS = 1_000;
const MOST_MB = 200;

await benchmark(
  "fuzz",
  async () => {
    const samples = textSamples();
    const began = performance.now();
    let tried = 0;
    const below = randomFrom(1);
    // What reading the samples themselves takes is the yardstick; code and tables are in the memory by then.
    const plainMs = await slowest(samples.length, (run) => samples[run]!);
    const before = kept();
    const found: string[] = [];
    let peak = 0;
    const longestMs = await slowest(RUNS, (run) => {
      tried = run + 1;
      const sample = samples[run % samples.length]!;
      if (run % 500 === 0) peak = Math.max(peak, kept() - before);
      return { name: sample.name, bytes: mutate(sample, samples, below) };
    });

    async function slowest(
      runs: number,
      next: (run: number) => { readonly name: string; readonly bytes: Buffer },
    ): Promise<number> {
      let longest = 0;
      for (let run = 0; run < runs; run += 1) {
        if (run > 0 && runs === RUNS && performance.now() - began > FITS_MS) break;
        const { name, bytes } = next(run);
        const start = process.cpuUsage();
        const wrong = await trouble(name, bytes);
        // What the processor did: a busy machine must not count.
        const { user, system } = process.cpuUsage(start);
        const took = (user + system) / 1000;
        if (wrong && found.length < 20) found.push(`${run} ${name}: ${wrong}`);
        if (took > LONGEST_MS && found.length < 20) found.push(`${run} ${name}: ${Math.round(took)} ms`);
        longest = Math.max(longest, took);
      }
      return longest;
    }

    for (const one of found) console.error(one);
    const figures = {
      mutations: tried,
      troubles: found.length,
      longestMs: round(longestMs),
      grownMB: round(peak / 1024 / 1024),
    };
    return {
      figures,
      yardstick: { longestMs: round(plainMs) },
      ratio: { longestMs: round(longestMs / plainMs, 2) },
      target: { troubles: 0, longestMs: LONGEST_MS, grownMB: MOST_MB },
      pass: found.length === 0 && longestMs <= LONGEST_MS && figures.grownMB <= MOST_MB,
      runs: tried,
    };
  },
  ASKED ? 3_600_000 : undefined,
);
