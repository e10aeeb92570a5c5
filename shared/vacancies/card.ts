/** The short card of a vacancy that a board holds: at most about 1 kB. */
import type { Vacancy } from "./schema.ts";

/** A vacancy without what only a kiosk shows or reckons with. */
export function vacancyCard(vacancy: Vacancy): Vacancy {
  const [first] = vacancy.locations;
  return {
    ...vacancy,
    reference: null,
    source: null,
    locations: first ? [{ text: first.text, postcode: null, outcode: null, lat: null, lon: null }] : [],
    sector: null,
    posted: null,
    applyUrl: null,
    apply: null,
    description: null,
    flags: [],
    origin: {},
  };
}
