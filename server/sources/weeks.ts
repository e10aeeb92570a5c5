/** Weeks a year: what term-time work is paid and done over. */
import type { Origin } from "#shared/vacancies/read.ts";

/** "3" or "three". */
export function countOf(word: string): number {
  const index = ["one", "two", "three", "four", "five", "six"].indexOf(word.toLowerCase());
  return index < 0 ? Number(word) : index + 1;
}

/** 190 days, as maintained schools in England and Wales keep (Education (School Day and School Year) Regulations 1999). */
const SCHOOL_WEEKS = 38;

const WEEKS =
  "(?<!\\d\\/|[\\d.-]|\\d to )\\b(3[5-9]|4\\d|5[0-2])(?:\\.(\\d+))?\\s*(?:weeks?|wks?|wythnos)\\b";
const IN_FIELD = new RegExp(WEEKS, "i");
const IN_PROSE = new RegExp(`${WEEKS}(?=[^.;]{0,25}(?:year|annum|\\bpa\\b|term|tto))`, "i");

const EXTRA =
  "(?:\\+|plus|and|&)\\s*(\\d{1,2}|one|two|three|four|five|six)\\s*(?:\\w+ ){0,1}?(weeks?|days?|inset|training)\\b(?!['’]?\\s*(?:of )?(?:paid |annual )?(?:holiday|leave))";
/** "38 weeks a year plus 5 INSET days". */
const FURTHER = new RegExp(`^(?:\\s*(?:per|a|each|every|/)\\s*(?:year|annum)|\\s*p\\.?a\\b\\.?)?[\\s,(]*(?:term[\\s-]*time(?: only)?[\\s,]*|tto[\\s,]*)?${EXTRA}`, "i"); // prettier-ignore
const BEYOND_TERM = new RegExp(`(?:\\btto\\b|\\bterm[\\s-]*time(?: only)?)(?:\\s*\\((?:tto|term time only)\\))?[\\s,]*\\(?${EXTRA}`, "i"); // prettier-ignore
/** A school year is 190 days for its pupils and 195 for its staff. */
const DAYS = /(?<![\d.])(1[89][05]|200) (?:working )?days\b/i;
const DAYS_A_YEAR = new RegExp(`${DAYS.source}\\s*(?:per|a|each) (?:year|annum)`, "i");

function extraWeeks(found: RegExpExecArray | null): number {
  return found ? countOf(found[1]!) / (/^week/i.test(found[2]!) ? 1 : 5) : 0;
}

/** In a description weeks count only beside "a year" or "term"; else they may be of training or of notice. */
export function readWeeks(
  text: string,
  inProse: boolean,
): { readonly weeks: number | null; readonly origin: Origin } {
  const said = (inProse ? IN_PROSE : IN_FIELD).exec(text);
  if (said) {
    const extra = extraWeeks(FURTHER.exec(text.slice(said.index + said[0].length)));
    const weeks = Number(`${said[1]}.${said[2] ?? 0}`) + extra;
    return weeks <= 52
      ? { weeks, origin: extra > 0 ? "derived" : "stated" }
      : { weeks: null, origin: "stated" };
  }
  const more = extraWeeks(BEYOND_TERM.exec(text));
  if (more > 0) return { weeks: SCHOOL_WEEKS + more, origin: "derived" };
  const days = (inProse ? DAYS_A_YEAR : DAYS).exec(text)?.[1];
  if (days) return { weeks: Number(days) / 5, origin: "derived" };
  const allYear = /\ball[\s-]year[\s-](?:round|through)\b|\bfull year\b/i.test(text);
  return { weeks: allYear ? 52 : null, origin: "derived" };
}
