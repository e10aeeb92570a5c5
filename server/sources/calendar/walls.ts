/** Zones: what the clocks on a wall there read, and the instant that is meant by it. */
import { DAY } from "#shared/london.ts";
import type { Zone as ZoneBlock } from "./blocks.ts";
import type { Property } from "./property.ts";
import { type Effort, daysOf, readRule } from "./rule.ts";

/** A wall's reading is a number: milliseconds, as if the clock there ran on UTC. */
export interface Zone {
  readonly name: string;
  instantOf(wall: number): number;
  wallAt(instant: number): number;
}

export function fixedZone(name: string, minutesAhead: number): Zone {
  const ahead = minutesAhead * 60_000;
  return { name, instantOf: (wall) => wall - ahead, wallAt: (instant) => instant + ahead };
}

/** The earlier of two instants where the clocks go back; where they go forward, as if they had not yet (RFC 5545, 3.3.5). */
function zoneFrom(name: string, offsetAt: (instant: number) => number): Zone {
  return {
    name,
    instantOf(wall) {
      const [before, after] = [offsetAt(wall - DAY), offsetAt(wall + DAY)];
      const offsets = before === after ? [before] : [Math.max(before, after), Math.min(before, after)];
      const offset = offsets.find((one) => offsetAt(wall - one) === one) ?? before;
      return wall - offset;
    },
    wallAt: (instant) => instant + offsetAt(instant),
  };
}

const named = new Map<string, Zone | null>();

/** A zone of the runtime's own data; `null` where it knows none of this name. */
export function namedZone(name: string): Zone | null {
  const known = named.get(name);
  if (known !== undefined) return known;
  const zone = makeNamed(name);
  if (named.size > 2_000) named.clear();
  named.set(name, zone);
  return zone;
}

function makeNamed(name: string): Zone | null {
  try {
    const clock = new Intl.DateTimeFormat("en-GB", {
      timeZone: name, hourCycle: "h23", era: "short", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
    }); // prettier-ignore
    const hours = new Map<number, number>();
    return zoneFrom(name, (instant) => {
      // Every zone's clocks change on a quarter of an hour.
      const quarter = Math.floor(instant / 900_000);
      const offset = hours.get(quarter) ?? askOffset(clock, quarter * 900_000);
      if (hours.size > 50_000) hours.clear();
      hours.set(quarter, offset);
      return offset;
    });
  } catch {
    return null;
  }
}

function askOffset(clock: Intl.DateTimeFormat, instant: number): number {
  const read: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(instant)) read[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read;
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
}

interface Observance {
  readonly start: number;
  readonly offset: number;
  readonly before: number;
  /** The wall readings of the year at which it sets in. */
  onsets(year: number): readonly number[];
}

/** A zone as a file describes it (VTIMEZONE); `null` where nothing in it can be understood. */
export function zoneOfFile({ id, observances }: ZoneBlock): Zone | null {
  const read = observances
    .slice(0, 200)
    .map(readObservance)
    .filter((one) => one !== null);
  if (read.length === 0) return null;
  const earliest = read.reduce((first, one) => (one.start < first.start ? one : first));
  const years = new Map<number, readonly { readonly at: number; readonly offset: number }[]>();
  const shifts = (year: number) => {
    const known = years.get(year) ?? read.flatMap((one) => one.onsets(year).map((wall) => ({ at: wall - one.before, offset: one.offset }))).toSorted((one, other) => one.at - other.at); // prettier-ignore
    years.set(year, known);
    return known;
  };
  // Without a shift in the year or the one before it, the observance that began last holds.
  const standing = (instant: number) => read.filter(({ start, before }) => start - before <= instant).toSorted((one, other) => one.start - other.start).at(-1)?.offset ?? earliest.before; // prettier-ignore
  return zoneFrom(id, (instant) => {
    const year = new Date(instant).getUTCFullYear();
    const found = [...shifts(year - 1), ...shifts(year)].filter(({ at }) => at <= instant);
    return found.at(-1)?.offset ?? standing(instant);
  });
}

function readObservance(properties: readonly Property[]): Observance | null {
  const value = (name: string) => properties.find((property) => property.name === name)?.value;
  const [offset, before] = [offsetIn(value("TZOFFSETTO")), offsetIn(value("TZOFFSETFROM"))];
  const start = wallIn(value("DTSTART") ?? "") ?? Date.UTC(1970, 0, 1);
  if (offset === null) return null;
  const rule = readRule(value("RRULE") ?? "");
  const ends = wallIn(rule?.until ?? "") ?? Infinity;
  const single = [start, ...properties.filter(({ name }) => name === "RDATE").flatMap((one) => one.value.split(",").map((day) => wallIn(day) ?? start))]; // prettier-ignore
  const time = start - Math.floor(start / DAY) * DAY;
  return {
    start,
    offset,
    before: before ?? offset,
    onsets(year) {
      const [first, last] = [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31, 23, 59)];
      const effort: Effort = { left: 500 };
      // The rule's count is of the years since 1601 or so: nobody means it to end.
      const days = rule ? [...daysOf({ ...rule, count: null }, Math.floor(start / DAY), first / DAY, Math.floor(last / DAY), effort)] : []; // prettier-ignore
      const walls = [...days.map((day) => day * DAY + time), ...single];
      return walls.filter((wall) => wall >= first && wall <= last && wall <= ends + DAY);
    },
  };
}

/** "+0100", "-0330", "0100", "+010000", in milliseconds. */
function offsetIn(written: string | undefined): number | null {
  const [, sign, hours, minutes, seconds] = /^\s*([+-]?)(\d{2}):?(\d{2})(\d{2})?/.exec(written ?? "") ?? [];
  if (hours === undefined) return null;
  const ahead = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) * 1000;
  return sign === "-" ? -ahead : ahead;
}

/**
 * "20261129T093000" or "20261129"; `null` for what is none. The 30th of February is the 1st of March, as most
 * programs have it; `exists` says so.
 */
export function wallIn(written: string): number | null {
  const [, year, month, day, hour = "0", minute = "0", second = "0"] = DATE.exec(written) ?? [];
  if (year === undefined || !isBetween(month, 1, 12) || !isBetween(day, 1, 31)) return null;
  if (!isBetween(hour, 0, 24) || !isBetween(minute, 0, 59) || !isBetween(second, 0, 60)) return null;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getTime() + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
}

const DATE = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?)?/i;

function isBetween(written: string | undefined, least: number, most: number): boolean {
  return Number(written) >= least && Number(written) <= most;
}

/** Whether the day that is written is in the calendar. */
export function exists(written: string): boolean {
  const [, year, month, day] = DATE.exec(written) ?? [];
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCMonth() === Number(month) - 1;
}
