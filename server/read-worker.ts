/**
 * The process in which sources are read (see `sources/parser.ts`): it understands what others sent, and hands it
 * over ready to be kept, a few at a time.
 */
import { createHash } from "node:crypto";
import type { ReadEvent } from "#shared/events/read.ts";
import { addDays, readingAt } from "#shared/london.ts";
import { refused } from "#shared/result.ts";
import { eventOffers, eventRow } from "./events/fromSource.ts";
import { decodeText } from "./sources/decode.ts";
import { identity } from "./sources/identity.ts";
import type { AnyPrepared, Parsed, ParseJob, ParserSays, Prepared } from "./sources/parser.ts";
import { languageOf } from "./sources/welsh.ts";
import { postcodesIn, type FindPoint } from "./sources/postcodes.ts";
import { readAnyFile } from "./sources/readfile.ts";
import { remark, type Reading, type VacancyReading } from "./sources/reading.ts";
import { offerOf } from "./vacancies/fromSource.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

/** So few that taking them in keeps the hub busy for a moment only. */
const AT_ONCE = 40;

let goOn: () => void = () => {};

async function work(job: ParseJob): Promise<void> {
  const { name, bytes, format, source, show = 0 } = job;
  if (await isLeaflet(job)) return leaflet(job);
  const options = { ...job.options, postcodes: pointsIn(job.data) };
  const reading = await readAnyFile(name, bytes, {
    ...options,
    to: addDays(readingAt(options.now).day, DAYS_ON),
    ...(format === null ? {} : { format }),
  });
  if (reading.kind === "events") return events(reading, job);
  const { prints = [], same = [] } = reading as VacancyReading;
  const read = reading.read as readonly ReadVacancy[];
  const end: Parsed = {
    format: reading.format,
    kind: reading.kind,
    count: read.length + same.length,
    same,
    rejected: reading.rejected,
    warnings: reading.warnings.slice(0, 200),
    complete: reading.complete,
    more: reading.more ?? {},
    shown: read.slice(0, show),
    rows: [],
    headers: reading.headers ?? [],
  };
  if (show === 0) await handOver(read, prints, source);
  say({ end });
}

let points: { readonly data: string; readonly find: FindPoint | undefined } | null = null;

/** Read from the disk once for as long as the process lives. */
function pointsIn(data: string | undefined): FindPoint | undefined {
  if (data === undefined) return undefined;
  if (points?.data !== data) points = { data, find: postcodesIn(data) ?? undefined };
  return points.find;
}

/** How far ahead a calendar is kept. */
const DAYS_ON = 366;

/** A calendar's series, those that are known and as they were told apart from the others. */
async function events(reading: Reading, { options, show = 0 }: ParseJob): Promise<void> {
  const { offers } = eventOffers(reading.read as readonly ReadEvent[], languageOf);
  const all = offers.map(({ id, until, body }) => {
    return { key: id, print: printOf([until, body]), until, event: body };
  });
  const known = all.filter(({ print }) => options.known?.has(print));
  if (show === 0) await inBatches(all.filter((one) => !known.includes(one)));
  const { format, kind, rejected, warnings, complete, more = {} } = reading;
  say({
    end: {
      format,
      kind,
      count: all.length,
      same: known.map(({ print }) => print),
      rejected,
      warnings: warnings.slice(0, 200),
      complete,
      more,
      shown: [],
      rows: all.slice(0, show).map(({ event, until }) => eventRow(event, until)),
      headers: [],
    },
  });
}

/** What is told by its name or its form; what cleans a leaflet's text is loaded with the first. */
async function isLeaflet({ name, bytes, format }: ParseJob): Promise<boolean> {
  if (format !== null) return format === "markdown" || format === "govuk";
  const { leafletFormat } = await import("./leaflets/read.ts");
  const found = leafletFormat({ name, bytes, text: decodeText(bytes) });
  return found === "markdown" || found === "govuk";
}

/** A leaflet's source is one page, and the leaflet in one language. */
async function leaflet({ name, bytes, format, options, show = 0 }: ParseJob): Promise<void> {
  const { leafletFormat, readLeaflet, withLanguage } = await import("./leaflets/read.ts");
  const { leafletOffer } = await import("./leaflets/offer.ts");
  const file = { name, bytes, text: decodeText(bytes) };
  const form = format === "markdown" ? format : leafletFormat(file);
  const read = form === "markdown" || form === "govuk" ? await readLeaflet(file, form, options.now, NO_DECODER) : refused("no-readable-text");
  const offer = read.ok ? leafletOffer(withLanguage(read.value, languageOf), [], options.now) : null;
  const doubts = read.ok ? read.value.doubts : [];
  const warnings = doubts.map(({ field, written }) => remark("file", "not-a-date", field, written));
  const end = { format: form ?? "leaflet", kind: "leaflet", warnings, complete: true, more: {}, shown: [], headers: [] };
  if (!offer || !read.ok) {
    const code = read.ok ? "other-language" : "unreadable-block";
    return say({ end: { ...end, count: 0, same: [], rejected: [remark("file", code)], rows: [] } });
  }
  const { centres: _, ...words } = offer;
  const { reviewBy: _day, ...lasting } = words;
  // A day of review that nobody named moves on with the days; it alone is no change.
  const print = printOf(read.value.reviewBy === null ? lasting : words);
  const prepared = { key: `${offer.id}-${offer.language}`, print, until: null, leaflet: words };
  const isKnown = options.known?.has(print) ?? false;
  if (show === 0 && !isKnown) await inBatches([prepared]);
  const row = { title: offer.title, detail: offer.summary.slice(0, 200), until: null, flags: [...read.value.flags, ...(offer.withdrawn ? ["withdrawn"] : [])] };
  say({ end: { ...end, count: 1, same: isKnown ? [print] : [], rejected: [], rows: show > 0 ? [row] : [] } });
} // prettier-ignore

const NO_DECODER = { decode: async () => refused("form-not-read") };

function printOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 22);
}

/** The same record twice in one file counts once: the last one. */
async function handOver(
  read: readonly ReadVacancy[],
  prints: readonly string[],
  source: string,
): Promise<void> {
  const byKey = new Map<string, Prepared>();
  for (const [index, vacancy] of read.entries()) {
    const prepared = prepare(vacancy, prints[index] ?? "", source);
    byKey.set(prepared.key, prepared);
  }
  await inBatches([...byKey.values()]);
}

async function inBatches(all: readonly AnyPrepared[]): Promise<void> {
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const taken = new Promise<void>((resolve) => (goOn = resolve));
    say({ batch: all.slice(from, from + AT_ONCE) });
    await taken;
  }
}

function prepare(vacancy: ReadVacancy, print: string, source: string): Prepared {
  const { reference, employer, title } = vacancy;
  const same = identity(vacancy);
  const { until, body } = offerOf(vacancy, same, source);
  // Without an employer and a place like titles are not the same job.
  const known = employer !== null && vacancy.locations.length > 0;
  return {
    key: reference === null ? `i-${same}` : `r-${reference}`,
    print,
    same: known && vacancy.closes !== null ? same : null,
    like: known ? identity({ ...vacancy, closes: null }) : null,
    until,
    body,
    title,
  };
}

function say(message: ParserSays): void {
  process.send!(message);
}

process.on("message", (message: ParseJob | { readonly next: true }) => {
  if ("next" in message) goOn();
  else void work(message).catch(() => process.exit(1));
});
process.on("disconnect", () => process.exit());
process.send!("ready");
