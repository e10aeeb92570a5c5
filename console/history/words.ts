/** What was done, in words. */
import { whyDeclined } from "#shared/items/declined.ts";
import type { HistoryLine } from "#shared/history/line.ts";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.history.en.json";

export const say = sayer(catalogue);
const words: Readonly<Record<string, string>> = catalogue;

/** An act that has no words yet is told by its name. */
export function didWords(command: string): string {
  return words[`did_${command}`] ?? command;
}

/** The item's title, a person's address, a name: whatever tells best what it was about. */
export function aboutWords({ title, facts }: HistoryLine): string {
  const said = title || facts["email"] || facts["name"] || facts["employer"] || facts["id"] || "";
  const on = facts["on"];
  const decided = typeof on === "string" ? words[`on_${on}`] : undefined;
  return decided === undefined ? String(said) : `${String(said)} (${decided})`;
}

const languages = new Intl.DisplayNames("en-GB", { type: "language" });

/** A field as people call it: `body.title.words.ur` is the title, in Urdu. */
export function fieldWords(path: string): string {
  const [name = "", ...rest] = path.replace(/^body\./, "").split(".");
  const field = words[`field_${name}`] ?? name;
  const said = rest.at(-2) === "words" ? languages.of(rest.at(-1) ?? "en") : rest.filter((part) => !/^\d+$/.test(part)).join(" "); // prettier-ignore
  return said ? `${field}, ${said}` : field;
}

/** What made a version: "saved", "published", "brought back 2". */
export function madeWords(what: string): string {
  const [, revision] = /^brought back (\d+)$/.exec(what) ?? [];
  if (revision !== undefined) return say("made_back", { revision });
  const reason = whyDeclined(what);
  return reason === null ? (words[`made_${what}`] ?? what) : say("made_declined", { reason });
}
