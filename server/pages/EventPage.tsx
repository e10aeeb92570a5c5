/** `/e/ID`: an event, with its next times. */
import type { Event } from "#shared/events/schema.ts";
import type { Occurrence } from "#shared/events/occurrences.ts";
import { presenceToday } from "./agenda.ts";
import { occurrenceInWords } from "./dates.ts";
import { Icon } from "./Icon.tsx";
import { JsonLd, eventData } from "./jsonld.tsx";
import { Layout, WayOn } from "./Layout.tsx";
import { Older, Prose, Said, plain } from "./text.tsx";
import { linkTo, linkToMedia, type Visit } from "./visit.ts";
import { LOCALES, type Words } from "./words.ts";

interface EventPageProps {
  readonly visit: Visit;
  readonly event: Event;
  /** Its next times, the one under way included; at least one. */
  readonly coming: readonly Occurrence[];
}

export function EventPage({ visit, event, coming }: EventPageProps) {
  const { words } = visit;
  const [next, ...later] = coming;
  const when = next ? occurrenceInWords(words, next, visit.today) : "";
  const place = event.place ? plain(event.place, words) : null;
  const description = [when, place, event.summary && plain(event.summary, words)].filter(Boolean).join(" · ");
  return (
    <Layout visit={visit} title={plain(event.title, words)} description={description} picture={event.picture}>
      {next && <JsonLd data={eventData(visit, event, next)} />}
      <h1>
        <Said text={event.title} words={words} marked />
      </h1>
      {event.summary && <Prose text={event.summary} words={words} marked />}
      <Picture event={event} words={words} />
      <Labels event={event} words={words} />
      <div class="cards">
        <section class="card when">
          <h2>
            <Icon name="calendar" /> {words("event.when")}
          </h2>
          {next && (
            <p>
              <Time visit={visit} event={event} occurrence={next} />
            </p>
          )}
          {later.length > 0 && <Later visit={visit} event={event} later={later} />}
          <p class="screen-only">
            <a href={linkTo(visit, `${visit.path}.ics`)}>{words("event.calendar")}</a>
          </p>
        </section>
        {event.place && (
          <section class="card">
            <h2>
              <Icon name="pin" /> {words("event.where")}
            </h2>
            <p>
              <Said text={event.place} words={words} />
            </p>
            <Older text={event.place} words={words} />
          </section>
        )}
        {event.who && (
          <section class="card">
            <h2>
              <Icon name="welcome" /> {words("event.who")}
            </h2>
            <Prose text={event.who} words={words} marked />
          </section>
        )}
        {event.cost && (
          <section class="card">
            <h2>
              <Icon name="check" /> {words("event.cost")}
            </h2>
            <Prose text={event.cost} words={words} marked />
          </section>
        )}
        {event.booking && (
          <section class="card">
            <h2>
              <Icon name="check" /> {words("event.booking")}
            </h2>
            <Prose text={event.booking} words={words} marked />
          </section>
        )}
        {event.capacity && <Prose text={event.capacity} words={words} marked />}
      </div>
      <WayOn visit={visit} said="event.others" />
    </Layout>
  );
}

function Picture({ event: { picture }, words }: { readonly event: Event; readonly words: Words }) {
  if (!picture || picture.kind !== "picture") return null;
  const alt = picture.alt ? plain(picture.alt, words) : "";
  const { width, height } = picture;
  return (
    <img
      class="picture"
      src={linkToMedia(picture)}
      alt={alt}
      width={width ?? undefined}
      height={height ?? undefined}
    />
  );
}

/** What it costs, who minds the children, and in which languages it is held. */
export function Labels({ event, words }: { readonly event: Event; readonly words: Words }) {
  const names = new Intl.DisplayNames(LOCALES[words.language], { type: "language" });
  const languages = event.languages.map((language) => names.of(language) ?? language).join(", ");
  const labels = [
    event.level ? words(`event.level-${event.level}`) : null,
    event.free ? words("event.free") : null,
    event.creche && words(event.creche === "free" ? "event.crecheFree" : "event.crechePaid"),
    languages && event.languages.join() !== "en" ? words("event.heldIn", { languages }) : null,
  ].filter(Boolean);
  if (labels.length === 0) return null;
  return (
    <ul class="labels">
      {labels.map((label) => (
        <li>{label}</li>
      ))}
    </ul>
  );
}

function Later({
  visit,
  event,
  later,
}: {
  readonly visit: Visit;
  readonly event: Event;
  readonly later: readonly Occurrence[];
}) {
  return (
    <>
      <h3>{visit.words("event.then")}</h3>
      <ul class="plain">
        {later.map((occurrence) => (
          <li>
            <Time visit={visit} event={event} occurrence={occurrence} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** One time; a cancelled one is struck through, and said to be so. */
export function Time({
  visit,
  event,
  occurrence,
}: {
  readonly visit: Visit;
  readonly event: Event;
  readonly occurrence: Occurrence;
}) {
  const { words, today } = visit;
  const said = (
    <time dateTime={occurrence.allDay ? occurrence.day : new Date(occurrence.starts).toISOString()}>
      {occurrenceInWords(words, occurrence, today)}
    </time>
  );
  const presence = presenceToday(event, occurrence, today);
  if (occurrence.cancelled || presence === "not-coming") {
    return (
      <span class="time off">
        <s>{said}</s> <strong>{words(occurrence.cancelled ? "event.cancelled" : "adviser.away")}</strong>
      </span>
    );
  }
  return (
    <span class="time">
      {said} {presence && <strong>{words(presence === "here" ? "adviser.here" : "adviser.gone")}</strong>}
    </span>
  );
}
