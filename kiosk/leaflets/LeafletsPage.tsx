/** Help and leaflets: by topic, and by the language one reads. */
import { LANGUAGES, type Language } from "#shared/languages.ts";
import type { Topic } from "#shared/topics.ts";
import { addDays } from "#shared/london.ts";
import { NAMES, namesOf } from "#kiosk/language/names.ts";
import { mediaUrl } from "#kiosk/live/media.ts";
import type { OfferedLeaflet } from "#kiosk/live/offered.ts";
import { Chip } from "#kiosk/ui/touch/Chip.tsx";
import { useKiosk, useNote } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { Rows } from "#kiosk/ui/touch/Rows.tsx";
import { Row, type Tag } from "#kiosk/ui/touch/Row.tsx";
import { SaidText } from "#kiosk/ui/touch/Said.tsx";
import { languagesIn, topicsIn } from "./reading.ts";

/** So many days after its last review a leaflet counts as new. */
const NEW = 21;

type Choice = Topic | Language | "all" | "new";

export function LeafletsPage() {
  const { speech, offered } = useKiosk();
  const [chosen, choose] = useNote<Choice>("leaflets", "all");
  const fits = ({ leaflet }: OfferedLeaflet, choice: Choice) => {
    if (choice === "all") return true;
    if (choice === "new") return isNew(leaflet.reviewed, offered.today);
    return isLanguage(choice) ? languagesIn(leaflet).includes(choice) : leaflet.topics.includes(choice);
  };
  const left = (choice: Choice) => offered.leaflets.filter((one) => fits(one, choice));
  const languages = LANGUAGES.filter((language) => language !== "en" && left(language).length > 0);
  const chip = (choice: Choice, words: string) => (
    <Chip
      key={choice}
      words={words}
      on={choice === chosen}
      count={left(choice).length}
      act={() => choose(choice)}
    />
  );
  return (
    <Page title={speech.t("door.leaflets")}>
      {offered.leaflets.length > 0 && (
        <div class="chips" data-group>
          {chip("all", speech.t("leaflets.all"))}
          {left("new").length > 0 && chip("new", speech.t("leaflets.new"))}
          {topicsIn(offered.leaflets).map((topic) => chip(topic, speech.t(`topic.${topic}`)))}
          {languages.map((language) => chip(language, NAMES[language]))}
        </div>
      )}
      {left(chosen).length === 0 && (
        <p class="nothing" data-read>
          {speech.t("leaflets.none")}
        </p>
      )}
      <Rows>
        {left(chosen).map((one) => (
          <LeafletRow key={one.id} {...one} />
        ))}
      </Rows>
    </Page>
  );
}

function LeafletRow({ id, leaflet }: OfferedLeaflet) {
  const { speech, offered, go } = useKiosk();
  const languages = languagesIn(leaflet);
  const tags: Tag[] = [];
  if (isNew(leaflet.reviewed, offered.today))
    tags.push({ pic: "check", words: speech.t("leaflets.new"), tone: "sun" });
  if (languages.length > 1) tags.push({ pic: "languages", words: namesOf(languages), tone: "plain" });
  return (
    <Row
      title={leaflet.title}
      about={<SaidText text={leaflet.summary} />}
      tags={tags}
      picture={leaflet.picture && mediaUrl(leaflet.picture)}
      open={() => go({ page: "leaflet", id })}
    />
  );
}

function isNew(reviewed: string | null, today: string | null): boolean {
  return reviewed !== null && today !== null && reviewed <= today && reviewed > addDays(today, -NEW);
}

function isLanguage(choice: Topic | Language): choice is Language {
  return (LANGUAGES as readonly string[]).includes(choice);
}
