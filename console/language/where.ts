/** Where something shows, in few words. */
import type { Audience } from "#shared/schema.ts";
import words from "../../content/translations/console.items.en.json";

interface Named {
  readonly slug: string;
  readonly name: string;
}

const MOST = 2;

/** "Larkhill, Northbrook", "Larkhill and 4 more", "every centre". */
export function whereWords(audience: Audience, mine: readonly Named[]): string {
  if (audience === "all") return words.where_everywhere;
  const names = audience.map((slug) => short(mine.find((one) => one.slug === slug)?.name ?? slug));
  if (names.length === 0) return words.where_nowhere;
  if (names.length <= MOST) return names.join(", ");
  return words.where_more.replace("{name}", names[0]!).replace("{n}", String(names.length - 1));
}

/** A centre among others goes by the first part of its name. */
function short(name: string): string {
  return name.replace(/ (Children[’']s Centre|Family Hub)$/i, "");
}
