/**
 * What a screen knows of the present, and what it shows by it. Off the hub the present lies somewhere
 * between two instants; whatever is in doubt does not show.
 */
import { HOUR, LAST_INSTANT, isInstant } from "#shared/london.ts";
import { TRUST } from "#shared/screens/trust.ts";
import { isShowing, nextChange, showsThroughout, type Showable, type Viewer } from "#shared/showing.ts";

export { TRUST };

/** All instants are epoch ms on the hub's clock. */
export type Now =
  | { readonly state: "online"; readonly at: number }
  | {
      /** `doubt`: the device's clock is behind where it has been, so nobody knows how long it was off. */
      readonly state: "offline" | "doubt";
      readonly earliest: number;
      readonly latest: number;
      /** When the hub was last heard, `null` for never. */
      readonly heard: number | null;
    };

/** `setTimeout` overflows at 2^31 ms; and no timer is worth trusting for longer. */
const LONGEST_WAIT = 12 * HOUR;

/** Whether the screen shows the item now: online by the hub's clock, offline only what shows at both ends. */
export function isShowingFor(now: Now, item: Showable, screen: Viewer): boolean {
  switch (now.state) {
    case "online":
      return isShowing(item, screen, now.at);
    case "offline":
      return isShowing(item, screen, now.earliest) && isShowing(item, screen, now.latest);
    case "doubt":
      return showsThroughout(item, screen, now.earliest, endOfDoubt(now.latest));
  }
}

/** Whether vacancies and their placements are dropped: the hub was not heard for eight days, or never. */
export function dropsVacancies(now: Now): boolean {
  return now.state !== "online" && !(untilDrop(now) > 0);
}

/**
 * Milliseconds until what shows of these items may change of itself, between 1 and twelve hours: the
 * one timer that a screen sets, and sets anew whenever its idea of now or what it holds changes.
 */
export function nextChangeFor(now: Now, items: Iterable<Showable>, screen: Viewer): number {
  let wait = LONGEST_WAIT;
  if (now.state !== "online" && untilDrop(now) > 0) wait = Math.min(wait, untilDrop(now));
  const ends = endsOf(now);
  for (const item of items) {
    for (const end of ends) {
      const change = nextChange(item, screen, end, end + wait);
      if (change !== null) wait = change - end;
    }
  }
  return Math.max(1, Math.ceil(wait));
}

/** The instant for a clock on the wall, `null` where the screen had better show none. */
export function bestGuess(now: Now): number | null {
  if (now.state === "doubt") return null;
  const guess = now.state === "online" ? now.at : now.latest;
  return isInstant(guess) ? guess : null;
}

/** The instants at which an item is looked at; all of them move on with time. */
function endsOf(now: Now): readonly number[] {
  if (now.state === "online") return [now.at];
  return [now.earliest, now.state === "doubt" ? endOfDoubt(now.latest) : now.latest];
}

/** A screen is trusted to have been off for less than that; where nothing is known, for ever. */
function endOfDoubt(latest: number): number {
  return Math.min(latest + TRUST, LAST_INSTANT);
}

function untilDrop({ heard, latest }: Exclude<Now, { state: "online" }>): number {
  return heard === null ? 0 : heard + TRUST - latest;
}
