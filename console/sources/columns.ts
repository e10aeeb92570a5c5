/** What somebody has said the columns of a sender's lists mean, remembered for the next list with the same columns. */
import type { LookedColumn } from "#shared/bringing.ts";

/** By what they mean; under "" those that say nothing. */
export type Fields = Readonly<Record<string, readonly string[]>>;

const PREFIX = "signpost-columns/";

const keyOf = (columns: readonly LookedColumn[]) =>
  `${PREFIX}${columns
    .map(({ name }) => name)
    .join("|")
    .slice(0, 500)}`;

/** `null` where nothing was corrected. */
export function remembered(columns: readonly LookedColumn[]): Fields | null {
  if (columns.length === 0) return null;
  try {
    const kept = localStorage.getItem(keyOf(columns));
    return kept === null ? null : (JSON.parse(kept) as Fields);
  } catch {
    return null;
  }
}

export function remember(columns: readonly LookedColumn[], fields: Fields): void {
  try {
    if (Object.keys(fields).length > 0) localStorage.setItem(keyOf(columns), JSON.stringify(fields));
  } catch {
    // A full or forbidden storage costs a correction the next time, and nothing else.
  }
}

/** The corrections after this column was said to mean something else. */
export function corrected(fields: Fields, name: string, column: string): Fields {
  const without = Object.entries(fields).map(
    ([known, names]) => [known, names.filter((one) => one !== name)] as const,
  );
  const kept = Object.fromEntries(without.filter(([, names]) => names.length > 0));
  return { ...kept, [column]: [...(kept[column] ?? []), name] };
}
