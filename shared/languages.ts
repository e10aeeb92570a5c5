/** The eight languages of a screen, in the order in which a choice lists them; BCP 47 tags. */
export const LANGUAGES = ["en", "cy", "pl", "ro", "ur", "pa", "bn", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];

export const RIGHT_TO_LEFT: ReadonlySet<Language> = new Set<Language>(["ur", "ar"]);

/** A text in the languages it has been written in. */
export interface Text {
  /** The language it was first written in; the others are translations of it. */
  readonly original: Language;
  readonly words: Readonly<Partial<Record<Language, string>>>;
  /** Translations that are older than the original they were made from. */
  readonly older?: readonly Language[] | undefined;
}

/** What a reader of `wanted` gets: the words, and the language they are really in. */
export interface Said {
  readonly words: string;
  readonly language: Language;
}

/**
 * The text in the wanted language, else in its original, else in whichever it has.
 * `null` only where the text holds no words at all.
 */
export function say(text: Text, wanted: Language): Said | null {
  for (const language of [wanted, text.original, ...LANGUAGES]) {
    const words = text.words[language];
    if (words) return { words, language };
  }
  return null;
}

/** The words for those who work with the console, who read English; the original's where there are none. */
export function inEnglish(text: Text): string {
  return say(text, "en")?.words ?? "";
}

/** A text that exists in one language only. */
export function textIn(language: Language, words: string): Text {
  return { original: language, words: { [language]: words } };
}

/**
 * Marks the translations that a new original has left behind: every language whose words stayed
 * the same while the original's changed, or that was marked before and was not rewritten.
 */
export function markOlder(before: Text | null, after: Text): Text {
  const { older: _claimed, ...clean } = after;
  if (!before) return clean;
  const originalChanged = before.words[before.original] !== after.words[after.original];
  const older = LANGUAGES.filter((language) => {
    const words = after.words[language];
    if (!words || language === after.original || words !== before.words[language]) return false;
    return originalChanged || before.older?.includes(language);
  });
  return older.length > 0 ? { ...clean, older } : clean;
}
