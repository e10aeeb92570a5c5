/** When a centre is open: outside these hours its screens sleep, and none of them is missed. */
import { LAST_INSTANT, readingAt } from "../london.ts";
import { daysCovering, lastFlip, marksOf, nextFlip } from "../schedule.ts";
import type { PublicCentre } from "./schema.ts";

interface Hours extends Pick<PublicCentre, "opening" | "closedDays"> {
  /** Where a screen is put to sleep or woken by hand: until then (epoch ms) its hours count for nothing. */
  readonly power?: { readonly awake: boolean; readonly until: number };
}

/**
 * Whether the centre is open at an instant (epoch ms). A closed day takes away the hours that start
 * on it; a centre that names no hours is open whenever the day is not closed.
 */
export function isOpen(centre: Hours, now: number): boolean {
  const { power } = centre;
  if (power && now < power.until) return power.awake;
  return daysCovering(centre.opening, readingAt(now)).some((day) => !centre.closedDays.includes(day));
}

/** Since when it has been open (epoch ms; 0 for always), `null` while it is closed. */
export function openSince(centre: Hours, now: number): number | null {
  if (!isOpen(centre, now)) return null;
  return lastFlip((at) => isOpen(centre, at), marks(centre), now) ?? 0;
}

/** The first instant after `now` (epoch ms) at which it opens or closes, `null` for never. */
export function nextOpeningChange(centre: Hours, now: number): number | null {
  const { power } = centre;
  if (power && now < power.until) return power.until;
  return nextFlip((at) => isOpen(centre, at), marks(centre), now, LAST_INSTANT);
}

function marks(centre: Hours) {
  return marksOf(centre.opening, centre.closedDays);
}
