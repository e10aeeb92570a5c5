/** What is said of a job in the reader's language, made from its fields, whatever language the advert is in. */
import { moneyWords } from "#kiosk/language/money.ts";
import type { Speech } from "#kiosk/language/speech.ts";
import type { Job } from "#kiosk/live/offered.ts";
import type { Tag } from "#kiosk/ui/touch/Row.tsx";
import type { Vacancy } from "#shared/vacancies/schema.ts";
import { payWords, travelWords } from "./words.ts";

export function tagsOf(speech: Speech, { vacancy, placement }: Job): readonly Tag[] {
  const tags: Tag[] = [];
  const hours = hoursWords(speech, vacancy);
  if (hours) tags.push({ pic: "clock", words: hours });
  const { travel } = placement;
  if (travel) tags.push({ pic: travel.by, words: travelWords(speech, travel), tone: "sun" });
  else if (vacancy.remote) tags.push({ pic: "home", words: speech.say("pattern.from-home"), tone: "sun" });
  else if (vacancy.locations[0]?.text) {
    tags.push({ pic: "place", words: vacancy.locations[0].text, tone: "sun" });
  }
  return tags;
}

/** The most telling pattern, and how many hours or which: "Term time · 9am–3pm". */
function hoursWords(speech: Speech, { patterns, hours, title }: Vacancy): string | null {
  const order = ["term-time", "school-hours", "from-home", "evenings", "nights", "weekends"] as const;
  const pattern = order.find((one) => patterns.includes(one)) ?? patterns[0];
  const own =
    hours?.text && hours.text.length <= 24 && title.original === speech.language ? hours.text : null;
  const said = own ?? (hours?.perWeek ? speech.count("hours.week", hours.perWeek) : null);
  return [pattern && speech.say(`pattern.${pattern}`), said].filter(Boolean).join(" · ") || null;
}

/** "£12.85 an hour". */
export function firstPay(speech: Speech, { pay }: Vacancy): string {
  return payWords([speech], pay)[0] ?? "";
}

/** Pay as it is offered, per hour where that is another figure, and what a week brings. */
export function payLines(speech: Speech, { pay, hours }: Vacancy): readonly string[] {
  const [offered = "", ...perHour] = payWords([speech], pay);
  const week = pay?.perHour && hours?.perWeek && pay.unit === "hour" ? pay.perHour * hours.perWeek : null;
  const amount = week === null ? null : moneyWords(speech, Math.round(week), pay?.currency ?? null);
  return [offered, ...perHour, ...(amount ? [speech.t("job.week-pay", { pay: amount })] : [])];
}

/** What a parent who has been at home looks for, and what nobody should find out too late. */
export function goodToKnow(speech: Speech, vacancy: Vacancy): readonly string[] {
  const { trainingGiven, noExperienceNeeded, contract, needsWelsh, patterns, hours, sector } = vacancy;
  const own = hours?.text && hours.text.length > 24 && vacancy.title.original === speech.language;
  return [
    ...patterns.map((pattern) => speech.say(`pattern.${pattern}`)),
    hours?.perWeek ? speech.count("hours.week", hours.perWeek) : null,
    own ? hours.text : null,
    trainingGiven ? speech.say("job.training") : null,
    noExperienceNeeded ? speech.say("job.no-experience") : null,
    contract ? speech.say(`contract.${contract}`) : null,
    needsWelsh ? speech.say(needsWelsh === "needed" ? "job.welsh-needed" : "job.welsh-useful") : null,
    sector ? speech.t(`sector.${sector}`) : null,
  ].filter((fact) => fact !== null);
}

/** Where the work is; the name of the place, its postcode only where nothing better is said. */
export function placesOf({ locations }: Vacancy): readonly string[] {
  const places = locations.map(({ text, postcode, outcode }) => text ?? postcode ?? outcode);
  return [...new Set(places.filter((place) => place !== null))];
}
