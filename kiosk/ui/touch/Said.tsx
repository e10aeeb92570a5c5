/** Content in whatever language it is in, marked as such; and said so where that is not the reader's. */
import { Fragment } from "preact";
import type { Text } from "#shared/languages.ts";
import { inLanguage } from "#kiosk/language/speech.ts";
import { Words } from "#kiosk/language/Words.tsx";
import { useKiosk, useSay } from "./kiosk.ts";

export function SaidText({ text, class: name }: { text: Text; class?: string }) {
  return <Words said={useSay()(text)} class={name ?? ""} />;
}

/** Words or letters beyond which a page's own name is set smaller (letters). */
const LONG = { title: 60, word: 18 };

/** What a page is about, as its name. */
export function TitleText({ text }: { text: Text }) {
  const { words } = useSay()(text);
  const long = words.length > LONG.title || words.split(/\s/).some((word) => word.length > LONG.word);
  return <SaidText text={text} class={long ? "long" : ""} />;
}

/** Several, one after the other on a line, each marked as what it is. */
export function SaidTexts({ texts }: { texts: readonly Text[] }) {
  return (
    <>
      {texts.map((text, at) => (
        <Fragment key={at}>
          {at > 0 && " · "}
          <SaidText text={text} />
        </Fragment>
      ))}
    </>
  );
}

/** "in English": stands beside a text that the reader's language lacks. */
export function OtherLanguage({ text }: { text: Text }) {
  const { speech, visit } = useKiosk();
  const { language } = useSay()(text);
  if (language === visit.language) return null;
  return <span class="tag tongue-tag">{inLanguage(speech, language)}</span>;
}

/** Paragraphs of plain text; `read` marks them for reading aloud. */
export function Paragraphs({ text }: { text: Text }) {
  const said = useSay()(text);
  return (
    <>
      {said.words.split(/\n{2,}/).map((words) => (
        <p key={words} class="prose" data-read>
          <Words said={{ words, language: said.language }} />
        </p>
      ))}
    </>
  );
}
