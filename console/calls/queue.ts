/** The calls of one's centres and duty group, kept up to date; shared by all that show them. */
import type { QueuedCall } from "#shared/calls/call.ts";
import { collection } from "../live/collection.ts";

export interface CallQueue {
  /** The hub's clock, ISO. */
  readonly now: string;
  readonly calls: readonly QueuedCall[];
}

export const queue = collection<CallQueue, "listCalls">({
  command: "listCalls",
  input: {},
  topics: ["calls"],
});

export interface Parts {
  readonly waiting: readonly QueuedCall[];
  readonly mine: readonly QueuedCall[];
  readonly again: readonly QueuedCall[];
  readonly others: readonly QueuedCall[];
  readonly over: readonly QueuedCall[];
}

/** What waits longest stands first; what is done, last done first. */
export function partsOf(calls: readonly QueuedCall[]): Parts {
  const are = (test: (call: QueuedCall) => boolean) => calls.filter(test);
  const byAge = (one: QueuedCall, other: QueuedCall) => one.asked.localeCompare(other.asked);
  return {
    waiting: are(({ state: { state } }) => state === "waiting" || state === "ringing").toSorted(byAge),
    mine: are(({ mine }) => mine).toSorted(byAge),
    again: are(({ state: { state } }) => state === "again"),
    others: are(({ state: { state }, mine }) => state === "taken" && !mine),
    over: are(({ state: { state } }) => state === "ended" || state === "cancelled").toSorted((one, other) =>
      other.state.since.localeCompare(one.state.since),
    ),
  };
}
