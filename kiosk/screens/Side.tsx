/** Beside the slides: whether an adviser is here, what is on next, and a code to take the jobs home. */
import type { PackedCode } from "#shared/screens/code.ts";
import { introduced } from "#shared/events/presence.ts";
import { say, type Language, type Said } from "#shared/languages.ts";
import { timeWords, timesWords, whenWords } from "#kiosk/language/dates.ts";
import { directionOf, type Tongue, type Word } from "#kiosk/language/tongue.ts";
import { tongue } from "#kiosk/language/tongues.ts";
import { voicesOf } from "#kiosk/language/voices.ts";
import { Words } from "#kiosk/language/Words.tsx";
import { mediaUrl } from "#kiosk/live/media.ts";
import { Code, unpack } from "#kiosk/ui/Code.tsx";
import { Fit } from "#kiosk/ui/Fit.tsx";
import { Icon, type IconName } from "#kiosk/ui/icons.tsx";
import type { AdvisersDay } from "./adviser.ts";
import type { Session, Showing } from "./showing.ts";

interface Props {
  readonly showing: Showing;
  /** Opens the centre's page on a phone, `null` where phones cannot reach the hub. */
  readonly code: PackedCode | null;
  readonly turn: readonly Language[];
}

const FIT_LEVELS = 8;

/** Whether there is anything to say beside the slides. */
export function hasSide({ adviser, soon }: Showing, code: PackedCode | null): boolean {
  return adviser !== null || soon.length > 0 || code !== null;
}

/** At most two panels. */
export function Side({ showing, code, turn }: Props) {
  const { adviser, soon, clock } = showing;
  const today = clock?.day ?? null;
  const panels = [];
  if (adviser) panels.push(<AdviserPanel key="adviser" told={adviser} today={today} turn={turn} />);
  if (soon.length > 0 && !(adviser && code)) {
    panels.push(<SoonPanel key="soon" sessions={soon} today={today} turn={turn} />);
  }
  if (code) panels.push(<CodePanel key="code" code={code} turn={turn} />);
  const shape = `side side-${panels.length} ${code ? "with-code" : ""}`;
  return panels.length > 0 ? <aside class={shape}>{panels}</aside> : null;
}

interface AdviserProps {
  readonly told: AdvisersDay;
  readonly today: string | null;
  readonly turn: readonly Language[];
}

function AdviserPanel({ told, today, turn }: AdviserProps) {
  const titles = voicesOf(told.event.title, turn);
  const photo = introduced(told.event.session)?.photo;
  const label = isHere(told) ? "here.today" : told.state === "away" ? "here.away" : "here.next";
  return (
    <Fit class={`panel adviser ${told.state}`} levels={FIT_LEVELS}>
      <Kicker icon="adviser" word={label} languages={titles.map(({ language }) => language)} />
      {isHere(told) && photo && <img class="photo" src={mediaUrl(photo)} alt="" />}
      {titles.map((title) => (
        <AdviserVoice key={title.language} told={told} today={today} title={title} />
      ))}
    </Fit>
  );
}

function AdviserVoice({ told, today, title }: { told: AdvisersDay; today: string | null; title: Said }) {
  const words = tongue(title.language);
  const { event } = told;
  const name = isHere(told) ? introduced(event.session)?.name : null;
  const more = [event.summary, event.place].flatMap((text) => (text && say(text, title.language)) ?? []);
  return (
    <div class="side-voice" lang={title.language} dir={directionOf(title.language)}>
      <p class="headline">{headline(words, title.words, told, today)}</p>
      <p class="words">
        {name && <span>{words.say("here.ask", { name })} </span>}
        {more.map((said) => (
          <span key={said.words} lang={said.language}>
            {said.words}{" "}
          </span>
        ))}
      </p>
    </div>
  );
}

function isHere({ state }: AdvisersDay): boolean {
  return state === "now" || state === "later";
}

/** "Work adviser, until 12.30". */
function headline(words: Tongue, who: string, told: AdvisersDay, today: string | null): string {
  const { state, occurrence } = told;
  if (!occurrence) return who;
  if (state === "now" && occurrence.ends !== null && !occurrence.allDay) {
    return words.say("here.until", { who, time: timeWords(words, occurrence.ends) });
  }
  const times = isHere(told) ? timesWords(words, occurrence) : whenWords(words, occurrence, today);
  return times === null ? who : words.say("when.at", { day: who, times });
}

interface SoonProps {
  readonly sessions: readonly Session[];
  readonly today: string | null;
  readonly turn: readonly Language[];
}

function SoonPanel({ sessions, today, turn }: SoonProps) {
  return (
    <Fit class="panel soon" levels={FIT_LEVELS}>
      <Kicker icon="calendar" word="soon.title" languages={turn} />
      <ul class="side-voice">
        {sessions.map(({ event, occurrence }) => (
          <li key={occurrence.starts + (event.title.words[event.title.original] ?? "")}>
            {voicesOf(event.title, turn).map((title) => (
              <p class="line" key={title.language} lang={title.language} dir={directionOf(title.language)}>
                <b>{title.words}</b> <span>{whenWords(tongue(title.language), occurrence, today)}</span>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Fit>
  );
}

interface KickerProps {
  readonly icon: IconName;
  readonly word: Word;
  readonly languages: readonly Language[];
}

function Kicker({ icon, word, languages }: KickerProps) {
  return (
    <h2 class="kicker" lang={languages[0]}>
      <Icon name={icon} />
      <span>{[...new Set(languages.map((language) => tongue(language).say(word)))].join(" · ")}</span>
    </h2>
  );
}

function CodePanel({ code, turn }: { code: PackedCode; turn: readonly Language[] }) {
  return (
    <section class="panel take-home">
      <Code address={code.address} modules={unpack(code)} />
      <Fit class="take-home-words" levels={FIT_LEVELS}>
        {turn.map((language) => (
          <div key={language}>
            <h2>
              <Words said={{ words: tongue(language).say("code.title"), language }} />
            </h2>
            <p>
              <Words said={{ words: tongue(language).say("code.how"), language }} />
            </p>
          </div>
        ))}
      </Fit>
    </section>
  );
}
