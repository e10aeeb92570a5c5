/** What a call is about that is asked for from the page of a job, a leaflet or an event. */
import type { About, Attached } from "#shared/calls/call.ts";

export function topicOf(kind: Attached["kind"]): About {
  return kind === "vacancy" ? "job" : kind === "event" ? "training" : "other";
}
