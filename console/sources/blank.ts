/** Where a new source starts from: addresses that need nothing but to be chosen. */
import type { Source } from "#shared/sources/schema.ts";

export const BLANK: Source = {
  name: "",
  url: "",
  format: null,
  everyMinutes: 180,
  mostPages: 50,
  paused: false,
  employer: null,
  record: null,
  fields: {},
  to: { miles: 10 },
};

export const PRESETS = {
  own: BLANK,
  tv: {
    ...BLANK,
    name: "Teaching Vacancies",
    url: "https://teaching-vacancies.service.gov.uk/api/v1/jobs.json",
    format: "teaching-vacancies",
  },
  nhs: {
    ...BLANK,
    name: "NHS Jobs",
    url: "https://www.jobs.nhs.uk/api/v1/search_xml?location=&distance=15",
    format: "nhs-jobs",
  },
  apprenticeships: {
    ...BLANK,
    name: "Apprenticeships",
    url: "https://api.apprenticeships.education.gov.uk/vacancies/vacancy",
    format: "display-advert",
  },
  adzuna: {
    ...BLANK,
    name: "Adzuna",
    url: "https://api.adzuna.com/v1/api/jobs/gb/search/1?distance=15&where=",
    format: "adzuna",
    mostPages: 5,
  },
} as const satisfies Readonly<Record<string, Source>>;

export type Preset = keyof typeof PRESETS;

/** A name for an address that nobody has named yet. */
export function nameFor(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^(?:www|jobs|api)\./, "") : "";
}
