/** What came of an import, in words or as JSON. */
import { done, refused, type Result } from "#shared/result.ts";
import type { Reading, SourceKind } from "#server/sources/reading.ts";
import { printJson } from "../usage.ts";
import type { Asked } from "./asked.ts";
import type { Tally } from "./take.ts";

/** Refused where nothing was read and something was rejected; a file of no known form has words of its own. */
export function outcome({ read, rejected }: Reading, file: string): Result<null> {
  if (read.length > 0 || rejected.length === 0) return done(null);
  return rejected.some(({ code }) => code === "unknown-format")
    ? refused("form-not-read", { file })
    : refused("nothing-read", { rejected: rejected.length });
}

export function report(reading: Reading, imported: Tally | null, { json, dryRun }: Asked): void {
  const { kind, format, complete } = reading;
  const plain = ({ where, reason }: { where: string; reason: string }) => ({ where, reason });
  const [rejected, warnings] = [reading.rejected.map(plain), reading.warnings.map(plain)];
  if (json) {
    printJson({
      kind,
      format,
      read: reading.read,
      rejected,
      warnings,
      complete,
      ...(imported ? { imported } : {}),
    });
    return;
  }
  const counts = imported
    ? ` ${imported["added"]} new, ${imported["changed"]} changed, ${imported["unchanged"]} as they were.`
    : "";
  const { length } = reading.read;
  const came = `${length} ${length === 1 ? ONE[kind] : kind} read (${format}).`;
  console.log(`${came}${dryRun ? " Nothing was kept: a dry run." : counts}`);
  for (const [fate, words] of Object.entries(FATES)) {
    if (imported?.[fate]) console.log(`${imported[fate]} ${words}`);
  }
  for (const { where, reason } of rejected) console.log(`Left out, ${where}: ${reason}`);
  for (const { where, reason } of warnings) console.log(`Look at ${where}: ${reason}`);
  if (!complete) console.log("The file says that there is more elsewhere.");
}

const ONE: Readonly<Record<SourceKind, string>> = {
  vacancies: "vacancy",
  events: "event",
  websites: "website",
  leaflet: "leaflet",
};

const FATES = {
  closed: "have closed already and were put on no screen.",
  over: "are over already and were put on no screen.",
  edited: "were changed by hand since and stay as they are.",
  refused: "were refused: their patterns open more than one website, or lead elsewhere.",
  left: "were left out: private, or without a name or a time.",
  withdrawn: "was withdrawn by those who made it, and is on no screen any more.",
} as const;
