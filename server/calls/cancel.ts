/** Taking a request back by its reference. */
import { RateLimiterMemory } from "rate-limiter-flexible";
import { LIMITS } from "#shared/calls/call.ts";
import { readReference } from "#shared/calls/reference.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Audience } from "#shared/schema.ts";
import type { Writing } from "#server/db/open.ts";
import { within } from "#server/db/within.ts";
import type { Desk, Hand } from "./desk.ts";
import { noteCallAct } from "./note.ts";

export type Cancel = (
  tx: Writing,
  desk: Desk,
  reference: string,
  hand: Hand & { readonly centres: Audience },
) => Promise<Result<{ readonly id: string }>>;

/** Within which wrong references are counted. */
const MINUTES = 10;

/**
 * From any kiosk of its centre, for whoever has the slip, or by the centre's people. Refused:
 * `no-such-reference` (also for one of another centre), `too-many-tries`, for references are short.
 */
export function openCancelling(): Cancel {
  const wrong = new RateLimiterMemory({ points: LIMITS.wrongReferences, duration: MINUTES * 60 });
  return async (tx, desk, typed, { who, centres, token, at, afterwards }) => {
    const tries = await wrong.get(who);
    if (tries !== null && tries.remainingPoints <= 0)
      return refused("too-many-tries", { most: LIMITS.wrongReferences, minutes: MINUTES });
    const miss = async () => {
      await wrong.consume(who).catch(() => {});
      return refused("no-such-reference");
    };
    const reference = readReference(typed);
    if (reference === null) return miss();
    let query = tx
      .updateTable("call")
      // Whoever takes it back wants nothing kept: the number goes at once.
      .set({ state: "cancelled", since: at, next: null, open_reference: null, secret: null, notes: null })
      .where("open_reference", "=", reference);
    if (centres !== "all") query = query.where("centre", "in", within(centres));
    const row = await query.returningAll().executeTakeFirst();
    if (!row) return miss();
    await noteCallAct(tx, "cancelCall", row, { who, at, ...(token === undefined ? {} : { token }) });
    afterwards(() => {
      desk.bell.changed(row);
      if (row.way === "voice" && row.screen !== null) desk.bell.toKiosk(row.screen, { id: row.id, what: "ended" }); // prettier-ignore
    });
    return done({ id: row.id });
  };
}
