/** What kind of work a job is: its title held against SOC 2020, offline, and grouped into plain sectors. */
import table from "../../content/reference/occupations.tsv?raw";
import { plainTitle } from "./titles.ts";
import { sectorOfCode, TITLES_OF_THE_FIELD } from "./sectors.ts";
import type { Sector } from "#shared/vacancies/schema.ts";

export interface Occupation {
  /** The unit group of SOC 2020; `null` where no title is like it. */
  readonly soc: string | null;
  readonly sector: Sector;
  /** 0 to 1: 1 for a title that the list has word for word. */
  readonly confidence: number;
}

/** Below it the sector is "other": an adviser knows better than a guess. */
const SURE_ENOUGH = 0.5;

interface Title {
  readonly code: string;
  readonly words: readonly string[];
}

const SAME: ReadonlyMap<string, string> = new Map(Object.entries({
  crèche: "creche", centre: "center", organiser: "organizer", worker: "work", working: "work", advisor: "adviser",
  administration: "administrator", admin: "administrator", educator: "practitioner", carers: "carer", childrens: "child", children: "child",
  kids: "child", preschool: "pre-school", mid: "midday", colleague: "assistant", associate: "assistant", operator: "operative",
  cleaning: "cleaner", driving: "driver", drivers: "driver", lunchtime: "midday", dinner: "midday", homecare: "home", gp: "doctor",
  swyddog: "officer", gweinyddol: "administrator", cynorthwyydd: "assistant", athro: "teacher", athrawes: "teacher", gofalwr: "carer", glanhawr: "cleaner",
  cogydd: "cook", nyrs: "nurse", gyrrwr: "driver",
})); // prettier-ignore
const SAYS_NOTHING =
  /^(?:and|or|of|the|a|an|to|with|n\.e\.c\.?|nec|n|e|c|other|related|occupations?|experienced|qualified|trainee|apprentice|junior|senior|lead|friendly|new|our|team|member|person|people|staff|various|opportunity|vacancy|job|post|role)$/;

const TITLES: readonly Title[] = [
  ...table
    .trim()
    .split("\n")
    .slice(1)
    .flatMap((line) => {
      const [code = "", group = "", related = ""] = line.split("\t");
      return [group, ...related.split("|")].map((title) => ({ code, words: wordsOf(title) }));
    }),
  ...Object.entries(TITLES_OF_THE_FIELD).flatMap(([code, titles]) =>
    titles.map((title) => ({ code, words: wordsOf(title) })),
  ),
].filter(({ words }) => words.length > 0);

/** What people in the field write was put in on purpose, so it goes before a like title of the list. */
const EXACT: ReadonlyMap<string, string> = new Map(
  TITLES.map(({ code, words }) => [words.toSorted().join(" "), code]),
);

const BY_WORD = new Map<string, Title[]>();
for (const title of TITLES)
  for (const word of new Set(title.words)) {
    const known = BY_WORD.get(word);
    if (known) known.push(title);
    else BY_WORD.set(word, [title]);
  }

/** A word that many titles share, such as "assistant", says little. */
const weightOf = (word: string) => Math.log(1 + TITLES.length / (1 + (BY_WORD.get(word)?.length ?? 0)));
const WEIGHTS = new Map<string, number>([...BY_WORD.keys()].map((word) => [word, weightOf(word)]));

export function classify(title: string): Occupation {
  const words = wordsOf(plainTitle(title));
  const exact = EXACT.get(words.toSorted().join(" "));
  if (exact) return { soc: exact, sector: sectorOfCode(exact), confidence: 1 };
  const best = mostAlike(words);
  if (!best || best.score < SURE_ENOUGH)
    return { soc: null, sector: "other", confidence: best ? round(best.score) : 0 };
  return { soc: best.code, sector: sectorOfCode(best.code), confidence: round(best.score) };
}

/** Twice the weight that both share, by the weight of both (Dice). A title that is held whole counts more. */
function mostAlike(words: readonly string[]): { readonly code: string; readonly score: number } | null {
  const own = new Set(words);
  const candidates = new Set([...own].flatMap((word) => BY_WORD.get(word) ?? []));
  let best: { code: string; score: number } | null = null;
  for (const { code, words: theirs } of candidates) {
    const shared = sum(theirs.filter((word) => own.has(word)));
    const all = sum(theirs);
    const dice = (2 * shared) / (sum([...own]) + all);
    const score = shared === all ? Math.max(dice, 0.55 + dice * 0.35) : dice;
    if (score > (best?.score ?? 0)) best = { code, score };
  }
  return best;
}

function sum(words: readonly string[]): number {
  let total = 0;
  for (const word of words) total += WEIGHTS.get(word) ?? 3;
  return total;
}

const round = (score: number) => Math.round(score * 100) / 100;

function wordsOf(title: string): readonly string[] {
  return title
    .toLowerCase()
    .replace(/['’]/g, "")
    .split(/[^\p{L}\p{N}-]+/u)
    .flatMap((word) => (/^(?:pre-school|fork-lift)$/.test(word) ? [word] : word.split("-")))
    .map((word) => SAME.get(word) ?? singular(word))
    .filter((word) => word.length > 1 && !SAYS_NOTHING.test(word));
}

function singular(word: string): string {
  const one = word.length > 3 ? word.replace(/(?<=[a-z])(?<!s|u|i)s$/, "") : word;
  return SAME.get(one) ?? one;
}
