/**
 * The process in which a file or a page that an adviser brings is read (see `sources/looker.ts`): it says what is in
 * it, and makes it ready to be taken in.
 */
import { addDays, readingAt } from "#shared/london.ts";
import type { ReadEvent } from "#shared/events/read.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { LookedAt, LookedRow, Offers } from "#shared/bringing.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";
import { eventOffers, eventRow } from "./events/fromSource.ts";
import { leafletOffer } from "./leaflets/offer.ts";
import { leafletFormat, type LeafletSource, readLeaflet, withLanguage } from "./leaflets/read.ts";
import type { Cleaned } from "./media/decoder.ts";
import type { ReadLeaflet } from "#shared/leaflets/read.ts";
import { decodeText } from "./sources/decode.ts";
import { languageOf } from "./sources/welsh.ts";
import { identity } from "./sources/identity.ts";
import type { BroughtPdf, LookJob } from "./sources/looker.ts";
import { prefillOf } from "./sources/prefill.ts";
import { readAnyFile } from "./sources/readfile.ts";
import type { Reading, Remark } from "./sources/reading.ts";
import { offerOf } from "./vacancies/fromSource.ts";

/** More than anybody looks through; the rest is for the command line. */
const MOST = 1_000;
const DAYS_ON = 366;

async function look({ name, bytes, fields, url, now, pdf }: LookJob): Promise<Result<LookedAt>> {
  if (pdf) return lookAtLeaflet(await readPdfAsKept({ name, bytes, text: "" }, pdf, now), "pdf", now, pdf);
  const text = decodeText(bytes);
  const format = leafletFormat({ name, bytes, text });
  if (format === "pdf") return refused("not-a-pdf", { file: name });
  if (format)
    return lookAtLeaflet(await readLeaflet({ name, bytes, text }, format, now, NO_DECODER), format, now);
  const reading = await readAnyFile(name, bytes, { now, fields, to: addDays(readingAt(now).day, DAYS_ON) });
  const { rows, offers, left } = reading.kind === "events" ? ofEvents(reading) : ofVacancies(reading, name);
  return done({
    format: reading.format,
    count: rows.length,
    rows: rows.slice(0, 200),
    rejected: reading.rejected.slice(0, 100).map(plain),
    warnings: reading.warnings.slice(0, 100).map(plain),
    columns: reading.headers ?? [],
    fields,
    left,
    offers,
    prefill: rows.length === 0 && url !== null ? prefillOf(text, url) : null,
  });
}

/** What the hub's own decoder made of it stands for its bytes. */
function readPdfAsKept(file: LeafletSource, { pages, text, flags }: BroughtPdf, now: number): Promise<Result<ReadLeaflet>> {
  const decoded = { kind: "pdf", pages, text, flags } as unknown as Cleaned;
  return readLeaflet({ ...file, bytes: Buffer.from("%PDF-") }, "pdf", now, { decode: async () => done(decoded) });
} // prettier-ignore

const NO_DECODER = { decode: async () => refused("form-not-read") };

interface Found {
  readonly rows: readonly LookedRow[];
  readonly offers: Offers;
  readonly left: number;
}

function ofVacancies({ read }: Reading, source: string): Found {
  const vacancies = (read as readonly ReadVacancy[]).slice(0, MOST);
  const byId = new Map(vacancies.map((vacancy) => [keyOf(vacancy), vacancy]));
  const rows = vacancies.map(({ title, employer, locations, pay, closes, flags }) => ({
    title,
    detail: [employer, locations[0]?.postcode ?? locations[0]?.text, pay.text].filter(Boolean).join(" · "),
    until: closes,
    flags,
  }));
  const offers = [...byId].map(([key, vacancy]) => offerOf(vacancy, key, source));
  return { rows, offers: { kind: "vacancies", vacancies: offers }, left: read.length - vacancies.length };
}

/** As the command line knows a vacancy again. */
function keyOf(vacancy: ReadVacancy): string {
  const { reference, title, employer } = vacancy;
  if (reference === null) return identity(vacancy);
  return identity({ title: `${reference} ${title}`, employer, locations: [], closes: null });
}

function ofEvents({ read }: Reading): Found {
  const { offers, left } = eventOffers(read as readonly ReadEvent[], languageOf);
  const events = offers.slice(0, MOST);
  const rows = events.map(({ until, body }) => eventRow(body, until));
  return { rows, offers: { kind: "events", events }, left: left + offers.length - events.length };
}

function lookAtLeaflet(
  leaflet: Result<ReadLeaflet>,
  format: string,
  now: number,
  pdf: BroughtPdf | null = null,
): Result<LookedAt> {
  if (!leaflet.ok) return leaflet;
  const read = withLanguage(leaflet.value, languageOf);
  const offer = leafletOffer(read, [], now);
  const { title, language, flags, withdrawn } = read;
  const said = [...flags, ...(withdrawn ? ["withdrawn"] : [])];
  const row = { title, detail: language ?? "", until: null, flags: said };
  const offers: Offers = offer
    ? {
        kind: "leaflet",
        leaflet: { ...offer, pdf: pdf && { file: pdf.file, pages: pdf.pages, text: pdf.text } },
      }
    : { kind: "none" };
  return done({
    format,
    count: 1,
    rows: [row],
    rejected: [],
    warnings: [],
    columns: [],
    fields: {},
    left: offer ? 0 : 1,
    offers,
    prefill: null,
  });
}

function plain({ where, code, field, reason }: Remark) {
  return { where, code, field, words: /“(.*)”/.exec(reason)?.[1] ?? "" };
}

process.on("message", (job: LookJob) => {
  void look(job)
    .catch(() => refused("reader-crashed"))
    .then((result) => process.send!(result));
});
process.on("disconnect", () => process.exit());
process.send!("ready");
