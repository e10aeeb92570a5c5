/** Hours a week and weeks a year, as adverts write them. */
import { findDayGroups } from "./weekdays.ts";
import { plainHours } from "./plainhours.ts";
import { findShifts, weeklyHours, withoutBreaks, type Shift } from "./shifts.ts";
import { countOf, readWeeks } from "./weeks.ts";
import type { Origin } from "#shared/vacancies/read.ts";

export interface UnderstoodHours {
  readonly perWeek: number | null;
  readonly perWeekOrigin: Origin;
  /** False for "at least 16" or "16 to 20", of which `perWeek` is the lower end. */
  readonly exact: boolean;
  readonly weeksPerYear: number | null;
  readonly weeksOrigin: Origin;
  readonly zeroHours: boolean;
  readonly shifts: readonly Shift[];
  readonly problem: "not-understood" | "not-plausible" | null;
}

/** `field`: the source's own place for hours; `prose`: a description, where only what is plainly said counts. */
export type HoursText = "field" | "prose";

interface Weekly {
  readonly hours: number | null;
  readonly origin: Origin;
  readonly exact: boolean;
}

const NUMBER = "(\\d{1,3}(?:\\.\\d+)?)";
const HOURS = "(?:hours?|hrs?|awr|h)\\b";
const RANGE = `${NUMBER}(?:\\s*(?:hours?|hrs?)?\\s*(?:-|to|/)\\s*${NUMBER})?`;
const PER_WEEK =
  "\\s*(?:(?:per|a|each|every|/|in a|in the)\\s*(?:working )?(?:week|wk|w)\\b|p\\.?/?w\\b\\.?|weekly\\b|yr wythnos\\b)";
const BEFORE =
  "(up to|no more than|max(?:imum)?(?: of)?|min(?:imum)?(?: of)?|at least|from|hyd at|o leiaf)?\\s*";
const any = (...patterns: readonly string[]) => patterns.map((pattern) => new RegExp(pattern, "i"));
const WEEKLY = any(
  `${BEFORE}\\b${RANGE}\\s*\\+?\\s*${HOURS}${PER_WEEK}`,
  `\\bpart[\\s-]?time\\s*[(,:-]?\\s*${BEFORE}${RANGE}\\s*\\+?\\s*${HOURS}(?!\\s*(?:per|a|each|/)\\s*(?:day|shift|month|year))`,
  `${BEFORE}\\bhours (?:per|a|each) week\\s*[:=-]?\\s*${RANGE}`,
  `${BEFORE}\\b${RANGE}\\s*\\+?\\s*(?:hours?|hrs?)\\s+(?:worked )?(?:over|across|spread over) (?:\\d|\\w+) days`,
);
const FORTNIGHTLY = any(
  `${BEFORE}\\b${RANGE}\\s*${HOURS}\\s*(?:(?:per|a|each|every|/)\\s*fortnight|(?:over|per|every|in) (?:2|two) weeks)`,
);
const FOUR_WEEKLY = any(`${BEFORE}\\b${RANGE}\\s*${HOURS}\\s*(?:over|per|every|in) (?:4|four) weeks`);
const BARE = any(
  `${BEFORE}(?<![\\d.-])\\b${RANGE}\\s*\\+?\\s*${HOURS}`,
  `${BEFORE}(?<![\\d.-])\\b${RANGE}${PER_WEEK}`,
);
/** Not "9.30-2.30", which is from when to when. */
const ALONE = any(
  `^(?:(?:[fp]\\/?t|(?:full|part)[\\s-]?time)\\b[\\s:,-]*)?(?!\\d{1,2}\\.\\d\\d\\s*(?:-|to)\\s*\\d{1,2}\\.\\d\\d$)${BEFORE}${RANGE}\\s*\\+?$`,
);
const COUNT = "(\\d{1,2}|one|two|three|four|five|six)";
const DAILY = new RegExp(`${NUMBER}\\s*${HOURS}\\s*(?:(?:per|a|each|every|/)\\s*day|daily)`, "i");
const TURNS = "(?:shifts?|days?|nights?|sessions?|mornings?|afternoons?|evenings?)";
const BY_SHIFT = any(
  `\\b${COUNT}\\s*(?:x|×|\\*)\\s*${NUMBER}[\\s-]*${HOURS}`,
  `\\b${COUNT}\\s*${TURNS}\\s*(?:of|x|×|@|at)\\s*${NUMBER}[\\s-]*${HOURS}`,
  `\\b${COUNT}\\s+${NUMBER}[\\s-]*${HOURS}\\s+${TURNS}`,
);
/** How many days, nights or mornings a week. */
const TIMES_A_WEEK = new RegExp(
  `\\b${COUNT}\\s*(?:waking |long )?${TURNS}\\s*(?:(?:per|a|each|every|/)\\s*week|p/?w\\b)`,
  "i",
);
const ZERO =
  /\bzero[\s-]*hours?\b|\b0[\s-]*hours? contract|\b(?:casual|variable|as and when|bank) (?:hours|basis|contract)\b|\bas and when\b|^0\s*(?:-|to)\s*\d|\bdim oriau\b/i;
