/** A leaflet's Markdown as clean HTML. */
import { Marked } from "marked";
import sanitize from "sanitize-html";

const markdown = new Marked({ gfm: true, async: false });

const RULES: sanitize.IOptions = {
  allowedTags: [
    "h2", "h3", "h4", "p", "ul", "ol", "li", "strong", "em", "span", "del", "a", "blockquote", "code", "pre", "br", "hr",
    "table", "thead", "tbody", "tr", "th", "td",
  ], // prettier-ignore
  allowedAttributes: { a: ["href", "rel"], ol: ["start"] },
  allowedSchemes: ["https", "http", "mailto", "tel"],
  allowProtocolRelative: false,
  transformTags: { h1: "h2", a: link },
};

/** Only a link that says where it leads stays one; what is left of another is its words. */
function link(_tag: string, attributes: sanitize.Attributes): sanitize.Tag {
  const href = attributes["href"] ?? "";
  return /^(https?:\/\/|mailto:|tel:)/i.test(href)
    ? { tagName: "a", attribs: { href, rel: "noopener noreferrer" } }
    : { tagName: "span", attribs: {} };
}

export interface Cleaned {
  readonly html: string;
  /** Whether something was taken out that could have run. */
  readonly hadScript: boolean;
}

/**
 * Renders a leaflet's Markdown for a page. Whatever could run, load or lead astray is taken out:
 * scripts, handlers, frames, pictures from elsewhere, and links other than web, mail and telephone
 * (OWASP, Cross Site Scripting Prevention). The page has its own `h1`, so a first-level heading
 * becomes a second.
 */
export function cleaned(text: string): Cleaned {
  return cleanedHtml(markdown.parse(withFewMarks(text)) as string);
}

const escaped = (sign: string) => (sign.length > 1 ? sign : `\\${sign}`);

/** More than any paragraph, row or list item has; the library holds each against every other. */
const MOST_MARKS = 100;

/** Where there are more, they are signs like any other. */
function withFewMarks(text: string): string {
  return text
    .split(/(?<=\n)(?=[ \t]*(?:\n|\r|\||[-*+][ \t]|\d{1,9}[.)][ \t]))/)
    .map((part) =>
      (part.match(/[*_~]/g)?.length ?? 0) > MOST_MARKS ? part.replace(/\\.|[*_~]/g, escaped) : part,
    )
    .join("");
}

/** The same for what is HTML already. `base`: the site's own address, for links that are relative to it. */
export function cleanedHtml(markup: string, base: string | null = null): Cleaned {
  let hadScript = false;
  const html = sanitize(base === null ? markup : withBase(markup, base), {
    ...RULES,
    onOpenTag(name, attributes) {
      hadScript ||= ACTIVE.has(name) || Object.entries(attributes).some(runs);
    },
  });
  return { html: html.trim(), hadScript };
}

function withBase(markup: string, base: string): string {
  return markup.replaceAll(/(<a\b[^>]*?\bhref=")(?=\/(?!\/))/gi, `$1${base}`);
}

/** The clean HTML alone. */
export function leafletHtml(text: string): string {
  return cleaned(text).html;
}

const ACTIVE = new Set(["script", "iframe", "object", "embed", "form", "style", "svg", "math"]);

/** Browsers skip control characters and blanks within a scheme (WHATWG URL, basic parser). */
function runs([name, value]: [string, string]): boolean {
  // oxlint-disable-next-line no-control-regex -- those are what is hidden in such links
  return /^on/i.test(name) || /^(javascript|vbscript|data):/i.test(value.replace(/[\u0000-\u0020]/g, ""));
}
