/** Days of the week as adverts write them, English and Welsh. Monday is 0. */

const DAYS: readonly string[] = [
  "mon(?:day)?s?|(?:d?dydd )?(?:llun|lun)",
  "tue(?:s(?:day)?s?)?|d?dydd [mf]awrth",
  "wed(?:s|nesday)?s?|(?:d?dydd )?(?:mercher|fercher)",
  "thu(?:rs?(?:day)?s?)?|(?:d?dydd )?iau",
  "fri(?:day)?s?|(?:d?dydd )?(?:gwener|wener)",
  "sat(?:urday)?s?|(?:d?dydd )?sadwrn",
  "sun(?:day)?s?|(?:d?dydd )?sul",
];
const ONE = `(?:${DAYS.join("|")})\\b\\.?`;
const GROUP = new RegExp(
  `\\b(?:weekdays?|mon(?:day)? ?(?:-|to) ?sun(?:day)?|daily|every day|weekends?|m ?- ?f|${ONE}(?:\\s*(?:-|to|through|until|i|,|\\/|&|\\+|and|a|or)+\\s*${ONE})*)(?![a-z])`,
  "gi",
);
const EACH = new RegExp(`\\b${ONE}`, "gi");
const EXACT = DAYS.map((names) => new RegExp(`^(?:${names})$`, "i"));
const WORDS: Readonly<Record<string, readonly number[]>> = {
  weekday: [0, 1, 2, 3, 4],
  "m-f": [0, 1, 2, 3, 4],
  // On which days "daily" is, only the place that is open knows.
  daily: [],
  everyday: [],
  weekend: [5, 6],
};

export interface DayGroup {
  readonly days: readonly number[];
  readonly start: number;
  readonly end: number;
}

/** Every group of days in the text: "Mon–Fri", "Tuesdays and Thursdays", "weekdays". Dashes must be plain. */
export function findDayGroups(text: string): readonly DayGroup[] {
  return [...text.matchAll(GROUP)].map((match) => ({
    days: daysOf(match[0].toLowerCase()),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function daysOf(group: string): readonly number[] {
  const word = WORDS[group.replace(/\s/g, "").replace(/s$/, "")];
  if (word) return word;
  const single = [...group.matchAll(EACH)];
  const days = new Set<number>();
  single.forEach((match, index) => {
    const day = dayNumber(match[0]);
    const previous = single[index - 1];
    const joint = previous ? group.slice(previous.index + previous[0].length, match.index) : "";
    const from = previous && /-|\b(?:to|through|until|i)\b/.test(joint) ? dayNumber(previous[0]) : day;
    for (let next = from; ; next = (next + 1) % 7) {
      days.add(next);
      if (next === day) break;
    }
  });
  return [...days].toSorted((a, b) => a - b);
}

function dayNumber(name: string): number {
  const plain = name.replace(/\.$/, "");
  return Math.max(
    0,
    EXACT.findIndex((names) => names.test(plain)),
  );
}
