/**
 * Sentences as sound, made by the hub, for languages that the device has no voice for. Only what was fetched ahead,
 * while nobody was there, is kept on the device: what somebody has read to them leaves no trace.
 */
import type { Language } from "#shared/languages.ts";
import { timeUp } from "./request.ts";
import { valued, type Watchable } from "./value.ts";

const SOUND_CACHE = "sounds";

const ADDRESS = "/api/v1/sounds";
/** Names the languages of which the pages that are always there, and the jobs, have been fetched. */
const WHOLE = "/sounds/whole";
const PATIENCE = 15_000;

export interface Sounds {
  /** The languages that can be spoken now: by the hub while it is heard, else from what is kept. */
  readonly languages: Watchable<ReadonlySet<string>>;
  /** The hub is heard, or no longer. */
  look(online: boolean): void;
  /** `null` where it cannot be had. */
  soundOf(language: string, words: string): Promise<ArrayBuffer | null>;
}

export function openSounds(): Sounds {
  const languages = valued<ReadonlySet<string>>(new Set());
  let looked = 0;

  async function listed(online: boolean): Promise<readonly string[]> {
    if (online) return ((await (await fetch(ADDRESS)).json()) as { languages: readonly string[] }).languages;
    return (await wholeLanguages()) ?? [];
  }

  return {
    languages,
    look(online) {
      looked += 1;
      const mine = looked;
      void listed(online)
        .catch(() => [])
        .then((list) => mine === looked && (languages.value = new Set(list)));
    },
    async soundOf(language, words) {
      try {
        const kept = await (await openKept())?.match(keyOf(language, words));
        const response = kept ?? (await askFor(language, words));
        return response.ok ? await response.arrayBuffer() : null;
      } catch {
        return null;
      }
    },
  };
}

/** Asks the hub; the answer is stored nowhere by itself. */
export function askFor(language: string, words: string): Promise<Response> {
  return fetch(ADDRESS, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ language, words }),
    signal: timeUp(PATIENCE),
  });
}

/** `null` where the browser keeps nothing, as at a plain-http address. */
export async function openKept(): Promise<Cache | null> {
  return typeof caches === "undefined" ? null : caches.open(SOUND_CACHE);
}

export function keyOf(language: string, words: string): string {
  return `/sounds/${language}?${encodeURIComponent(words)}`;
}

async function wholeLanguages(): Promise<readonly Language[] | null> {
  const kept = await (await openKept())?.match(WHOLE);
  return kept ? ((await kept.json()) as readonly Language[]) : null;
}

export async function noteWhole(languages: readonly Language[]): Promise<void> {
  await (await openKept())?.put(WHOLE, new Response(JSON.stringify(languages)));
}
