/** What comes up at a centre in the next two weeks: its events, and an adviser's sessions. */
import { introduced } from "#shared/events/presence.ts";
import type { Coming } from "./agenda.ts";
import { Labels, Time } from "./EventPage.tsx";
import { Icon } from "./Icon.tsx";
import { Section } from "./Section.tsx";
import { Said } from "./text.tsx";
import { linkTo, type Visit } from "./visit.ts";

export function Events({ visit, events }: { readonly visit: Visit; readonly events: readonly Coming[] }) {
  const { words } = visit;
  return (
    <Section id="on" icon="calendar" title={words("on.title")}>
      {events.length === 0 && <p>{words("on.none")}</p>}
      <ul class="plain">
        {events.map((coming) => (
          <li>
            <Happening visit={visit} coming={coming} times={2} />
            <Labels event={coming.shown.body} words={words} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Sessions({
  visit,
  sessions,
}: {
  readonly visit: Visit;
  readonly sessions: readonly Coming[];
}) {
  const { words } = visit;
  return (
    <Section id="adviser" icon="heart" title={words("adviser.title")}>
      {sessions.length === 0 && <p>{words("adviser.none")}</p>}
      <ul class="plain">
        {sessions.map((coming) => (
          <li>
            <Happening visit={visit} coming={coming} times={3} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** An event with its next times; how many more there are in the two weeks is said after them. */
function Happening({
  visit,
  coming,
  times,
}: {
  readonly visit: Visit;
  readonly coming: Coming;
  readonly times: number;
}) {
  const { words } = visit;
  const event = coming.shown.body;
  const all = coming.occurrences;
  // "and 1 more time" would take the place of the time itself.
  const listed = all.length === times + 1 ? all : all.slice(0, times);
  const more = all.length - listed.length;
  return (
    <>
      <h3>
        <a href={linkTo(visit, `/e/${coming.id}`, "language-and-centre")}>
          <Said text={event.title} words={words} marked />
        </a>
        {introduced(event.session)?.name && (
          <>
            {" "}
            <bdi class="who">{introduced(event.session)?.name}</bdi>
          </>
        )}
      </h3>
      <ul class="plain times">
        {listed.map((occurrence) => (
          <li>
            <Time visit={visit} event={event} occurrence={occurrence} />
          </li>
        ))}
        {more > 0 && <li>{words("on.more", { n: more })}</li>}
      </ul>
      {event.place && (
        <p class="place">
          <Icon name="pin" /> <Said text={event.place} words={words} />
        </p>
      )}
    </>
  );
}
