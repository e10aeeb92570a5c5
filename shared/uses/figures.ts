/**
 * Figures about people, published so that nobody can be singled out. Within one centre and month a
 * figure from one to four is hidden, and parts of a whole that are so few are merged into "others",
 * together with as many further ones as make them five. Every other figure (a quarter, the district)
 * is the sum of what is published there, never of what is hidden. So whatever is taken from whatever,
 * what is left counts five people or none.
 */

/** `null`: from one to four. */
export type Figure = number | null;

export const LEAST = 5;

/** A figure of a month that is over. */
export function published(count: number): Figure {
  return count > 0 && count < LEAST ? null : count;
}

/**
 * A figure of a month that still runs: it goes up by fives, for whoever looks every day could tell
 * what one day brought.
 */
export function publishedSoFar(count: number): Figure {
  return count > 0 && count < LEAST ? null : count - (count % LEAST);
}

export function sum(figures: Iterable<Figure>): number {
  let total = 0;
  for (const figure of figures) total += figure ?? 0;
  return total;
}

export interface Parts {
  readonly named: Readonly<Record<string, number>>;
  /** All that are too few to be named, together; 0 or at least five. */
  readonly others: number;
}

/** A whole by its parts; nothing of one that is itself too small to be told. */
export function parts(counts: ReadonlyMap<string, number>): Parts {
  const sorted = [...counts].filter(([, count]) => count > 0);
  sorted.sort(([one, few], [other, many]) => few - many || (one < other ? -1 : 1));
  let others = 0;
  let from = 0;
  for (; from < sorted.length; from += 1) {
    const [, count] = sorted[from]!;
    if (count >= LEAST && (others === 0 || others >= LEAST)) break;
    others += count;
  }
  return others > 0 && others < LEAST
    ? { named: {}, others: 0 }
    : { named: Object.fromEntries(sorted.slice(from)), others };
}

/** The parts of several wholes together, out of what is published of each. */
export function joinParts(all: Iterable<Parts>): Parts {
  const named = new Map<string, number>();
  let others = 0;
  for (const one of all) {
    others += one.others;
    for (const [name, count] of Object.entries(one.named)) named.set(name, (named.get(name) ?? 0) + count);
  }
  return { named: Object.fromEntries(named), others };
}
