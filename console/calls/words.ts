/** What the console says of calls. */
import { NAMES } from "#kiosk/language/names.ts";
import type { About, Telling } from "#shared/calls/call.ts";
import type { Language } from "#shared/languages.ts";
import { addDays, readingAt } from "#shared/london.ts";
import catalogue from "../../content/translations/console.calls.en.json";
import { clockWords, dayWords, today } from "../language/london.ts";
import { refusalWords } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import { nameOfPerson } from "../live/names.ts";

export const say = sayer(catalogue);
export type Word = keyof typeof catalogue;

const MINUTE = 60_000;
const english = new Intl.DisplayNames("en-GB", { type: "language" });

export function aboutWords(about: About, title: string | null): string {
  return title ? `${say(`About_${about}`)}: ${title}` : say(`About_${about}`);
}

/** "Polish (Polski)": as an adviser says it, and as its speaker does. */
export function languageWords(language: Language): string {
  const name = english.of(language) ?? language;
  return name === NAMES[language] ? name : `${name} (${NAMES[language]})`;
}

/** "4 min", "2 h 5 min", "3 days". */
export function ageWords(asked: string, now: number): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(asked)) / MINUTE));
  if (minutes < 60) return say("age_minutes", { n: minutes });
  if (minutes < 48 * 60) return say("age_hours", { n: Math.floor(minutes / 60), m: minutes % 60 });
  return say("age_days", { n: Math.floor(minutes / (24 * 60)) });
}

/** "10:15", "tomorrow 09:30", "Monday 30 November 09:30". */
export function momentWords(instant: string): string {
  const at = Date.parse(instant);
  const { day } = readingAt(at);
  return day === today() ? clockWords(at) : `${dayWords(day)} ${clockWords(at)}`;
}

export function tomorrow(): string {
  return addDays(today(), 1);
}

const BAD: ReadonlySet<Telling["state"]> = new Set<Telling["state"]>(["failed", "expired", "nobody"]);

export function isBad({ state }: Telling): boolean {
  return BAD.has(state);
}

/** What is wrong with how somebody was told. */
export function tellingWords({ state, channel, person, step, because, tries }: Telling): string {
  const who = person ? nameOfPerson(person) : say(`step_${step}`);
  const key = `channel_${channel}`;
  const way = channel === null ? "" : key in catalogue ? say(key as Word) : channel;
  if (state === "nobody") return say("telling_nobody", { who });
  if (state === "expired") return say("telling_expired", { channel: way, who });
  const failed = say("telling_failed", {
    channel: way,
    who,
    because: because ? reasonWords(because) : say("unknown"),
  });
  return tries > 0 ? `${failed}, ${say.count("telling_tries", tries)}` : failed;
}

/** A code that has words, else the code: whoever mends it looks for it. */
function reasonWords(code: string): string {
  const words = refusalWords({ code });
  return words === refusalWords({ code: "broken" }) ? code : words;
}
