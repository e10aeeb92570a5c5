/** `signpost import`: reads a file of any form that is known, and offers what is in it to the hub. */
import { readFile as readBytes } from "node:fs/promises";
import path from "node:path";
import { done, refused, type Result } from "#shared/result.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";
import { identity } from "#server/sources/identity.ts";
import { readFile } from "#server/sources/readfile.ts";
import type { Reading, SourceKind } from "#server/sources/reading.ts";
import { offerOf } from "#server/vacancies/fromSource.ts";
import type { Imported } from "#server/vacancies/import.ts";
import { openOrders } from "./orders.ts";
import { type CliCommand, printJson, readArgs, settings, WrongUsage } from "./usage.ts";

const usage = `signpost import FILE [--kind vacancies|events|websites|leaflet] [--format NAME]
  [--centre SLUG…] [--decide inbox|search|board] [--dry-run] [--json]`;

const KINDS: readonly string[] = ["vacancies", "events", "websites", "leaflet"] satisfies SourceKind[];
const DECISIONS = ["inbox", "search", "board"] as const;

export const importFile: CliCommand = {
  usage,
  async run(args) {
    const asked = readAsked(args);
    const bytes = await readBytes(asked.file).catch(() => null);
    if (bytes === null) return refused("cannot-read", { file: asked.file });
    const name = path.basename(asked.file);
    const reading = readFile(name, bytes, { now: Date.now(), kind: asked.kind, format: asked.format });
    const imported = asked.dryRun ? done(null) : await offer(reading, name, asked);
    if (!imported.ok) return imported;
    report(reading, imported.value, asked);
    const failed = reading.read.length === 0 && reading.rejected.length > 0;
    return failed ? refused("nothing-read", { rejected: reading.rejected.length }) : done(null);
  },
};

interface Asked {
  readonly file: string;
  readonly kind: SourceKind | undefined;
  readonly format: string | undefined;
  readonly centres: readonly string[];
  readonly decide: (typeof DECISIONS)[number];
  readonly dryRun: boolean;
  readonly json: boolean;
}

function readAsked(args: readonly string[]): Asked {
  const { values, positionals } = readArgs(
    args,
    {
      kind: { type: "string" },
      format: { type: "string" },
      centre: { type: "string", multiple: true, default: [] },
      decide: { type: "string", default: "inbox" },
      "dry-run": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
    usage,
  );
  const [file, ...more] = positionals;
  const decide = DECISIONS.find((known) => known === values.decide);
  if (file === undefined || more.length > 0 || !decide) throw new WrongUsage(`Usage: ${usage}`);
  if (values.kind !== undefined && !KINDS.includes(values.kind)) throw new WrongUsage(`Usage: ${usage}`);
  if (decide !== "inbox" && values.centre.length === 0) {
    throw new WrongUsage(`--decide ${decide} needs --centre SLUG\nUsage: ${usage}`);
  }
  return {
    file,
    kind: values.kind as SourceKind | undefined,
    format: values.format,
    centres: values.centre.flatMap((slugs) => slugs.split(",")),
    decide,
    dryRun: values["dry-run"],
    json: values.json,
  };
}

async function offer(
  reading: Reading,
  source: string,
  { decide, centres }: Asked,
): Promise<Result<Imported | null>> {
  if (reading.read.length === 0) return done(null);
  const orders = await openOrders(settings());
  if (!orders.ok) return orders;
  try {
    const read = reading.read as readonly ReadVacancy[];
    // The same job twice in one file is one job.
    const offers = new Map(read.map((vacancy) => [identity(vacancy), vacancy]));
    const vacancies = [...offers].map(([key, vacancy]) => offerOf(vacancy, key, source));
    const result = await orders.value.order("importVacancies", { vacancies, decide, centres: [...centres] });
    return result as Result<Imported>;
  } finally {
    await orders.value.close();
  }
}

function report(reading: Reading, imported: Imported | null, { json, dryRun }: Asked): void {
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
    ? ` ${imported.added} new, ${imported.changed} changed, ${imported.unchanged} as they were.`
    : "";
  console.log(
    `${reading.read.length} ${kind} read (${format}).${dryRun ? " Nothing was kept: a dry run." : counts}`,
  );
  if (imported && imported.closed > 0)
    console.log(`${imported.closed} have closed already and were put on no screen.`);
  for (const { where, reason } of rejected) console.log(`Left out, ${where}: ${reason}`);
  for (const { where, reason } of warnings) console.log(`Look at ${where}: ${reason}`);
  if (!complete) console.log("The file says that there is more elsewhere.");
}
