/** `/l/ID`: a leaflet's text, its pages where it is a PDF alone, and the PDF to print. */
import type { Leaflet } from "#shared/leaflets/schema.ts";
import { LANGUAGES, type Language } from "#shared/languages.ts";
import { dateInWords } from "./dates.ts";
import { Icon } from "./Icon.tsx";
import { Layout, WayOn } from "./Layout.tsx";
import { Older, Prose, Said, languageOf, plain } from "./text.tsx";
import { linkToMedia, type Visit } from "./visit.ts";
import { OWN_NAMES } from "./words.ts";

interface LeafletPageProps {
  readonly visit: Visit;
  readonly leaflet: Leaflet;
  /** Its text in the visitor's language, or the next best, as clean HTML; `null`: it is a PDF alone. */
  readonly full: { readonly language: Language; readonly html: string } | null;
}

export function LeafletPage({ visit, leaflet, full }: LeafletPageProps) {
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
        {full ? (
          <FullText visit={visit} leaflet={leaflet} full={full} />
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

function FullText({ visit: { words }, leaflet, full }: LeafletPageProps & { readonly full: object }) {
  return (
    <section class="card">
      <div class="prose" {...languageOf(full.language)} dangerouslySetInnerHTML={{ __html: full.html }} />
      {leaflet.text && <Older text={leaflet.text} words={words} />}
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
