/** Leaflets as Markdown files: `content/leaflets/<slug>/<lang>.md`, and those that councils hand over. */
import { LANGUAGES, type Language } from "#shared/languages.ts";
import type { LeafletDoubt } from "#shared/leaflets/read.ts";
import { TOPICS, type Topic } from "#shared/topics.ts";
import { done, refused, type Result } from "#shared/result.ts";
import { splitFrontMatter, type Fronted } from "./frontMatter.ts";
import { cleaned } from "./html.ts";

/** One language of a leaflet, as its file says it; what it does not say is `null`. */
export interface LeafletFile {
  readonly title: string;
  readonly language: Language | null;
  /** Its tag, whether or not screens speak it; a name that we do not know as it is written. */
  readonly saidLanguage: string | null;
  /** The edition printed on it ("3", "2026-10"). */
  readonly edition: string | null;
  readonly reviewed: string | null;
  readonly reviewBy: string | null;
  /** The name (slug) of the leaflet that this is a translation of. */
  readonly translationOf: string | null;
  readonly topics: readonly Topic[];
  readonly summary: string | null;
  /** File names beside the leaflet: its picture, what a blind person is told of it, and its PDF. */
  readonly picture: string | null;
  readonly pictureAlt: string | null;
  readonly pdf: string | null;
  /** Markdown, without the heading that only repeats the title. */
  readonly text: string;
  /** The text for a page, clean. */
  readonly html: string;
  readonly flags: readonly ("contains-script" | "review-overdue")[];
  readonly doubts: readonly LeafletDoubt[];
}

/** A line under a paragraph says no more for being longer, and the library tries every way of parting it. */
const LONG_RULE = /((?:[-*_][ \t]*){12})(?:[-*_][ \t]*)+/g;

/** A day that a field may say: YYYY-MM-DD, or `null` where it cannot be understood. */
export type ReadDay = (words: string) => string | null;

const MOST_CHARACTERS = 200_000;

/**
 * Reads a leaflet from Markdown with or without front matter.
 * `today` (London, YYYY-MM-DD) decides what is overdue for review. Refused: `too-large`, and
 * `no-readable-text` where nothing is left to show.
 */
export function readLeafletFile(
  source: string,
  today: string,
  readDay: ReadDay = plainDay,
): Result<LeafletFile> {
  if (source.length > MOST_CHARACTERS) return refused("text-too-long", { most: MOST_CHARACTERS, has: source.length });
  const fronted = splitFrontMatter(source);
  const title = titleOf(fronted);
  const text = withoutTitle(fronted.body, title).replace(LONG_RULE, "$1");
  const { html, hadScript } = cleaned(text);
  if (!title || html === "") return refused("no-readable-text");
  const reviewBy = dayAt(fronted, DUE, readDay);
  const reviewed = dayAt(fronted, REVIEWED, readDay);
  const doubts = [
    { field: "reviewed" as const, words: reviewed === null ? field(fronted, REVIEWED) : null },
    { field: "reviewBy" as const, words: reviewBy === null ? field(fronted, DUE) : null },
  ];
  const flags = [
    ...(hadScript ? (["contains-script"] as const) : []),
    ...(reviewBy !== null && reviewBy <= today ? (["review-overdue"] as const) : []),
  ];
  const said = (...names: string[]) => field(fronted, names);
  const saidLanguage = said("lang", "language", "locale");
  const tag = saidLanguage && (NAMED.get(saidLanguage.toLowerCase()) ?? saidLanguage);
  return done({
    title,
    language: languageOf(tag),
    saidLanguage: tag,
    edition: said("version", "edition"),
    reviewed,
    reviewBy,
    translationOf: said("translation_of"),
    topics: topicsOf(said("topics", "category_tags")),
    summary: said("summary", "meta_description", "description"),
    picture: said("picture"),
    pictureAlt: said("picture_alt"),
    pdf: said("pdf"),
    text,
    html,
    flags,
    doubts: doubts.flatMap(({ field: name, words }) => (words === null ? [] : [{ field: name, written: words }])),
  });
} // prettier-ignore

