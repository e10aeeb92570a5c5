/** Other words for the same work, in the languages of a kiosk: what content/search says. */
import MiniSearch from "minisearch";

/** By what is meant ("teaching assistant", "@care" a kind of work, "#evenings" a pattern): the words people type. */
export type Dictionary = Readonly<Record<string, readonly string[]>>;

export interface Meaning {
  readonly words: string;
  /** Stands for a kind of work or a pattern, not for words of a title. */
  readonly kind: boolean;
}

export interface Meanings {
  of(words: string): readonly Meaning[];
}

/** Of the best, those that come at least so close to it. */
const CLOSE = 0.6;
const FORGIVING = 5;

export function meaningsOf(dictionaries: readonly Dictionary[]): Meanings {
  const entries = dictionaries.flatMap((dictionary) =>
    Object.entries(dictionary).flatMap(([meant, typed]) => typed.map((words) => ({ meant, words }))),
  );
  const index = new MiniSearch<{ id: number; words: string }>({
    fields: ["words"],
    processTerm: plain,
    searchOptions: {
      combineWith: "AND",
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length >= FORGIVING ? 0.2 : false),
    },
  });
  index.addAll(entries.map(({ words }, id) => ({ id, words })));
  return {
    of(words) {
      const found = index.search(words);
      const least = (found[0]?.score ?? 0) * CLOSE;
      const meant = found.filter(({ score }) => score >= least).map(({ id }) => entries[id as number]!.meant);
      return [...new Set(meant)].map(meaning);
    },
  };
}

function meaning(meant: string): Meaning {
  if (meant.startsWith("@")) return { words: `kind${meant.slice(1)}`, kind: true };
  if (meant.startsWith("#")) return { words: `worked${meant.slice(1).replace("-", "")}`, kind: true };
  return { words: meant, kind: false };
}

/** Small letters without their marks: whoever types "caffi" or "kafe" means "café". */
export function plain(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, "")
    .replace(/ł/g, "l");
}
