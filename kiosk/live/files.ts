/**
 * Copies of the pictures, pages and videos that the programme names, for showing them without a
 * network. The service worker answers from them; without one, the page uses the network.
 */
import type { Entry } from "#shared/programme.ts";
import { namedFiles } from "./media.ts";

export const MEDIA_CACHE = "media";

const MINUTE = 60_000;
/** And never more than half of what the device allows. */
const MOST_BYTES = 200 * 1024 * 1024;
const AT_A_TIME = 2;

/** Milliseconds. */
export interface FilesPace {
  /** From a change until its files are looked at, so that a burst of changes is looked at once. */
  readonly pause: number;
  /** Until a file that nothing names any more is dropped. */
  readonly unnamed: number;
  readonly retry: number;
  readonly retryMost: number;
}

const PACE: FilesPace = { pause: 1_000, unnamed: 10 * MINUTE, retry: MINUTE, retryMost: 60 * MINUTE };

export interface Files {
  /** Keeps what these entries name, fetching what is missing; the rest is dropped after a while. */
  want(entries: ReadonlyMap<string, Entry>): void;
  forget(): Promise<void>;
  stop(): void;
}

/** Does nothing where the browser has no cache, as at a plain-http address. */
export function keepFiles(pace: FilesPace = PACE): Files {
  let source: ReadonlyMap<string, Entry> = new Map();
  let wanted: readonly string[] = [];
  /** When a kept file was first seen unnamed, by the monotonic clock. */
  const unnamed = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();

  function later(delay: number): void {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => {
      running = running.then(run);
    }, delay);
  }

  async function run(): Promise<void> {
    const asked = source;
    wanted = namedFiles(asked.values());
    const complete = await sync().catch(() => false);
    failures = complete ? 0 : failures + 1;
    if (source !== asked) later(pace.pause);
    else if (failures > 0) later(Math.min(pace.retry * 2 ** (failures - 1), pace.retryMost));
    else if (unnamed.size > 0) later(pace.unnamed);
  }

  /** Whether nothing is missing any more but what there is no room for. */
  async function sync(): Promise<boolean> {
    const cache = await caches.open(MEDIA_CACHE);
    const held = await heldBytes(cache);
    for (const url of held.keys()) {
      if (!overdue(url)) continue;
      await cache.delete(url);
      held.delete(url);
      unnamed.delete(url);
    }
    const missing = wanted.filter((url) => !held.has(url));
    let room = await mostBytes();
    for (const size of held.values()) room -= size;
    let complete = true;
    const lane = async () => {
      for (let url = missing.shift(); url !== undefined; url = missing.shift()) {
        const size = await fetchInto(cache, url, room).catch(() => null);
        room -= size ?? 0;
        if (size === null) complete = false;
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, lane));
    return complete;
  }

  function overdue(url: string): boolean {
    if (wanted.includes(url)) {
      unnamed.delete(url);
      return false;
    }
    const since = unnamed.get(url) ?? performance.now();
    unnamed.set(url, since);
    return performance.now() - since >= pace.unnamed;
  }

  return {
    want(entries) {
      if (typeof caches === "undefined" || entries === source) return;
      source = entries;
      later(pace.pause);
    },
    async forget() {
      clearTimeout(timer);
      source = new Map();
      await running;
      clearTimeout(timer);
      if (typeof caches !== "undefined") await caches.delete(MEDIA_CACHE).catch(() => false);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Resolves with the bytes taken, 0 where there is no room for it; rejects when it cannot be had. */
async function fetchInto(cache: Cache, url: string, room: number): Promise<number> {
  const response = await fetch(url);
  if (response.status !== 200) throw new Error(String(response.status));
  const size = bytesOf(response);
  if (size > room) {
    await response.body?.cancel();
    return 0;
  }
  await cache.put(url, response);
  return size;
}

async function heldBytes(cache: Cache): Promise<Map<string, number>> {
  const held = new Map<string, number>();
  for (const request of await cache.keys()) {
    held.set(new URL(request.url).pathname, bytesOf(await cache.match(request)));
  }
  return held;
}

function bytesOf(response: Response | undefined): number {
  return Number(response?.headers.get("content-length"));
}

async function mostBytes(): Promise<number> {
  const quota = (await navigator.storage?.estimate?.())?.quota ?? Infinity;
  return Math.min(MOST_BYTES, quota / 2);
}
