/** On which screens something is, and which have not said so: it stands after every publish, and stays true. */
import { useEffect } from "preact/hooks";
import circleCheck from "lucide-static/icons/circle-check.svg?raw";
import circleAlert from "lucide-static/icons/circle-alert.svg?raw";
import clock from "lucide-static/icons/clock.svg?raw";
import { readingAt } from "#shared/london.ts";
import { tally, type OnScreen, type Painting, type Tally } from "#shared/screens/painting.ts";
import type { Topic } from "#shared/people/protocol.ts";
import { sayer } from "../language/say.ts";
import { dayWords } from "../language/london.ts";
import { centres, named } from "../live/centres.ts";
import { useAsked } from "../live/collection.ts";
import catalogue from "../../content/translations/console.items.en.json";
import { Icon } from "./Icon.tsx";

const say = sayer(catalogue);

/** What may put something on a screen or take it off, and what screens say of it. */
export const SHOWN_TOPICS: readonly Topic[] = [
  "painted", "screens", "saveItem", "publishItem", "withdrawItem", "takeOff", "bringBackItem", "pairScreen",
  "unpairScreen", "placeVacancy", "orderTen", "decideVacancies", "importVacancies", "writeVacancy", "closeVacancy",
  "reopenVacancy", "answerProposal",
]; // prettier-ignore

/** While a screen is missing it is asked so often whether it has come back or its copy has ended (ms). */
const AGAIN = 15_000;

interface Props {
  /** The item that was published or withdrawn; without one, all that the centre shows. */
  readonly item?: string;
  /** Only the screens of this centre. */
  readonly centre?: string;
}

export function OnScreens({ item, centre }: Props) {
  const asked =
    item === undefined ? { centre: centre ?? "" } : { item, ...(centre === undefined ? {} : { centre }) };
  const { collection, ...held } = useAsked<Painting, "whereShown">("whereShown", asked, SHOWN_TOPICS);
  const painting = held.state === "loading" ? null : held.value;
  const isMissing = painting !== null && tally(painting).missing.length > 0;
  useEffect(() => centres.follow(), []);
  useEffect(() => {
    if (!isMissing) return;
    const timer = setInterval(() => void collection.refresh(), AGAIN);
    return () => clearInterval(timer);
  }, [isMissing, collection]);
  return (
    <div class="on-screens" role="status">
      {painting === null ? null : <Standing painting={painting} />}
    </div>
  );
}

/** The line itself, for whoever has a painting at hand. */
export function Standing({ painting }: { readonly painting: Painting }) {
  const counted = tally(painting);
  const isOff = painting.screens.some(({ off }) => off);
  if (counted.of === 0) return <p class="soft">{say("noScreens")}</p>;
  const isRight = counted.missing.length === 0;
  const tone = isRight ? "" : isOff ? " bad" : " warn";
  return (
    <div class={`notice on-screens-line${tone}`}>
      <Icon of={isRight ? circleCheck : isOff ? circleAlert : clock} />
      <div>
        <p>
          <strong>{headline(counted, isOff)}</strong>
        </p>
        {isRight ? null : (
          <ul>
            {counted.missing.map((screen) => (
              <li key={screen.id}>{missingWords(screen)}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function headline({ of, right, slowest, missing }: Tally, isOff: boolean): string {
  if (isOff)
    return missing.length === 0 ? say.count("offAll", of) : say("stillOn", { n: missing.length, of });
  const counts = say.count("onScreens", of, { right, of });
  if (missing.length > 0 || slowest === null) return counts;
  return say("onScreensAfter", { counts, time: timeWords(slowest) });
}

/** "0.2 s", "14 s", "3 min". */
function timeWords(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return `${Math.max(0.1, seconds).toFixed(1)} s`;
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}

/** "Hall, Mill Lane: not heard of since Monday 09:12. It drops it by itself on Friday 4 December." */
function missingWords({ name, centre, presence, lastSeen, off, stand }: OnScreen): string {
  const where = say("screenAt", {
    screen: name,
    centre: named().find(({ slug }) => slug === centre)?.name ?? centre,
  });
  const heard =
    presence === "online" ? say("online") : lastSeen === null ? say("neverHeard") : say("silentSince", { when: whenWords(lastSeen) }); // prettier-ignore
  if (!off || presence === "online" || stand.state !== "waiting") return `${where}: ${heard}`;
  const ends = stand.until === null ? say("endsNever") : say("endsAt", { when: whenWords(stand.until) });
  return `${where}: ${heard} ${ends}`;
}

function whenWords(iso: string): string {
  const { day, minutes } = readingAt(Date.parse(iso));
  const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const today = readingAt(Date.now()).day;
  return day === today ? time : `${dayWords(day, today)}, ${time}`;
}
