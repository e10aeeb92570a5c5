/** One line of an event, parsed by ical.js; what that refuses, or misreads, as exporters mean it all the same. */
import ICAL from "ical.js";

export interface Property {
  readonly name: string;
  /** Names in upper case, values without quotation marks. */
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
  /** Whether backslashes have been taken for what they stand for. */
  readonly plain: boolean;
}

const KNOWN =
  /^(?:ATTACH|CATEGORIES|CLASS|COMMENT|DESCRIPTION|GEO|LOCATION|PRIORITY|RESOURCES|STATUS|SUMMARY|DTEND|DTSTART|DURATION|TRANSP|TZID|TZNAME|TZOFFSETFROM|TZOFFSETTO|TZURL|ATTENDEE|CONTACT|ORGANIZER|RECURRENCE-ID|RELATED-TO|URL|UID|EXDATE|EXRULE|RDATE|RRULE|CREATED|DTSTAMP|LAST-MODIFIED|SEQUENCE|METHOD|VERSION|PRODID|CALSCALE)$/;

/** `NAME;PARAM="value":value`; `null` for a line that is no property. */
export function readProperty(text: string): Property | null {
  const head = /^([A-Za-z][A-Za-z0-9_-]*)\s*(?=[;:])/.exec(text)?.[1];
  if (head === undefined) return null;
  const name = head.toUpperCase();
  // "Note: bring a coat" is a line of somebody's description, not a property.
  if (!KNOWN.test(name) && head !== name) return null;
  return byLibrary(text, name) ?? byHand(text, name, head);
}

const DATES = /^(?:DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)$/;
const DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z?)?$/;
/** Of those alone it says what is meant; a rule, an offset and an address are wanted as they are written. */
const TYPES: ReadonlySet<string> = new Set(["text", "date", "date-time", "period", "duration", "integer"]);

type Jcal = readonly [name: string, params: Readonly<Record<string, string | readonly string[]>>, type: string, ...values: readonly unknown[]]; // prettier-ignore

function byLibrary(text: string, name: string): Property | null {
  try {
    const [, params, type, ...values] = ICAL.parse.property(text) as unknown as Jcal;
    if (!TYPES.has(type) || values.length === 0) return null;
    const written = values.map((value) => (Array.isArray(value) ? value.join("/") : String(value)));
    // It reads "20240230T990000" and half a zone's name for dates too.
    if (DATES.test(name) && type !== "period" && !written.every((value) => DATE.test(value))) return null;
    const named = Object.entries(params).map(([param, value]): [string, string] => [param.toUpperCase(), [value].flat().join(",")]);
    const said = type === "date" ? [...named, ["VALUE", "DATE"] as const] : named;
    return { name, params: new Map(said), value: written.join(","), plain: type === "text" };
  } catch {
    return null;
  }
} // prettier-ignore

function byHand(text: string, name: string, head: string): Property | null {
  const colon = valueColon(text, name);
  if (colon < 0) return null;
  return { name, params: readParams(text.slice(head.length, colon)), value: text.slice(colon + 1), plain: false };
} // prettier-ignore

/** The first colon outside quotation marks; of a date the last, for zone names have colons in them, unquoted. */
function valueColon(text: string, name: string): number {
  if (DATES.test(name)) {
    const last = text.lastIndexOf(":");
    if (/^:\s*(?:\d{8}|\d{4}-\d{2}-\d{2}|$)/.test(text.slice(last))) return last;
  }
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === ":" && !quoted) return at;
  }
  return text.indexOf(":");
}

function readParams(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/;\s*([\w-]+)\s*=\s*("[^"]*"?|[^;]*)/g);
  return new Map(
    Array.from(found, ([, name, value]) => [name!.toUpperCase(), value!.replaceAll('"', "").trim()]),
  );
}
