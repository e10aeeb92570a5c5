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

/** Components that stand within a calendar, never within one another. */
const SIDE_BY_SIDE = new Set(["VEVENT", "VTIMEZONE", "VTODO", "VJOURNAL", "VFREEBUSY"]);
const DEEPEST = 10;

export function cutCalendar(lines: readonly Line[]): CutCalendar {
  const cut = openCut();
  for (const { number, text } of lines) {
    const [, edge, name = ""] = /^(BEGIN|END)\s*:\s*(\S+)/i.exec(text) ?? [];
    if (edge === undefined) cut.line(text);
    else if (edge.toUpperCase() === "BEGIN") cut.begin(name.toUpperCase(), number);
    else cut.end(name.toUpperCase());
  }
  return cut.finish();
}

function openCut() {
  const events: Block[] = [];
  const zones: { id: string; observances: Property[][] }[] = [];
  const stack: Open[] = [];
  let calendar = { zone: null as string | null, cancels: false };

  function close({ name, line, properties }: Open): void {
    const zone = zones.at(-1);
    if (name === "VEVENT" && events.length < MOST_EVENTS) events.push({ line, properties, calendar });
    else if (zone && name === "VTIMEZONE")
      zone.id = properties.find((one) => one.name === "TZID")?.value.trim() ?? ""; // prettier-ignore
    else if (zone && (name === "STANDARD" || name === "DAYLIGHT")) zone.observances.push(properties);
  }

  /** Closes what is open, innermost first, down to this depth. */
  function closeTo(depth: number): void {
    for (const open of stack.splice(depth).toReversed()) close(open);
  }

  return {
    begin(name: string, line: number): void {
      // What never ended ends where the next of its kind, or a new calendar, begins.
      if (name === "VCALENDAR") closeTo(0);
      else if (SIDE_BY_SIDE.has(name)) closeTo(stack[0]?.name === "VCALENDAR" ? 1 : 0);
      if (name === "VCALENDAR") calendar = { zone: null, cancels: false };
      if (name === "VTIMEZONE") zones.push({ id: "", observances: [] });
      if (stack.length < DEEPEST) stack.push({ name, line, properties: [] });
    },
    end(name: string): void {
      const depth = stack.findLastIndex((open) => open.name === name);
      if (depth >= 0) closeTo(depth);
    },
    line(text: string): void {
      const open = stack.at(-1);
      const property = readProperty(text);
      if (open && open.name !== "VCALENDAR") take(open, property, text);
      else if (property?.name === "X-WR-TIMEZONE") calendar.zone = property.value.trim() || null;
      else if (property?.name === "METHOD")
        calendar.cancels = property.value.trim().toUpperCase() === "CANCEL";
    },
    finish(): CutCalendar {
      closeTo(0);
      return { events, zones: zones.filter(({ id, observances }) => id !== "" && observances.length > 0) };
    },
  };
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
