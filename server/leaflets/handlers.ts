/** The commands about leaflets alone. */
import type { Item } from "#shared/item.ts";
import type { leafletCommands } from "#shared/leaflets/commands.ts";
import { reviewState } from "#shared/leaflets/review.ts";
import { readingAt } from "#shared/london.ts";
import { done } from "#shared/result.ts";
import { listItems } from "#server/items/read.ts";
import type { Handlers } from "#server/live/door.ts";

const MOST = 1000;

export const leafletHandlers: Pick<Handlers, keyof typeof leafletCommands> = {
  async leafletsToReview(db, _input, { centres, now }) {
    const { day } = readingAt(now);
    const wanted = { kind: "leaflet", state: "published", limit: MOST } as const;
    const items = (await listItems(db, wanted, centres, false)) as readonly Item<"leaflet">[];
    return done(
      items
        .map(({ id, body }) => ({ id, reviewBy: body.reviewBy, state: reviewState(body.reviewBy, day) }))
        .filter(({ state }) => state !== "fine"),
    );
  },
};
