/** What the console says of a vacancy: short, in the words of the board. */
import { DAY, addDays, readingAt } from "#shared/london.ts";
import type { AtCentre, Row } from "#shared/vacancies/inbox.ts";
import type { TooAlike } from "#shared/vacancies/mix.ts";
import type { Reach } from "#shared/vacancies/reach.ts";
import type { Travel } from "#shared/vacancies/placement.ts";
import type { Vacancy } from "#shared/vacancies/schema.ts";
import { isGrave, type Weighed } from "#shared/vacancies/weigh.ts";
import { moneyWords } from "#kiosk/language/money.ts";
import { tongue } from "#kiosk/language/tongues.ts";
import catalogue from "../../content/translations/console.vacancies.en.json";
import { sayer } from "../language/say.ts";
import type { Tone } from "../ui/Tag.tsx";

export const say = sayer(catalogue);
export type Word = keyof typeof catalogue;

const FIELDS: Readonly<Record<string, Word>> = {
  title: "titleLabel",
  locations: "place",
  closes: "closesLabel",
  until: "closesLabel",
  applyUrl: "link",
  sector: "kindOfWork",
};

/** What a vacancy's field is called in the form, by its name there or in the vacancy itself. */
export function fieldWords(field: string): string {
  return say(FIELDS[field] ?? (field as Word));
}

const english = tongue("en");

export function titleOf({ title }: Pick<Vacancy, "title">): string {
  return title.words[title.original] ?? "";
}

/** Per hour where it is known, for that is what can be compared; else as it is written. */
export function payWords({ pay }: Pick<Vacancy, "pay">): string {
  if (pay === null) return "–";
  if (pay.perHour !== null) return `${moneyWords(english, pay.perHour, pay.currency)}/h`;
  const sum = pay.min ?? pay.max;
  if (sum !== null && pay.unit) return english.say(`pay.${pay.unit}`, { pay: moneyWords(english, sum, pay.currency) }); // prettier-ignore
  return pay.text ?? "–";
}

export function hoursWords({ patterns, hours }: Pick<Vacancy, "patterns" | "hours">): string {
  const told = patterns.slice(0, 2).map((pattern) => english.say(`pattern.${pattern}`));
  if (hours?.perWeek && told.length < 2) told.unshift(`${hours.perWeek} h`);
  return told.join(", ") || (hours?.text ?? "–");
}

export function travelWords({ by, minutes, line }: Travel): string {
  return line && (by === "bus" || by === "train")
    ? english.say(`travel.${by}-line`, { line, n: minutes })
    : english.say(`travel.${by}`, { n: minutes });
}

export function reachWords({ band, metres, travel }: Reach, own: Travel | null = null): string {
  const way = own ?? travel;
  if (way) return travelWords(way);
  const words = say(`band_${band}`);
  return metres === null || band === "home"
    ? words
    : `${words}, ${(metres / 1000).toFixed(metres < 10_000 ? 1 : 0)}\u00a0km`;
}

/** The best of what is known from these centres. */
export function bestReach(at: readonly AtCentre[]): AtCentre | undefined {
  return at.toSorted((one, other) => (one.reach.metres ?? Infinity) - (other.reach.metres ?? Infinity))[0];
}

const dates = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "Europe/London" });

/** An instant's day, as one writes it. */
export function dayWords(instant: string): string {
  return dates.format(Date.parse(instant));
}

/** The last day on which it can be applied for: at midnight it has closed. */
export function lastDay(until: string): string {
  return dates.format(Date.parse(until) - 1);
}

export function closingWords(until: string | null, now: number): string {
  if (until === null) return say("untilFilled");
  const end = Date.parse(until);
  if (end <= now) return say("closed");
  const [last, today] = [readingAt(end - 1).day, readingAt(now).day];
  if (last === today) return say("closesToday");
  return last === addDays(today, 1) ? say("closesTomorrow") : say("closes", { when: lastDay(until) });
}

export interface Mark {
  readonly word: string;
  readonly tone: Tone;
}

/** The heaviest thing about it first; a vacancy of which nothing needs saying is simply new. */
export function marksOf(row: Row, now: number): readonly Mark[] {
  const marks: Mark[] = row.flags
    .filter((flag) => flag !== "no-closing-date" || row.flags.length === 1)
    .map((flag) => ({ word: say(`flag_${flag}`), tone: toneOf(flag) }));
  if (row.until !== null && !row.closed && Date.parse(row.until) - now < 3 * DAY)
    marks.push({ word: closingWords(row.until, now), tone: "warn" });
  if (row.at.some(({ asks }) => asks !== null && Date.parse(asks) <= now))
    marks.unshift({ word: say("asksAgain"), tone: "talk" });
  return marks;
}

function toneOf(flag: Weighed): Tone {
  if (isGrave(flag)) return "bad";
  return flag === "no-closing-date" || flag === "cannot-check-pay" ? "plain" : "warn";
}

/** "7 of 10 are care work". */
export function alikeWords({ dimension, value, count, of }: TooAlike): string {
  const facts = { n: count, of };
  if (dimension === "work") return say("tooAlike_work", { ...facts, work: say(`sector_${value}` as Word) });
  return say(`tooAlike_${dimension}_${value}` as Word, facts);
}
