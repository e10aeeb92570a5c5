/** What can be spoken at once. Longer sentences are cut where one would draw breath. */
export const LONGEST_SENTENCE = 240;
