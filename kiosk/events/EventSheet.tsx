/** An event on paper. */
import { whenWords } from "#kiosk/language/dates.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Paragraphs } from "#kiosk/ui/touch/Said.tsx";

const MOST_TIMES = 4;

export function EventSheet({ id, alone }: { id: string; alone: boolean }) {
  const { speech, offered } = useKiosk();
  const found = offered.events.find((one) => one.id === id);
  if (!found) return null;
  const { event, times } = found;
  const told = times.filter(({ cancelled }) => !cancelled).slice(0, alone ? MOST_TIMES : 1);
  return (
    <>
      {told.map((time) => (
        <p key={time.starts}>
          <b>{whenWords(speech, time, null)}</b>
        </p>
      ))}
      {event.place && <Paragraphs text={event.place} />}
      {event.summary && <Paragraphs text={event.summary} />}
      {event.who && <Paragraphs text={event.who} />}
      {event.cost && <Paragraphs text={event.cost} />}
      {event.booking && <Paragraphs text={event.booking} />}
    </>
  );
}
