/** What an event must be like; pure, for the hub's door and the console's form alike. */
import { minutesOf } from "../london.ts";
import { tooLong, type Mistake } from "../mistakes.ts";
import type { Event, Occasion } from "./schema.ts";

export const EVENT_MOST = {
  title: 120,
  summary: 400,
  place: 120,
  booking: 300,
  capacity: 120,
  cost: 120,
  who: 200,
} as const;

/** An end before the start lies on the next day; what would last longer than this was mistyped. */
const LONGEST_NIGHT = 12 * 60;

export function eventMistakes({ body }: { readonly body: Event }): readonly Mistake[] {
  const { first, repeats, also } = body;
  return [
    ...tooLong(body.title, "body.title", EVENT_MOST.title),
    ...tooLong(body.summary, "body.summary", EVENT_MOST.summary),
    ...tooLong(body.place, "body.place", EVENT_MOST.place),
    ...tooLong(body.booking, "body.booking", EVENT_MOST.booking),
    ...tooLong(body.capacity, "body.capacity", EVENT_MOST.capacity),
    ...tooLong(body.cost, "body.cost", EVENT_MOST.cost),
    ...tooLong(body.who, "body.who", EVENT_MOST.who),
    ...timesOf(first, "body.first"),
    ...also.flatMap((occasion, at) => timesOf(occasion, `body.also.${at}`)),
    ...(repeats?.until && repeats.until < first.day
      ? [{ path: "body.repeats.until", code: "repeats-end-before-first" }]
      : []),
  ];
}

function timesOf({ start, end }: Occasion, path: string): readonly Mistake[] {
  if (end === null) return [];
  if (start === null) return [{ path: `${path}.start`, code: "start-missing" }];
  const lasts = minutesOf(end) - minutesOf(start);
  const overnight = lasts <= 0 && lasts + 24 * 60 <= LONGEST_NIGHT;
  return lasts > 0 || overnight ? [] : [{ path: `${path}.end`, code: "ends-before-start" }];
}
