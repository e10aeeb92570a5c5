/** What somebody says the columns of a list mean. */

/** By what they mean; under "" those that say nothing. */
export type Fields = Readonly<Record<string, readonly string[]>>;

/** The corrections after this column was said to mean something else. */
export function corrected(fields: Fields, name: string, column: string): Record<string, string[]> {
  const without = Object.entries(fields).map(
    ([known, names]) => [known, names.filter((one) => one !== name)] as const,
  );
  const kept = Object.fromEntries(without.filter(([, names]) => names.length > 0));
  return { ...kept, [column]: [...(kept[column] ?? []), name] };
}
