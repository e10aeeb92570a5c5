/** What is painted in the centre's colour, dark enough for words on it to be read. */
import { AAA, contrast, scale } from "#shared/colour.ts";

export const LAGOON = "#0b5b5f";
/** The palest words that stand on a panel of the centre's colour. */
export const SUN_MIST = "#fdefcb";

/** What a panel in the centre's colour is painted with. */
export interface PanelColours {
  readonly panel: string;
  /** For the shape in its corner and for what lies on it. */
  readonly deep: string;
}

/** The centre's colour (`null`: lagoon), darkened as far as words on it need to be read from afar. */
export function panelColours(brand: string | null): PanelColours {
  const panel = darkenFor(brand ?? LAGOON, SUN_MIST, AAA);
  return { panel, deep: scale(panel, 0.76) };
}

/** The nearest darker shade on which `words` reach the contrast asked for. */
export function darkenFor(colour: string, words: string, least: number): string {
  for (let part = 100; part > 0; part -= 1) {
    const shade = scale(colour, part / 100);
    if (contrast(shade, words) >= least) return shade;
  }
  return "#000000";
}
