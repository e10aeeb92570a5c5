/**
 * The process in which a file or a page that an adviser brings is read (see `sources/looker.ts`): it says what is in
 * it, and makes it ready to be taken in.
 */
import { addDays, readingAt } from "#shared/london.ts";
import type { ReadEvent } from "#shared/events/read.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { LookedAt, LookedRow, Offers } from "#shared/bringing.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";
import { eventOffers } from "./events/fromSource.ts";
import { leafletOffer } from "./leaflets/offer.ts";
import { leafletFormat, readLeaflet } from "./leaflets/read.ts";
import { decodeText } from "./sources/decode.ts";
import { identity } from "./sources/identity.ts";
import type { LookJob } from "./sources/looker.ts";
import { prefillOf } from "./sources/prefill.ts";
import { readAnyFile } from "./sources/readfile.ts";
import type { Reading, Remark } from "./sources/reading.ts";
import { offerOf } from "./vacancies/fromSource.ts";

/** More than anybody looks through; the rest is for the command line. */
const MOST = 1_000;
const DAYS_ON = 366;

async function look({ name, bytes, fields, url, now }: LookJob): Promise<Result<LookedAt>> {
  const text = decodeText(bytes);
  const format = leafletFormat({ name, bytes, text });
  if (format === "pdf") return refused("form-not-read", { file: name });
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
    left,
    offers,
    prefill: rows.length === 0 && url !== null ? prefillOf(text, url) : null,
  });
}

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
  const { offers, left } = eventOffers(read as readonly ReadEvent[]);
  const events = offers.slice(0, MOST);
  const rows = events.map(({ until, body }) => ({
    title: body.title.words[body.title.original] ?? "",
    detail: [body.first.day, body.first.start, body.place?.words[body.place.original]]
      .filter(Boolean)
      .join(" · "),
    until,
    flags: body.cancelled === true ? ["cancelled"] : body.repeats || body.also.length > 0 ? ["recurs"] : [],
  }));
  return { rows, offers: { kind: "events", events }, left: left + offers.length - events.length };
}

function lookAtLeaflet(
  read: Awaited<ReturnType<typeof readLeaflet>>,
  format: string,
  now: number,
): Result<LookedAt> {
  if (!read.ok) return read;
  const offer = leafletOffer(read.value, [], now);
  const { title, language, flags, withdrawn } = read.value;
  const said = [...flags, ...(withdrawn ? ["withdrawn"] : [])];
  const row = { title, detail: language ?? "", until: null, flags: said };
  const offers: Offers = offer ? { kind: "leaflet", leaflet: { ...offer, pdf: null } } : { kind: "none" };
  return done({
    format,
    count: 1,
    rows: [row],
    rejected: [],
    warnings: [],
    columns: [],
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