const WORDS_ONLY =
  /\b(?:on|as) (?:call|required|needed|stated)\b|\bagree|arrange|specified|advert|compressed|\d on,? \d off|\bf\.?t\.?e\b|\b(?:full|part)[\s-]*time\b|\bterm\b|\btto\b|shift|flexib|vari(?:ous|able|es)|negotiable|rota|evening|weekend|night|day|morning|afternoon|tb[acd]|discuss|permanent|temporary|contract|school|ad[\s-]hoc|casual|bank|relief|n\/?a|llawn|rhan|oriau|\bf\/?t\b|\bp\/?t\b|hybrid|home[\s-]?(?:working|based)|from home|agile|share|annuali[sz]ed|per (?:year|annum|month|day)|^[-–—]+$/i;

/** Never guesses: what the words do not say stays `null`. */
export function readHours(written: string, kind: HoursText = "field"): UnderstoodHours {
  const text = plainHours(written);
  const shifts = findShifts(kind === "field" ? text : withoutOpeningTimes(text));
  const weekly =
    stated(text) ?? (kind === "field" ? (byShift(text) ?? bare(text) ?? byClock(shifts, text)) : null);
  const weeks = readWeeks(text, kind === "prose");
  const possible = !weekly || weekly.hours === null || (weekly.hours > 0 && weekly.hours <= 84);
  const negative = kind === "field" && /^-\s*\d/.test(text);
  const zeroHours = ZERO.test(text) || (kind === "field" && /^0(?:\.0+)?\s*(?:hours?|hrs?)?$/i.test(text));
  const understood =
    weekly ||
    weeks.weeks !== null ||
    zeroHours ||
    shifts.length > 0 ||
    WORDS_ONLY.test(text) ||
    findDayGroups(text).length > 0;
  return {
    perWeek: possible && !negative && !zeroHours ? (weekly?.hours ?? null) : null,
    perWeekOrigin: weekly?.origin ?? "stated",
    exact: weekly?.exact ?? true,
    weeksPerYear: weeks.weeks,
    weeksOrigin: weeks.origin,
    zeroHours,
    shifts,
    problem:
      (!possible && !zeroHours) || negative
        ? "not-plausible"
        : !text || understood || kind === "prose"
          ? null
          : "not-understood",
  };
}

const OPENING = /\b(?:open|opens|opening|interviews?|call|phone|ring|contact|enquir\w+|visit|hear)\b/i;

/** In a description a centre's opening times, or when to ring, are nobody's shifts. */
function withoutOpeningTimes(text: string): string {
  return text
    .split(/(?<=[;!?]|\.(?!\d))/)
    .filter((sentence) => !OPENING.test(sentence))
    .join(" ");
}

