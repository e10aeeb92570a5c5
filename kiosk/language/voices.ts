/** In which languages a text is heard: the same thing is not said twice in one. */
import { say, type Language, type Said, type Text } from "#shared/languages.ts";

/** The text in each of the languages of this turn that it has; where it has none of them, in its own. */
export function voicesOf(text: Text, turn: readonly Language[]): readonly Said[] {
  const voices = turn.flatMap((language) => {
    const words = text.words[language];
    return words ? [{ words, language }] : [];
  });
  const [first = "en"] = turn;
  const fallback = say(text, first);
  return voices.length > 0 || !fallback ? voices : [fallback];
}

/**
 * The turns that a board takes, one a round. In Wales Welsh and English always stand together, Welsh
 * first (Welsh Language (Wales) Measure 2011), and other languages join them.
 */
export function turnsOf(centre: {
  readonly nation: string;
  readonly languages: readonly Language[];
}): readonly (readonly Language[])[] {
  if (centre.nation !== "wales") return centre.languages.map((language) => [language]);
  const others = centre.languages.filter((language) => language !== "cy" && language !== "en");
  return [["cy", "en"], ...others.map((language) => ["cy", "en", language] as const)];
}
