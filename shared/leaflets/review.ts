/**
 * A leaflet's review: whoever answers for it is told before the day, the console is red after it, and
 * past a grace period it leaves the screens, so that none goes on showing what nobody has looked at.
 */
import { addDays, dayNumber, startOfDay } from "../london.ts";

/** So many days before its review day its owner is told. */
const TOLD_BEFORE = 14;
/** For so many days after its review day it still shows. */
export const GRACE = 28;

export type ReviewState = "fine" | "soon" | "overdue" | "off-the-screens";

/** How it stands on a day in London (YYYY-MM-DD). The review day itself is in time. */
export function reviewState(reviewBy: string, today: string): ReviewState {
  if (today > addDays(reviewBy, GRACE)) return "off-the-screens";
  if (today > reviewBy) return "overdue";
  return addDays(today, TOLD_BEFORE) >= reviewBy ? "soon" : "fine";
}

/** The first instant (epoch ms) at which it no longer shows; NaN for a day that is none. */
export function leavesScreens(reviewBy: string): number {
  return Number.isNaN(dayNumber(reviewBy)) ? NaN : startOfDay(addDays(reviewBy, GRACE + 1));
}

/** The review day of an item's body, where it is a leaflet's. */
export function reviewDayOf(body: object | undefined): string | null {
  return body && "edition" in body && "reviewBy" in body && typeof body.reviewBy === "string"
    ? body.reviewBy
    : null;
}
