/** UK postcodes: found in a text, and written as the Royal Mail does (PAF Programmers' Guide, chapter on postcodes). */
import { isPostcodeArea, locateOutcode } from "./outcodes.ts";

export interface Postcode {
  /** `null` where only the first half is written. */
  readonly postcode: string | null;
  readonly outcode: string;
}

const OUTWARD = "[A-PR-UWYZ](?:(?!0\\d)[0-9][0-9A-HJKPSTUW]?|[A-HK-Y](?!0\\d)[0-9][0-9ABEHMNPRVWXY]?)";
const INWARD = "[0-9][ABD-HJLNP-UW-Z]{2}";
const FULL = new RegExp(`(?<![A-Z0-9])(${OUTWARD})[\\s.-]{0,3}(${INWARD})(?![A-Z0-9])`, "gi");
const ALONE = new RegExp(`^${OUTWARD}$`);

/** Every full postcode in a text, normalised, in order and once each. */
export function findPostcodes(text: string): readonly Postcode[] {
  const found = new Map<string, Postcode>();
  for (const [, out, inward] of text.matchAll(FULL)) {
    const outcode = out!.toUpperCase();
    if (!isPostcodeArea(outcode)) continue;
    const postcode = `${outcode} ${inward!.toUpperCase()}`;
    found.set(postcode, { postcode, outcode });
  }
  return [...found.values()];
}

/** A field meant for a postcode: the whole of one, its first half, or `null` where it is neither. */
export function readPostcode(written: string): Postcode | null {
  const text = written.normalize("NFKC").trim().toUpperCase();
  const [full] = findPostcodes(text);
  if (full) return full;
  const compact = text.replace(/[\s.-]/g, "");
  // The letters O and I look like digits, and only one of both can stand in each place.
  const inward = compact.replace(/O(?=[A-Z]{2}$)/, "0").replace(/I(?=[A-Z]{2}$)/, "1");
  const both = inward.replace(/^([A-Z]{1,2})O/, "$10").replace(/^([A-Z]{1,2})I/, "$11");
  const mended = findPostcodes(inward)[0] ?? findPostcodes(both)[0];
  if (mended) return mended;
  if (/\d\s+\d$/.test(text)) return null;
  return ALONE.test(compact) && isPostcodeArea(compact) ? { postcode: null, outcode: compact } : null;
}

/** "Leeds LS9", "London, E3": only a district that exists, at the end, before a comma or alone, and not a motorway. */
export function findOutcode(text: string): Postcode | null {
  const last = /(?:^|[\s,(])([A-Z]{1,2}\d[A-Z\d]?)\)?\.?(?:$|,)/.exec(text.trim());
  const outcode = last?.[1];
  if (!outcode || !ALONE.test(outcode) || !locateOutcode(outcode)) return null;
  const isRoad =
    /^[AMB]\d+$/.test(outcode) && /\b(?:junction|j\d+|off|motorway|road|roundabout|services)\b/i.test(text);
  return isRoad ? null : { postcode: null, outcode };
}
