/** A vacancy's facts in words, short enough to stand in a row. */
import type { Travel } from "#shared/vacancies/placement.ts";
import type { Vacancy } from "#shared/vacancies/schema.ts";
import type { Words } from "./words.ts";

/** "27½ hours a week" in the employer's words, else in figures. */
export function hoursInWords(words: Words, { hours, title }: Vacancy): readonly string[] {
  if (!hours) return [];
  const figures = [
    hours.perWeek === null ? null : words("hours.week", { n: hours.perWeek }),
    hours.weeksPerYear === null ? null : words("hours.weeks", { n: hours.weeksPerYear }),
  ].filter((figure) => figure !== null);
  const ownWords = hours.text !== null && (words.language === title.original || figures.length === 0);
  return ownWords && hours.text !== null ? [hours.text, ...figures.slice(0, 1)] : figures;
}

export function patternsInWords(words: Words, { patterns }: Vacancy): readonly string[] {
  return patterns.map((pattern) => words(`pattern.${pattern}`));
}

/** "Bus 36, 15 min". */
export function travelInWords(words: Words, { by, minutes, line }: Travel): string {
  if (line !== null && by === "bus") return words("travel.busLine", { line, n: minutes });
  if (line !== null && by === "train") return words("travel.trainLine", { line, n: minutes });
  return words(`travel.${by}`, { n: minutes });
}

/** What a parent who has been at home looks for, and what nobody should find out too late. */
export function goodToKnow(words: Words, vacancy: Vacancy): readonly string[] {
  const { trainingGiven, noExperienceNeeded, contract, needsWelsh, remote, patterns } = vacancy;
  return [
    trainingGiven ? words("job.training") : null,
    noExperienceNeeded ? words("job.noExperience") : null,
    remote && !patterns.includes("from-home") ? words("pattern.from-home") : null,
    contract === null ? null : words(`contract.${contract}`),
    needsWelsh === null ? null : words(`welsh.${needsWelsh}`),
  ].filter((fact) => fact !== null);
}

/** Where the work is; the name of the place, its postcode only where nothing better is said. */
export function placesInWords({ locations }: Vacancy): readonly string[] {
  const places = locations.map(({ text, postcode, outcode }) => text ?? postcode ?? outcode);
  return [...new Set(places.filter((place) => place !== null))];
}

/** One line that says what a shared link leads to. */
export function vacancyInALine(words: Words, vacancy: Vacancy, pay: string | null): string {
  const [place] = placesInWords(vacancy);
  return [vacancy.employer, pay, ...patternsInWords(words, vacancy).slice(0, 2), place]
    .filter(Boolean)
    .join(" · ");
}

/** The address to apply at, if it is one of the web. */
export function webAddress(address: string | null): URL | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === "https:" || url.protocol === "http:" ? url : null;
}

/** A number to ring, from what people write: "0113 496 0100 (ask for Jo)". `null` where it holds none. */
export function dialled(phone: string): string | null {
  const digits = /\+?\d[\d ()-]{4,}\d/.exec(phone)?.[0].replace(/[^\d+]/g, "");
  return digits ? `tel:${digits}` : null;
}
