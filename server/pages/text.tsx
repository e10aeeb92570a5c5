/** Texts of items on a page, each marked with the language it is really in. */
import { say, type Text } from "#shared/languages.ts";
import { directionOf, type Words } from "./words.ts";

interface SaidProps {
  readonly text: Text;
  readonly words: Words;
  /** Whether to say "in English" beside it, where it is not in the page's language. */
  readonly marked?: boolean;
}

/** A line of text. */
export function Said({ text, words, marked = false }: SaidProps) {
  const said = say(text, words.language);
  if (!said) return null;
  if (said.language === words.language) return <>{said.words}</>;
  return (
    <>
      <span {...languageOf(said.language)}>{said.words}</span>
      {marked && <InLanguage language={said.language} words={words} />}
    </>
  );
}

/** Plain text in paragraphs, which blank lines part. */
export function Prose({ text, words, marked = false }: SaidProps) {
  const said = say(text, words.language);
  if (!said) return null;
  const foreign = said.language !== words.language;
  return (
    <>
      {marked && foreign && (
        <p class="aside">
          <InLanguage language={said.language} words={words} />
        </p>
      )}
      <div class="prose" {...(foreign ? languageOf(said.language) : {})}>
        {said.words.split(/\n\s*\n/).map((paragraph) => (
          <p>{paragraph.trim()}</p>
        ))}
      </div>
      <Older text={text} words={words} />
    </>
  );
}

/** Says so where the translation that is read here is older than its original. */
export function Older({ text, words }: SaidProps) {
  const older = text.older?.includes(words.language) && text.words[words.language];
  return older ? <p class="aside">{words("translation.older")}</p> : null;
}

/** The text alone, for titles of windows and of shared links. */
export function plain(text: Text, words: Words): string {
  return say(text, words.language)?.words ?? "";
}

export function languageOf(language: Words["language"]) {
  return { lang: language, dir: directionOf(language) };
}

function InLanguage({ language, words }: { readonly language: Words["language"]; readonly words: Words }) {
  return (
    <>
      {" "}
      <small class="in">{words(`in.${language}`)}</small>
    </>
  );
}
