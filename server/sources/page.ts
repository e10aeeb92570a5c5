/** Pages that others wrote: what can be had of any of them, and what only of those that are no trap. */
import type { CheerioAPI } from "cheerio";
import { load } from "cheerio/slim";

export interface CutPage {
  /** The text of each JSON-LD script outside comments. */
  readonly scripts: readonly string[];
  readonly comments: readonly string[];
}

/** One pass over the text, however the page is nested or broken off. */
export function cutPage(html: string): CutPage {
  const scripts: string[] = [];
  const comments: string[] = [];
  const lower = html.toLowerCase();
  for (let at = lower.indexOf("<"); at >= 0; at = lower.indexOf("<", at)) {
    if (lower.startsWith("<!--", at)) {
      const end = indexOrEnd(lower, "-->", at + 4);
      comments.push(html.slice(at + 4, end));
      at = end;
    } else if (/^<script[\s/>]/.test(lower.slice(at, at + 8))) {
      const open = indexOrEnd(lower, ">", at);
      const end = indexOrEnd(lower, "</script", open);
      if (isJsonLd(html.slice(at, open)) && html.slice(open + 1, end).trim())
        scripts.push(html.slice(open + 1, end));
      at = end;
    } else at++;
    if (at >= lower.length) break;
  }
  return { scripts, comments };
}

function isJsonLd(tag: string): boolean {
  return /\btype\s*=\s*["']?\s*application\/ld\+json\b/i.test(tag);
}

function indexOrEnd(text: string, part: string, from: number): number {
  const at = text.indexOf(part, from);
  return at < 0 ? text.length : at;
}

/** Far more than any page has; the parser's time grows with the square of the depth. */
const DEEPEST = 2_000;
/** Elements that need no end tag, so that their number says nothing about depth. */
const FLAT =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|td|th|tr|option|thead|tbody|tfoot)$/;

/** The page's tree; `null` where it is nested beyond reason. */
export function parsePage(html: string): CheerioAPI | null {
  let depth = 0;
  for (const [tag, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})[^<>]{0,2000}>/gi)) {
    if (FLAT.test(name!.toLowerCase()) || tag.endsWith("/>")) continue;
    depth = Math.max(0, depth + (slash ? -1 : 1));
    if (depth > DEEPEST) return null;
  }
  return load(html);
}
