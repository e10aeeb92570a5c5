/** An event block understood: when it begins, how long it lasts, and how it repeats. */
import { DAY, HOUR } from "#shared/london.ts";
import type { Block } from "./blocks.ts";
import type { Property } from "./property.ts";
import { readRule, type Rule } from "./rule.ts";
import { exists, wallIn, type Zone } from "./walls.ts";
import { LONDON, UTC, type Zones } from "./zones.ts";

/** A day, or a reading of the clocks in a zone. */
export interface Moment {
  readonly wall: number;
  readonly day: boolean;
  readonly zone: Zone;
}

/** A further date; a period also says how long. */
export interface Dated {
  readonly at: Moment;
  readonly length: number | null;
}

export interface Part {
  readonly line: number;
  readonly uid: string | null;
  readonly start: Moment;
  /** Of a service's opening times the first day only says since when: it need not be one of them. */
  readonly startsSeries: boolean;
  /** From the start's reading to the end's; `null` where nobody says. Negative where the end is before the start. */
  readonly length: number | null;
  readonly rules: readonly Rule[];
  readonly also: readonly Dated[];
  readonly except: readonly Moment[];
  /** Which occurrence of its series it stands for. */
  readonly replaces: Moment | null;
  readonly andFollowing: boolean;
  readonly sequence: number;
  readonly modified: string;
  readonly cancelled: boolean;
  readonly tentative: boolean;
  readonly text: Readonly<Record<"SUMMARY" | "DESCRIPTION" | "LOCATION" | "URL" | "LANGUAGE", string | null>>;
  readonly isPrivate: boolean;
  readonly problems: readonly ("unknown-zone" | "rule-not-understood" | "not-a-date" | "no-such-date")[];
}

export type ReadPart =
  | { readonly ok: true; readonly part: Part }
  | {
      readonly ok: false;
      readonly problem: "no-start" | "not-a-date" | "two-starts";
      readonly written: string;
    };

export function readPart(block: Block, zones: Zones): ReadPart {
  const all = (name: string) => block.properties.filter((property) => property.name === name);
  const value = (name: string) => all(name).at(-1)?.value.trim() || null;
  const starts = [...new Set(all("DTSTART").map((property) => property.value.trim()))];
  if (starts.length === 0) return { ok: false, problem: "no-start", written: "" };
  if (starts.length > 1) return { ok: false, problem: "two-starts", written: starts.join(", ") };
  const problems = new Set<Part["problems"][number]>();
  const clock: Clock = {
    zones,
    floating: floatingZone(block, zones),
    unknown: () => problems.add("unknown-zone"),
  };
  const start = wholeDay(momentsIn(all("DTSTART")[0]!, clock)[0]?.at, value("X-MICROSOFT-CDO-ALLDAYEVENT"));
  if (!start) return { ok: false, problem: "not-a-date", written: starts[0]! };
  if (!exists(starts[0]!)) problems.add("no-such-date");
  const dates = (name: string) => all(name).flatMap((property) => {
    const found = momentsIn(property, clock);
    if (found.length < property.value.split(",").filter((one) => one.trim()).length) problems.add("not-a-date");
    return found;
  }); // prettier-ignore
  const rules = all("RRULE").slice(0, 20).flatMap((property) => {
    const rule = readRule(property.value);
    if (!rule || !/^\s*[A-Z-]+\s*=/i.test(property.value)) problems.add("rule-not-understood");
    return rule ? [rule] : [];
  }); // prettier-ignore
  const status = value("STATUS")?.toUpperCase();
  const replaces = all("RECURRENCE-ID")[0];
  return {
    ok: true,
    part: {
      line: block.line,
      uid: value("UID"),
      start,
      startsSeries: true,
      length: lengthOf(start, all("DTEND")[0], value("DURATION"), clock),
      rules,
      also: dates("RDATE"),
      except: dates("EXDATE").map(({ at }) => at),
      replaces: (replaces && momentsIn(replaces, clock)[0]?.at) ?? null,
      andFollowing: replaces?.params.get("RANGE")?.toUpperCase() === "THISANDFUTURE",
      sequence: Number(/^\d{1,9}$/.exec(value("SEQUENCE") ?? "")?.[0] ?? 0),
      modified: (value("LAST-MODIFIED") ?? value("DTSTAMP") ?? "").replaceAll(/\D/g, "").slice(0, 14),
      cancelled: status === "CANCELLED" || status === "CANCELED" || block.calendar.cancels,
      tentative: status === "TENTATIVE",
      text: {
        SUMMARY: words(all("SUMMARY")[0]),
        DESCRIPTION: words(all("DESCRIPTION")[0]) ?? words(all("X-ALT-DESC")[0]),
        LOCATION: words(all("LOCATION")[0]),
        URL: value("URL"),
        LANGUAGE: (all("SUMMARY")[0] ?? all("DESCRIPTION")[0])?.params.get("LANGUAGE") ?? null,
      },
      isPrivate: /^(?:PRIVATE|CONFIDENTIAL)$/i.test(value("CLASS") ?? ""),
      problems: [...problems],
    },
  };
}

