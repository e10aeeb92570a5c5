/** What is on in the coming weeks, day by day. Pure; time is passed in. */
import { endOf, occurrences, type Occurrence } from "#shared/events/occurrences.ts";
import type { Item } from "#shared/item.ts";
import { addDays, readingAt, startOfDay } from "#shared/london.ts";
import type { Term } from "#shared/schema.ts";

export interface OnDay {
  readonly day: string;
  readonly times: readonly { readonly item: Item<"event">; readonly occurrence: Occurrence }[];
}

const DAYS = 28;

/** A centre’s published events and what of them takes place from now on, in order; today's that are over as well. */
export function calendarOf(
  items: readonly Item<"event">[],
  centre: string,
  terms: readonly Term[],
  now: number,
): readonly OnDay[] {
  const { day: today } = readingAt(now);
  const [from, to] = [startOfDay(today), startOfDay(addDays(today, DAYS))];
  const times = items
    .filter(
      ({ state, audience }) => state === "published" && (audience === "all" || audience.includes(centre)),
    )
    .flatMap((item) => occurrences(item.body, terms, from, to).map((occurrence) => ({ item, occurrence })))
    .filter(
      ({ occurrence }) => occurrence.day >= today && (occurrence.day > today || endOf(occurrence) > from),
    )
    .toSorted((one, other) => one.occurrence.starts - other.occurrence.starts);
  const days = [...new Set(times.map(({ occurrence }) => occurrence.day))];
  return days.map((day) => ({ day, times: times.filter(({ occurrence }) => occurrence.day === day) }));
}
