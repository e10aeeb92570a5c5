/** Which of the entries that a screen holds it may show at this moment, as far as it knows the time. Pure. */
import type { PublicCentre } from "#shared/centres/schema.ts";
import { LAST_INSTANT } from "#shared/london.ts";
import type { Entry } from "#shared/programme.ts";
import type { Own } from "#shared/screens/own.ts";
import type { Showable, Viewer } from "#shared/showing.ts";
import { TRUST, dropsVacancies, isShowingFor, type Now } from "./now.ts";

/** The instants between which the present lies; one where it is known. */
export function instants(now: Now): readonly number[] {
  if (now.state === "online") return [now.at];
  return [now.earliest, Math.min(now.latest + (now.state === "doubt" ? TRUST : 0), LAST_INSTANT)];
}

/** The centre whose programme these entries are, with what this screen does otherwise. */
export function centreOf(entries: readonly Entry[], own?: Own): PublicCentre | null {
  for (const entry of entries) if (entry.type === "centre" && entry.value) return { ...entry.value, ...own };
  return null;
}

/** Whether an entry surely shows at this moment. */
export function shows(entry: Entry, viewer: Viewer, now: Now): boolean {
  if (entry.value === null || entry.type === "centre") return false;
  const ofVacancy = entry.type === "vacancy" || entry.type === "placement";
  if (ofVacancy && dropsVacancies(now)) return false;
  const timing = timingOf(entry);
  return timing !== null && isShowingFor(now, timing, viewer);
}

/** When an entry shows. A placement has only an end. */
export function timingOf(entry: Entry): Showable | null {
  if (entry.value === null || entry.type === "centre") return null;
  if (entry.type !== "placement") return entry.value;
  return { from: null, until: entry.value.until, pattern: [], exceptDates: [], termTimeOnly: false };
}
