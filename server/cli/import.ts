/** `signpost import`: reads a file of any form that is known, and offers what is in it to the hub. */
import { readFile as readBytes } from "node:fs/promises";
import path from "node:path";
import { done, refused, type Result } from "#shared/result.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";
import { readWayOut } from "#server/config.ts";
import { plainDay } from "#server/leaflets/markdown.ts";
import { openOutside } from "#server/outside/outside.ts";
import { identity } from "#server/sources/identity.ts";
import { readFile } from "#server/sources/readfile.ts";
import type { Reading, SourceKind } from "#server/sources/reading.ts";
import { type Offer, offerOf } from "#server/vacancies/fromSource.ts";
import type { Imported } from "#server/vacancies/import.ts";
import { type CliCommand, printJson, readArgs, settings, WrongUsage } from "./usage.ts";

const usage = `signpost import FILE|URL [--kind vacancies|events|websites|leaflet] [--format NAME]
  [--centre SLUG…] [--decide inbox|search|board] [--from DATE] [--to DATE] [--dry-run] [--json]`;

const KINDS: readonly string[] = ["vacancies", "events", "websites", "leaflet"] satisfies SourceKind[];
const DECISIONS = ["inbox", "search", "board"] as const;

export const importFile: CliCommand = {
  usage,
  async run(args) {
    const asked = readAsked(args);
    const got = await bring(asked.file);
    if (!got.ok) return got;
    const { name, bytes } = got.value;
    const { kind, format, from, to } = asked;
    const reading = readFile(name, bytes, { now: Date.now(), kind, format, from, to });
    const imported = asked.dryRun ? done(null) : await offer(reading, name, asked);
    if (!imported.ok) return imported;
    report(reading, imported.value, asked);
    return outcome(reading, asked.file);
  },
};

interface Brought {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file of this machine, or whatever lies at a web address: that, and nothing that it leads to. */
async function bring(from: string): Promise<Result<Brought>> {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(from)) {
    const bytes = await readBytes(from).catch(() => null);
    return bytes === null
      ? refused("cannot-read", { file: from })
      : done({ name: path.basename(from), bytes });
  }
  const way = readWayOut(process.env);
  if (!way.ok) return way;
  const outside = openOutside(way.value, Date.now);
  try {
    const got = await outside.fetch({ url: from });
    if (!got.ok) return got;
    const { url } = got.value;
    const name = path.posix.basename(new URL(url).pathname) || new URL(url).hostname;
    return done({ name, bytes: got.value.state === "new" ? got.value.bytes : Buffer.alloc(0) });
  } finally {
    await outside.close();
  }
}

/** Refused where nothing was read and something was rejected; a file of no known form has words of its own. */
function outcome({ read, rejected }: Reading, file: string): Result<null> {
  if (read.length > 0 || rejected.length === 0) return done(null);
  return rejected.some(({ code }) => code === "unknown-format")
    ? refused("form-not-read", { file })
    : refused("nothing-read", { rejected: rejected.length });
}

interface Asked {
  readonly file: string;
  readonly kind: SourceKind | undefined;
  readonly format: string | undefined;
  /** Days of which occurrences of events are wanted. */
  readonly from: string | undefined;
  readonly to: string | undefined;
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
      from: { type: "string" },
      to: { type: "string" },
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
  for (const day of [values.from, values.to]) {
    if (day !== undefined && plainDay(day) !== day)
      throw new WrongUsage(`--from and --to take a DATE, YYYY-MM-DD\nUsage: ${usage}`);
  }
  if (decide !== "inbox" && values.centre.length === 0) {
    throw new WrongUsage(`--decide ${decide} needs --centre SLUG\nUsage: ${usage}`);
  }
  return {
    file,
    kind: values.kind as SourceKind | undefined,
    format: values.format,
    from: values.from,
    to: values.to,
    centres: values.centre.flatMap((slugs) => slugs.split(",")),
    decide,
    dryRun: values["dry-run"],
    json: values.json,
  };
}

/** Vacancies per command: one transaction each, so that an import of thousands holds up no withdrawal. */
const AT_ONCE = 250;

async function offer(
  reading: Reading,
  source: string,
  { decide, centres }: Asked,
): Promise<Result<Imported | null>> {
  if (reading.read.length === 0) return done(null);
  const { openOrders } = await import("./orders.ts");
  const orders = await openOrders(settings());
  if (!orders.ok) return orders;
  try {
    const vacancies = offersOf(reading.read as readonly ReadVacancy[], source);
    const tally = { added: 0, changed: 0, unchanged: 0, closed: 0 };
    for (let from = 0; from < vacancies.length; from += AT_ONCE) {
      const some = vacancies.slice(from, from + AT_ONCE);
      const result = await orders.value.order("importVacancies", {
        vacancies: some,
        decide,
        centres: [...centres],
      });
      if (!result.ok) return result;
      const imported = result.value as Imported;
      for (const count of Object.keys(tally) as (keyof Imported)[]) tally[count] += imported[count];
    }
    return done(tally);
  } finally {
    await orders.value.close();
  }
}

/** The same job twice in one file is one job. */
function offersOf(read: readonly ReadVacancy[], source: string): readonly Offer[] {
  const offers = new Map(read.map((vacancy) => [keyOf(vacancy), vacancy]));
  return [...offers].map(([key, vacancy]) => offerOf(vacancy, key, source));
}

/** An employer's own reference tells two like jobs apart, and knows one again whose closing date was moved. */
function keyOf(vacancy: ReadVacancy): string {
  const { reference, title, employer } = vacancy;
  if (reference === null) return identity(vacancy);
  return identity({ title: `${reference} ${title}`, employer, locations: [], closes: null });
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
