/** Figures in words. */
import { sum, type Figure } from "#shared/uses/figures.ts";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.uses.en.json";

const say = sayer(catalogue);

/** The sum of what is published; "under 5" where there is something, and all of it is hidden. */
export function total(figures: readonly Figure[]): string {
  const published = sum(figures);
  return published === 0 && figures.includes(null) ? say("few") : published.toLocaleString("en-GB");
}
