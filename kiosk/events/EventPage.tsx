/** One event: when, where, for whom, and how it comes into one's own calendar. */
import { whenWords } from "#kiosk/language/dates.ts";
import { namesOf } from "#kiosk/language/names.ts";
import { mediaUrl } from "#kiosk/live/media.ts";
import { AskButton } from "#kiosk/ui/touch/AskButton.tsx";
import { Card } from "#kiosk/ui/touch/Card.tsx";
import { Gone } from "#kiosk/ui/touch/Gone.tsx";
import { useKiosk, useSay } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { PhoneCode } from "#kiosk/ui/touch/PhoneCode.tsx";
import { Tags } from "#kiosk/ui/touch/Row.tsx";
import { OtherLanguage, Paragraphs, TitleText } from "#kiosk/ui/touch/Said.tsx";
import { KeepButton, TakeButton } from "#kiosk/ui/touch/TakeButtons.tsx";
import type { Place } from "#kiosk/ui/touch/visit.ts";
import { tagsOf } from "./parts.tsx";

const MOST_TIMES = 6;

export function EventPage({ place }: { place: Place }) {
  const { speech, offered, publicUrl } = useKiosk();
  const said = useSay();
  const found = offered.events.find(({ id }) => id === place.id);
  if (!found) return <Gone title={speech.t("gone.event.title")} to="on" />;
  const { id, event, times } = found;
  const item = { kind: "event", id } as const;
  const [next] = times;
  return (
    <Page
      title={<TitleText text={event.title} />}
      shape="detail"
      aside={<KeepButton item={item} />}
      actions={
        <>
          <TakeButton items={[item]} />
          <AskButton item={item} />
        </>
      }
    >
      {event.picture && (
        <img
          class="event-picture"
          src={mediaUrl(event.picture)}
          alt={event.picture.alt ? said(event.picture.alt).words : ""}
        />
      )}
      <p class="tags">
        <Tags tags={next ? tagsOf(speech, event, next, offered.today) : []} />
        <OtherLanguage text={event.title} />
      </p>
      {event.summary && <Paragraphs text={event.summary} />}
      {event.capacity && <Paragraphs text={event.capacity} />}
      <div class="boxes">
        <Card pic="calendar" title={speech.t("event.when")}>
          <ul class="plain">
            {times.slice(0, MOST_TIMES).map((time) => (
              <li key={time.starts} class={time.cancelled ? "cancelled" : ""} data-read>
                {time.cancelled ? (
                  <s>{whenWords(speech, time, offered.today)}</s>
                ) : (
                  whenWords(speech, time, offered.today)
                )}
                {time.cancelled && <strong> {speech.say("event.cancelled")}</strong>}
              </li>
            ))}
          </ul>
        </Card>
        {event.place && (
          <Card pic="place" title={speech.t("event.where")}>
            <Paragraphs text={event.place} />
          </Card>
        )}
        {event.who && (
          <Card pic="adviser" title={speech.t("event.who")}>
            <Paragraphs text={event.who} />
          </Card>
        )}
        {event.cost && (
          <Card pic="money" title={speech.t("event.cost")}>
            <Paragraphs text={event.cost} />
          </Card>
        )}
        {event.booking && (
          <Card pic="todo" title={speech.t("event.booking")}>
            <Paragraphs text={event.booking} />
          </Card>
        )}
        {event.languages.length > 0 && (
          <Card pic="languages" title={speech.t("event.heldIn", { languages: namesOf(event.languages) })}>
            {null}
          </Card>
        )}
        {publicUrl && (
          <Card pic="phone" title={speech.t("event.calendar")}>
            <p data-read>{speech.t("event.code")}</p>
            <PhoneCode
              address={`${publicUrl}/e/${id}.ics?centre=${offered.centre.slug}&lang=${speech.language}`}
            />
          </Card>
        )}
      </div>
    </Page>
  );
}
