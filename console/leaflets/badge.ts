/** How many leaflets on the screens must be looked at again. */
import type { Badge } from "../ui/entry.ts";

export const reviewsBadge: Badge<"leafletsToReview"> = {
  command: "leafletsToReview",
  input: {},
  roles: ["adviser", "district"],
  topics: ["saveItem", "publishItem", "withdrawItem", "bringBackItem"],
  count: ((found: readonly unknown[]) => found.length) as Badge["count"],
};
