/** What a file holds, of whatever kind: a leaflet is one record, the forms of the sources hold many. */
import type { ReadLeaflet } from "#shared/leaflets/read.ts";
import { addDays, readingAt } from "#shared/london.ts";
import { languageOf } from "#server/sources/welsh.ts";
import {
  LEAFLET_FORMATS,
  type LeafletFormat,
  leafletFormat,
  readLeaflet,
  withLanguage,
} from "#server/leaflets/read.ts";
import { startDecoder } from "#server/media/decoder.ts";
import { LIMITS } from "#server/media/limits.ts";
import { decodeText } from "#server/sources/decode.ts";
import { readAnyFile } from "#server/sources/readfile.ts";
import { type Reading, remark, type SourceFile } from "#server/sources/reading.ts";
import { isWebsites, readWebsites, WEBSITE_FORMATS } from "#server/sources/websites.ts";
import { inWords } from "../words.ts";
import type { Asked } from "./asked.ts";
import type { Brought } from "./bring.ts";

/** What is kept reaches further than what is only shown. */
const DAYS_KEPT = 366;

export async function readAll(file: Brought, asked: Asked): Promise<Reading> {
  const format = leafletFormatOf(file, asked);
  if (format) return readOneLeaflet(file, format);
  const { kind, from, to, dryRun } = asked;
  const now = Date.now();
  const text = decodeText(file.bytes);
  if (areWebsites({ ...file, text }, asked)) return readWebsites({ ...file, text }, now, asked.format);
  const last = to ?? (dryRun ? undefined : addDays(from ?? readingAt(now).day, DAYS_KEPT));
  return readAnyFile(file.name, file.bytes, { now, kind, format: asked.format, from, to: last });
}

/** Guessed only where nobody says what it is. */
function areWebsites(file: SourceFile, { kind, format }: Asked): boolean {
  if (kind !== undefined) return kind === "websites";
  return format === undefined ? isWebsites(file) : WEBSITE_FORMATS.some((known) => known === format);
}

function leafletFormatOf({ name, bytes }: Brought, { kind, format }: Asked): LeafletFormat | null {
  if (kind !== undefined && kind !== "leaflet") return null;
  const named = LEAFLET_FORMATS.find((known) => known === format);
  if (named ?? format) return named ?? null;
  const found = leafletFormat({ name, bytes, text: decodeText(bytes) });
  // Whatever else somebody calls a leaflet is a text.
  return found ?? (kind === "leaflet" ? "markdown" : null);
}

async function readOneLeaflet(
  { name, bytes }: Brought,
  format: LeafletFormat,
): Promise<Reading<ReadLeaflet>> {
  const decoder = startDecoder(LIMITS);
  try {
    const read = await readLeaflet({ name, bytes, text: decodeText(bytes) }, format, Date.now(), decoder);
    const rejected = read.ok
      ? []
      : [
          {
            where: "file",
            reason: inWords(read.refusal),
            code: "reader-failed" as const,
            field: null,
            written: "",
          },
        ];
    return {
      kind: "leaflet",
      format,
      read: read.ok ? [withLanguage(read.value, languageOf)] : [],
      rejected,
      warnings: read.ok
        ? read.value.doubts.map(({ field, written }) => remark("file", "not-a-date", field, written))
        : [],
      complete: true,
    };
  } finally {
    await decoder.stop();
  }
}