const REVIEWED = [
  "reviewed",
  "last_reviewed",
  "date_reviewed",
  "reviewed_on",
  "date_updated",
  "last_updated",
];
const DUE = ["review_due", "review_by", "next_review", "next_review_date", "review_date", "due_for_review"];

/** The languages of the screens by their own names and in English: "Cymraeg", "Welsh". */
const NAMED: ReadonlyMap<string, Language> = new Map(
  LANGUAGES.flatMap((code) =>
    ["en", code].map(
      (within) =>
        [new Intl.DisplayNames(within, { type: "language" }).of(code)!.toLowerCase(), code] as const,
    ),
  ),
);

function field({ fields }: Fronted, names: readonly string[]): string | null {
  for (const name of names) {
    const words = fields.get(name);
    if (words) return words;
  }
  return null;
}

function dayAt(fronted: Fronted, names: readonly string[], readDay: ReadDay): string | null {
  const words = field(fronted, names);
  return words === null ? null : readDay(words);
}

/** English and Welsh, by as many letters as tell them apart; the Welsh ones also as they stand after "o" (of). */
const MONTHS = ["jan|ion", "feb|chw", "mar|maw|faw", "apr|ebr", "may|mai|fai", "jun|meh|feh", "jul|gor|orf", "aug|aws", "sep|med|fed", "oct|hyd", "nov|tac|dac", "dec|rha|rag"]; // prettier-ignore

/** "2026-10-01", or as the British write it, "01/10/2026", "1 October 2026", "1 Hydref 2026"; only days that exist. */
export function plainDay(words: string): string | null {
  const written = (year: string, month: string | number, day: string) => `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`; // prettier-ignore
  const [, date, month, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(words) ?? [];
  const [, first, name, last] = /^(?:\p{L}+,? )*(\d{1,2})(?:st|nd|rd|th|\p{L}{2,3})? (?:o |of )?(\p{L}{3,})\.?,? (\d{4})$/u.exec(words) ?? []; // prettier-ignore
  const named = MONTHS.findIndex((letters) => new RegExp(`^(?:${letters})`, "i").test(name ?? "")) + 1;
  const day = date ? written(year!, month!, date) : first && named > 0 ? written(last!, named, first) : words.replace(/[T ]\d\d:.*$/, ""); // prettier-ignore
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) ? day : null;
}

/** "cy", "cy-GB" or "CY" are Welsh; a language that screens do not speak is `null`. */
function languageOf(tag: string | null): Language | null {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary) ?? null;
}

function topicsOf(words: string | null): Topic[] {
  const named = new Set((words ?? "").split(",").map((word) => word.trim().toLowerCase()));
  return TOPICS.filter((topic) => named.has(topic));
}

const HEADING = /^#{1,6}[ \t](.*)$/m;

/** The words of the first heading, without the signs that may close it ("C#" closes nothing). */
function headingIn(text: string): string | undefined {
  const words = HEADING.exec(text)?.[1]?.trim();
  if (!words) return undefined;
  let end = words.length;
  while (words[end - 1] === "#") end -= 1;
  const open = words.slice(0, end);
  return plainWords(/^$|\s$/.test(open) ? open.trim() : words) || undefined;
}

/** Without the signs of what is strong, code or a link. */
function plainWords(heading: string): string {
  if (heading.length > 600) return heading;
  return heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*{1,3}|_{2,3}|`)(?=\S)(.+?)(?<=\S)\1/g, "$2");
}

/** What it says of itself, else its first heading, else its first line of words. */
function titleOf(fronted: Fronted): string {
  const { body } = fronted;
  const title =
    field(fronted, ["title"]) ??
    headingIn(body) ??
    body.split(/\r?\n/).find((line) => /\p{L}/u.test(line)) ??
    "";
  return title.trim().slice(0, 300);
}

/** Drops a leading heading that says the title again. */
function withoutTitle(body: string, title: string): string {
  const text = body.trim();
  const [first = "", ...rest] = text.split(/\r?\n/);
  return headingIn(first) === title ? rest.join("\n").trim() : text;
}
