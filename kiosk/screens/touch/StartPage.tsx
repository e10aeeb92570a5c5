/** The start: the centre's own name, a hello, and the doors that its offer includes. */
import type { ComponentChildren } from "preact";
import { RIGHT_TO_LEFT, say, type Language } from "#shared/languages.ts";
import { dayWords } from "#kiosk/language/dates.ts";
import { NAMES } from "#kiosk/language/names.ts";
import { tongue } from "#kiosk/language/tongues.ts";
import { mediaUrl } from "#kiosk/live/media.ts";
import type { Offered } from "#kiosk/live/offered.ts";
import { Icon } from "#kiosk/ui/icons.tsx";
import { useKiosk, useSay, type Kiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Pic, type PicName } from "#kiosk/ui/touch/Pic.tsx";
import { Scroller } from "#kiosk/ui/touch/Scroller.tsx";
import { SaidText } from "#kiosk/ui/touch/Said.tsx";
import type { PageName } from "#kiosk/ui/touch/visit.ts";

export function StartPage({ choose }: { choose(language: Language): void }) {
  const kiosk = useKiosk();
  const { speech, offered } = kiosk;
  const { centre } = offered;
  return (
    <main class="start" id="main">
      <Scroller>
        <header class="hello">
          <div class="whose">
            {centre.brand.logo ? <img src={mediaUrl(centre.brand.logo)} alt="" /> : <Icon name="centre" />}
            <SaidText text={centre.name} />
            <Twin choose={choose} />
          </div>
          <h1 data-read>{speech.t("start.hello")}</h1>
          <p data-read>{speech.t("start.private")}</p>
        </header>
        <div class={`doors doors-${centre.offer}`} data-group>
          <Door page="jobs" pic="briefcase" title={speech.t("door.jobs")} about={speech.t("door.jobs-about")}>
            {offered.jobs.length > 0 && (
              <span class="count">{tongue(speech.language).count("jobs.today", offered.jobs.length)}</span>
            )}
          </Door>
          <Door
            page="leaflets"
            pic="leaflet"
            title={speech.t("door.leaflets")}
            about={leafletsAbout(kiosk)}
          />
          <Door page="on" pic="calendar" title={speech.t("door.on")} about={<NextOn offered={offered} />} />
          {centre.offer === "enhanced" ? (
            <>
              <Door page="websites" pic="globe" title={speech.t("door.websites")} about={<Sites />} />
              {kiosk.callable ? (
                <Door
                  page="call"
                  pic="phone"
                  title={speech.t("door.talk")}
                  about={speech.t("door.talk-about")}
                />
              ) : (
                <AdviserDoor />
              )}
            </>
          ) : (
            <>
              <Door
                page="learn"
                pic="learn"
                title={speech.t("door.learn")}
                about={speech.t("door.learn-about")}
              />
              <AdviserDoor />
            </>
          )}
        </div>
      </Scroller>
    </main>
  );
}

interface DoorProps {
  readonly page: PageName;
  readonly pic: PicName;
  readonly title: string;
  readonly about: ComponentChildren;
  readonly children?: ComponentChildren;
}

function Door({ page, pic, title, about, children }: DoorProps) {
  const { go } = useKiosk();
  return (
    <button type="button" class={`door door-${page}`} onClick={() => go({ page })}>
      <Pic name={pic} />
      <span class="door-words">
        <b data-read>{title}</b>
        <span data-read>{about}</span>
      </span>
      {children}
    </button>
  );
}

function AdviserDoor() {
  const { speech } = useKiosk();
  const about = speech.t("door.adviser-about");
  return <Door page="adviser" pic="adviser" title={speech.t("door.adviser")} about={about} />;
}

/** In Wales the other of the two languages is one touch away, before anything else is chosen. */
function Twin({ choose }: { choose(language: Language): void }) {
  const { visit, offered } = useKiosk();
  if (offered.centre.nation !== "wales") return null;
  const twin = visit.language === "cy" ? "en" : "cy";
  return (
    <button type="button" class="twin" lang={twin} onClick={() => choose(twin)}>
      {NAMES[twin]}
    </button>
  );
}

function leafletsAbout({ speech, offered }: Kiosk): string {
  return speech.n("doors.leaflets", offered.leaflets.length);
}

/** The next that is not cancelled and no adviser's session. */
function NextOn({ offered }: { offered: Offered }) {
  const { speech } = useKiosk();
  const said = useSay();
  const coming = offered.events
    .filter(({ event, times }) => event.session === null && times.some(({ cancelled }) => !cancelled))
    .map((one) => ({ title: one.event.title, next: one.times.find(({ cancelled }) => !cancelled)! }))
    .toSorted((one, other) => one.next.starts - other.next.starts);
  const [first] = coming;
  if (!first) return <>{speech.t("door.on-empty")}</>;
  const { words, language } = said(first.title);
  const day = dayWords(speech, first.next.day, offered.today);
  return (
    <>
      <bdi lang={language}>{words}</bdi>
      {separator(speech.language)}
      {day}
    </>
  );
}

function Sites() {
  const { speech, offered } = useKiosk();
  const [first] = offered.websites;
  const named = first && say(first.website.title, speech.language);
  if (!named || offered.websites.length < 2) return <>{speech.t("door.websites-about")}</>;
  return <>{speech.n("doors.websites", offered.websites.length - 1, { what: named.words })}</>;
}

function separator(language: Language): string {
  return RIGHT_TO_LEFT.has(language) ? "، " : ", ";
}
