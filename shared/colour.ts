/** Colours as "#rrggbb", and how well words on them can be read. */

type Channels = readonly [red: number, green: number, blue: number];

/** WCAG 2.2, success criteria 1.4.3 (AA) and 1.4.6 (AAA). */
export const AA = 4.5;
export const AAA = 7;

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

export function scale(colour: string, by: number): string {
  return `#${channels(colour).map((channel) => Math.floor(channel * by).toString(16).padStart(2, "0")).join("")}`; // prettier-ignore
}

function channels(colour: string): Channels {
  const number = parseInt(colour.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}
