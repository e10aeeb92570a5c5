/** Open Referral UK: services of councils' directories (HSDS-UK 3.0, ORUK 1.0, and HSDS itself), as events. */
import type { ReadEvent } from "#shared/events/read.ts";
import Papa from "papaparse";
import type { Effort } from "./calendar/rule.ts";
import { asWritten, timesOf } from "./calendar/schedule.ts";
import { windowOf } from "./calendar/window.ts";
import { type Json, isObject, readJsonRecords } from "./jsonfile.ts";
import { parseLooseJson } from "./jsonrepair.ts";
import { serviceOf, type Service } from "./orukfields.ts";
import { remark, type More, type Reader, type ReadOptions, type Remark, type SourceFile } from "./reading.ts";

/** What all schedules of one file may cost together, and how much is kept of it. */
const EFFORT = 2_000_000;
const MOST_READ = 20_000;

const SIGNS = /"(?:service_at_locations?|regular_schedules?|schedules|opens_at|cost_options|eligibilitys?|assured_date|minimum_age|service_areas|physical_addresses|holiday_schedules)"\s*:/g; // prettier-ignore

export const oruk: Reader<ReadEvent> = {
  format: "open-referral",
  kind: "events",

  recognises({ text }: SourceFile): number {
    const start = text.slice(0, 100_000);
    if (isTable(start)) return 0.95;
    if (!/^\s*[{[]/.test(start)) return 0;
    const signs = new Set(start.match(SIGNS)).size;
    if (/HSDS-UK|openreferral/i.test(start.slice(0, 5_000))) return 0.95;
    return signs > 1 ? 0.95 : signs === 1 ? 0.7 : 0;
  },

  read({ text }, options) {
    const { services, rejected, complete, more } = isTable(text) ? fromTable(text) : fromJson(text);
    const read: ReadEvent[] = [];
    const effort: Effort = { left: EFFORT };
    for (const { where, value } of services) {
      const service = serviceOf(value, options.now);
      if (!service.title && value["name"] !== null) rejected.push(remark(where, "no-title"));
      else read.push(...eventsOf(service, options, effort));
    }
    const warnings = services.length === 0 && rejected.length === 0 ? [remark("file", "no-events")] : [];
    if (read.length > MOST_READ) rejected.push(remark("file", "too-many"));
    return {
      kind: "events",
      format: oruk.format,
      read: read.slice(0, MOST_READ),
      rejected,
      warnings,
      complete,
      more,
    };
  },
};

interface Found {
  readonly services: readonly { readonly where: string; readonly value: Json }[];
  readonly rejected: Remark[];
  readonly complete: boolean;
  readonly more: More;
}

/** A page of services, a list of them, or one. */
function fromJson(text: string): Found {
  const value = parseLooseJson(text);
  if (isObject(value) && isService(value))
    return { services: [{ where: "item 1", value }], rejected: [], complete: true, more: {} };
  const { records, rejected } = readJsonRecords(
    text,
    "contents",
    "content",
    "services",
    "items",
    "results",
    "data",
    "",
  );
  const none = isObject(value) && rejected.every(({ code }) => code === "no-records");
  return {
    services: records,
    rejected: none ? [] : [...rejected],
    complete: !isObject(value) || isLast(value, records.length),
    more: isObject(value)
      ? { ...pagesOf(value), details: thinOnes(records.map((record) => record.value)) }
      : {},
  };
}

/** Version 3 need not say in its list when and where a service is: that stands on the service's own page. */
function thinOnes(services: readonly Json[]): readonly string[] {
  const says = ["schedules", "regular_schedules", "regular_schedule", "service_at_locations", "service_at_location"];
  return services
    .filter((service) => !says.some((name) => [service[name]].flat().some(isObject)))
    .filter(({ status }) => typeof status !== "string" || /^active$/i.test(status))
    .flatMap(({ id }) => (typeof id === "string" && id.length > 0 && id.length <= 200 ? [id] : []));
} // prettier-ignore

function isService(value: Json): boolean {
  return (
    typeof value["name"] === "string" &&
    !["contents", "content", "services"].some((list) => Array.isArray(value[list]))
  );
}

/** Both versions count pages; publishers' totals are not always right, their "last" is. */
function isLast(page: Json, count: number): boolean {
  const last = page["last_page"] ?? page["last"];
  if (typeof last === "boolean" || last === "true" || last === "false") return String(last) === "true";
  const number = (name: string, other: string) => Number(page[name] ?? page[other] ?? Number.NaN);
  const [pages, at, total] = [number("total_pages", "totalPages"), number("page_number", "number"), number("total_items", "totalElements")]; // prettier-ignore
  if (!Number.isNaN(pages) && !Number.isNaN(at)) return at >= pages;
  return !(total > count);
}

/** How many pages and services there are, as publishers count them. */
function pagesOf(page: Json): More {
  const number = (...names: readonly string[]) => {
    const said = Number(
      names.map((name) => page[name]).find((value) => /^\d{1,6}$/.test(String(value))) ?? Number.NaN,
    );
    return Number.isNaN(said) ? undefined : said;
  };
  return { pages: number("total_pages", "totalPages"), results: number("total_items", "totalElements") };
}

/** HSDS as a table: its schedules, whose services stand in another file. */
function isTable(text: string): boolean {
  const head = text.slice(0, 1_000).split(/\r?\n/)[0] ?? "";
  return /(?:^|,)"?opens_at"?(?:,|$)/i.test(head) && /(?:^|,)"?closes_at"?(?:,|$)/i.test(head);
}

function fromTable(text: string): Found {
  const [names = [], ...lines] = Papa.parse<string[]>(text.trim(), { skipEmptyLines: true }).data;
  const data = lines.map((cells) =>
    Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""])),
  );
  const services = data.map((row, index) => ({
    where: `line ${index + 2}`,
    value: { id: row["service_id"] || row["id"], name: null, schedules: [row] } satisfies Json,
  }));
  return { services, rejected: [], complete: true, more: {} };
}

/** One event for each time that a service is open; of one that says no times, or none in these days, the service itself. */
function eventsOf(service: Service, options: ReadOptions, effort: Effort): readonly ReadEvent[] {
  const { schedules, ...known } = service;
  const wanted = windowOf(options);
  const open = schedules.flatMap((schedule) =>
    timesOf(schedule, wanted, effort).map((occasion) => ({
      ...known,
      ...asWritten(occasion),
      recurs: schedule.rule !== null,
      place: schedule.place ?? known.place,
    })),
  );
  const seen = new Set<string>();
  const once = open.filter(
    ({ starts, place }) => !seen.has(`${starts} ${place}`) && seen.add(`${starts} ${place}`),
  );
  if (once.length > 0) return once.toSorted((one, other) => (one.starts < other.starts ? -1 : 1));
  const flags =
    known.flags.includes("stale") || schedules.length > 0
      ? known.flags
      : [...known.flags, "no-dates" as const];
  return [
    {
      ...known,
      starts: null,
      ends: null,
      allDay: false,
      recurs: schedules.some(({ rule }) => rule !== null),
      flags,
    },
  ];
}
