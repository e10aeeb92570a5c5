/** What the light pages need to know; the hub answers it from its database. */
import type { PublicCentre } from "#shared/centres/schema.ts";
import type { Shown } from "#shared/item.ts";
import type { Entry } from "#shared/programme.ts";
import type { Placement } from "#shared/vacancies/placement.ts";

/** The kinds of item that have a page of their own. */
export type PageKind = "vacancy" | "event" | "leaflet";

/** An item that has been public, and whose screens hold (or held) it. */
export interface Held<K extends PageKind> {
  /** `null` once it is withdrawn: its words are no longer anyone's to read. */
  readonly shown: Shown<K> | null;
  /**
   * Slugs of the centres whose screens hold it, or held it last: of a vacancy those that placed it
   * on the board or in search, of all else its audience.
   */
  readonly centres: readonly string[];
}

export interface PageReader {
  centres(): Promise<readonly PublicCentre[]>;
  centre(slug: string): Promise<PublicCentre | null>;
  programme(
    slug: string,
  ): Promise<{ readonly centre: PublicCentre; readonly entries: readonly Entry[] } | null>;
  /** `null` for what has never been public: a draft, a vacancy that no centre has placed, no such id. */
  held<K extends PageKind>(kind: K, id: string): Promise<Held<K> | null>;
  placement(vacancy: string, centre: string): Promise<Placement | null>;
}