/** Exchange writes some whole days from one midnight to the next, and says so beside them. */
function wholeDay(start: Moment | undefined, said: string | null): Moment | undefined {
  return start && start.wall % DAY === 0 && said?.toUpperCase() === "TRUE" ? { ...start, day: true } : start;
}

interface Clock {
  readonly zones: Zones;
  readonly floating: Zone;
  unknown(): void;
}

/** What names no zone is on the calendar's clocks, else on London's. */
function floatingZone({ calendar }: Block, zones: Zones): Zone {
  return (calendar.zone === null ? null : zones.named(calendar.zone)) ?? LONDON;
}

/** Dates, date-times and periods ("start/end", "start/PT1H"); what is none is left out. */
function momentsIn({ value, params }: Property, clock: Clock): readonly Dated[] {
  const onlyDays = params.get("VALUE")?.toUpperCase() === "DATE";
  const zone = zoneIn(params.get("TZID"), clock);
  return value.split(",").slice(0, 5_000).flatMap((one): readonly Dated[] => {
    const [from = "", to] = one.trim().split("/");
    const at = momentIn(from, onlyDays, zone);
    if (!at) return [];
    if (to === undefined) return [{ at, length: null }];
    const end = momentIn(to, false, zone);
    const length = end ? end.zone.instantOf(end.wall) - at.zone.instantOf(at.wall) : durationIn(to);
    return length === null ? [] : [{ at, length }];
  }); // prettier-ignore
}

function zoneIn(written: string | undefined, clock: Clock): Zone {
  if (written === undefined || written.trim() === "") return clock.floating;
  const zone = clock.zones.named(written);
  if (!zone) clock.unknown();
  return zone ?? clock.floating;
}

function momentIn(written: string, onlyDay: boolean, zone: Zone): Moment | null {
  const text = written
    .trim()
    .replace(/^(\d{4}-?\d{2}-?\d{2}) (?=\d)/, "$1T")
    .replaceAll(" ", "");
  if (!/^\d{4}-?\d{2}-?\d{2}(?:T\d{2}:?\d{2}(?::?\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i.test(text))
    return null;
  const wall = wallIn(text.toUpperCase());
  if (wall === null || Math.abs(wall) > FARTHEST) return null;
  if (onlyDay || !/T/i.test(text)) return { wall: Math.floor(wall / DAY) * DAY, day: true, zone };
  return { wall, day: false, zone: /Z$/i.test(text) ? UTC : zone };
}

/** The year 9000; what lies beyond is a slip. */
const FARTHEST = Date.UTC(9000, 0, 1);

function lengthOf(
  start: Moment,
  ends: Property | undefined,
  duration: string | null,
  clock: Clock,
): number | null {
  const end = ends && momentsIn(ends, clock)[0]?.at;
  const said = end ? lengthUntil(start, end) : duration === null ? null : durationIn(duration);
  // A day that ends on itself is meant as that day.
  if (start.day) return Math.max(DAY, Math.round((said ?? DAY) / DAY) * DAY);
  return said;
}

function lengthUntil(start: Moment, end: Moment): number {
  if (start.day || start.zone === end.zone) return end.wall - start.wall;
  return end.zone.instantOf(end.wall) - start.zone.instantOf(start.wall);
}

/** "PT1H30M", "P1DT2H", and weeks wherever they stand; `null` for what is none, or goes back. */
export function durationIn(written: string): number | null {
  const [, days = "", times = ""] =
    /^\+?P((?:\d{1,4}[WD])*)(?:T((?:\d{1,7}[WDHMS])*))?$/i.exec(written.trim()) ?? [];
  const pairs = Array.from(`${days}${times}`.matchAll(/(\d+)([WDHMS])/gi), ([, number, unit]) => Number(number) * UNITS[unit!.toUpperCase() as keyof typeof UNITS]); // prettier-ignore
  return pairs.length === 0 ? null : pairs.reduce((sum, one) => sum + one, 0);
}

const UNITS = { W: 7 * DAY, D: DAY, H: HOUR, M: 60_000, S: 1000 } as const;

/** TEXT as RFC 5545, 3.3.11, escapes it. */
function words(property: Property | undefined): string | null {
  if (property?.plain) return property.value.trim() || null;
  const text = property?.value.replaceAll(/\\([nN;,:"\\])/g, (_all, mark: string) => (/n/i.test(mark) ? "\n" : mark)).trim(); // prettier-ignore
  return text || null;
}
