import type { Centre } from "#shared/centres/schema.ts";
import { textIn } from "#shared/languages.ts";
import type { Notice } from "#shared/notices/schema.ts";
import type { Timing } from "#shared/schema.ts";
import type { Vacancy } from "#shared/vacancies/schema.ts";

/** Always shown, to nobody in particular yet. */
export const always: Timing = { from: null, until: null, pattern: [], exceptDates: [], termTimeOnly: false };

export function vacancy(title: string, more: Partial<Vacancy> = {}): Vacancy {
  return {
    title: textIn("en", title),
    employer: "Larkhill Primary",
    reference: null,
    source: null,
    locations: [{ text: "Larkhill", postcode: null, outcode: null, lat: null, lon: null }],
    remote: false,
    pay: { text: "£12.85 an hour", min: 12.85, max: 12.85, unit: "hour", currency: "GBP", predicted: false, perHour: 12.85 }, // prettier-ignore
    hours: { text: "9am to 3pm", perWeek: 25, weeksPerYear: 39 },
    patterns: ["term-time", "school-hours"],
    contract: "permanent",
    sector: "schools",
    trainingGiven: true,
    noExperienceNeeded: true,
    needsWelsh: null,
    posted: null,
    applyUrl: "https://jobs.example.org/1",
    apply: null,
    description: textIn("en", "Help children to read. ".repeat(40)),
    flags: [],
    origin: {},
    ...more,
  };
}

export function vacancyDraft(
  id: string,
  title: string,
  audience: "all" | string[] = [],
  timing: Partial<Timing> = {},
) {
  return { id, kind: "vacancy" as const, audience, over: null, ...always, ...timing, body: vacancy(title) };
}

export function notice(title: string, more: Partial<Notice> = {}): Notice {
  return { title: textIn("en", title), text: null, urgent: false, picture: null, video: null, ...more };
}

export function noticeDraft(
  id: string,
  title: string,
  audience: "all" | string[],
  timing: Partial<Timing> = {},
) {
  return { id, kind: "notice" as const, audience, over: null, ...always, ...timing, body: notice(title) };
}

export function centre(slug: string, more: Partial<Centre> = {}): Centre {
  return {
    slug,
    name: textIn("en", `${slug} Children’s Centre`),
    address: null,
    postcode: null,
    lat: null,
    lon: null,
    phone: null,
    nation: "england",
    languages: ["en"],
    brand: { colour: null, logo: null },
    offer: "minimum",
    opening: [],
    closedDays: [],
    terms: [],
    welcome: null,
    board: { ten: 10, motion: "steps", secondsPerSlide: 12 },
    adviser: null,
    deputy: null,
    staffLink: null,
    ...more,
  };
}
