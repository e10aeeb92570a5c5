/** When and where an adviser is: no form, just come. */
import { saidOf } from "#shared/events/presence.ts";
import type { OfferedEvent } from "#kiosk/live/offered.ts";
import { whenWords } from "#kiosk/language/dates.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { Rows } from "#kiosk/ui/touch/Rows.tsx";
import { Row, type Tag } from "#kiosk/ui/touch/Row.tsx";
import { SaidTexts } from "#kiosk/ui/touch/Said.tsx";
import { inOrder } from "./parts.tsx";

const TIMES = 3;

export function AdviserPage() {
  const { speech, offered } = useKiosk();
  const sessions = inOrder(offered.events.filter(({ event }) => event.session !== null));
  const { phone } = offered.centre;
  return (
    <Page title={speech.t("adviser.title")}>
      <p class="lead" data-read>
        {speech.t(sessions.length > 0 ? "adviser.how" : "adviser.none")}
      </p>
      <Rows>
        {sessions.map((session) => (
          <Session key={session.id} {...session} />
        ))}
      </Rows>
      {phone && (
        <p class="lead" data-read>
          {speech.t("adviser.ring", { phone: `\u2066${phone}\u2069` })}
        </p>
      )}
    </Page>
  );
}

function Session({ id, event, times }: OfferedEvent) {
  const { speech, offered, go } = useKiosk();
  const name = event.session?.name;
  const about = [event.place, event.summary].filter((text) => text !== null && text !== undefined);
  const tags = times.slice(0, TIMES).map((time): Tag => {
    const words = whenWords(speech, time, offered.today);
    return time.cancelled
      ? { pic: "notice", words: `${words}: ${speech.say("event.cancelled")}`, tone: "coral" }
      : { pic: "clock", words };
  });
  return (
    <Row
      title={event.title}
      about={
        (name || about.length > 0) && (
          <>
            {name && <bdi>{name}</bdi>}
            {name && about.length > 0 && " · "}
            <SaidTexts texts={about} />
          </>
        )
      }
      tags={[...presenceOf({ id, event, times }, offered.today, speech.t), ...tags]}
      open={() => go({ page: "event", id })}
    />
  );
}

const PRESENT = { here: "adviser.here", gone: "adviser.gone", "not-coming": "adviser.away" } as const;

/** What the adviser said of today counts for more than the calendar. */
function presenceOf(
  { event, times }: OfferedEvent,
  today: string | null,
  t: (word: (typeof PRESENT)[keyof typeof PRESENT]) => string,
): readonly Tag[] {
  const [said] = times.flatMap((time) => (time.day === today ? (saidOf(event, time) ?? []) : []));
  if (!said) return [];
  return [{ pic: "adviser", words: t(PRESENT[said]), tone: said === "here" ? "sun" : "coral" }];
}
