/** The schema.org items of some types that a JSON-LD file or a saved page holds, in whatever way. */
import type { CheerioAPI } from "cheerio";
import { findEmbedded, MICRODATA, RDFA } from "./embedded.ts";
import { findBlocks, findItems, type Graph, unprefixed } from "./jsonld.ts";
import { parseLooseJson } from "./jsonrepair.ts";
import { parsePage } from "./page.ts";
import { remark, type Remark } from "./reading.ts";

export interface Found {
  readonly graph: Graph;
  /** The page's own address and language. */
  readonly context: { readonly base: string | null; readonly language: string | undefined };
  readonly rejected: readonly Remark[];
  readonly warnings: readonly Remark[];
}

/** `names` says whether a text names one of the types, so that what names none is not parsed for it. */
export interface Types {
  readonly types: ReadonlySet<string>;
  readonly names: RegExp;
}

export function findSchemaItems(text: string, types: Types): Found {
  return text.trimStart().startsWith("<") ? fromPage(text, types) : fromJson(text, types);
}

function fromJson(text: string, { types }: Types): Found {
  const value = parseLooseJson(text);
  const rejected = value === undefined ? [remark("file", "unreadable-block", null, text)] : [];
  return {
    graph: findItems([unprefixed(value)], types),
    context: { base: null, language: undefined },
    rejected,
    warnings: [],
  };
}

/** JSON-LD, strict and then mended; microdata; RDFa: the first way that finds one. */
function fromPage(html: string, { types, names }: Types): Found {
  const blocks = findBlocks(html);
  const inBlocks = findItems(blocks.values, types);
  const page = inBlocks.items.length === 0 && names.test(html) ? parsePage(html) : undefined;
  const graph = page ? inMarkup(page, types) : { ...inBlocks, tooDeep: inBlocks.tooDeep || page === null };
  const broken = blocks.unreadable.map((block, index) => ({
    costsItem: names.test(block) && graph.items.length === 0,
    reason: remark(`block ${index + 1}`, "unreadable-block", null, block),
  }));
  return {
    graph,
    context: headOf(html),
    rejected: broken.filter(({ costsItem }) => costsItem).map(({ reason }) => reason),
    warnings: broken.filter(({ costsItem }) => !costsItem).map(({ reason }) => reason),
  };
}

function inMarkup(page: CheerioAPI, types: ReadonlySet<string>): Graph {
  const microdata = findItems(findEmbedded(page, MICRODATA, types), types);
  return microdata.items.length > 0 ? microdata : findItems(findEmbedded(page, RDFA, types), types);
}

/** The page's own address, for links that are relative to it, and its language. */
function headOf(html: string): Found["context"] {
  const end = html.search(/<body[\s>]/i);
  const $ = parsePage(html.slice(0, end < 0 ? 50_000 : Math.min(end + 1, 500_000)));
  const base =
    $?.("base[href]").attr("href") ??
    $?.('link[rel="canonical"]').attr("href") ??
    $?.('meta[property="og:url"]').attr("content") ??
    null;
  return { base, language: $?.("html").attr("lang") };
}
