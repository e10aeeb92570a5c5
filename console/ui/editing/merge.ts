/**
 * Two people at work on one thing, from the same beginning: what only one of them changed is taken
 * from both; what both changed is for the second to choose. Pure.
 */

export interface Clash {
  /** Where both changed it, as `body.title.words.en`. */
  readonly path: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged<T> {
  /** With mine where both changed it. */
  readonly value: T;
  readonly clashes: readonly Clash[];
}

export function merged<T>(base: T, mine: T, theirs: T, path = ""): Merged<T> {
  if (same(mine, theirs) || same(base, theirs)) return { value: mine, clashes: [] };
  if (same(base, mine)) return { value: theirs, clashes: [] };
  if (!isPlain(mine) || !isPlain(theirs)) return { value: mine, clashes: [{ path, mine, theirs }] };
  const before: Readonly<Record<string, unknown>> = isPlain(base) ? base : {};
  const clashes: Clash[] = [];
  const value: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const part = merged(before[name], mine[name], theirs[name], path === "" ? name : `${path}.${name}`);
    clashes.push(...part.clashes);
    if (part.value !== undefined) value[name] = part.value;
  }
  return { value: value as T, clashes };
}

/** The value with theirs at these places. */
export function taking<T>(value: T, clashes: readonly Clash[]): T {
  let next: unknown = value;
  for (const { path, theirs } of clashes) next = replaced(next, path.split("."), theirs);
  return next as T;
}

function replaced(value: unknown, [name, ...rest]: readonly string[], by: unknown): unknown {
  if (name === undefined || name === "") return by;
  const before: Readonly<Record<string, unknown>> = isPlain(value) ? value : {};
  return { ...before, [name]: replaced(before[name], rest, by) };
}

export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, at) => same(each, other[at]));
  }
  if (!isPlain(one) || !isPlain(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => same(one[name], other[name]));
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
