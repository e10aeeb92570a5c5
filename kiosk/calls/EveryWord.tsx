/**
 * All that the pages of a call may say, drawn unseen so that its sounds are made ahead: also what only an answer of
 * the hub brings up, and who rings when at the next turns of the team's hours. Numbers and references are not in it.
 */
import { nextTurn, type Team } from "#shared/calls/hours.ts";
import { ABOUTS } from "#shared/calls/call.ts";
import { readingAt } from "#shared/london.ts";
import { KioskProvider, useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import type { Keepable } from "#kiosk/ui/touch/visit.ts";
import type { Calls } from "./calls.ts";
import { AboutWords, TeamWords } from "./parts.tsx";
import { topicOf } from "./topic.ts";
import { PLAIN_WORDS, useWords, useWordsLoaded } from "./words.ts";

/** As far ahead (ms) as a line may be down before somebody sees to it. */
const AHEAD = 36 * 3_600_000;
const MOST_TURNS = 6;
/** What one can ask about from its own page, of each kind. */
const MOST = 200;

export function EveryWord({ calls }: { readonly calls: Calls }) {
  const kiosk = useKiosk();
  const t = useWords();
  const here = useWordsLoaded();
  const offer = calls.offer.value;
  if (!offer) return null;
  if (!here) return <p data-coming />;
  const { offered } = kiosk;
  const kinds = { vacancy: offered.jobs, leaflet: offered.leaflets, event: offered.events };
  const things = (["vacancy", "leaflet", "event"] as const).flatMap((kind) =>
    kinds[kind].slice(0, MOST).map(({ id }): Keepable => ({ kind, id })),
  );
  return (
    <>
      {PLAIN_WORDS.map((word) => (
        <p key={word} data-read>
          {t(word)}
        </p>
      ))}
      <p data-read>{t.wiped(offer.keptDays)}</p>
      {ABOUTS.map((topic) => (
        <AboutWords key={topic} topic={topic} about={null} />
      ))}
      {things.map((about) => (
        <AboutWords key={about.id} topic={topicOf(about.kind)} about={about} />
      ))}
      {turnsOf(offer.team, offered.at).map((at) => (
        <KioskProvider key={at} value={{ ...kiosk, offered: { ...offered, at, today: readingAt(at).day } }}>
          <p data-read>
            <TeamWords offer={offer} />
          </p>
        </KioskProvider>
      ))}
    </>
  );
}

/** Now, and when the team comes or goes next. */
function turnsOf(team: Team, now: number | null): readonly number[] {
  if (now === null) return [];
  const turns = [now];
  for (let at = nextTurn(team, now); at !== null && at < now + AHEAD; at = nextTurn(team, at)) {
    if (turns.push(at) > MOST_TURNS) break;
  }
  return turns;
}
