/** A vacancy as a reader read it, made into what the hub keeps. */
import type { Input } from "#shared/contract.ts";
import { LANGUAGES, type Language, type Text, textIn } from "#shared/languages.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";
import type { Vacancy } from "#shared/vacancies/schema.ts";

export type Offer = Input<"importVacancies">["vacancies"][number];

/**
 * `key` says which vacancy it is, so that the same one read twice is one; `source` is the name of
 * the file or feed, for the adviser.
 */
export function offerOf(read: ReadVacancy, key: string, source: string): Offer {
  return { id: `v-${key}`, until: read.closes, body: bodyOf(read, source) };
}

export function bodyOf(read: ReadVacancy, source: string): Vacancy {
  const language =
    LANGUAGES.find((known) => known === read.language?.slice(0, 2)) ?? ("en" satisfies Language);
  const { pay, hours } = read;
  return {
    title: inLanguages(textIn(language, read.title), read.titles),
    employer: read.employer,
    reference: read.reference,
    source: source.slice(0, 200),
    locations: read.locations.map(({ text, postcode, outcode, lat, lon }) => ({
      text,
      postcode,
      outcode,
      lat,
      lon,
    })),
    remote: read.remote,
    pay: pay.text === null && pay.min === null && pay.max === null ? null : pay,
    hours: hours.text === null && hours.perWeek === null && hours.weeksPerYear === null ? null : hours,
    patterns: [...read.patterns],
    contract: read.contract,
    sector: read.sector,
    trainingGiven: read.trainingGiven,
    noExperienceNeeded: read.noExperienceNeeded,
    needsWelsh: read.needsWelsh,
    posted: read.posted,
    applyUrl: read.applyUrl,
    apply: null,
    description: read.description ? textIn(language, read.description) : null,
    flags: [...read.flags],
    origin: { ...read.origin },
  };
}

/** A source's own translations, of the languages that screens have. */
function inLanguages(text: Text, more: Readonly<Record<string, string>>): Text {
  const known = LANGUAGES.filter((language) => language !== text.original && more[language]);
  return {
    ...text,
    words: { ...text.words, ...Object.fromEntries(known.map((language) => [language, more[language]])) },
  };
}
