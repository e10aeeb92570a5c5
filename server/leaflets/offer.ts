/** A leaflet as a reader read it, made into what the hub is offered. */
import { createHash } from "node:crypto";
import { LANGUAGES } from "#shared/languages.ts";
import type { OfferedLeaflet } from "#shared/leaflets/importing.ts";
import type { ReadLeaflet } from "#shared/leaflets/read.ts";
import { TOPICS } from "#shared/topics.ts";
import { addDays, readingAt } from "#shared/london.ts";

/** How long a leaflet may hang that names no day of review. */
const DAYS_TO_REVIEW = 365;

/** `null` where it is in a language that screens do not speak. */
export function leafletOffer(read: ReadLeaflet, centres: readonly string[], now: number): Omit<OfferedLeaflet, "pdf"> | null {
  const said = read.language?.toLowerCase().split(/[-_]/)[0] ?? "en";
  const language = LANGUAGES.find((known) => known === said);
  if (!language) return null;
  const today = readingAt(now).day;
  return {
    id: `l-${idOf(read.reference)}`,
    language,
    translation: read.translationOf !== null,
    withdrawn: read.withdrawn,
    title: read.title,
    summary: (read.summary ?? firstWords(read.text) ?? read.title).slice(0, 1000),
    text: read.text,
    topics: TOPICS.filter((topic) => read.topics.includes(topic)),
    edition: (read.version ?? read.reviewed ?? today).slice(0, 40),
    reviewed: read.reviewed,
    reviewBy: read.reviewBy ?? addDays(read.reviewed && read.reviewed > addDays(today, -DAYS_TO_REVIEW) ? read.reviewed : today, DAYS_TO_REVIEW),
    centres: [...centres],
  };
} // prettier-ignore

/** A name that is one already stays legible; any other is known by its hash. */
function idOf(reference: string): string {
  if (/^[A-Za-z0-9_-]{1,60}$/.test(reference)) return reference.toLowerCase();
  return createHash("sha256").update(reference).digest("base64url").slice(0, 22);
}

/** The first sentences of the text, without Markdown's marks. */
function firstWords(text: string | null): string | null {
  const paragraph = text?.split(/\n\s*\n/).map((part) => part.replaceAll(/[*_`#>|\\]|\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll(/\s+/g, " ").trim()).find((part) => part.length > 20); // prettier-ignore
  if (!paragraph) return null;
  const cut = paragraph.slice(0, 240);
  const end = Math.max(cut.lastIndexOf(". "), cut.lastIndexOf("! "), cut.lastIndexOf("? "));
  return end > 60 ? cut.slice(0, end + 1) : cut;
}
