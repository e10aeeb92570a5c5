import { expect, test } from "vitest";
import { mutate, randomFrom, textSamples, trouble } from "../../support/mutations.ts";

/** `npm run bench -- fuzz` does it a hundred thousand times, and looks at time and memory. */
const RUNS = 600;

test("no mutation of any sample trips a reader up", async () => {
  const samples = textSamples();
  expect(samples.length).toBeGreaterThan(40);
  const below = randomFrom(20_261_127);
  const troubles: string[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const sample = samples[run % samples.length]!;
    const found = await trouble(sample.name, mutate(sample, samples, below));
    if (found) troubles.push(`${run} ${sample.name}: ${found}`);
  }
  expect(troubles).toEqual([]);
});
