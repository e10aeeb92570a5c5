/** `/l/ID`: a leaflet's text, its pages where it is a PDF alone, and the PDF to print. */
import type { Leaflet } from "#shared/leaflets/schema.ts";
import { LANGUAGES, say } from "#shared/languages.ts";
import { dateInWords } from "./dates.ts";
import { Icon } from "./Icon.tsx";
import { Layout, WayOn } from "./Layout.tsx";
import { Older, Prose, Said, languageOf, plain } from "./text.tsx";
import { linkToMedia, type Visit } from "./visit.ts";
import { OWN_NAMES } from "./words.ts";

interface LeafletPageProps {
  readonly visit: Visit;
  readonly leaflet: Leaflet;
  /** From Markdown to clean HTML. */
  readonly leafletHtml: (markdown: string) => string;
}

export function LeafletPage({ visit, leaflet, leafletHtml }: LeafletPageProps) {
  const { words } = visit;
  return (
    <Layout
      visit={visit}
      title={plain(leaflet.title, words)}
      description={plain(leaflet.summary, words)}
      picture={leaflet.picture}
    >
      <article>
        <h1>
          <Said text={leaflet.title} words={words} marked />
        </h1>
        <Prose text={leaflet.summary} words={words} />
        {leaflet.text ? (
          <FullText visit={visit} leaflet={leaflet} leafletHtml={leafletHtml} />
        ) : (
          <Pages visit={visit} leaflet={leaflet} />
        )}
        <Files leaflet={leaflet} label={words("leaflet.pdf")} />
        <p class="aside">
          {words("leaflet.edition", { edition: leaflet.edition })}
          {leaflet.reviewed &&
            ` · ${words("leaflet.reviewed", { day: dateInWords(words, leaflet.reviewed) })}`}
        </p>
      </article>
      <WayOn visit={visit} said="leaflet.others" />
    </Layout>
  );
}

function FullText({ visit, leaflet, leafletHtml }: LeafletPageProps) {
  const { words } = visit;
  const said = leaflet.text && say(leaflet.text, words.language);
  if (!leaflet.text || !said) return null;
  return (
    <section class="card">
      <div
        class="prose"
        {...languageOf(said.language)}
        dangerouslySetInnerHTML={{ __html: leafletHtml(said.words) }}
      />
      <Older text={leaflet.text} words={words} />
    </section>
  );
}

/** The PDF's pages as pictures, in the reader's language or the one it exists in. */
function Pages({ visit: { words }, leaflet }: { readonly visit: Visit; readonly leaflet: Leaflet }) {
  const pdf =
    leaflet.pdfs[words.language] ?? leaflet.pdfs[leaflet.title.original] ?? Object.values(leaflet.pdfs)[0];
  return (
    <>
      {pdf?.pages.map((page, at) => (
        <img
          class="page"
          src={linkToMedia(page)}
          alt={page.alt ? plain(page.alt, words) : words("leaflet.page", { n: at + 1 })}
          width={page.width ?? undefined}
          height={page.height ?? undefined}
          loading="lazy"
        />
      ))}
    </>
  );
}

function Files({ leaflet, label }: { readonly leaflet: Leaflet; readonly label: string }) {
  const files = LANGUAGES.flatMap((language) => {
    const file = leaflet.pdfs[language]?.file;
    return file ? [[language, file] as const] : [];
  });
  if (files.length === 0) return null;
  return (
    <ul class="plain screen-only">
      {files.map(([language, file]) => (
        <li>
          <a href={linkToMedia(file)} type="application/pdf" hreflang={language}>
            <Icon name="leaflet" /> {label}: <bdi {...languageOf(language)}>{OWN_NAMES[language]}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}
