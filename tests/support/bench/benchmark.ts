/** What every benchmark has in common: how it is run, cleaned up after, and reported. */
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { readable } from "./readable.ts";

/** Names carry their unit: `medianMs`, `bytes`, `ratio`. */
export type Figures = Readonly<Record<string, unknown>>;

export interface Findings {
  readonly figures: Figures;
  /** The same of what the figures are measured against, in the same run. */
  readonly yardstick: Figures;
  /** Figure ÷ yardstick. */
  readonly ratio: Readonly<Record<string, number>>;
  /** The most that is allowed, by the name of a figure or ratio. */
  readonly target: Readonly<Record<string, number>>;
  readonly pass: boolean;
  /** How often each side was measured. */
  readonly runs: number;
}

export interface Stoppable {
  stop(): void | Promise<void>;
}

/** Has a started thing stopped when the benchmark ends, however it ends; the latest started first. */
export type Keep = <Thing extends Stoppable>(thing: Thing) => Thing;

/** A benchmark that takes longer hangs, unless it says that it needs more. */
const LONGEST = 175_000;

/**
 * Runs a benchmark as the program that it is: prints one JSON object with `--json`, else a table. The
 * exit status is 0 whenever it ran; whether the target was met stands in `pass`.
 */
export async function benchmark(
  name: string,
  measure: (keep: Keep) => Promise<Findings>,
  longest = LONGEST,
): Promise<void> {
  const started: Stoppable[] = [];
  const interrupted = new Promise<never>((_, reject) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.once(signal, () => reject(new Error(`stopped by ${signal}`)));
    setTimeout(() => reject(new Error(`took longer than ${longest / 1000} s`)), longest).unref();
  });
  const machine = thisMachine();
  try {
    const keep: Keep = (thing) => {
      started.push(thing);
      return thing;
    };
    const found = await Promise.race([measure(keep), interrupted]);
    const report = { name, ...found, machine };
    process.stdout.write(process.argv.includes("--json") ? `${JSON.stringify(report)}\n` : readable(report));
  } catch (error) {
    console.error(`The benchmark ${name} did not run:`, error);
    process.exitCode = 1;
  } finally {
    for (const thing of started.toReversed()) await thing.stop();
  }
  // A measurement that was given up may still hold sockets open.
  process.exit();
}

function thisMachine() {
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    /** Others' work when it began: much above 0 the absolute figures are too high. */
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}
