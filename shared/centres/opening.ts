/** When a centre is open: outside these hours its screens sleep, and none of them is missed. */
import { LAST_INSTANT, readingAt } from "../london.ts";
import { daysCovering, lastFlip, marksOf, nextFlip } from "../schedule.ts";
import type { PublicCentre } from "./schema.ts";

type Hours = Pick<PublicCentre, "opening" | "closedDays">;

/**
 * Whether the centre is open at an instant (epoch ms). A closed day takes away the hours that start
 * on it; a centre that names no hours is open whenever the day is not closed.
 */
export function isOpen(centre: Hours, now: number): boolean {
  return daysCovering(centre.opening, readingAt(now)).some((day) => !centre.closedDays.includes(day));
}

/** Since when it has been open (epoch ms; 0 for always), `null` while it is closed. */
export function openSince(centre: Hours, now: number): number | null {
  if (!isOpen(centre, now)) return null;
  return lastFlip((at) => isOpen(centre, at), marks(centre), now) ?? 0;
}

/** The first instant after `now` (epoch ms) at which it opens or closes, `null` for never. */
export function nextOpeningChange(centre: Hours, now: number): number | null {
  return nextFlip((at) => isOpen(centre, at), marks(centre), now, LAST_INSTANT);
}

function marks(centre: Hours) {
  return marksOf(centre.opening, centre.closedDays);
}
