/** Colours as "#rrggbb", and whether words on them can be read. */

type Channels = readonly [red: number, green: number, blue: number];

export const LAGOON = "#0b5b5f";
/** The palest words that stand on a panel of the centre's colour. */
export const SUN_MIST = "#fdefcb";
/** WCAG 2.2, success criterion 1.4.6 (AAA). */
export const AAA = 7;

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

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map(linear) as unknown as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function scale(colour: string, by: number): string {
  return `#${channels(colour).map((channel) => Math.floor(channel * by).toString(16).padStart(2, "0")).join("")}`; // prettier-ignore
}

function channels(colour: string): Channels {
  const number = parseInt(colour.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}
