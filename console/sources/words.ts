/** What has to be said about sources. */
import type { Run, Source } from "#shared/sources/schema.ts";
import catalogue from "../../content/translations/console.sources.en.json";
import { refusalWords } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";

export const say = sayer(catalogue);
export type Word = keyof typeof catalogue;

const words: Readonly<Record<string, string>> = catalogue;

/** A word of the catalogue by a code that only the hub knows; `null` where there is none. */
export function byCode(prefix: "why" | "form" | "flag", code: string): string | null {
  return words[`${prefix}_${code}`] ?? null;
}

/** Why a reading failed, or took nothing for gone. */
export function whyOf(code: string): string {
  return byCode("why", code) ?? refusalWords({ code });
}

export function formOf(format: string): string {
  return byCode("form", format) ?? format;
}

export function whomFor({ to }: Source): string {
  return "miles" in to ? say("for_miles", { miles: to.miles }) : say.count("for_centres", to.centres.length);
}

const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", weekday: "short", hour: "2-digit", minute: "2-digit" }); // prettier-ignore
const day = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", day: "numeric", month: "short", year: "numeric" }); // prettier-ignore

export const atClock = (instant: string) => clock.format(new Date(instant));
/** Of a closing instant, which is the first at which it is closed. */
export const onDay = (instant: string) => day.format(new Date(Date.parse(instant) - 1));

export function whatCame(run: Run): string {
  if (run.outcome !== "read") return say(`outcome_${run.outcome}`);
  return say("added_of", { added: run.added, changed: run.changed, gone: run.gone });
}
