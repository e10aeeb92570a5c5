/** Working times written as clock times: "9.30am – 2.30pm Mon–Fri". */
import { findDayGroups, type DayGroup } from "./weekdays.ts";

export interface Shift {
  /** Minutes since midnight; `end` is beyond 1440 where the shift runs into the next day. */
  readonly start: number;
  readonly end: number;
  /** Monday is 0; empty where the text does not say. */
  readonly days: readonly number[];
  /** Whether morning or afternoon is beyond doubt. */
  readonly certain: boolean;
}

interface Clock {
  readonly minutes: number;
  readonly half: "a" | "p" | null;
  /** Written so that only the 24-hour clock can be meant. */
  readonly full: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly certain: boolean;
  readonly index: number;
}

const CLOCK =
  "(\\d{1,2}(?:[:.]\\d{2})?\\s*(?:[ap]\\.?\\s?m\\b\\.?|y\\.?[bp]\\b\\.?)?|\\d{4}(?:\\s*hrs)?|(?:12 )?noon|midday|(?:12 )?midnight)";
const SPAN = new RegExp(
  `(?<![\\d£€$.,/:-])${CLOCK}\\s*(?:-|to|until|till?|hyd)\\s*${CLOCK}(?![\\d%]|[.,:/-]\\d|\\s*(?:hours?|hrs?|h|weeks?|wks?|days?|years?|yrs?|months?|mins?|minutes?|k|x)\\b)`,
  "gi",
);

/** Every shift in the text, each with the days that it stands beside. */
export function findShifts(written: string): readonly Shift[] {
  const text = written.replace(/[‐-―−]/g, "-");
  const groups = findDayGroups(text);
  const spans = [...text.matchAll(SPAN)]
    .map((match) => toSpan(match, groups))
    .filter((span) => span !== null);
  const days = pair(spans, groups);
  return spans.map(({ start, end, certain }, index) => ({ start, end, certain, days: days[index] ?? [] }));
}

/** A break between two halves of a day's work is not paid, unless it is said to be. */
const BREAK =
  /\(?(?:\b(?:with|less|minus|inc(?:luding|\.)?|incl?\.?)\s+)?(?:\ban?\s+)?(?:\b(\d{1,2})[\s-]?min(?:ute)?s?['’]?|\b(half)[\s-](?:an[\s-])?hours?|\b(\d|one|an)[\s-]?h(?:ou)?rs?)[\s-]*(?:\(?unpaid\)?\s*)?(?:(?:for )?(?:lunch|meal|dinner)\b(?:[\s-]*(?:break|time))?|breaks?\b|(?<=unpaid\)?\s*)\w*)\)?|\bunpaid (?:\w+ ){0,2}\(?(\d{1,2}) ?min(?:ute)?s?\)?/i;
const PAID = /\bpaid (?:\w+ ){0,2}(?:break|lunch)/i;

export function withoutBreaks(text: string): string {
  return text.replace(new RegExp(BREAK.source, "gi"), " ");
}

function unpaidIn(text: string): number {
  const [, minutes, half, hours, after] = BREAK.exec(text) ?? [];
  if (PAID.test(text)) return 0;
  if (half) return 30;
  return hours ? 60 * (Number(hours) || 1) : Number(minutes ?? after ?? 0);
}

/** Hours a week; `null` unless every shift has its days. `times`: on how many days a week, where that is said. */
export function weeklyHours(
  shifts: readonly Shift[],
  written: string,
  times: number | null = null,
): number | null {
  if (shifts.length === 0) return null;
  const counted = shifts.length === 1 && times !== null ? times : null;
  if (counted === null && shifts.some(({ days }) => days.length === 0)) return null;
  const unpaid = unpaidIn(written);
  const minutes = shifts.reduce(
    (sum, { start, end, days }) => sum + (end - start - unpaid) * (counted ?? days.length),
    0,
  );
  return minutes > 0 ? Math.round((minutes / 60) * 100) / 100 : null;
}

function toSpan(match: RegExpMatchArray, groups: readonly DayGroup[]): Span | null {
  const [from, to] = [readClock(match[1]!), readClock(match[2]!)];
  if (!from || !to) return null;
  const index = match.index!;
  const marked = [from, to].some(({ half, full }) => half || full) || /[:.]\d{2}/.test(match[0]);
  // "9-3" alone may be ages or a score: bare hours need days right beside them.
  const near = groups.some(
    ({ start, end }) => Math.abs(start - index - match[0].length) < 4 || Math.abs(index - end) < 4,
  );
  return marked || near ? { ...resolve(from, to), index } : null;
}

function readClock(written: string): Clock | null {
  if (/noon|midday/i.test(written)) return { minutes: 720, half: "p", full: true };
  if (/midnight/i.test(written)) return { minutes: 1440, half: null, full: true };
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(?:([ap])|y\.?([bp])|hrs|$)/i.exec(written.trim());
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hour > 24 || minute > 59) return null;
  // Welsh: "yb" in the morning, "yp" in the afternoon.
  const said = (match[3] ?? match[4])?.toLowerCase();
  const half = said === undefined ? null : said === "p" ? "p" : "a";
  const full = half === null && (hour > 12 || hour === 0 || match[1]!.startsWith("0"));
  if (!half || hour > 12) return { minutes: hour * 60 + minute, half: hour > 12 ? null : half, full };
  return { minutes: (hour % 12) * 60 + minute + (half === "p" ? 720 : 0), half, full };
}

/** Where one end says am or pm, or neither does, the other follows from it. */
function resolve(from: Clock, to: Clock): { start: number; end: number; certain: boolean } {
  let [start, end] = [from.minutes, to.minutes];
  const open = (clock: Clock) => clock.half === null && !clock.full;
  let certain = true;
  if (open(from) && to.half === "p" && start % 720 < end - 720) start = (start % 720) + 720;
  if (open(from) && open(to)) {
    certain = start >= 420;
    if (start < 420) start += 720;
  }
  if (open(to) && end <= start) end += 720;
  if (end <= start) end += 1440;
  return { start, end, certain };
}

/** One group of days holds for every shift; several are paired with theirs, in the order written. */
function pair(spans: readonly Span[], groups: readonly DayGroup[]): readonly (readonly number[])[] {
  if (groups.length === 1) return spans.map(() => groups[0]!.days);
  if (groups.length === spans.length) return spans.map((_, index) => groups[index]!.days);
  return spans.map(() => []);
}
