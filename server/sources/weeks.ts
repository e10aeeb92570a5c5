/** Weeks a year: what term-time work is paid and done over. */
import type { Origin } from "#shared/vacancies/read.ts";

/** "3" or "three". */
export function countOf(word: string): number {
  const index = ["one", "two", "three", "four", "five", "six"].indexOf(word.toLowerCase());
  return index < 0 ? Number(word) : index + 1;
}

/** 190 days, as maintained schools in England and Wales keep (Education (School Day and School Year) Regulations 1999). */
const SCHOOL_WEEKS = 38;

const WEEKS = "(?<![\\d/.-]|\\d to )\\b(3[5-9]|4\\d|5[0-2])(?:\\.(\\d+))?\\s*(?:weeks?|wks?|wythnos)\\b";
const IN_FIELD = new RegExp(WEEKS, "i");
const IN_PROSE = new RegExp(`${WEEKS}(?=[^.;]{0,25}(?:year|annum|\\bpa\\b|term|tto))`, "i");

/** In a description weeks count only beside "a year" or "term"; else they may be of training or of notice. */
export function readWeeks(
  text: string,
  inProse: boolean,
): { readonly weeks: number | null; readonly origin: Origin } {
  const said = (inProse ? IN_PROSE : IN_FIELD).exec(text);
  if (said) return { weeks: Number(`${said[1]}.${said[2] ?? 0}`), origin: "stated" };
  const more =
    /(?:\btto\b|\bterm[\s-]*time(?: only)?)\s*\(?(?:\+|plus|and)\s*(\d{1,2}|one|two|three|four|five|six)?\s*(weeks?|days?|inset|training)/i.exec(
      text,
    );
  if (more?.[1]) {
    const extra = countOf(more[1]) / (/^week/i.test(more[2]!) ? 1 : 5);
    return { weeks: SCHOOL_WEEKS + extra, origin: "derived" };
  }
  const allYear = /\ball[\s-]year[\s-](?:round|through)\b|\bfull year\b/i.test(text);
  return { weeks: allYear ? 52 : null, origin: "derived" };
}
