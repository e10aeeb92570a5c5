/** One leaflet: its text, which reflows, or its printed pages, which buttons make bigger. */
import type { Language } from "#shared/languages.ts";
import type { Leaflet } from "#shared/leaflets/schema.ts";
import { dateWords } from "#kiosk/language/dates.ts";
import { NAMES } from "#kiosk/language/names.ts";
import { directionOf } from "#kiosk/language/tongue.ts";
import { AskButton } from "#kiosk/ui/touch/AskButton.tsx";
import { Chip } from "#kiosk/ui/touch/Chip.tsx";
import { Gone } from "#kiosk/ui/touch/Gone.tsx";
import { useKiosk, useNote } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { TitleText } from "#kiosk/ui/touch/Said.tsx";
import { KeepButton, TakeButton } from "#kiosk/ui/touch/TakeButtons.tsx";
import type { Place } from "#kiosk/ui/touch/visit.ts";
import { Markdown } from "#kiosk/ui/Markdown.tsx";
import { PrintedPages } from "./PrintedPages.tsx";
import { bestLanguage, languagesIn } from "./reading.ts";

export function LeafletPage({ place }: { place: Place }) {
  const { speech, offered, visit } = useKiosk();
  const found = offered.leaflets.find(({ id }) => id === place.id);
  const best = found ? bestLanguage(found.leaflet, visit.language) : "en";
  const [language, read] = useNote<Language>(`leaflet ${place.id} ${visit.language}`, best);
  if (!found) return <Gone title={speech.t("gone.leaflet.title")} to="leaflets" />;
  const { id, leaflet } = found;
  const item = { kind: "leaflet", id } as const;
  const languages = languagesIn(leaflet);
  return (
    <Page
      title={<TitleText text={leaflet.title} />}
      shape="detail"
      aside={<KeepButton item={item} />}
      actions={
        <>
          <TakeButton items={[item]} />
          <AskButton item={item} />
        </>
      }
    >
      {languages.length > 1 && (
        <div class="chips" data-group>
          {languages.map((one) => (
            <Chip key={one} words={NAMES[one]} on={one === language} act={() => read(one)} />
          ))}
        </div>
      )}
      {language !== visit.language && (
        <p class="hint" data-read>
          {speech.t(`in.${language}`)}
        </p>
      )}
      {leaflet.text?.older?.includes(language) && (
        <p class="hint" data-read>
          {speech.t("translation.older")}
        </p>
      )}
      <Body key={language} id={id} leaflet={leaflet} language={language} />
      {leaflet.reviewed && (
        <p class="hint" data-read>
          {speech.t("leaflet.reviewed", { day: dateWords(speech, leaflet.reviewed) })}
        </p>
      )}
    </Page>
  );
}

interface BodyProps {
  readonly id: string;
  readonly leaflet: Leaflet;
  readonly language: Language;
}

function Body({ id, leaflet, language }: BodyProps) {
  const { speech } = useKiosk();
  const text = leaflet.text?.words[language];
  const pages = leaflet.pdfs[language]?.pages ?? [];
  const [printed, show] = useNote(`printed ${id}`, text === undefined);
  const both = text !== undefined && pages.length > 0;
  return (
    <>
      {both && (
        <div class="chips" data-group>
          <Chip words={speech.t("leaflet.text")} on={!printed} act={() => show(false)} />
          <Chip words={speech.t("leaflet.pages")} on={printed} act={() => show(true)} />
        </div>
      )}
      {text !== undefined && !(printed && pages.length > 0) ? (
        <article lang={language} dir={directionOf(language)}>
          <Markdown text={text} />
        </article>
      ) : (
        <PrintedPages id={id} pages={pages} language={language} />
      )}
    </>
  );
}
