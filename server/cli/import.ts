/** `signpost import`: reads a file of any form that is known, and offers what is in it to the hub. */
import { done } from "#shared/result.ts";
import { readAsked, usage } from "./importing/asked.ts";
import { bring } from "./importing/bring.ts";
import { readAll } from "./importing/read.ts";
import { outcome, report } from "./importing/report.ts";
import { takeAll } from "./importing/take.ts";
import type { CliCommand } from "./usage.ts";

export const importFile: CliCommand = {
  usage,
  async run(args) {
    const asked = readAsked(args);
    const file = await bring(asked.file);
    if (!file.ok) return file;
    const reading = await readAll(file.value, asked);
    const taken = asked.dryRun ? done(null) : await takeAll(reading, file.value, asked);
    if (!taken.ok) return taken;
    report(reading, taken.value, asked);
    return outcome(reading, asked.file);
  },
};
