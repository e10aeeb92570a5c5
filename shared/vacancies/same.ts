/** Whether two vacancies may be one job that two sources tell of. In doubt it says so, and a person decides. */
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
  if (link) marks.push(`link ${link}`);
  // Without an employer a title is too common to tell: only with its place does it say something.
  const where = vacancy.locations[0]?.postcode ?? vacancy.locations[0]?.text ?? null;
  if (bare && employer) marks.push(`job ${bare} at ${employer}`);
  else if (bare && where) marks.push(`job ${bare} in ${plainWords(where)}`);
  return marks;
}

/** Only an address that leads to one job: a site's front page is every job's. */
function linkOf(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { host, pathname, search } = new URL(address);
  const rest = `${pathname.replace(/\/+$/, "")}${search}`;
  return /\d/.test(rest) ? `${host.replace(/^www\./, "")}${rest}` : null;
}

/** The first of `shown` that may be the same as `vacancy`, by the key it is kept under; never itself. */
export function sameAs(
  vacancy: Told,
  itself: string,
  shown: ReadonlyMap<string, readonly string[]>,
): string | null {
  for (const mark of marksOfSameness(vacancy)) {
    const other = shown.get(mark)?.find((id) => id !== itself);
    if (other !== undefined) return other;
  }
  return null;
}

/** For `sameAs`: the vacancies that are shown, by every mark of theirs. */
export function byMark(shown: Iterable<readonly [id: string, vacancy: Told]>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [id, vacancy] of shown)
    for (const mark of marksOfSameness(vacancy)) found.set(mark, [...(found.get(mark) ?? []), id]);
  return found;
}
