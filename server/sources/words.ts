/** What a person writes by hand, understood as any source's words are. */
import type { ReadVacancy } from "#shared/vacancies/read.ts";
import { understand } from "./understand.ts";

export interface PlainWords {
  readonly title: string;
  readonly employer?: string | undefined;
  readonly place?: string | undefined;
  readonly pay?: string | undefined;
  readonly hours?: string | undefined;
  readonly closes?: string | undefined;
  readonly description?: string | undefined;
  readonly applyUrl?: string | undefined;
}

/** `null` where there is no title in it. `now`: epoch ms. */
export function understandWords(words: PlainWords, now: number): ReadVacancy | null {
  const { title, employer, place, pay, hours, closes, description, applyUrl } = words;
  const understood = understand(
    {
      where: "by hand",
      title,
      employer,
      places: place ? [{ text: place }] : [],
      pay: { text: pay },
      hours,
      patterns: hours,
      closes: closes ? [closes] : [],
      description: description === undefined ? undefined : asHtml(description),
      applyUrl,
      written: {},
    },
    now,
  );
  return understood.ok ? understood.vacancy : null;
}

/** Descriptions are read as HTML; a person's angle brackets are none. */
function asHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
