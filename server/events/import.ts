/** Taking in the events that a calendar offers. */
import type { Input } from "#shared/contract.ts";
import { done, type Result } from "#shared/result.ts";
import type { Writing } from "#server/db/open.ts";
import type { Act } from "#server/items/save.ts";
import { type Taken, takeIn } from "#server/items/takeIn.ts";

export type ImportedEvents = Readonly<Record<Taken, number>>;

export async function importEvents(
  tx: Writing,
  { events, centres }: Input<"importEvents">,
  act: Act,
): Promise<Result<ImportedEvents>> {
  const tally: Record<Taken, number> = { added: 0, changed: 0, unchanged: 0, edited: 0, over: 0 };
  for (const { id, until, body } of events) {
    const taken = await takeIn(tx, { id, kind: "event", until, body, centres }, act);
    if (!taken.ok) return taken;
    tally[taken.value] += 1;
  }
  return done(tally);
}
