/** The short card of a leaflet that a board holds. */
import type { Leaflet } from "./schema.ts";

/** A leaflet without its full text; the first page of its PDF stays. */
export function leafletCard(leaflet: Leaflet): Leaflet {
  return { ...leaflet, text: null };
}
