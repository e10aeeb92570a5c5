/** The short card of a leaflet that a board holds. */
import type { Leaflet } from "./schema.ts";

/** A leaflet without its full text, and of its PDFs only the first page: what the slide shows. */
export function leafletCard(leaflet: Leaflet): Leaflet {
  const pdfs = Object.fromEntries(
    Object.entries(leaflet.pdfs).map(([language, pdf]) => [
      language,
      pdf && { ...pdf, pages: pdf.pages.slice(0, 1), text: null },
    ]),
  );
  return { ...leaflet, text: null, pdfs };
}
