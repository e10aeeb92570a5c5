/**
 * What a paired kiosk is used for, as plain counts by hour and language that name nobody. They are kept
 * on the device until the hub has taken them, and delivered once: each batch has a name of its own.
 */
import type { Language } from "#shared/languages.ts";
import { newId } from "#shared/newId.ts";
import { type KioskUse, MOST_COUNTS, type UseCount } from "#shared/uses/uses.ts";
import { timeUp } from "./request.ts";
import { openStore } from "./store.ts";

export interface Uses {
  count(what: KioskUse, item: string | null, language: Language): void;
  /** The hub can be reached: what was counted in hours that are over may go. */
  deliver(): void;
  stop(): void;
}

const HOUR = 60 * 60_000;
const WRITE = 5_000;
/** Whoever opens a website leaves this page: its count is written down at once. */
const LEAVES: KioskUse = "website";
const PATIENCE = 10_000;
const KEY = "uses";

interface Kept {
  readonly counts: readonly UseCount[];
  /** Handed in, and not yet known to be taken. */
  readonly batch: { readonly id: string; readonly counts: readonly UseCount[] } | null;
}

const NOTHING: Kept = { counts: [], batch: null };

/** `now`: the hub's time (epoch ms), `null` where the kiosk does not know it; what happens then is not counted. */
export function countUses(now: () => number | null): Uses {
  const store = openStore("signpost/uses");
  let kept: Kept = NOTHING;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delivering = false;

  const ready = store
    .use("readonly", (records) => records.get(KEY))
    .then(({ result }) => {
      const before = (result as Kept | undefined) ?? NOTHING;
      kept = { counts: kept.counts.reduce(added, before.counts), batch: before.batch };
    })
    .catch(() => undefined);

  function writeNow(): void {
    void ready.then(() => store.use("readwrite", (records) => records.put(kept, KEY))).catch(() => undefined);
  }

  function write(): void {
    clearTimeout(timer);
    timer = setTimeout(writeNow, WRITE);
  }

  async function hand(): Promise<void> {
    await ready;
    const at = now();
    if (at === null) return;
    const hour = hourOf(at);
    const due = kept.counts.filter((one) => one.hour < hour).slice(0, MOST_COUNTS);
    if (!kept.batch && due.length > 0) {
      kept = {
        counts: kept.counts.filter((one) => !due.includes(one)),
        batch: { id: newId(), counts: due },
      };
      await store.use("readwrite", (records) => records.put(kept, KEY));
    }
    if (!kept.batch) return;
    const { id, counts } = kept.batch;
    const response = await fetch("/api/v1/commands/countUses", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ batch: id, counts }),
      signal: timeUp(PATIENCE),
    });
    // What the hub will never take need not be kept; when it is only out of order, it is tried again.
    if (response.status >= 500 || response.status === 429) return;
    kept = { ...kept, batch: null };
    write();
  }

  return {
    count(what, item, language) {
      const at = now();
      if (at === null) return;
      kept = { ...kept, counts: added(kept.counts, { hour: hourOf(at), what, item, language, count: 1 }) };
      if (what === LEAVES) writeNow();
      else write();
    },
    deliver() {
      if (delivering) return;
      delivering = true;
      void hand()
        .catch(() => undefined)
        .finally(() => (delivering = false));
    },
    stop: () => clearTimeout(timer),
  };
}

function added(counts: readonly UseCount[], one: UseCount): readonly UseCount[] {
  const same = counts.find(
    ({ hour, what, item, language }) =>
      hour === one.hour && what === one.what && item === one.item && language === one.language,
  );
  if (!same) return [...counts, one];
  return counts.map((each) => (each === same ? { ...same, count: same.count + one.count } : each));
}

/** The beginning of the hour, "2026-11-27T09:00:00Z". */
function hourOf(at: number): string {
  return new Date(Math.floor(at / HOUR) * HOUR).toISOString().replace(".000", "");
}
