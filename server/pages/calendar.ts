/** `/e/ID.ics`: an event for the visitor's own calendar, as RFC 5545 asks. */
import { nextOccurrence, occurrences, type Occurrence } from "#shared/events/occurrences.ts";
import type { Event } from "#shared/events/schema.ts";
import { addDays } from "#shared/london.ts";
import type { Term } from "#shared/schema.ts";
import { calendarText, dateTimeInUtc, dayOf, escaped, type Line } from "./ics.ts";
import { ruleOf } from "./rule.ts";
import { plain } from "./text.tsx";
import { canonical, type Visit } from "./visit.ts";

/** Half a year of a weekly group. */
const MOST = 26;
const DAYS_AHEAD = 730;

/**
 * One event with a rule where a rule says exactly the same; else its next 26 occurrences, each by
 * itself. `null` where nothing is to come.
 */
export function calendarOf(visit: Visit, id: string, event: Event, terms: readonly Term[]): string | null {
  if (!nextOccurrence(event, terms, visit.now)) return null;
  const rule = ruleOf(event);
  if (rule) return calendarText([eventLines(visit, id, event, rule, event.cancelled === true)], "in-london");
  const until = visit.now + DAYS_AHEAD * 86_400_000;
  const coming = occurrences(event, terms, visit.now, until).slice(0, MOST);
  const alone = event.repeats === null && event.also.length === 0;
  const events = coming.map((one) => {
    const uid = alone ? id : `${id}-${one.allDay ? dayOf(one.day) : dateTimeInUtc(one.starts)}`;
    return eventLines(visit, uid, event, timesOf(one), one.cancelled);
  });
  return calendarText(events, "in-utc");
}

function timesOf({ starts, ends, day, allDay }: Occurrence): readonly Line[] {
  if (allDay) return [`DTSTART;VALUE=DATE:${dayOf(day)}`, `DTEND;VALUE=DATE:${dayOf(addDays(day, 1))}`];
  const start = `DTSTART:${dateTimeInUtc(starts)}`;
  return ends === null ? [start] : [start, `DTEND:${dateTimeInUtc(ends)}`];
}

function eventLines(
  visit: Visit,
  uid: string,
  event: Event,
  times: readonly Line[],
  cancelled: boolean,
): readonly Line[] {
  const { words, centre, publicUrl } = visit;
  const language = `;LANGUAGE=${words.language}`;
  const place = [event.place, centre?.name, centre?.address].flatMap((text) =>
    text ? [plain(text, words)] : [],
  );
  const about = [event.summary, event.booking].flatMap((text) => (text ? [plain(text, words)] : []));
  const address = canonical({ ...visit, path: visit.path.replace(/\.ics$/, "") });
  return [
    "BEGIN:VEVENT",
    `UID:${uid}@${publicUrl === null ? "signpost" : new URL(publicUrl).hostname}`,
    `DTSTAMP:${dateTimeInUtc(visit.now)}`,
    ...times,
    `SUMMARY${language}:${escaped(plain(event.title, words))}`,
    ...(place.length > 0 ? [`LOCATION${language}:${escaped(place.join(", "))}`] : []),
    ...(about.length > 0 ? [`DESCRIPTION${language}:${escaped(about.join("\n\n"))}`] : []),
    ...(address === null ? [] : [`URL:${address}`]),
    `STATUS:${cancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
  ];
}
