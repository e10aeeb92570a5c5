/** What was done, in words. */
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
