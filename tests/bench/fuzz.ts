/**
 * A hundred thousand mutations of the samples, read as the hub has strangers' files read: in a process of its own.
 * Nothing trips a reader up or hangs it; the hub (which is this process here) is neither held up nor filled.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runnerImport } from "vite";
import { startParser } from "#server/sources/parser.ts";
import { benchmark } from "../support/bench/benchmark.ts";
import { round } from "../support/bench/numbers.ts";

// The readers take tables in as Vite builds them in, so it is Vite that loads what knows them.
const { module } = await runnerImport<typeof import("../support/mutations.ts")>(
  join(import.meta.dirname, "../support/mutations.ts"),
  { configFile: false, logLevel: "error" },
);
const { mutate, randomFrom, textSamples } = module;

/** `FUZZ_RUNS=100000` goes on for as long as that takes; without it as many are tried as fit. */
const ASKED = Number(process.env["FUZZ_RUNS"] ?? 0);
const RUNS = ASKED || 100_000;
/** Another seed, other mutations: a long run can be had in parts. */
const SEED = Number(process.env["FUZZ_SEED"] ?? 1);
const FITS_MS = ASKED ? Infinity : 120_000;
const NOW = Date.parse("2026-11-27T09:00:00Z");
/** What the processor did in the reader for one file, and in the hub's own thread: a busy machine must not count. */
const TARGET = { troubles: 0, longestMs: 1_000, hubLongestMs: 50, hubGrownMB: 200 };
const MB = 1024 * 1024;

await benchmark(
  "fuzz",
  async (keep) => {
    const samples = textSamples();
    const parser = keep(startParser());
    const reader = watchReader();
    const found: string[] = [];
    // What reading the samples themselves takes is the yardstick; code and tables are in the memory by then.
    const plain = await readAll(samples.length, Infinity, (run) => samples[run]!);
    const [hubBefore, readerBefore] = [process.memoryUsage.rss(), reader.megabytes()];
    const below = randomFrom(SEED);
    const all = await readAll(RUNS, FITS_MS, (run) => {
      const sample = samples[run % samples.length]!;
      return { name: sample.name, bytes: mutate(sample, samples, below) };
    });

    async function readAll(runs: number, fitsMs: number, next: (run: number) => { readonly name: string; readonly bytes: Buffer }) {
      const began = performance.now();
      let [tried, longestMs, hubLongestMs, hubPeak] = [0, 0, 0, 0];
      for (; tried < runs && performance.now() - began < fitsMs; tried += 1) {
        const { name, bytes } = next(tried);
        const [atReader, atHub] = [reader.cpuMs(), process.threadCpuUsage()];
        const job = { name, bytes, format: null, source: "fuzz", options: { now: NOW } };
        const read = await parser.parse(job, async () => {});
        const { user, system } = process.threadCpuUsage(atHub);
        const took = reader.cpuMs() - atReader;
        // A reader that has only just been started has spent its time on that.
        if (tried > 0) longestMs = Math.max(longestMs, took);
        if (tried > 0) hubLongestMs = Math.max(hubLongestMs, (user + system) / 1000);
        hubPeak = Math.max(hubPeak, process.memoryUsage.rss());
        const wrong = read.ok ? read.value.rejected.find(({ code }) => code === "reader-failed")?.reason : read.refusal.code;
        if (wrong) found.push(`${SEED}/${tried} ${name}: ${wrong}`);
        else if (tried > 0 && took > TARGET.longestMs) found.push(`${SEED}/${tried} ${name}: ${Math.round(took)} ms`);
      }
      return { tried, longestMs, hubLongestMs, hubPeak };
    }

    for (const one of found.slice(0, 20)) console.error(one);
    const figures = {
      mutations: all.tried,
      troubles: found.length,
      longestMs: round(all.longestMs),
      hubLongestMs: round(all.hubLongestMs),
      hubGrownMB: round(Math.max(0, all.hubPeak - hubBefore) / MB),
      readerMB: round(reader.megabytes()),
    };
    return {
      figures,
      yardstick: { longestMs: round(plain.longestMs), readerMB: round(readerBefore) },
      ratio: { longestMs: round(all.longestMs / Math.max(plain.longestMs, 1), 2) },
      target: TARGET,
      pass: Object.entries(TARGET).every(([name, most]) => figures[name as keyof typeof TARGET] <= most),
      runs: all.tried,
    };
  },
  ASKED ? 24 * 3_600_000 : undefined,
); // prettier-ignore

/** The reading process from outside; only Linux tells, elsewhere its figures stay 0. */
function watchReader() {
  const told = (file: string): string => {
    try {
      const [pid] = readFileSync(`/proc/self/task/${process.pid}/children`, "latin1")
        .trim()
        .split(" ")
        .slice(-1);
      return pid ? readFileSync(`/proc/${pid}/${file}`, "latin1") : "";
    } catch {
      return "";
    }
  };
  return {
    /** User and system time so far; Linux counts in hundredths of a second. */
    cpuMs(): number {
      const fields = told("stat").split(") ").at(-1)!.split(" ");
      return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
    },
    /** The most real memory that it has had. */
    megabytes(): number {
      return Number(/^VmHWM:\s+(\d+)/m.exec(told("status"))?.[1] ?? 0) / 1024;
    },
  };
}
