/** How many of a kind staff have put up that wait for an adviser to approve them. */
import type { Kind } from "#shared/kinds.ts";
import type { Badge } from "../entry.ts";

export function waitingBadge(kind: Kind): Badge<"listItems"> {
  return {
    command: "listItems",
    input: { kind, state: "proposed" },
    roles: ["adviser", "district"],
    topics: ["saveItem", "publishItem", "withdrawItem", "bringBackItem", "proposeItem", "declineItem"],
    count: ((found: readonly unknown[]) => found.length) as Badge["count"],
  };
}
