/** What lists and pages of events have in common. */
import type { Occurrence } from "#shared/events/occurrences.ts";
import type { Event } from "#shared/events/schema.ts";
import { say } from "#shared/languages.ts";
import { whenWords } from "#kiosk/language/dates.ts";
import { namesOf } from "#kiosk/language/names.ts";
import type { Speech } from "#kiosk/language/speech.ts";
import { mediaUrl } from "#kiosk/live/media.ts";
import type { OfferedEvent } from "#kiosk/live/offered.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Row, type Tag } from "#kiosk/ui/touch/Row.tsx";
import { SaidTexts } from "#kiosk/ui/touch/Said.tsx";

/** In a list; of a course also what it costs and who may come. */
export function EventRow({ id, event, times }: OfferedEvent) {
  const { speech, offered, go } = useKiosk();
  const [next] = times;
  const about = [event.summary, event.who].filter((text) => text !== null && text !== undefined);
  return (
    <Row
      title={event.title}
      about={about.length > 0 && <SaidTexts texts={about} />}
      tags={next ? tagsOf(speech, event, next, offered.today) : []}
      picture={event.picture && mediaUrl(event.picture)}
      open={() => go({ page: "event", id })}
    />
  );
}

/** What is longer stands on the event's own page alone. */
const SHORT = 40;

export function tagsOf(speech: Speech, event: Event, time: Occurrence, today: string | null): readonly Tag[] {
  const tags: Tag[] = [{ pic: "clock", words: whenWords(speech, time, today) }];
  if (time.cancelled) tags.push({ pic: "notice", words: speech.say("event.cancelled"), tone: "coral" });
  if (event.level) tags.push({ pic: "learn", words: speech.t(`level.${event.level}`), tone: "plain" });
  if (event.creche) {
    tags.push({ pic: "baby", words: speech.say(`event.creche-${event.creche}`), tone: "sun" });
  }
  if (event.free) tags.push({ pic: "money", words: speech.say("event.free"), tone: "plain" });
  const cost = event.cost && say(event.cost, speech.language);
  if (cost && cost.words.length <= SHORT) tags.push({ pic: "money", words: cost.words, tone: "plain" });
  if (event.languages.some((language) => language !== "en")) {
    tags.push({ pic: "languages", words: namesOf(event.languages), tone: "plain" });
  }
  return tags;
}

/** By the next time of each. */
export function inOrder(events: readonly OfferedEvent[]): readonly OfferedEvent[] {
  return events.toSorted((one, other) => (one.times[0]?.starts ?? 0) - (other.times[0]?.starts ?? 0));
}
