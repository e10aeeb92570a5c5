/** What a board says of a vacancy, in one language or, in Wales, in two at once. */
import type { Pay, Vacancy } from "#shared/vacancies/schema.ts";
import type { Travel } from "#shared/vacancies/placement.ts";
import { moneyWords } from "#kiosk/language/money.ts";
import type { Tongue } from "#kiosk/language/tongue.ts";

/**
 * Pay in the way it is offered, plus per hour where it can be worked out: "£24,071 a year",
 * "£12.48 an hour". Where an amount reads the same in all languages it is said once:
 * "£12.85 yr awr · an hour".
 */
export function payWords(tongues: readonly Tongue[], pay: Pay | null): readonly string[] {
  const offered = offer(pay);
  if (!offered) return [together(tongues, (tongue) => tongue.say("pay.ask"))];
  if (typeof offered === "string") return [offered, ...perHourWords(tongues, pay)];
  return [amountWords(tongues, offered), ...(offered.unit === "hour" ? [] : perHourWords(tongues, pay))];
}

/** How it is worked: patterns, hours, training, the way there. The most telling come first. */
export function factWords(tongue: Tongue, vacancy: Vacancy, travel: Travel | null): readonly string[] {
  const { hours, contract, needsWelsh } = vacancy;
  const facts = vacancy.patterns.slice(0, 2).map((pattern) => tongue.say(`pattern.${pattern}`));
  if (hours?.text && hours.text.length <= SHORT) facts.push(hours.text);
  else if (hours?.perWeek) facts.push(tongue.count("hours.week", hours.perWeek));
  if (travel) facts.push(travelWords(tongue, travel));
  else if (vacancy.remote) facts.push(tongue.say("pattern.from-home"));
  else if (vacancy.locations[0]?.text) facts.push(vacancy.locations[0].text);
  if (needsWelsh) facts.push(tongue.say(needsWelsh === "needed" ? "job.welsh-needed" : "job.welsh-useful"));
  if (vacancy.trainingGiven) facts.push(tongue.say("job.training"));
  else if (vacancy.noExperienceNeeded) facts.push(tongue.say("job.no-experience"));
  if (contract && contract !== "permanent") facts.push(tongue.say(`contract.${contract}`));
  return [...new Set(facts)];
}

/** Longer hours are sentences, for which a card has no room. */
const SHORT = 32;

export function travelWords(tongue: Tongue, { by, minutes, line }: Travel): string {
  if (line && (by === "bus" || by === "train")) return tongue.say(`travel.${by}-line`, { line, n: minutes });
  return tongue.say(`travel.${by}`, { n: minutes });
}

interface Amount {
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: NonNullable<Pay["unit"]>;
  readonly currency: string | null;
  readonly about: boolean;
}

/** Numbers where they are known with their unit, else the words of the advert. */
function offer(pay: Pay | null): Amount | string | null {
  if (!pay) return null;
  const { min, max, unit, currency, predicted } = pay;
  if (unit && (min !== null || max !== null)) return { min, max, unit, currency, about: predicted };
  return pay.text ?? (pay.perHour === null ? null : hourly(pay));
}

function hourly({ perHour, currency, predicted }: Pay): Amount {
  return { min: perHour, max: perHour, unit: "hour", currency, about: predicted };
}

function perHourWords(tongues: readonly Tongue[], pay: Pay | null): readonly string[] {
  return pay && pay.perHour !== null ? [amountWords(tongues, hourly(pay))] : [];
}

function amountWords(tongues: readonly Tongue[], amount: Amount): string {
  const { min, max, unit, about } = amount;
  const plain = !about && min !== null && max !== null;
  return together(tongues, (tongue, isFirst) =>
    tongue.say(`pay.${unit}`, { pay: plain && !isFirst ? "" : sumWords(tongue, amount) }).trim(),
  );
}

function sumWords(tongue: Tongue, { min, max, currency, about }: Amount): string {
  const money = (sum: number) => moneyWords(tongue, sum, currency);
  const pay =
    min === null || max === null
      ? tongue.say(min === null ? "pay.upTo" : "pay.from", { pay: money(min ?? max ?? 0) })
      : min === max
        ? money(min)
        : `${money(min)}–${money(max)}`;
  return about ? tongue.say("pay.about", { pay }) : pay;
}

/** Every language's words, once each. */
function together(tongues: readonly Tongue[], words: (tongue: Tongue, isFirst: boolean) => string): string {
  return [...new Set(tongues.map((tongue, at) => words(tongue, at === 0)))].join(" · ");
}
