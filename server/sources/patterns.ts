/** How the hours lie: what a parent asks first. */
import { isMeant } from "./negation.ts";
import type { UnderstoodHours } from "./hours.ts";
import type { Shift } from "./shifts.ts";
import type { Origin } from "#shared/vacancies/read.ts";
import type { Pattern } from "#shared/vacancies/schema.ts";

export type FoundPatterns = ReadonlyMap<Pattern, Origin>;

/** In the order in which they are listed. English and Welsh; a denied phrase does not count. */
const SAID: Readonly<Record<Pattern, RegExp>> = {
  "full-time":
    /\bfull[\s-]?time\b(?![\s-]*(?:equiv|salary|rate|students?|course|education|stud(?:y|ies)))|\bfull[\s-]?(?:\/|or|and|&)[\s-]?part[\s-]?time\b|\bf\/t\b|\b1(?:\.0{1,2})? ?(?:fte|wte)\b|\b(?:llawn[\s-]amser|amser[\s-]llawn)\b/i,
  "part-time":
    /\bpart[\s-]?time\b|\bpart[\s-]?(?:\/|or|and|&)[\s-]?full[\s-]?time\b|\bp\/t\b|\brhan[\s-]amser\b|\b0\.[1-9]\d? ?(?:fte|wte)\b/i,
  "term-time":
    /\bterm[\s-]?time\b|\bt\.?t\.?o\b|\bterm only\b|\btymor (?:yr )?ysgol\b|\bamser tymor\b|\byn ystod y tymor\b|\bschool holidays off\b|\bno (?:work(?:ing)? (?:in|during) (?:the )?)?school holidays\b|(?:\bnot|n't) work(?:ing)? (?:in|during) (?:the )?school holidays\b/i,
  "school-hours":
    /\bschool[\s-]hours\b|\b(?:fit(?:s|ting)?|working|work) (?:in )?a?round school\b|\b(?:during|a?round|within) (?:the|your|their) (?:child(?:ren)?['’]?s['’]? )?school (?:day|run|hours)\b|\bschool drop[\s-]?offs?\b|\bschool[\s-]friendly\b|\boriau ysgol\b|\b(?:midday|lunch-?time) (?:meals? )?(?:supervis|assistant)/i,
  evenings:
    /(?<!\b(?:parents?['’]?s?['’]?|open|consultation|information|good|quiz|social) )\bevenings?\b|\btwilight\b|\bmin nos(?:au)?\b|\bgyda'?r nos\b/i,
  weekends:
    /\bweekends?\b|\b(?:saturdays|sundays)\b|\b(?:saturday|sunday) (?:mornings?|afternoons?|shifts?|work(?:ing)?|and sunday)\b|\b(?:every (?:other|second|third)|alternate|each) (?:saturday|sunday)\b|\bpenwythnos(?:au)?\b/i,
  nights:
    /\bnights?[\s-](?:time|shifts?|work|duty|duties|staff|carer|support|porter|care|nurse)\b|\bnights\b|\b(?:waking|sleep(?:ing)?[\s-]?in) nights?\b|\bsleep[\s-]ins?\b|\bovernight\b(?! (?:stays?|trips?|accommodation|residentials?|visits?))|\bshifft(?:iau)? nos\b/i,
  flexible:
    /\bflexib(?:le|ility) (?:\w+ )?(?:hours|working|work(?:ing)? patterns?|shifts?|start|times?|rota|schedules?)\b|\b(?:hours|shifts|times) (?:are|can be) flexible\b|\bflexi-?time\b|\bflexi hours\b|\bflexible (?:to (?:fit|suit)|around) your?\b|\bhours to suit\b|\bchoose your (?:own )?(?:hours|shifts)\b|\b(?:oriau|gweithio) hyblyg\b/i,
  "job-share": /\bjob[\s-]?shar(?:e|es|ing|ers?)\b|\brhannu swydd\b/i,
  "from-home":
    /\bwork(?:ing|ed)?[\s-](?:\w+[\s-])?(?:from|at)[\s-]home\b|\bwfh\b|\bhome[\s-]?(?:based|working)\b|\bremote(?:ly)?[\s-](?:working|work|based|role|job)\b|\bwork remotely\b|\b(?:fully|partly) remote\b|\b(?:hybrid|agile) working\b|\bhybrid (?:work|role|job)\b|\bgweithio (?:gartref|o gartref|hybrid)\b/i,
};

/** What a column for hours or patterns says in fewer words than a sentence needs. */
const SAID_SHORTLY: Partial<Readonly<Record<Pattern, RegExp>>> = {
  "full-time": /^ft$|\bFULL[_ ]?TIME\b|\bFT\b/,
  "part-time": /^pt$|\bPART[_ ]?TIME\b|\bPT\b/,
  flexible: /\bflexible\b|\bhyblyg\b/i,
  nights: /\bnights?\b/i,
  weekends: /\b(?:sat(?:urday)?|sun(?:day)?)\b/i,
  "from-home": /\b(?:remote|hybrid|home)\b/i,
  "school-hours": /\bschool (?:hours|day|times?)\b/i,
};

/** A source's own field for hours, shifts or type of work: what it says is stated. */
export function patternsInField(written: string): FoundPatterns {
  const text = written.replaceAll("_", " ");
  return find(text, "stated", (pattern) => isMeant(text, SAID[pattern]) || meantShortly(text, pattern));
}

/** A title or description: understood from the text, so worked out. */
export function patternsInProse(text: string): FoundPatterns {
  return find(text, "derived", (pattern) => isMeant(text, SAID[pattern]));
}

function meantShortly(text: string, pattern: Pattern): boolean {
  const short = SAID_SHORTLY[pattern];
  return short !== undefined && isMeant(text, short);
}

function find(text: string, origin: Origin, isSaid: (pattern: Pattern) => boolean): FoundPatterns {
  const all = Object.keys(SAID) as Pattern[];
  return new Map(text.trim() ? all.filter(isSaid).map((pattern) => [pattern, origin]) : []);
}

const PART_TIME_BELOW = 30;
const FULL_TIME_FROM = 35;

/** What follows from the numbers: 30 hours is where HMRC draws the line of full-time, 35 where the ONS does. */
export function patternsFromHours(hours: UnderstoodHours): FoundPatterns {
  const found = new Map<Pattern, Origin>();
  const { perWeek, exact, weeksPerYear, shifts } = hours;
  if (perWeek !== null && exact && perWeek < PART_TIME_BELOW) found.set("part-time", "derived");
  if (perWeek !== null && perWeek >= FULL_TIME_FROM) found.set("full-time", "derived");
  if (weeksPerYear !== null && weeksPerYear < 45) found.set("term-time", "derived");
  const sure = shifts.filter(({ certain }) => certain);
  if (sure.length > 0 && sure.length === shifts.length && sure.every(isSchoolHours))
    found.set("school-hours", "derived");
  if (sure.some(({ start, end }) => end > 18 * 60 + 30 && start < 22 * 60)) found.set("evenings", "derived");
  if (sure.some(({ start, end }) => end > 24 * 60 || start >= 22 * 60)) found.set("nights", "derived");
  if (shifts.some(({ days }) => days.some((day) => day >= 5))) found.set("weekends", "derived");
  return found;
}

/** Between taking a child to school and fetching it again, on school days. */
function isSchoolHours({ start, end, days }: Shift): boolean {
  return start >= 9 * 60 && end <= 15 * 60 && days.every((day) => day < 5);
}

/** The earlier source wins where two know the same pattern: what is stated before what is worked out. */
export function mergePatterns(...sources: readonly FoundPatterns[]): FoundPatterns {
  const merged = new Map<Pattern, Origin>();
  for (const source of sources)
    for (const [pattern, origin] of source) if (!merged.has(pattern)) merged.set(pattern, origin);
  const order = Object.keys(SAID) as Pattern[];
  return new Map(
    order.filter((pattern) => merged.has(pattern)).map((pattern) => [pattern, merged.get(pattern)!]),
  );
}
