/** What an item's history says of a version that an adviser has sent back: these words, and the reason. */
export const DECLINED = "declined: ";

/** The reason, where this is what made a version; else `null`. */
export function whyDeclined(what: string): string | null {
  return what.startsWith(DECLINED) ? what.slice(DECLINED.length) : null;
}
