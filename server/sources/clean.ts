/** Hostile text to plain text and to the few tags that a description may have. */
import { load } from "cheerio/slim";
import sanitizeHtml from "sanitize-html";
import { withoutControls } from "./decode.ts";

export interface CleanText {
  readonly text: string;
  /** It was longer than a screen may be given. */
  readonly cut: boolean;
}

export interface CleanDescription extends CleanText {
  readonly html: string;
}

const TITLE_LENGTH = 200;
const DESCRIPTION_LENGTH = 20_000;

const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/i;
const ENTITIES = new RegExp(ENTITY.source, "gi");
const TAG =
  /<\/?(?:p|br|div|span|ul|ol|li|b|strong|i|em|u|h[1-6]|a|table|tr|td|th|tbody|img|font|section|article|header|footer|main|aside|dl|dt|dd|thead|tfoot|caption|label|small|sup|sub|center|abbr|time|mark|script|style|iframe|svg|math|object|embed|form|input|button|video|audio|link|meta|html|body|hr|pre|blockquote|code)\b[^<>]*>|<!--/i;
/** A list's term, or the first of a row's two cells, up to where its value begins. */
const OPENS = "(?:\\s|<(?:b|strong|p)>){0,20}";
const CLOSES = "(?:\\s|</(?:b|strong|p)>){0,20}";
/** Every run has an end, and none begins as the one before it: a stranger's page must not hold the reader up. */
const NAME = `${OPENS}([^\\s<>][^<>]{1,60})${CLOSES}`;
const NAME_CELL = new RegExp(
  `<dt\\b[^<>]{0,500}>${NAME}</dt>\\s{0,20}<dd\\b[^<>]{0,500}>|<tr\\b[^<>]{0,500}>\\s{0,20}<t[hd]\\b[^<>]{0,500}>${NAME}</t[hd]>\\s{0,20}<td\\b[^<>]{0,500}>(?=(?:(?!</?t[dr]\\b)[^])*</td>\\s{0,20}</tr>)`,
  "gi",
);
/** Nothing invisible that could reorder or hide what is read: zero-width characters, bidirectional overrides. */
const INVISIBLE = /[\u00ad\u200b\u2060\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/g;

/** Entities resolved until nothing changes, twice at most: feeds escape what was escaped already. */
export function decodeEntities(text: string): string {
  let decoded = text;
  for (let round = 0; round < 2 && ENTITY.test(decoded); round++) {
    decoded = decodeOnce(decoded);
  }
  return decoded;
}

/** Only what ends in a semicolon, so that "?a=1&copy=2" stays; all of them in one parse, which is what costs. */
function decodeOnce(text: string): string {
  const entities = [...new Set(text.match(ENTITIES))];
  const values = load(entities.join("\n"), null, false).text().split("\n");
  const meaning = new Map(entities.map((entity, index) => [entity, values[index] ?? entity]));
  return text.replace(ENTITIES, (entity) => meaning.get(entity) ?? entity);
}

/** One line of plain text: a title, a name, a place. */
export function cleanLine(written: string, limit = TITLE_LENGTH): CleanText {
  const decoded = decodeEntities(written.slice(0, limit * 20));
  const bare = TAG.test(decoded) ? stripTags(decoded) : decoded;
  const text = withoutControls(bare).replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
  return text.length > limit ? { text: shorten(text, limit), cut: true } : { text, cut: false };
}

/**
 * A description in plain text, with blank lines between paragraphs, and as cleaned HTML. Markup is told from
 * plain text by its tags; markup that came escaped is resolved first, and cleaning is always the last step.
 */
export function cleanDescription(written: string): CleanDescription {
  const decoded = resolveEscapedMarkup(
    withoutControls(written.slice(0, DESCRIPTION_LENGTH * 10)).replace(INVISIBLE, ""),
  );
  const html = TAG.test(decoded) ? sanitise(decoded) : paragraphs(decodeEntities(decoded));
  const text = plainText(html);
  if (text.length <= DESCRIPTION_LENGTH && written.length <= DESCRIPTION_LENGTH * 10)
    return { text, html, cut: false };
  const short = shorten(text, DESCRIPTION_LENGTH);
  return { text: short, html: paragraphs(short), cut: true };
}

function resolveEscapedMarkup(text: string): string {
  if (!TAG.test(text)) {
    const decoded = decodeEntities(text);
    return TAG.test(decoded) ? decoded : text;
  }
  return text.replace(/&amp;(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/gi, "&$1;");
}

function sanitise(html: string): string {
  const heading = sanitizeHtml.simpleTransform("h3", {});
  const cleaned = sanitizeHtml(withCellsApart(html), {
    allowedTags: ["p", "br", "ul", "ol", "li", "strong", "em", "h3"],
    allowedAttributes: {},
    transformTags: {
      b: "strong", i: "em", div: "p", section: "p", article: "p", tr: "p", blockquote: "p", dd: "p",
      h1: heading, h2: heading, h4: heading, h5: heading, h6: heading,
    }, // prettier-ignore
    nestingLimit: 30,
  });
  return cleaned.replace(/<p>\s*<\/p>/g, "").trim();
}

/** "Closing date" in one cell and the day in the next is a name and its value; other cells are at least apart. */
function withCellsApart(html: string): string {
  return html
    .replace(
      NAME_CELL,
      (_, term?: string, cell?: string) =>
        `<${term ? "dd" : "tr"}>${(term ?? cell ?? "").replace(/\s*:?\s*$/, "")}: `,
    )
    .replace(/<\/(?:td|th|dt)>/gi, " ");
}

function paragraphs(text: string): string {
  const escaped = text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/\r\n?/g, "\n")
    .trim();
  if (!escaped.includes("\n")) return escaped;
  return escaped
    .split(/\n\s*\n/)
    .map((part) => `<p>${part.trim().replaceAll("\n", "<br />")}</p>`)
    .join("");
}

/** Of cleaned HTML only: its tags are known, so breaks can stand for them. */
function plainText(html: string): string {
  const lines = html
    .replace(/\s+/g, " ")
    .replace(/<br \/>/g, "\n")
    .replace(/<li>/g, "\n• ")
    .replace(/<\/?(?:p|h3|ul|ol)>/g, "\n\n")
    .replace(/<[^>]*>/g, "");
  return decodeEntities(lines.replace(/&amp;(?=[#\w]{1,32};)/g, "&amp;amp;"))
    .replace(/[ \t\u00a0]*\n[ \t\u00a0]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/\n\n(?=• )/g, "\n")
    .trim();
}

function stripTags(text: string): string {
  const stripped = sanitizeHtml(text, { allowedTags: [], allowedAttributes: {} });
  return decodeEntities(stripped.replace(/&amp;(?=[#\w]{1,32};)/g, "&amp;amp;"));
}

/** Cut at a word, with an ellipsis to say so. */
function shorten(text: string, limit: number): string {
  const cut = text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, "");
  const word = cut.lastIndexOf(" ");
  return `${(word > limit * 0.8 ? cut.slice(0, word) : cut).trimEnd()}…`;
}
