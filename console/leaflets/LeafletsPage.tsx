/** Leaflets: which there are, in which languages, and when each must be looked at again. */
import printer from "lucide-static/icons/printer.svg?raw";
import { LANGUAGES } from "#shared/languages.ts";
import { reviewState } from "#shared/leaflets/review.ts";
import type { Leaflet } from "#shared/leaflets/schema.ts";
import { dayWords, today } from "../language/london.ts";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.leaflets.en.json";
import { here } from "../live/centres.ts";
import { hasRole } from "../live/visitor.ts";
import { Button } from "../ui/Button.tsx";
import { ItemList, titleOf } from "../ui/editing/ItemList.tsx";
import { languageName } from "../ui/editing/Words.tsx";
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
        { word: say("languages"), cell: ({ body }) => <Languages leaflet={body} /> },
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

/** The original first; a translation that is older than it says so. */
function Languages({ leaflet }: { readonly leaflet: Leaflet }) {
  const { title, text, pdfs } = leaflet;
  const all = LANGUAGES.filter(
    (language) => text?.words[language] ?? pdfs[language] ?? title.words[language],
  );
  const older = [title, leaflet.summary, text].flatMap((one) => one?.older ?? []);
  return (
    <ul class="language-list">
      {all.map((language) => (
        <li key={language}>
          {languageName(language)}
          {older.includes(language) ? <Tag tone="warn">{say("older")}</Tag> : null}
        </li>
      ))}
    </ul>
  );
}

function Review({ leaflet: { reviewBy }, isOut }: { readonly leaflet: Leaflet; readonly isOut: boolean }) {
  const state = reviewState(reviewBy, today());
  if (state === "fine" || !isOut) return <>{dayWords(reviewBy)}</>;
  return (
    <Tag tone={state === "soon" ? "warn" : "bad"}>{say(`review_${state}`, { day: dayWords(reviewBy) })}</Tag>
  );
}
