/** The short card of an item that a board holds: what its slide shows, at most about 1 kB. */
import type { Leaflet } from "../leaflets/schema.ts";
import type { Vacancy } from "./schema.ts";

/** A vacancy without what only a kiosk shows. */
export function vacancyCard(vacancy: Vacancy): Vacancy {
  const [first] = vacancy.locations;
  return {
    ...vacancy,
    reference: null,
    source: null,
    locations: first ? [first] : [],
    applyUrl: null,
    apply: null,
    description: null,
    flags: [],
    origin: {},
  };
}

/** A leaflet without its full text; the first page of its PDF stays. */
export function leafletCard(leaflet: Leaflet): Leaflet {
  return { ...leaflet, text: null };
}
