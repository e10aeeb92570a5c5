/** A small invented district for the light pages, as the hub would read it: Sunday 22 November 2026. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express from "express";
import { leafletHtml } from "#server/leaflets/html.ts";
import type { PageOptions } from "#server/pages/options.ts";
import { pages } from "#server/pages/pages.tsx";
import type { PublicCentre } from "#shared/centres/schema.ts";
import type { Event } from "#shared/events/schema.ts";
import type { Shown } from "#shared/item.ts";
import type { Kind } from "#shared/kinds.ts";
import type { Text } from "#shared/languages.ts";
import type { Leaflet } from "#shared/leaflets/schema.ts";
import type { Timing } from "#shared/schema.ts";
import type { Entry, EntryType, Values } from "#shared/programme.ts";
import type { Placement } from "#shared/vacancies/placement.ts";
import type { Vacancy } from "#shared/vacancies/schema.ts";
import type { Held, PageKind, PageReader } from "#server/pages/reader.ts";

/** Monday 23 November 2026, ten in the morning. */
export const NOW = Date.parse("2026-11-23T10:00:00Z");

export const en = (words: string): Text => ({ original: "en", words: { en: words } });

export const larkhill: PublicCentre = {
  slug: "larkhill",
  name: {
    original: "en",
    words: { en: "Larkhill Children’s Centre", ur: "لارک ہل چلڈرن سینٹر", pl: "Centrum dla dzieci Larkhill" },
  },
  address: en("12 Mill Lane, Larkhill"),
  postcode: "LS14 9ZA",
  lat: 53.828,
  lon: -1.456,
  phone: "0113 496 0100",
  nation: "england",
  languages: ["en", "ur", "pl"],
  brand: { colour: null, logo: null },
  offer: "enhanced",
  opening: [
    { days: ["mon", "tue", "wed", "thu", "fri"], start: "08:30", end: "17:00" },
    { days: ["sat"], start: "09:30", end: "13:00" },
  ],
  closedDays: ["2026-12-25"],
  terms: [["2026-11-02", "2026-12-18"]],
  welcome: {
    original: "en",
    words: {
      en: "Anyone with a child under five, and anyone expecting one. Grandparents, dads and childminders too.\n\nNo appointment, nothing to pay, nothing to sign. Come in, have a brew.",
      ur: "پانچ سال سے کم عمر بچے والا ہر شخص، اور جو بچے کی امید سے ہے۔ نانا نانی، دادا دادی، والد اور چائلڈ مائنڈر بھی۔\n\nاپائنٹمنٹ کی ضرورت نہیں، کوئی فیس نہیں۔",
    },
  },
  board: { ten: 10, motion: "steps", secondsPerSlide: 12 },
};

export const aberhelyg: PublicCentre = {
  ...larkhill,
  slug: "aberhelyg",
  name: { original: "cy", words: { cy: "Canolfan Blant Aberhelyg", en: "Aberhelyg Children’s Centre" } },
  address: { original: "cy", words: { cy: "Ffordd yr Ysgol, Aberhelyg", en: "School Road, Aberhelyg" } },
  postcode: "CF82 9ZB",
  phone: "029 2018 0300",
  nation: "wales",
  languages: ["en", "cy"],
  brand: { colour: "#7a2b22", logo: null },
  closedDays: [],
  welcome: {
    original: "cy",
    words: {
      cy: "Croeso i bawb sydd â phlentyn dan bump, neu sy’n disgwyl babi. Does dim angen apwyntiad a does dim i’w dalu.",
      en: "Everyone with a child under five, or a baby on the way, is welcome. No appointment, and nothing to pay.",
    },
  },
};

const TIMING = { from: null, until: null, pattern: [], exceptDates: [], termTimeOnly: false } as const;

export function shown<K extends Kind>(body: Shown<K>["body"], timing: Partial<Timing> = {}): Shown<K> {
  return { ...TIMING, ...timing, body } as Shown<K>;
}

export function vacancy(title: Text, changes: Partial<Vacancy> = {}): Vacancy {
  return {
    title,
    employer: "Larkhill Primary School",
    reference: null,
    source: null,
    locations: [{ text: "Mill Lane, Larkhill", postcode: "LS14 9ZA", outcode: "LS14", lat: null, lon: null }],
    remote: false,
    pay: hourly(12.85),
    hours: { text: "9am–3pm", perWeek: 27.5, weeksPerYear: 39 },
    patterns: ["part-time", "term-time"],
    contract: "permanent",
    sector: "schools",
    trainingGiven: true,
    noExperienceNeeded: true,
    needsWelsh: null,
    posted: null,
    applyUrl: "https://jobs.example.org/teaching-assistant",
    apply: null,
    description: en("Help a class of four and five year olds.\n\nYou can be patient on a wet Tuesday."),
    flags: [],
    origin: {},
    ...changes,
  };
}

