/** Opening times and schedules that are written in columns instead of an RRULE. */
import { DAY, HOUR } from "#shared/london.ts";
import { findTime } from "../times.ts";
import { expand, type Occasion } from "./expand.ts";
import { type Effort, readRule } from "./rule.ts";
import type { Moment, Part } from "./series.ts";
import { wallIn, type Zone } from "./walls.ts";
import type { Wanted } from "./window.ts";
import { LONDON } from "./zones.ts";

/** Everything as its form writes it. */
export interface WrittenSchedule {
  /** YYYY-MM-DD: the first day that it holds, and the last. */
  readonly first: string | null;
  readonly last: string | null;
  readonly opens: string | null;
  readonly closes: string | null;
  /** As the value of an RRULE; `null`: once, on the first day. */
  readonly rule: string | null;
  readonly except: readonly string[];
  readonly zone?: Zone | null;
}

/** "09:30", "9:30:00", "09:30:00Z", "2026-01-01T09:30", "9.30am", "noon": what the clock on the wall shows, whatever stands behind it. */
export function timeIn(written: string | null): string | null {
  const [, hour, minute] =
    /(?:^|T)\s*(\d{1,2}):(\d{2})(?!\d|[^Z]*[ap]\.?m)/i.exec((written ?? "").slice(0, 100)) ?? [];
  if (written && hour === undefined) {
    const time = findTime(written, false);
    return time && `${String(time.hour).padStart(2, "0")}:${String(time.minute).padStart(2, "0")}`;
  }
  return hour !== undefined && Number(hour) <= 24 && Number(minute) < 60
    ? `${hour.padStart(2, "0")}:${minute}`
    : null;
}

/** The times of a schedule within the window; all day where no time is said. */
export function timesOf(schedule: WrittenSchedule, wanted: Wanted, effort: Effort): readonly Occasion[] {
  const part = partOf(schedule, wanted.from);
  return part ? expand({ main: part, others: [] }, wanted, wanted.edges, effort).occasions : [];
}

function partOf(schedule: WrittenSchedule, today: string): Part | null {
  const zone = schedule.zone ?? LONDON;
  const [opens, closes] = [minutesIn(schedule.opens), minutesIn(schedule.closes)];
  const first = wallIn(schedule.first ?? today);
  if (first === null || (schedule.rule === null && schedule.first === null)) return null;
  const day = Math.floor(first / DAY) * DAY;
  const start: Moment =
    opens === null ? { wall: day, day: true, zone } : { wall: day + opens * 60_000, day: false, zone };
  const until = schedule.last === null ? "" : `;UNTIL=${schedule.last.slice(0, 10)}`;
  const rule =
    schedule.rule === null ? null : readRule(`${schedule.rule}${/UNTIL=/i.test(schedule.rule) ? "" : until}`);
  if (schedule.rule !== null && !rule) return null;
  // Half past nine to midnight, or over it.
  const length =
    opens === null || closes === null
      ? null
      : (closes <= opens ? closes + 24 * 60 - opens : closes - opens) * 60_000;
  return {
    line: 0,
    uid: null,
    start,
    startsSeries: rule === null,
    length: opens === null ? DAY : length,
    rules: rule ? [rule] : [],
    also: [],
    except: schedule.except.flatMap((one) => momentOf(one, zone)),
    replaces: null,
    andFollowing: false,
    sequence: 0,
    modified: "",
    cancelled: false,
    tentative: false,
    text: { SUMMARY: null, DESCRIPTION: null, LOCATION: null, URL: null, LANGUAGE: null },
    isPrivate: false,
    problems: [],
  };
}

function momentOf(written: string, zone: Zone): readonly Moment[] {
  const wall = wallIn(written);
  return wall === null ? [] : [{ wall: Math.floor(wall / DAY) * DAY, day: true, zone }];
}

function minutesIn(written: string | null): number | null {
  const time = timeIn(written);
  return time === null ? null : (Number(time.slice(0, 2)) * HOUR) / 60_000 + Number(time.slice(3));
}

/** How an occasion's instants are written: days for all-day ones. */
export function asWritten({ part, starts, ends }: Occasion): {
  readonly starts: string;
  readonly ends: string | null;
  readonly allDay: boolean;
} {
  const allDay = part.start.day;
  const text = (at: number): string =>
    allDay ? new Date(at).toISOString().slice(0, 10) : new Date(at).toISOString();
  return { starts: text(starts), ends: ends === null ? null : text(ends), allDay };
}
