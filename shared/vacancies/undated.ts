/** A vacancy without a closing date: after a while somebody is asked whether it still stands, then it leaves. */
import { DAY } from "../london.ts";

/** Days after which it is asked again, and further days until it leaves. */
const ASK_AFTER = 14;
export const LEAVE_AFTER = 7;

/** When it is asked again whether a vacancy still stands that was (again) decided at an instant; ISO. */
export function asksAgain(decided: string): string {
  return new Date(Date.parse(decided) + ASK_AFTER * DAY).toISOString();
}

/** The first instant at which a placement no longer shows: with its vacancy, or unanswered. ISO, `null` for never. */
export function placementEnds(until: string | null, asks: string | null): string | null {
  const unanswered = asks === null ? null : new Date(Date.parse(asks) + LEAVE_AFTER * DAY).toISOString();
  if (until === null || unanswered === null) return until ?? unanswered;
  return Date.parse(until) <= Date.parse(unanswered) ? until : unanswered;
}
