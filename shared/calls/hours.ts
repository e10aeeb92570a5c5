/** When somebody rings: the team's working time on London's clocks, as `now` is passed in (epoch ms). */
import { addDays, instantOf, LAST_INSTANT, readingAt, startOfDay } from "../london.ts";
import { daysCovering, marksOf, nextFlip } from "../schedule.ts";
import type { Window } from "../schema.ts";
import type { Way, When } from "./call.ts";

export interface Team {
  /** None: at any time of a day that is not closed. */
  readonly hours: readonly Window[];
  /** Bank holidays and other closed days. */
  readonly closed: readonly string[];
  /** Working minutes within which a handset should ring. */
  readonly handsetMinutes: number;
  /** The same for one's own phone; `null`: on the next working morning. */
  readonly ringMinutes: number | null;
}

/** Instants in epoch ms. */
export interface Promised {
  /** Whether the team is there now; `until` when it goes, or `null` for never. */
  readonly open: boolean;
  readonly until: number | null;
  /** From when on somebody can ring; it is now where the team is there and it suits. */
  readonly from: number;
  /** By when somebody should have rung. */
  readonly due: number;
}

const MINUTE = 60_000;
/** The school run is over at these times. */
const AFTER_SCHOOL_RUN = ["09:30", "16:00"];
/** A working morning ends at noon, or so long after a team that only begins then. */
const NOON = "12:00";
const SHORT_MORNING = 120 * MINUTE;
/** Turns of the team's hours that are worth reckoning with: half a year of twice a day. */
const MOST_TURNS = 400;

function isTeamIn(team: Team, now: number): boolean {
  return daysCovering(team.hours, readingAt(now)).some((day) => !team.closed.includes(day));
}

/** The next instant at which the team comes or goes, `null` for never. */
export function nextTurn(team: Team, now: number): number | null {
  return nextFlip((at) => isTeamIn(team, at), marksOf(team.hours, team.closed), now, LAST_INSTANT);
}

/** The first instant from `now` on at which the team is there; a team that never is counts as always there. */
export function nextIn(team: Team, now: number): number {
  return isTeamIn(team, now) ? now : (nextTurn(team, now) ?? now);
}

/** The instant at which so much working time has passed. */
export function afterWork(team: Team, from: number, milliseconds: number): number {
  let left = milliseconds;
  let at = nextIn(team, from);
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const goes = nextTurn(team, at);
    if (goes === null || at + left <= goes) return at + left;
    left -= goes - at;
    at = nextIn(team, goes);
  }
  return at + left;
}

/** Working milliseconds between two instants. */
export function workBetween(team: Team, from: number, to: number): number {
  let worked = 0;
  let at = nextIn(team, from);
  for (let turn = 0; turn < MOST_TURNS && at < to; turn += 1) {
    const goes = Math.min(nextTurn(team, at) ?? to, to);
    worked += goes - at;
    at = nextIn(team, goes);
    if (at <= goes && goes < to) break;
  }
  return worked;
}

/** When a request of this way is kept, were it made now. */
export function promiseOf(team: Team, way: Way, when: When, now: number): Promised {
  const open = isTeamIn(team, now);
  const from = nextIn(team, suitsFrom(when, now));
  const minutes = way === "handset" || way === "voice" ? team.handsetMinutes : team.ringMinutes;
  const due = minutes === null ? nextMorning(team, from) : afterWork(team, from, minutes * MINUTE);
  return { open, until: open ? nextTurn(team, now) : null, from, due };
}

function suitsFrom(when: When, now: number): number {
  const { day } = readingAt(now);
  const tomorrow = addDays(day, 1);
  if (when === "soon") return now;
  if (when === "tomorrow") return startOfDay(tomorrow);
  const times = [day, tomorrow].flatMap((one) => AFTER_SCHOOL_RUN.map((time) => instantOf(one, time)));
  return times.find((at) => at > now) ?? now;
}

/** The end of the first working morning after the day of `from`. */
function nextMorning(team: Team, from: number): number {
  const comes = nextIn(team, startOfDay(addDays(readingAt(from).day, 1)));
  return Math.max(instantOf(readingAt(comes).day, NOON), comes + SHORT_MORNING);
}

/** Of the time until somebody should have rung, how much passes before each of so many steps is told. */
const SHARES: readonly (readonly number[])[] = [[], [0], [0, 1], [0, 0.5, 1], [0, 0.5, 0.75, 1]];

/** The instants at which so many steps are told of a call that is to be kept between `from` and `due`. */
export function stepInstants(
  team: Team,
  { from, due }: Pick<Promised, "from" | "due">,
  steps: number,
): readonly number[] {
  const whole = workBetween(team, from, due);
  const shares = SHARES[Math.min(steps, SHARES.length - 1)] ?? [];
  return shares.map((share) => afterWork(team, from, share * whole));
}
