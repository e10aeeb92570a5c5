/**
 * Finds jobs on the device: by a word that may be misspelt, another word for the same, or in another
 * language, and by what was touched. It counts what every further touch would leave.
 */
import MiniSearch, { type Query, type SearchResult } from "minisearch";
import type { Sector } from "#shared/vacancies/schema.ts";
import {
  bitsOf,
  CHIPS,
  FAR,
  lessOf,
  PAY,
  type Asked,
  type ChipName,
  type Far,
  type Found,
  type Order,
} from "./choices.ts";
import { plain, type Meanings } from "./meanings.ts";

/** How many jobs there would be with one thing more. */
export interface Counts {
  readonly chips: Readonly<Record<ChipName, number>>;
  readonly sectors: Readonly<Partial<Record<Sector, number>>>;
  readonly pay: readonly number[];
  readonly far: Readonly<Record<Far, number>>;
}

export interface Answer {
  /** The first of them, in order. */
  readonly ids: readonly string[];
  readonly total: number;
  readonly counts: Counts;
  /** Jobs whose titles the word may be the beginning of, each title once. */
  readonly suggestions: readonly string[];
  /** No job fits the word: these are all that fit what was touched. */
  readonly missed: boolean;
  /** Where nothing fits: how many would with each of `lessOf`. */
  readonly less: readonly number[];
}

const FIELDS = ["title", "employer", "place", "about", "kind"];
const BOOST = { title: 6, kind: 3, employer: 2, place: 1.5, about: 0.5 };
/** Shorter words must be right; a single letter only begins titles. */
const FORGIVING = 4;
const SUGGESTIONS = 4;

interface Known extends Found {
  /** What the words of its title begin with. */
  readonly initials: string;
}

export interface Finder {
  put(jobs: readonly Found[]): void;
  drop(ids: readonly string[]): void;
  ask(asked: Asked): Answer;
}

export function createFinder(meanings: () => Meanings): Finder {
  const jobs = new Map<string, Known>();
  const index = new MiniSearch<Found>({
    fields: FIELDS,
    extractField: (job, field) => (field === "kind" ? kindOf(job) : String(job[field as keyof Found])),
    processTerm: plain,
    searchOptions: { boost: BOOST, prefix: true },
  });

  return {
    put(list) {
      const fresh = list.filter(({ id }) => !jobs.has(id));
      for (const job of list) {
        if (jobs.has(job.id)) index.replace(job);
        jobs.set(job.id, { ...job, initials: initialsOf(job.title) });
      }
      index.addAll(fresh);
    },
    drop(ids) {
      for (const id of ids) {
        if (jobs.delete(id)) index.discard(id);
      }
    },
    ask(asked) {
      const words = asked.words.trim();
      const scores = words === "" ? null : scoresOf(words);
      const missed = scores !== null && scores.size === 0;
      const within = saying(scores);
      const { fitting, counts } = sift(within, asked);
      const order = asked.order ?? (scores && !missed ? null : "near");
      const compare = order
        ? ORDER[order]
        : (one: Found, other: Found) => scores!.get(other.id)! - scores!.get(one.id)!;
      const first = firstOf(fitting, asked.most, (one, other) => compare(one, other) || ORDER.near(one, other)); // prettier-ignore
      return {
        ids: first.map(({ id }) => id),
        total: fitting.length,
        counts,
        suggestions: words === "" ? [] : suggest(words, scores!, jobs),
        missed,
        less: fitting.length > 0 ? [] : lessOf(asked).map((part) => leftBy({ ...asked, ...part })),
      };
    },
  };

  /** The jobs that say it, all where nothing was said or none does. */
  function saying(scores: ReadonlyMap<string, number> | null): readonly Found[] {
    return scores && scores.size > 0 ? [...scores.keys()].map((id) => jobs.get(id)!) : [...jobs.values()];
  }

  function leftBy(asked: Asked): number {
    const words = asked.words.trim();
    return sift(saying(words === "" ? null : scoresOf(words)), asked).fitting.length;
  }

  function scoresOf(words: string): ReadonlyMap<string, number> {
    if (words.length === 1) return beginning(words);
    const others: Query[] = meanings()
      .of(words)
      .map(({ words: said, kind }) =>
        kind
          ? { queries: [said], fields: ["kind"], prefix: false, fuzzy: false }
          : { queries: [said], fields: ["title"], prefix: false, fuzzy: false, combineWith: "AND" },
      );
    const say = (fuzzy: false | typeof forgive): SearchResult[] =>
      index.search({
        combineWith: "OR",
        queries: [{ queries: [words], combineWith: "AND", fuzzy }, ...others],
      });
    const right = say(false);
    // Only what no job says is taken for misspelt: forgiving costs most of a search.
    const found = right.length > 0 ? right : say(forgive);
    return new Map(found.map(({ id, score }) => [id as string, score]));
  }

  /** A letter alone: the jobs of whose titles it begins a word. */
  function beginning(letter: string): ReadonlyMap<string, number> {
    const begin = plain(letter);
    const found = [...jobs.values()].filter(({ initials }) => initials.includes(begin));
    return new Map(found.map(({ id }) => [id, 1]));
  }
}

