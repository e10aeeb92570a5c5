/** A website as a list of an installer's says it: what `signpost import --kind websites --dry-run --json` prints. */
import type { Text } from "#shared/languages.ts";

export interface ReadWebsite {
  readonly title: string;
  readonly description: string | null;
  readonly address: string;
  readonly topics: readonly string[];
  /** What it opens; where the list does not say it, the pages of its own host. */
  readonly allow: readonly string[];
  readonly helpers: readonly string[];
  readonly reviewBy: string | null;
  /** The same words in every language that they were written in. */
  readonly texts: { readonly title: Text; readonly description: Text | null };
}
