/** schema.org Event: what venues' and councils' pages say of themselves for search engines. */
import type { ReadEvent } from "#shared/events/read.ts";
import type { Effort } from "./calendar/rule.ts";
import { asWritten, timesOf } from "./calendar/schedule.ts";
import { windowOf, type Wanted } from "./calendar/window.ts";
import { remark, type Reader, type Remark, type SourceFile } from "./reading.ts";
import { eventOf, type Told } from "./schemaeventfields.ts";
import { findSchemaItems, type Types } from "./schemaitems.ts";

/** Event and all that schema.org has below it. */
const TYPES = [
  "Event", "BusinessEvent", "ChildrensEvent", "ComedyEvent", "CourseInstance", "DanceEvent", "DeliveryEvent", "EducationEvent", "EventSeries",
  "ExhibitionEvent", "Festival", "FoodEvent", "Hackathon", "LiteraryEvent", "MusicEvent", "PublicationEvent", "SaleEvent", "ScreeningEvent",
  "SocialEvent", "SportsEvent", "TheaterEvent", "VisualArtsEvent",
]; // prettier-ignore
const EVENTS: Types = {
  types: new Set(TYPES),
  names: new RegExp(`\\b(?:${TYPES.join("|")})\\b`),
};
const TYPED = new RegExp(`(?:"@type"|itemtype=|typeof=)[^<>{}]{0,200}\\b(?:${TYPES.join("|")})\\b`);

const EFFORT = 1_000_000;
const MOST_READ = 20_000;

export const schemaEvent: Reader<ReadEvent> = {
  format: "schema-event",
  kind: "events",

  recognises({ text }: SourceFile): number {
    const start = text.slice(0, 2000).trimStart();
    if (!/^[<{[]/.test(start) || /^<(?:\?xml[^>]*\?>\s*<)?(?:rss|feed)\b/i.test(start)) return 0;
    return TYPED.test(text) ? 0.85 : 0;
  },

  read({ text }, options) {
    const { graph, context, rejected: broken, warnings } = findSchemaItems(text, EVENTS);
    const wanted = windowOf(options);
    const rejected: Remark[] = [...broken];
    const effort: Effort = { left: EFFORT };
    const read: ReadEvent[] = [];
    for (const [index, item] of graph.items.entries()) {
      const told = eventOf(item, { ...context, resolve: graph.resolve });
      if (told.ok) read.push(...occasionsOf(told.event, wanted, effort));
      else rejected.push(remark(`item ${index + 1}`, told.problem, null, told.written));
      if (read.length > MOST_READ) break;
    }
    const none = graph.items.length === 0 && rejected.length === 0 ? [remark("file", "no-events")] : [];
    const deep = graph.tooDeep ? [remark("file", "too-deep")] : [];
    const inOrder = read
      .slice(0, MOST_READ)
      .toSorted((one, other) => ((one.starts ?? "") < (other.starts ?? "") ? -1 : 1));
    return {
      kind: "events",
      format: schemaEvent.format,
      read: inOrder,
      rejected,
      warnings: [...warnings, ...none, ...deep],
      complete: true,
    };
  },
};

function occasionsOf(
  { known, schedules, starts, ends, allDay }: Told,
  wanted: Wanted,
  effort: Effort,
): readonly ReadEvent[] {
  if (schedules.length > 0) {
    return schedules.flatMap((schedule) =>
      timesOf(schedule, wanted, effort).map((occasion) => ({
        ...known,
        ...asWritten(occasion),
        recurs: schedule.rule !== null,
      })),
    );
  }
  return isWithin(starts, ends, allDay, wanted) ? [{ ...known, starts, ends, allDay }] : [];
}

function isWithin(
  starts: string,
  ends: string | null,
  allDay: boolean,
  { from, to, edges }: Wanted,
): boolean {
  if (allDay) return starts <= to && (ends === null ? starts >= from : ends > from);
  const [begins, over] = [Date.parse(starts), ends === null ? null : Date.parse(ends)];
  return begins < edges.to && (over === null || over <= begins ? begins >= edges.from : over > edges.from);
}
