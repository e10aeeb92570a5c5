/** The short card of a vacancy that a board holds: at most about 1 kB. */
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