export function hourly(amount: number): NonNullable<Vacancy["pay"]> {
  const text = `£${amount.toFixed(2)} an hour`;
  return { text, min: amount, max: amount, unit: "hour", currency: "GBP", predicted: false, perHour: amount };
}

export function yearly(amount: number, perHour: number | null): NonNullable<Vacancy["pay"]> {
  const text = `£${amount.toLocaleString("en-GB")} a year`;
  return { text, min: amount, max: amount, unit: "year", currency: "GBP", predicted: false, perHour };
}

export function event(title: Text, changes: Partial<Event> = {}): Event {
  return {
    title,
    summary: en("Nine employers, no appointment, no forms. Bring the children."),
    place: en("Main hall"),
    first: { day: "2026-11-26", start: "09:30", end: "12:00" },
    repeats: null,
    also: [],
    exceptDates: [],
    cancelled: [],
    termTimeOnly: false,
    session: null,
    about: "jobs",
    languages: ["en"],
    creche: "free",
    free: true,
    booking: null,
    picture: null,
    ...changes,
  };
}

export function leaflet(title: Text, changes: Partial<Leaflet> = {}): Leaflet {
  return {
    title,
    summary: en("What you can get towards childcare, and how to ask for it."),
    text: en(
      "## Who can get it\n\nMost families where parents work.\n\n- Ask at the centre\n- Bring your questions",
    ),
    topics: ["childcare"],
    edition: "3",
    reviewed: "2026-10-01",
    reviewBy: "2027-04-01",
    picture: null,
    pdfs: {},
    ...changes,
  };
}

export function placed(vacancyId: string, place: number, changes: Partial<Placement> = {}): Placement {
  const travel = { by: "foot", minutes: 8, line: null } as const;
  const placement = {
    vacancy: vacancyId,
    centre: "larkhill",
    on: "board",
    place,
    until: null,
    travel,
  } as const;
  return { ...placement, placed: "2026-11-20T09:00:00Z", ...changes };
}

export function entry<T extends EntryType>(type: T, id: string, value: Values[T] | null): Entry {
  return { type, id, version: 1, value } as Entry;
}

/** A district: each centre with its programme, and what has been withdrawn from which centres. */
export interface District {
  readonly programmes: readonly { readonly centre: PublicCentre; readonly entries: readonly Entry[] }[];
  readonly withdrawn?: Readonly<Record<string, readonly string[]>>;
}

/** Reads a district held in memory, the way the hub reads its database. */
export function readerOf({ programmes, withdrawn = {} }: District): PageReader {
  const programmeOf = (slug: string) => programmes.find(({ centre }) => centre.slug === slug) ?? null;
  const placementIn = (slug: string, id: string) =>
    programmeOf(slug)?.entries.flatMap(({ type, value }) =>
      type === "placement" && value?.vacancy === id ? [value] : [],
    )[0] ?? null;
  return {
    centres: async () => programmes.map(({ centre }) => centre),
    centre: async (slug) => programmeOf(slug)?.centre ?? null,
    programme: async (slug) => programmeOf(slug),
    placement: async (id, slug) => placementIn(slug, id),
    async held<K extends PageKind>(kind: K, id: string): Promise<Held<K> | null> {
      const former = withdrawn[id];
      if (former) return { shown: null, centres: former };
      const holding = programmes.flatMap(({ centre, entries }) => {
        const found = entries.find((one) => one.type === kind && one.id === id && one.value !== null);
        const holds = found && (kind !== "vacancy" || placementIn(centre.slug, id) !== null);
        return holds ? [{ slug: centre.slug, shown: found.value as Shown<K> }] : [];
      });
      const [first] = holding;
      return first ? { shown: first.shown, centres: holding.map(({ slug }) => slug) } : null;
    },
  };
}

