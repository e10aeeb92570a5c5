/** Much to write, without anybody at the hub having to wait for it. */
import type { Refusal, Result } from "#shared/result.ts";
import { change } from "#server/db/change.ts";
import type { Database, Writing } from "#server/db/open.ts";

interface TurnNeeds {
  readonly database: Database;
  /** Screens may have something to learn. */
  changed(): void;
  readonly signal?: AbortSignal;
}

/** How long one transaction may keep the hub's thread busy, milliseconds; a commit, which waits for the disk, comes on top. */
const BUSY = 8;

/** Some at a time, each time in a transaction of its own, so that nobody else at the hub has to wait. */
export async function inTurns<T, Ground, Said>(
  needs: TurnNeeds,
  all: readonly T[],
  open: (tx: Writing) => Promise<Ground>,
  one: { act(ground: Ground, one: T): Promise<Result<Said>>; told(said: Said): unknown },
): Promise<Refusal | null> {
  for (let at = 0; at < all.length;) {
    if (needs.signal?.aborted) return { code: "stopping" };
    const turn = await change(needs.database, async (tx) => {
      const began = performance.now();
      const ground = await open(tx);
      const said: Said[] = [];
      do {
        const result = await one.act(ground, all[at + said.length]!);
        if (!result.ok) return result;
        said.push(result.value);
      } while (at + said.length < all.length && performance.now() - began < BUSY);
      return { ok: true, value: said };
    });
    if (!turn.ok) return turn.refusal;
    for (const said of turn.value) one.told(said);
    at += turn.value.length;
    needs.changed();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return null;
}
