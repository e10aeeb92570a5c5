/**
 * Keeps the holdings in step with what the hub says, and notices when they are not: whenever the
 * hub names its fingerprint the two are compared, and a screen that differs asks for the whole.
 */
import type { Changes } from "#shared/programme.ts";
import { apply, compare, follows, NOTHING, replaced, settle, type Fingerprint, type Holdings } from "./items.ts"; // prettier-ignore
import type { Whole } from "./path.ts";
import { valued, type Watchable } from "./value.ts";

export interface Following {
  readonly holdings: Watchable<Holdings>;
  /** Starts from this copy, or from nothing. */
  begin(held: Holdings): void;
  /** A hello is on its way: what overtakes its answer does not say that all before is held. */
  greeting(): void;
  /** The hub's answer to a hello: everything after what was held. */
  welcomed(changes: Changes, digest: string): void;
  /** A change that the hub pushed; also one that overtook the answer to the hello. */
  changed(changes: Changes): void;
  beaten(said: Fingerprint): void;
  /** The path is gone: what it had still to deliver will not come. */
  lost(): void;
}

/** `whole` fetches everything from the hub; a rejection is tried again at the next comparison. */
export function followProgramme(whole: () => Promise<Whole>): Following {
  const holdings = valued(NOTHING);
  /** Changes that overtook the answer to a hello, `null` once it is there. */
  let early: Changes[] | null = [];
  /** Comparisons in a row at which a change was missing that might have been on its way. */
  let doubts = 0;
  /** Wholes asked for since the two last agreed, and comparisons to let pass before the next. */
  let attempts = 0;
  let pause = 0;
  let path = 0;
  let healing = false;

  function judge(said: Fingerprint): void {
    const outcome = compare(holdings.value, said);
    if (outcome === "same") {
      doubts = attempts = pause = 0;
      holdings.value = settle(holdings.value, said.now);
      return;
    }
    doubts += 1;
    if (outcome !== "different" && doubts < 2) return;
    if (pause > 0) pause -= 1;
    else void heal();
  }

  async function heal(): Promise<void> {
    if (healing) return;
    healing = true;
    const asked = path;
    attempts += 1;
    pause = attempts > 2 ? Math.min(2 ** attempts, 100) : 0;
    const fresh = await whole().catch(() => null);
    healing = false;
    if (!fresh || asked !== path) return;
    const merged = apply(holdings.value, fresh);
    const helped = compare(merged, fresh) !== "different" && attempts === 1;
    holdings.value = helped ? merged : replaced(fresh);
  }

  return {
    holdings,
    begin(held) {
      holdings.value = held;
    },
    greeting() {
      early = [];
    },
    welcomed(changes, digest) {
      holdings.value = apply(holdings.value, changes);
      for (const overtaking of early ?? []) holdings.value = apply(holdings.value, overtaking);
      early = null;
      judge({ ...changes, digest });
    },
    changed(changes) {
      if (early) {
        early.push(changes);
        holdings.value = apply(holdings.value, { ...changes, version: 0 });
      } else if (follows(holdings.value, changes)) holdings.value = apply(holdings.value, changes);
      else void heal();
    },
    beaten: judge,
    lost() {
      path += 1;
      doubts = attempts = pause = 0;
    },
  };
}
