/** Cuts a calendar file into its events and zones, whatever lies broken between them. */
import type { Line } from "./lines.ts";
import { type Property, readProperty } from "./property.ts";

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
      zone.id = properties.find((one) => one.name === "TZID")?.value.trim() ?? "";
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
