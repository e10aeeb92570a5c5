/** Leaflets: which there are, in which languages, and when each must be looked at again. */
import printer from "lucide-static/icons/printer.svg?raw";
import { LANGUAGES, type Language } from "#shared/languages.ts";
import { reviewState } from "#shared/leaflets/review.ts";
import type { Leaflet } from "#shared/leaflets/schema.ts";
import { dayWords, today } from "../language/london.ts";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.leaflets.en.json";
import { here } from "../live/centres.ts";
import { hasRole } from "../live/visitor.ts";
import { Button } from "../ui/Button.tsx";
import { ItemList, titleOf } from "../ui/editing/ItemList.tsx";
import { LanguageList } from "../ui/editing/LanguageList.tsx";
import { printSheet } from "../ui/printing.ts";
import { Tag } from "../ui/Tag.tsx";

const say = sayer(catalogue);

export default function LeafletsPage() {
  return (
    <ItemList
      kind="leaflet"
      title={say("leaflets")}
      path="/leaflets"
      newWord={say("new")}
      emptyWord={say("empty")}
      mayWrite={hasRole("adviser", "district")}
      columns={[
        { word: say("edition"), cell: ({ body }) => body.edition },
        {
          word: say("languages"),
          cell: ({ body }) => (
            <LanguageList texts={[body.title, body.summary, body.text]} languages={languagesOf(body)} />
          ),
        },
        {
          word: say("reviewBy"),
          cell: ({ body, state }) => <Review leaflet={body} isOut={state === "published"} />,
        },
        {
          word: say("print"),
          isActs: true,
          cell: ({ id, body: { title } }) => (
            <Button
              kind="quiet"
              icon={printer}
              aria-label={say("printIt", { title: titleOf(title) })}
              onClick={() => printSheet("leaflet", here.value?.slug ?? "", id)}
            />
          ),
        },
      ]}
    />
  );
}

/** Those that there is something to read in. */
function languagesOf({ title, text, pdfs }: Leaflet): readonly Language[] {
  return LANGUAGES.filter((language) => text?.words[language] ?? pdfs[language] ?? title.words[language]);
}

function Review({ leaflet: { reviewBy }, isOut }: { readonly leaflet: Leaflet; readonly isOut: boolean }) {
  const state = reviewState(reviewBy, today());
  if (state === "fine" || !isOut) return <>{dayWords(reviewBy)}</>;
  return (
    <Tag tone={state === "soon" ? "warn" : "bad"}>{say(`review_${state}`, { day: dayWords(reviewBy) })}</Tag>
  );
}
