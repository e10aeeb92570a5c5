/** What one screen does otherwise than its centre. Its page lays it over the centre's own settings. */
import type { Language } from "#shared/languages.ts";
import type { Window } from "#shared/schema.ts";

/** For a while a screen may be asleep in opening hours, or awake outside of them. */
export interface Power {
  readonly awake: boolean;
  /** From when on the opening hours decide again, epoch ms. */
  readonly until: number;
}

/** Only what differs is there; each as the centre itself has it. */
export interface Own {
  readonly opening?: Window[];
  readonly languages?: Language[];
  readonly power?: Power;
}

/** The centre as this screen knows it. */
export function asOwn<Centre>(centre: Centre, own: Own | undefined): Centre {
  return { ...centre, ...own };
}
