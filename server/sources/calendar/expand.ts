/** The occurrences of a series within a window. */
import { DAY, HOUR } from "#shared/london.ts";
import { type Effort, daysOf, type Rule } from "./rule.ts";
import type { Dated, Moment, Part } from "./series.ts";
import { wallIn } from "./walls.ts";
import { UTC } from "./zones.ts";

/** A series as its parts tell it: the event itself, and those of its occurrences that stand for themselves. */
export interface Series {
  readonly main: Part;
  readonly others: readonly Part[];
}

export interface Window {
  /** Days, both inclusive. */
  readonly from: string;
  readonly to: string;
}

export interface Occasion {
  readonly part: Part;
  readonly series: Series;
  /** Epoch ms; of an all-day one the day, as if it were in UTC. */
  readonly starts: number;
  readonly ends: number | null;
  readonly cancelled: boolean;
}

export interface Expanded {
  readonly occasions: readonly Occasion[];
  /** There were more than are kept, or the rule costs too much. */
  readonly cut: boolean;
}

const MOST_OCCASIONS = 500;
const ASSUMED = HOUR;

/** `window` is in London's days; what began before it and still goes on belongs to it. */
export function expand(
  series: Series,
  window: Window,
  edges: { readonly from: number; readonly to: number },
  effort: Effort,
): Expanded {
  const { main, others } = series;
  const days = {
    from: Date.parse(`${window.from}T00:00:00Z`),
    to: Date.parse(`${window.to}T00:00:00Z`) + DAY,
  };
  const within = (part: Part, starts: number, ends: number | null): boolean => {
    const [from, to] = part.start.day ? [days.from, days.to] : [edges.from, edges.to];
    return starts < to && (ends === null || ends === starts ? starts >= from : ends > from);
  };
  const found: Occasion[] = [];
  let cut = false;
  const put = (part: Part, starts: number, ends: number | null, cancelled: boolean): void => {
    if (!within(part, starts, ends)) return;
    if (found.length >= MOST_OCCASIONS) cut = true;
    else found.push({ part, series, starts, ends, cancelled });
  };
  const replaced = new Map(
    others.filter((one) => !one.andFollowing).map((one) => [keyOf(one.replaces!, main), one]),
  );
  const following = others
    .filter((one) => one.andFollowing)
    .toSorted((one, other) => instantIn(one.replaces!) - instantIn(other.replaces!));
  const excepted = new Set(main.except.map((moment) => keyOf(moment, main)));
  const exceptedDays = new Set(main.except.filter(({ day }) => day).map(({ wall }) => wall));
  const used = new Set<Part>();
  for (const { at, length } of momentsOf(main, days, effort)) {
    const key = keyOf(at, main);
    const day = Math.floor(at.wall / DAY) * DAY;
    const own = replaced.get(key) ?? replaced.get(dayKey(day));
    if (own) {
      if (!used.has(own)) putPart(own);
      used.add(own);
    } else if (!excepted.has(key) && !exceptedDays.has(day)) {
      const later = following.findLast((one) => instantIn(one.replaces!) <= instantIn(at));
      if (later) putMoved(later, at);
      else put(main, instantIn(at), endOf(main, at, length), main.cancelled);
    }
    if (cut) break;
  }
  // What stands for an occurrence that the rule does not give is one of its own, unless it is off.
  for (const own of others) if (!own.andFollowing && !used.has(own) && !own.cancelled) putPart(own);
  return { occasions: found, cut: cut || effort.left <= 0 };

  function putPart(part: Part): void {
    put(
      part,
      instantIn(part.start),
      endOf(part, part.start, null, main.length),
      part.cancelled || main.cancelled,
    );
  }

  function putMoved(part: Part, at: Moment): void {
    const moved = { ...at, wall: at.wall + part.start.wall - part.replaces!.wall };
    put(part, instantIn(moved), endOf(part, moved, null), part.cancelled || main.cancelled);
  }
}

