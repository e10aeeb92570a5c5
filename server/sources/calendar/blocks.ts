/** Cuts a calendar file into its events and zones, whatever lies broken between them. */
import type { Line } from "./lines.ts";

export interface Property {
  readonly name: string;
  /** Names in upper case, values without quotation marks. */
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
}

/** What holds for every event of one calendar of the file. */
export interface Calendar {
  readonly zone: string | null;
  /** METHOD:CANCEL takes back all that is in it. */
  readonly cancels: boolean;
}

export interface Block {
  readonly line: number;
  readonly properties: readonly Property[];
  readonly calendar: Calendar;
}

export interface Zone {
  readonly id: string;
  readonly observances: readonly (readonly Property[])[];
}

export interface CutCalendar {
  readonly events: readonly Block[];
  readonly zones: readonly Zone[];
}

/** More than any calendar of a centre has; what lies beyond is left out. */
const MOST_EVENTS = 50_000;
const MOST_PROPERTIES = 2_000;

interface Open {
  readonly name: string;
  readonly line: number;
  readonly properties: Property[];
}

export function cutCalendar(lines: readonly Line[]): CutCalendar {
  const events: Block[] = [];
  const zones: { id: string; observances: Property[][] }[] = [];
  let calendar = { zone: null as string | null, cancels: false };
  let stack: Open[] = [];
  const close = (): void => {
    const done = stack.pop();
    if (done?.name === "VEVENT" && events.length < MOST_EVENTS) {
      events.push({ line: done.line, properties: done.properties, calendar });
    } else if (done?.name === "VTIMEZONE") {
      const id = done.properties.find(({ name }) => name === "TZID")?.value.trim();
      const last = zones.at(-1);
      if (last) last.id = id ?? "";
    } else if (done && (done.name === "STANDARD" || done.name === "DAYLIGHT")) {
      zones.at(-1)?.observances.push(done.properties);
    }
  };
  for (const { number, text } of lines) {
    const begins = /^BEGIN\s*:\s*(\S+)/i.exec(text)?.[1]?.toUpperCase();
    if (begins !== undefined) {
      // What never ended ends where the next of its kind, or a new calendar, begins.
      const top = ["VCALENDAR", "VEVENT", "VTIMEZONE", "VTODO", "VJOURNAL", "VFREEBUSY"].includes(begins);
      while (top && stack.length > 0 && (begins === "VCALENDAR" || stack.at(-1)!.name !== "VCALENDAR"))
        close();
      if (begins === "VCALENDAR") calendar = { zone: null, cancels: false };
      if (begins === "VTIMEZONE") zones.push({ id: "", observances: [] });
      if (stack.length < 10) stack.push({ name: begins, line: number, properties: [] });
      continue;
    }
    const ends = /^END\s*:\s*(\S+)/i.exec(text)?.[1]?.toUpperCase();
    if (ends !== undefined) {
      const depth = stack.findLastIndex(({ name }) => name === ends);
      while (depth >= 0 && stack.length > depth) close();
      continue;
    }
    const open = stack.at(-1);
    const property = readProperty(text);
    if (open && open.name !== "VCALENDAR") take(open, property, text);
    else if (property?.name === "X-WR-TIMEZONE") calendar.zone = property.value.trim() || null;
    else if (property?.name === "METHOD") calendar.cancels = property.value.trim().toUpperCase() === "CANCEL";
  }
  while (stack.length > 0) close();
  return { events, zones: zones.filter(({ id, observances }) => id !== "" && observances.length > 0) };
}

/** A line that is none belongs to the text before it: its exporter wrapped it as it pleased. */
function take(open: Open, property: Property | null, text: string): void {
  const before = open.properties.at(-1);
  if (property && open.properties.length < MOST_PROPERTIES) open.properties.push(property);
  else if (
    !property &&
    before &&
    /^(?:DESCRIPTION|SUMMARY|LOCATION|COMMENT)$/.test(before.name) &&
    before.value.length < 50_000
  ) {
    open.properties[open.properties.length - 1] = { ...before, value: `${before.value} ${text}` };
  }
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
  const colon = valueColon(text, name);
  if (colon < 0) return null;
  return { name, params: readParams(text.slice(head.length, colon)), value: text.slice(colon + 1) };
}

const DATES = /^(?:DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)$/;

/** The first colon outside quotation marks; of a date the last, for zone names have colons in them, unquoted. */
function valueColon(text: string, name: string): number {
  if (DATES.test(name)) {
    const last = text.lastIndexOf(":");
    if (/^:[\d\sTZ,/PWDHMS+.-]*$/i.test(text.slice(last)) && !/T\d\d:|:\d\d:/.test(text.slice(0, last + 1)))
      return last;
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
