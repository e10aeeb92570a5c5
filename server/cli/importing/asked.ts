/** The words of `signpost import`. */
import { plainDay } from "#server/leaflets/markdown.ts";
import { LEAFLET_FORMATS } from "#server/leaflets/read.ts";
import { FORMATS } from "#server/sources/formats.ts";
import { WEBSITE_FORMATS } from "#server/sources/websites.ts";
import type { SourceKind } from "#server/sources/reading.ts";
import { readArgs, WrongUsage } from "../usage.ts";

export const usage = `signpost import FILE|URL [--kind vacancies|events|websites|leaflet] [--format NAME]
  [--centre SLUG…] [--decide inbox|search|board] [--from DATE] [--to DATE] [--dry-run] [--json]`;

const KINDS: readonly string[] = ["vacancies", "events", "websites", "leaflet"] satisfies SourceKind[];
/** Beside the sources': what only a file can be. */
const KNOWN: readonly string[] = [...new Set([...FORMATS, "excel", ...LEAFLET_FORMATS, ...WEBSITE_FORMATS])];
const DECISIONS = ["inbox", "search", "board"] as const;

export interface Asked {
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

export function readAsked(args: readonly string[]): Asked {
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
  if (values.format !== undefined && !KNOWN.includes(values.format))
    throw new WrongUsage(`--format is one of ${KNOWN.join(", ")}\nUsage: ${usage}`);
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
