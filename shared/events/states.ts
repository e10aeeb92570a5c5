/** What may be said of an adviser's session on its day. */
export const presenceStates = ["here", "gone", "not-coming"] as const;
