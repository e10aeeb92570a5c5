/** A leaflet on paper, in one language: its words, or the pages of its PDF, with the version that it is. */
import { useEffect, useState } from "preact/hooks";
import { LANGUAGES, RIGHT_TO_LEFT, type Language } from "#shared/languages.ts";
import type { Leaflet } from "#shared/leaflets/schema.ts";
import { Markdown } from "#kiosk/ui/Markdown.tsx";
import { dayWords } from "../language/london.ts";
import { sayer } from "../language/say.ts";
import { useAsked } from "../live/collection.ts";
import catalogue from "../../content/translations/console.leaflets.en.json";
import type { RouteProps } from "../ui/entry.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { Waiting } from "../ui/Waiting.tsx";

const say = sayer(catalogue);

export default function PrintPage({ centre = "", id = "", language }: RouteProps) {
  const held = useAsked<{ readonly body: Leaflet }, "findItem">("findItem", { id }, []);
  return (
    <Waiting for={held}>
      {({ body }) => (
        <Paper {...{ centre, body }} language={LANGUAGES.find((one) => one === language) ?? body.title.original} />
      )}
    </Waiting>
  ); // prettier-ignore
}

interface Props {
  readonly centre: string;
  readonly body: Leaflet;
  readonly language: Language;
}

function Paper({ centre, body, language }: Props) {
  const { title, summary, edition, reviewed } = body;
  const pages = body.pdfs[language]?.pages ?? [];
  const text = body.text?.words[language];
  const [isWaiting, wait] = useState(text !== undefined);
  // What draws the text comes with the first text that is drawn.
  useEffect(() => void import("marked").then(() => wait(false)), []);
  const note = [say("printVersion", { edition }), reviewed && say("printReviewed", { day: dayWords(reviewed) })]; // prettier-ignore
  const dir = RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr";
  return (
    <Sheet
      {...{ centre, isWaiting, dir }}
      lang={language}
      title={title.words[language] ?? title.words[title.original] ?? ""}
      note={note.filter(Boolean).join(" · ")}
    >
      <div class="text" lang={language} dir={dir}>
        {pages.length > 0 ? null : <p class="sheet-lead">{summary.words[language] ?? summary.words[summary.original]}</p>}
        {text !== undefined && pages.length === 0 ? <Markdown text={text} /> : null}
      </div>
      {pages.map(({ id }, at) => (
        <img key={id} class="sheet-page" src={`/media/${id}`} alt={say("page", { n: at + 1, of: pages.length })} />
      ))}
    </Sheet>
  ); // prettier-ignore
}
