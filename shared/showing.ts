/**
 * Whether an item shows: the one rule that the board, the kiosk, the console's preview and the hub's
 * reports all ask. In doubt it does not show.
 */
import { leavesScreens, reviewDayOf } from "./leaflets/review.ts";
import { LAST_INSTANT, isInstant, readingAt } from "./london.ts";
import { daysCovering, inTerm, marksOf, nextFlip } from "./schedule.ts";
import type { Audience, State, Term, Timing } from "./schema.ts";

/** An item, or what a screen holds of one: published, and addressed to whoever holds it. */
export interface Showable extends Timing {
  readonly state?: State;
  readonly audience?: Audience;
  /** Of a leaflet, the day by which it must be reviewed binds as well. */
  readonly body?: object;
}

/** For whom it is asked. */
export interface Viewer {
  /** The centre's slug; `null` is no centre: only what is for every centre. */
  readonly centre: string | null;
  readonly terms: readonly Term[];
}

/** Why an item shows, or does not. */
export type Because =
  | "showing"
  | Exclude<State, "published">
  | "not-for-this-centre"
  | "not-yet"
  | "ended"
  /** A leaflet that nobody has reviewed, past its grace period. */
  | "not-reviewed"
  | "outside-its-times"
  | "excepted"
  | "outside-term"
  /** Term time only, and nobody has said when that is. */
  | "terms-unknown"
  /** An instant of the item, or the one asked for, is none. */
  | "unclear";

/** Whether the item shows on the screen at an instant (epoch ms). */
export function isShowing(item: Showable, screen: Viewer, now: number): boolean {
  return because(item, screen, now) === "showing";
}

/** Why the item shows, or does not, at an instant (epoch ms). */
export function because(item: Showable, screen: Viewer, now: number): Because {
  return whyNever(item, screen) ?? whyNotAt(item, now) ?? whyNotThatDay(item, screen.terms, now) ?? "showing";
}

/**
 * The first instant after `now` (epoch ms) at which the item comes on or goes off, exact to the
 * millisecond; `null` if none lies before `before`.
 */
export function nextChange(
  item: Showable,
  screen: Viewer,
  now: number,
  before = LAST_INSTANT,
): number | null {
  if (!isInstant(now) || whyNever(item, screen)) return null;
  const { from, until } = shownSpanOf(item);
  const start = Math.max(now, from);
  if (start >= Math.min(until, before)) return null;
  const showing = isShowing(item, screen, now);
  if (isShowing(item, screen, start) !== showing) return start;
  const flip = nextFlipByDays(item, screen, start, Math.min(until, before));
  if (flip !== null) return flip;
  return showing && until < before ? until : null;
}

/** Whether the item shows at every instant from `from` to `to`, both included. */
export function showsThroughout(item: Showable, screen: Viewer, from: number, to: number): boolean {
  return (
    isShowing(item, screen, from) &&
    isShowing(item, screen, to) &&
    nextChange(item, screen, from, to) === null
  );
}

/** What no time will change. */
function whyNever({ state, audience, termTimeOnly }: Showable, screen: Viewer): Because | null {
  if (state !== undefined && state !== "published") return state;
  const addressed = audience === undefined || audience === "all";
  if (!addressed && !(screen.centre !== null && audience.includes(screen.centre)))
    return "not-for-this-centre";
  return termTimeOnly && screen.terms.length === 0 ? "terms-unknown" : null;
}

function whyNotAt(item: Showable, now: number): Because | null {
  const { from, until } = spanOf(item);
  const leaves = reviewEnd(item);
  if (!isInstant(now) || [from, until, leaves].some(Number.isNaN)) return "unclear";
  if (now < from) return "not-yet";
  if (now >= until) return "ended";
  return now < leaves ? null : "not-reviewed";
}

function whyNotThatDay(item: Timing, terms: readonly Term[], now: number): Because | null {
  if (!hasDayRules(item)) return null;
  const days = daysCovering(item.pattern, readingAt(now));
  if (days.length === 0) return "outside-its-times";
  const left = days.filter((day) => !item.exceptDates.includes(day));
  if (left.length === 0) return "excepted";
  return item.termTimeOnly && !left.some((day) => inTerm(day, terms)) ? "outside-term" : null;
}

function nextFlipByDays(item: Showable, screen: Viewer, after: number, before: number): number | null {
  if (!hasDayRules(item)) return null;
  const termDays = item.termTimeOnly ? screen.terms.flat() : [];
  const marks = marksOf(item.pattern, [...item.exceptDates, ...termDays]);
  return nextFlip((at) => isShowing(item, screen, at), marks, after, before);
}

function hasDayRules(item: Timing): boolean {
  return item.termTimeOnly || item.pattern.length > 0 || item.exceptDates.length > 0;
}

/** The span in which it may show at all. */
function shownSpanOf(item: Showable): { readonly from: number; readonly until: number } {
  const { from, until } = spanOf(item);
  return { from, until: Math.min(until, reviewEnd(item)) };
}

function reviewEnd({ body }: Showable): number {
  const reviewBy = reviewDayOf(body);
  return reviewBy === null ? Infinity : leavesScreens(reviewBy);
}

function spanOf(item: Timing): { readonly from: number; readonly until: number } {
  return {
    from: item.from === null ? -Infinity : Date.parse(item.from),
    until: item.until === null ? Infinity : Date.parse(item.until),
  };
}
