/** A list for `in (…)`: Postgres knows no empty one, and no slug or id of ours is an empty word. */
export function within(names: readonly string[]): readonly string[] {
  return names.length === 0 ? [""] : names;
}
