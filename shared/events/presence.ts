/** What is known of an adviser's session beyond the calendar: what was said today, and whose name may be told. */
import { addDays, readingAt, startOfDay } from "../london.ts";
import type { Term } from "../schema.ts";
import { endOf, occurrences, type Occurrence } from "./occurrences.ts";
import type { AdviserSession, Event, Presence } from "./schema.ts";

/** What was said of this very occurrence on its day; `null` where nobody has. It is forgotten at the day's end. */
export function saidOf(event: Event, occurrence: Occurrence): Presence | null {
  const here = event.session?.here;
  if (!here || readingAt(Date.parse(here.since)).day !== occurrence.day) return null;
  const another = here.starts !== undefined && Date.parse(here.starts) !== occurrence.starts;
  return another ? null : here.state;
}

/** The session of the day that somebody speaks of now: the one under way, else the next, else the last. */
export function todaysSession(event: Event, terms: readonly Term[], now: number): Occurrence | null {
  const { day } = readingAt(now);
  const today = occurrences(event, terms, startOfDay(day), startOfDay(addDays(day, 1)));
  const own = today.filter((one) => one.day === day && !one.cancelled);
  return own.find((one) => endOf(one) > now) ?? own.at(-1) ?? null;
}

/** The adviser by first name and photo, where the adviser has agreed to that. */
export function introduced(session: AdviserSession | null): Pick<AdviserSession, "name" | "photo"> | null {
  return session?.consent ? { name: session.name, photo: session.photo ?? null } : null;
}

/** A session as it may be kept: a consent stands for the name and the photo it was given for, and no other. */
export function withConsentOf(before: AdviserSession | null, after: AdviserSession): AdviserSession {
  const same = before?.name === after.name && (before.photo?.id ?? null) === (after.photo?.id ?? null);
  return { ...after, consent: same ? (before?.consent ?? null) : null };
}