const JOBS: readonly [id: string, Vacancy, until: string | null][] = [
  ["ta", vacancy(en("Teaching assistant")), "2026-11-27T12:00:00Z"],
  [
    "midwife",
    vacancy(en("Community midwife support worker"), {
      employer: "Northbrook Hospital",
      pay: yearly(24071, 12.31),
      patterns: ["part-time"],
      needsWelsh: "useful",
    }),
    "2026-11-24T00:00:00Z",
  ],
  ["driver", vacancy(en("Trainee bus driver"), { employer: "Riverside Buses", pay: hourly(14.2), patterns: ["full-time"] }), "2026-12-12T00:00:00Z"],
  ["cook", vacancy({ original: "en", words: { en: "School cook", cy: "Cogydd ysgol", ur: "اسکول کا باورچی" } }, { pay: hourly(12.6), patterns: ["school-hours", "term-time"] }), null],
  ["care", vacancy(en("Home care worker"), { employer: "Kindly Care", pay: { ...hourly(13.1), max: 14.5, text: null }, patterns: ["evenings", "weekends"] }), "2026-12-01T17:00:00Z"],
  ["admin", vacancy(en("Receptionist at a GP surgery"), { employer: "Mill Lane Surgery", pay: yearly(23500, 12.05), patterns: ["job-share"] }), "2026-11-30T00:00:00Z"],
  ["cleaner", vacancy(en("Cleaner, early mornings"), { employer: "Brightwell", patterns: ["part-time"], contract: "casual" }), null],
  ["nursery", vacancy(en("Nursery nurse apprentice"), { employer: "Little Larks Nursery", contract: "apprenticeship", pay: hourly(8.2) }), "2026-11-29T00:00:00Z"],
  ["shop", vacancy(en("Shop assistant"), { employer: "Corner Co-op", patterns: ["flexible"] }), null],
  ["dev", vacancy(en("Junior web developer, from home"), { employer: "Pennine Digital", remote: true, patterns: ["from-home"], pay: yearly(27000, 14.2) }), "2026-12-04T12:00:00Z"],
]; // prettier-ignore

const EVENTS: readonly [id: string, Event][] = [
  ["brew", event(en("Meet local employers over a brew"))],
  [
    "play",
    event({ original: "en", words: { en: "Stay and play", cy: "Aros a chwarae", ur: "آئیں اور کھیلیں" } }, {
      first: { day: "2026-11-02", start: "10:00", end: "11:30" },
      repeats: { every: { weeks: 1 }, days: ["mon", "wed"], until: null },
      cancelled: ["2026-11-25"],
      creche: null,
    }),
  ],
  ["english", event(en("Learn English with your child"), { first: { day: "2026-11-24", start: "13:00", end: "14:30" }, languages: ["en", "ur"], creche: "paid", free: false })],
  [
    "adviser",
    event(en("Work adviser"), {
      first: { day: "2026-11-02", start: "09:30", end: "12:30" },
      repeats: { every: { weeks: 1 }, days: ["mon", "thu"], until: null },
      place: en("Blue table by the buggy park"),
      session: { name: "Jo", consent: "2026-11-02T09:00:00Z", here: { since: "2026-11-23T09:28:00Z", state: "here" } },
      creche: null,
    }),
  ],
]; // prettier-ignore

const ITEMS: readonly Entry[] = [
  ...JOBS.map(([id, body, until]) => entry("vacancy", id, shown<"vacancy">(body, { until }))),
  ...EVENTS.map(([id, body]) => entry("event", id, shown<"event">(body))),
  entry("leaflet", "childcare", shown<"leaflet">(leaflet(en("Help with childcare costs")))),
  entry("leaflet", "rights", shown<"leaflet">(leaflet({ original: "en", words: { en: "Your rights when you are pregnant", ur: "حمل کے دوران آپ کے حقوق" } }))),
  entry("notice", "snow", shown<"notice">({ title: en("The car park is closed on Tuesday"), text: en("The gate is being mended. Please come in by the garden."), urgent: false, picture: null, video: null })),
]; // prettier-ignore

export const district: District = {
  programmes: [larkhill, aberhelyg].map((centre) => ({
    centre,
    entries: [
      entry("centre", centre.slug, centre),
      ...ITEMS,
      ...JOBS.map(([id], at) => {
        const by = at % 3 === 0 ? ({ by: "foot", minutes: 8, line: null } as const) : null;
        const travel = by ?? { by: "bus", minutes: 10 + at, line: "36" };
        const centreOf = { centre: centre.slug, travel } as const;
        return entry("placement", `${centre.slug}-${id}`, placed(id, at, centreOf));
      }),
    ],
  })),
  withdrawn: { sold: ["larkhill"] },
};

export interface ServedPages {
  readonly url: string;
  /** What the pages told the hub of, in order. */
  readonly reported: readonly unknown[];
  stop(): Promise<void>;
}

/** The light pages of a district on a port of their own, at `NOW` unless the options say otherwise. */
export async function servePages(options: Partial<PageOptions> = {}): Promise<ServedPages> {
  const reported: unknown[] = [];
  const all: PageOptions = {
    read: readerOf(district),
    publicUrl: "https://signpost.example",
    now: () => NOW,
    leafletHtml: async (markdown) => leafletHtml(markdown),
    opened: () => {},
    report: (error) => reported.push(error),
    ...options,
  };
  const server = express().use(pages(all)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, reported, stop };
}
