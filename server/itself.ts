/** Who is named for what the hub does by itself: whoever reads the history sees that nobody decided it. */
export const BY_ITSELF = "by itself";
