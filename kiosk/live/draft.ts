/** What the console hands to the draft page: a programme of its own making, and what of it to look at. */
import type { Language } from "#shared/languages.ts";
import type { Entry } from "#shared/programme.ts";

export interface Previewed {
  readonly signpost: "preview";
  /** One of them is the centre's; with `value: null` none. */
  readonly entries: readonly Entry[];
  /** The present on that screen, epoch ms. */
  readonly at: number;
  /** The page of a kiosk that is open; `null`: a board. */
  readonly page: {
    readonly page: "leaflet" | "event" | "websites";
    readonly id: string;
    readonly language: Language;
  } | null;
}

/** What the draft page says once it listens. */
export const READY = { signpost: "ready" } as const;
