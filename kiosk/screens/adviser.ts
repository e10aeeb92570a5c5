/** Whether an adviser is here, for the panel that says so. Pure. */
import { endOf, nextOccurrence, type Occurrence } from "#shared/events/occurrences.ts";
import { saidOf } from "#shared/events/presence.ts";
import type { Event } from "#shared/events/schema.ts";
import { readingAt } from "#shared/london.ts";
import type { Term } from "#shared/schema.ts";
import { bestGuess, type Now } from "#kiosk/live/now.ts";

export interface AdvisersDay {
  readonly event: Event;
  /**
   * `now`: sitting there; `later`: today, not yet; `next`: another day; `away`: would have been here
   * today, but is not.
   */
  readonly state: "now" | "later" | "next" | "away";
  /** The time that is told: today's, or where that falls through the next; `null` if there is none. */
  readonly occurrence: Occurrence | null;
}

interface Session {
  readonly event: Event;
  readonly occurrence: Occurrence;
}

const ORDER: readonly AdvisersDay["state"][] = ["now", "later", "away", "next"];
/** So many sessions in a row may be cancelled before nothing is said of the next. */
const LOOK_AHEAD = 8;

/** The session to tell of: one under way, else today's, else that it falls through, else the next. */
export function advisersDay(
  sessions: readonly Session[],
  terms: readonly Term[],
  now: Now,
): AdvisersDay | null {
  const told = sessions.filter(({ event }) => event.session).map((session) => tell(session, terms, now));
  told.sort(
    (one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state) || startOf(one) - startOf(other),
  );
  return told.find(({ state, occurrence }) => occurrence || state === "away") ?? null;
}

function tell({ event, occurrence }: Session, terms: readonly Term[], now: Now): AdvisersDay {
  const at = bestGuess(now);
  const today = at !== null && occurrence.day === readingAt(at).day;
  const state = today ? todaysState(event, occurrence, now, at) : "next";
  const stands = state === "now" || state === "later" || (state === "next" && !occurrence.cancelled);
  return { event, state, occurrence: stands ? occurrence : nextThatStands(event, occurrence, terms) };
}

/** What the adviser said today counts for more than the calendar. */
function todaysState(event: Event, occurrence: Occurrence, now: Now, at: number): AdvisersDay["state"] {
  const saidToday = saidOf(event, occurrence);
  if (occurrence.cancelled || saidToday === "not-coming" || saidToday === "gone") return "away";
  const earliest = now.state === "online" ? at : now.earliest;
  const begun = occurrence.starts <= earliest && endOf(occurrence) > at;
  return begun || saidToday === "here" ? "now" : "later";
}

function nextThatStands(event: Event, after: Occurrence, terms: readonly Term[]): Occurrence | null {
  let next: Occurrence | null = after;
  for (let tries = 0; next && tries < LOOK_AHEAD; tries += 1) {
    next = nextOccurrence(event, terms, endOf(next));
    if (next && !next.cancelled && next.day !== after.day) return next;
  }
  return null;
}

function startOf({ occurrence }: AdvisersDay): number {
  return occurrence?.starts ?? Infinity;
}