/** The first day is always one (RFC 5545, 3.8.5.3), then what rules and dates give, in order and once. */
function momentsOf(
  main: Part,
  days: { readonly from: number; readonly to: number },
  effort: Effort,
): readonly Dated[] {
  const { start, rules, also } = main;
  const back = Math.max(main.length ?? 0, 0) + 2 * DAY;
  const moments = new Map<number, Dated>();
  if (main.startsSeries) moments.set(instantIn(start), { at: start, length: null });
  for (const rule of rules) {
    for (const wall of wallsOf(rule, main, days.from - back, days.to + DAY, effort)) {
      const at = { ...start, wall };
      moments.set(instantIn(at), { at, length: null });
    }
  }
  for (const one of also) moments.set(instantIn(one.at), { at: inSeries(one.at, start), length: one.length });
  return [...moments].toSorted(([one], [other]) => one - other).map(([, moment]) => moment);
}

/** An additional date is as much a day, or a time, as the event itself. */
function inSeries(at: Moment, start: Moment): Moment {
  if (at.day === start.day) return at;
  return start.day
    ? { ...at, day: true, wall: Math.floor(at.wall / DAY) * DAY }
    : { ...start, wall: at.wall + (start.wall % DAY) };
}

function* wallsOf(
  rule: Rule,
  { start, startsSeries }: Part,
  from: number,
  to: number,
  effort: Effort,
): Generator<number> {
  const first = Math.floor(start.wall / DAY);
  const times = timesOf(rule, start);
  const isLast = lastOf(rule, start);
  let left = rule.count === null ? Infinity : rule.count;
  // The first day counts as one, whether the rule gives it or not.
  let [days, seen] = [0, false];
  for (const day of daysOf(rule, first, Math.floor(from / DAY), Math.floor(to / DAY), effort)) {
    for (const time of times) {
      const wall = day * DAY + time;
      if (wall < start.wall) continue;
      if (!seen && startsSeries && wall !== start.wall) left -= 1;
      seen = true;
      if (left <= 0 || isLast(wall)) return;
      left -= 1;
      if (wall >= from && wall < to) yield wall;
    }
    days += 1;
    if (days > 100_000) return;
  }
}

function timesOf(rule: Rule, start: Moment): readonly number[] {
  const own = ((start.wall % DAY) + DAY) % DAY;
  if (start.day || (rule.hours.length === 0 && rule.minutes.length === 0)) return [own];
  const hours = rule.hours.length > 0 ? rule.hours : [Math.floor(own / HOUR)];
  const minutes = rule.minutes.length > 0 ? rule.minutes : [Math.floor((own % HOUR) / 60_000)];
  const times = hours.flatMap((hour) => minutes.map((minute) => hour * HOUR + minute * 60_000));
  return times.slice(0, 100).toSorted((one, other) => one - other);
}

/** Whether a reading lies after the rule's UNTIL: a day, London's or the zone's own time, or UTC. */
function lastOf({ until }: Rule, start: Moment): (wall: number) => boolean {
  const end = until === null ? null : wallIn(until);
  if (end === null) return () => false;
  const timed = /T/i.test(until!);
  // 22:00 UTC is the midnight of somewhere, 23:59:59 the end of a day.
  const lastDay = start.day && /T2[0-3]0000Z$/i.test(until!) ? Math.ceil(end / DAY) : Math.floor(end / DAY);
  if (start.day || !timed) return (wall) => Math.floor(wall / DAY) > lastDay;
  if (/Z$/i.test(until!)) return (wall) => start.zone.instantOf(wall) > end;
  return (wall) => wall > end;
}

function endOf(part: Part, at: Moment, own: number | null, otherwise: number | null = null): number | null {
  const length = own ?? part.length;
  if (part.start.day) return at.wall + (length ?? DAY);
  if (length === null) return null;
  const usual = otherwise !== null && otherwise > 0 ? otherwise : ASSUMED;
  return at.zone.instantOf(at.wall + (length < 0 ? usual : length));
}

/** Two moments with the same key are the same occurrence of this series. */
function keyOf(moment: Moment, { start }: Part): string {
  return start.day || moment.day ? dayKey(dayMeant(moment)) : `at ${instantIn(moment)}`;
}

const dayKey = (wall: number): string => `day ${wall / DAY}`;

/** Of an all-day event some programs write the instant at which its day begins where they are: the nearest midnight. */
function dayMeant({ wall, day, zone }: Moment): number {
  return day || zone !== UTC ? Math.floor(wall / DAY) * DAY : Math.round(wall / DAY) * DAY;
}

export function instantIn({ wall, day, zone }: Moment): number {
  return day ? wall : zone.instantOf(wall);
}