function forgive(term: string): number | false {
  return term.length >= FORGIVING ? 0.25 : false;
}

function initialsOf(title: string): string {
  return title.split(/\s+/).map((word) => plain(word).slice(0, 1)).join(""); // prettier-ignore
}

/** The first `most` of a list in order: sorting all of thousands for the few that are shown would take longest. */
function firstOf<T>(list: readonly T[], most: number, compare: (one: T, other: T) => number): readonly T[] {
  const first: T[] = [];
  for (const one of list) {
    let at = first.length;
    while (at > 0 && compare(one, first[at - 1]!) < 0) at -= 1;
    if (at === most) continue;
    first.splice(at, 0, one);
    if (first.length > most) first.pop();
  }
  return first;
}

/** Words that no advert holds, for its kind of work and how it is worked. */
function kindOf({ sector, patterns }: Found): string {
  return [sector && `kind${sector}`, ...patterns.map((pattern) => `worked${pattern.replace("-", "")}`)].join(
    " ",
  );
}

const ORDER: Readonly<Record<Order, (one: Found, other: Found) => number>> = {
  near: (one, other) => ascending(one.minutes, other.minutes) || other.posted - one.posted,
  new: (one, other) => other.posted - one.posted,
  "best-paid": (one, other) => other.perHour - one.perHour,
};

/** Also where both are endless. */
function ascending(one: number, other: number): number {
  return one === other ? 0 : one - other;
}

/** Those that fit everything that was touched; and of each further thing, how many it would leave. */
function sift(jobs: readonly Found[], asked: Asked) {
  const wanted = bitsOf(asked.chips);
  const mostFar = asked.far === null ? Infinity : FAR.indexOf(asked.far);
  const fitting: Found[] = [];
  const chips = CHIPS.map(() => 0);
  const sectors: Partial<Record<Sector, number>> = {};
  const pay = PAY.map(() => 0);
  const far = FAR.map(() => 0);
  for (const job of jobs) {
    if ((job.traits & wanted) !== wanted) continue;
    const ofKind = asked.sector === null || job.sector === asked.sector;
    const paid = asked.pay === null || job.perHour >= asked.pay;
    const near = job.far <= mostFar;
    if (paid && near && job.sector) sectors[job.sector] = (sectors[job.sector] ?? 0) + 1;
    if (ofKind && near) for (let at = 0; at < PAY.length; at += 1) if (job.perHour >= PAY[at]!) pay[at]! += 1;
    if (ofKind && paid) for (let at = job.far; at < FAR.length; at += 1) far[at]! += 1;
    if (!ofKind || !paid || !near) continue;
    fitting.push(job);
    for (let at = 0; at < CHIPS.length; at += 1) if (job.traits & (1 << at)) chips[at]! += 1;
  }
  const counts: Counts = {
    chips: Object.fromEntries(CHIPS.map((chip, at) => [chip, chips[at]!])) as Counts["chips"],
    sectors,
    pay,
    far: Object.fromEntries(FAR.map((name, at) => [name, far[at]!])) as Counts["far"],
  };
  return { fitting, counts };
}

/** The best of what was found, each title once, but not what has been typed already. */
function suggest(
  words: string,
  scores: ReadonlyMap<string, number>,
  jobs: ReadonlyMap<string, Found>,
): readonly string[] {
  const typed = plain(words);
  const seen = new Set<string>();
  const suggested: string[] = [];
  for (const id of scores.keys()) {
    const { title } = jobs.get(id)!;
    // The same few titles come again and again.
    if (seen.has(title)) continue;
    seen.add(title);
    if (plain(title) !== typed) suggested.push(id);
    if (suggested.length === SUGGESTIONS) break;
  }
  return suggested;
}
