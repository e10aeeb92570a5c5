/** Leaflets as Markdown files: `content/leaflets/<slug>/<lang>.md`, and those that councils hand over. */
import { LANGUAGES, type Language } from "#shared/languages.ts";
import { TOPICS, type Topic } from "#shared/leaflets/schema.ts";
import { done, refused, type Result } from "#shared/result.ts";
import { splitFrontMatter, type Fronted } from "./frontMatter.ts";
import { cleaned } from "./html.ts";

/** One language of a leaflet, as its file says it; what it does not say is `null`. */
export interface LeafletFile {
  readonly title: string;
  readonly language: Language | null;
  /** As the file writes it, whether or not screens speak it. */
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
}

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
  if (source.length > MOST_CHARACTERS) return refused("too-large", { most: MOST_CHARACTERS });
  const fronted = splitFrontMatter(source);
  const title = titleOf(fronted);
  const text = withoutTitle(fronted.body, title);
  const { html, hadScript } = cleaned(text);
  if (!title || html === "") return refused("no-readable-text");
  const reviewBy = dayAt(fronted, ["review_due", "review_by"], readDay);
  const flags = [
    ...(hadScript ? (["contains-script"] as const) : []),
    ...(reviewBy !== null && reviewBy <= today ? (["review-overdue"] as const) : []),
  ];
  const said = (...names: string[]) => field(fronted, names);
  return done({
    title,
    language: languageOf(said("lang", "language", "locale")),
    saidLanguage: said("lang", "language", "locale"),
    edition: said("version", "edition"),
    reviewed: dayAt(fronted, ["reviewed", "last_reviewed", "date_updated"], readDay),
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
  });
}

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

/** "2026-10-01", or as the British write it, "01/10/2026"; only days that exist. */
export function plainDay(words: string): string | null {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(words);
  const day = british
    ? `${british[3]}-${british[2]!.padStart(2, "0")}-${british[1]!.padStart(2, "0")}`
    : words;
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

const HEADING = /^#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$/m;

/** What it says of itself, else its first heading, else its first line. */
function titleOf(fronted: Fronted): string {
  const { body } = fronted;
  const title = field(fronted, ["title"]) ?? HEADING.exec(body)?.[1] ?? body.trim().split(/\r?\n/)[0] ?? "";
  return title.trim().slice(0, 300);
}

/** Drops a leading heading that says the title again. */
function withoutTitle(body: string, title: string): string {
  const text = body.trim();
  const [first = "", ...rest] = text.split(/\r?\n/);
  return HEADING.exec(first)?.[1] === title ? rest.join("\n").trim() : text;
}
