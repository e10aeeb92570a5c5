/** Whether two vacancies may be one job that two sources tell of. In doubt it says so, and a person decides. */
import { fnv1a } from "../programme.ts";
import { employerKey, plainWords } from "./employer.ts";
import type { Vacancy } from "./schema.ts";

type Told = Pick<Vacancy, "title" | "employer" | "applyUrl" | "locations">;

/** Words that adverts add to a title without naming another job. */
const DECORATION =
  /\b(?:full|part|time|permanent|temporary|fixed|term|urgent|immediate|start|required|wanted|new|vacancy|job|role|hours?|per|week|x\d+)\b|\d+/g;

/** What a vacancy may be known again by; two that share one of these may be the same. */
export function marksOfSameness(vacancy: Told): readonly string[] {
  const marks: string[] = [];
  const link = linkOf(vacancy.applyUrl);
  const employer = employerKey(vacancy.employer);
  const title = plainWords(vacancy.title.words[vacancy.title.original] ?? "");
  const bare = title.replace(DECORATION, " ").split(/\s+/).filter(Boolean).toSorted().join(" ") || title;
  if (link) marks.push(mark(`link ${link}`));
  // Without an employer a title is too common to tell: only with its place does it say something.
  const where = vacancy.locations[0]?.postcode ?? vacancy.locations[0]?.text ?? null;
  if (bare && employer) marks.push(mark(`job ${bare} at ${employer}`));
  else if (bare && where) marks.push(mark(`job ${bare} in ${plainWords(where)}`));
  return marks;
}

/** What all vacancies of an employer are found by; the employer as `employerKey` gives it. */
export function markOfEmployer(employer: string): string {
  return mark(`by ${employer}`);
}

/** Only an address that leads to one job: a site's front page is every job's. */
function linkOf(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { host, pathname, search } = new URL(address);
  const rest = `${pathname.replace(/\/+$/, "")}${search}`;
  return /\d/.test(rest) ? `${host.replace(/^www\./, "")}${rest}` : null;
}

/** Short, whatever it is made of. A clash in 64 bits would at worst make somebody look. */
function mark(text: string): string {
  return [fnv1a(text), fnv1a(text, 0x9747b28c)].map((half) => half.toString(16).padStart(8, "0")).join("");
}
