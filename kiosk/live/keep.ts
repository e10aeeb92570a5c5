/** The programme's copy on the device, from which a screen starts at once, with or without a hub. */
import { entryKey, type Entry } from "#shared/programme.ts";
import type { About } from "./about.ts";
import type { ClockKept } from "./clock.ts";
import type { Holdings } from "./items.ts";
import { openStore } from "./store.ts";

/** Goes up when the records below change their form; a copy of another form is not read. */
const FORM = 1;
/** Starts from one copy that never came to a drawn frame, after which the copy is to blame. */
const STARTS = 3;
const META = "meta";

export interface Copy {
  readonly holdings: Holdings;
  readonly about: About;
  readonly clock: ClockKept | null;
}

interface Meta {
  readonly form: number;
  readonly epoch: string;
  readonly version: number;
  readonly about: About;
  readonly clock: ClockKept | null;
  /** Starts from this copy since a frame was last drawn. */
  readonly starts: number;
}

/** Milliseconds until a copy is written: what is shown soon, the clock alone at leisure. */
export interface KeepPace {
  readonly content: number;
  readonly clock: number;
  readonly afterFailure: number;
}

const PACE: KeepPace = { content: 300, clock: 30_000, afterFailure: 60_000 };

export interface Keep {
  /** The copy, or `null` where there is none or it is damaged; never rejects. */
  load(): Promise<Copy | null>;
  save(copy: Copy): void;
  /** A frame was drawn: the copy does no harm. */
  proven(): void;
  /** Removes the copy: this screen may not show it any more. */
  forget(): Promise<void>;
  stop(): void;
}

/** `name` tells copies of different centres and kinds apart, so that they are never mixed. */
export function keepCopy(name: string, pace: KeepPace = PACE): Keep {
  const store = openStore(`signpost/${name}`);
  /** What the device holds; `null` where that is not known, so that all is written anew. */
  let written: ReadonlyMap<string, Entry> | null = null;
  let latest: Copy | null = null;
  let starts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;
  let work: Promise<void> = Promise.resolve();

  function schedule(delay: number): void {
    const at = performance.now() + delay;
    if (at >= due) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(() => {
      due = Infinity;
      work = work.then(write);
    }, delay);
  }

  async function write(): Promise<void> {
    if (!latest) return;
    const { entries } = latest.holdings;
    const meta = describe(latest, starts);
    const before = written;
    written = null;
    try {
      await store.use("readwrite", (records) => {
        if (!before) records.clear();
        for (const key of before?.keys() ?? []) if (!entries.has(key)) records.delete(key);
        for (const [key, entry] of entries) if (before?.get(key) !== entry) records.put(entry, key);
        records.put(meta, META);
      });
      written = entries;
    } catch {
      schedule(pace.afterFailure);
    }
  }

  async function read(): Promise<Copy | null> {
    const [meta, values] = await store.use("readwrite", (records) => {
      const found = [records.get(META), records.getAll()] as const;
      found[0].addEventListener("success", () => {
        const known = found[0].result;
        if (isMeta(known)) records.put({ ...known, starts: known.starts + 1 }, META);
      });
      return found;
    });
    if (meta.result === undefined) return null;
    const copy = restore(meta.result, values.result);
    starts = meta.result.starts + 1;
    written = copy.holdings.entries;
    return copy;
  }

  return {
    async load() {
      try {
        return await read();
      } catch {
        starts = 0;
        await store.destroy();
        return null;
      }
    },
    save(copy) {
      const content = copy.holdings !== latest?.holdings || copy.about !== latest.about;
      latest = copy;
      schedule(content ? pace.content : pace.clock);
    },
    proven() {
      if (starts === 0) return;
      starts = 0;
      schedule(pace.content);
    },
    forget() {
      clearTimeout(timer);
      due = Infinity;
      latest = written = null;
      starts = 0;
      work = work.then(store.destroy);
      return work;
    },
    stop() {
      clearTimeout(timer);
    },
  };
}

function describe({ holdings, about, clock }: Copy, starts: number): Meta {
  return { form: FORM, epoch: holdings.epoch ?? "", version: holdings.version, about, clock, starts };
}

function isMeta(record: unknown): record is Meta {
  const meta = record as Partial<Meta> | undefined;
  return (
    meta?.form === FORM &&
    typeof meta.epoch === "string" &&
    typeof meta.version === "number" &&
    typeof meta.starts === "number" &&
    typeof meta.about?.centre === "string"
  );
}

function isEntry(record: unknown): record is Entry {
  const entry = record as Partial<Entry> | null;
  return (
    typeof entry?.type === "string" &&
    typeof entry.id === "string" &&
    typeof entry.version === "number" &&
    typeof entry.value === "object" &&
    entry.value !== null
  );
}

/** The copy that the records make, if every one of them is sound; else it throws. */
function restore(meta: unknown, records: readonly unknown[]): Copy {
  if (!isMeta(meta) || meta.starts >= STARTS) throw new Error("damaged-copy");
  const entries = new Map<string, Entry>();
  for (const record of records) {
    if (isMeta(record)) continue;
    if (!isEntry(record)) throw new Error("damaged-copy");
    entries.set(entryKey(record), record);
  }
  const { about, clock, epoch, version } = meta;
  return { holdings: { epoch, version, entries, gone: new Map() }, about, clock };
}
