/**
 * One line per kind of item. A side that must know every kind maps over `Bodies`, so that a kind
 * forgotten anywhere does not compile.
 */
import type { Event } from "./events/schema.ts";
import type { Leaflet } from "./leaflets/schema.ts";
import type { Notice } from "./notices/schema.ts";
import type { Vacancy } from "./vacancies/schema.ts";
import type { Website } from "./websites/schema.ts";

export interface Bodies {
  readonly vacancy: Vacancy;
  readonly leaflet: Leaflet;
  readonly event: Event;
  readonly notice: Notice;
  readonly website: Website;
}

export type Kind = keyof Bodies;

export const KINDS = ["vacancy", "leaflet", "event", "notice", "website"] as const satisfies readonly Kind[];