function stated(text: string): Weekly | null {
  const perWeek = match(text, WEEKLY);
  if (perWeek) return perWeek;
  const fortnight = match(text, FORTNIGHTLY);
  if (fortnight?.hours) return { ...fortnight, hours: fortnight.hours / 2, origin: "derived" };
  const month = match(text, FOUR_WEEKLY);
  if (month?.hours) return { ...month, hours: month.hours / 4, origin: "derived" };
  return byDay(text);
}

const WEEKS_A_YEAR =
  /(?:\bx\s*|\/\s*)?\b\d{1,2}(?:\.\d+)?\s*(?:weeks?|wks?)\b(?:\s*(?:per|a|\/)\s*(?:year|annum|yr)\b)?/gi;

/** In a column of its own "16 hrs" is a week's, if no other time is named and no shifts are counted. */
function bare(written: string): Weekly | null {
  const text = withoutBreaks(written.replace(DAILY, " ").replace(WEEKS_A_YEAR, " ")).trim();
  if (
    /\bper (?:year|annum|month|day|shift)|\ba (?:year|month|day)\b|annual|\bx ?\d|\d ?x\b|\bshifts?\b/i.test(
      text,
    )
  )
    return null;
  const clock = /^(\d{1,2}):([0-5]\d)(?::00)?$/.exec(text);
  if (clock) return { hours: Number(clock[1]) + Number(clock[2]) / 60, origin: "derived", exact: true };
  const named = match(text, BARE);
  const alone = named ?? match(text, ALONE);
  return alone && { ...alone, origin: named ? "stated" : "derived" };
}

/** The first pattern that is found: it holds a limit ("up to"), a number, and the other end of a range. */
function match(text: string, patterns: readonly RegExp[]): Weekly | null {
  const found = patterns.map((pattern) => pattern.exec(text)).find(Boolean);
  if (!found) return null;
  const [whole, limit = "", low, high] = found;
  const [first, second] = [Number(low), high === undefined ? null : Number(high)];
  const most = /^\s*[(,]?\s*max/i.test(text.slice(found.index + whole.length));
  if (most || /^(?:up|no|max|hyd)/i.test(limit)) return { hours: null, origin: "stated", exact: false };
  const exact = second === null && limit === "" && !whole.includes("+");
  return { hours: second === null ? first : Math.min(first, second), origin: "stated", exact };
}

/** "5 hours a day, 3 days a week"; "6 hours per day Mon–Fri". */
function byDay(text: string): Weekly | null {
  const daily = DAILY.exec(text);
  if (!daily) return null;
  const count =
    TIMES_A_WEEK.exec(text)?.[1] ??
    FOR_DAYS.exec(text.slice(daily.index + daily[0].length))
      ?.slice(1)
      .find(Boolean);
  const groups = findDayGroups(text.replace(/\bdaily\b/i, " "));
  const days = count ? countOf(count) : groups.length === 1 ? groups[0]!.days.length : null;
  return !days ? null : { hours: Number(daily[1]) * days, origin: "derived", exact: true };
}

const FOR_DAYS = new RegExp(
  `^[\\s,]*(?:(?:for|over|across|on|x)\\s*${COUNT}\\s*days?\\b|x\\s*([1-7])(?![\\d.]))`,
  "i",
);

/** "2 x 3 hour shifts", "three shifts of 4 hours". */
function byShift(text: string): Weekly | null {
  const found = BY_SHIFT.map((pattern) => pattern.exec(text)).find(Boolean);
  return found ? { hours: countOf(found[1]!) * Number(found[2]), origin: "derived", exact: true } : null;
}

function byClock(shifts: readonly Shift[], text: string): Weekly | null {
  const times = TIMES_A_WEEK.exec(text)?.[1];
  const hours = weeklyHours(shifts, text, times === undefined ? null : countOf(times));
  return hours === null ? null : { hours, origin: "derived", exact: true };
}
