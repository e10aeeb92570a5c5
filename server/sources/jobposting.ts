/** schema.org JobPosting: a JSON-LD file, or a saved page that holds postings in whatever way. */
import type { CheerioAPI } from "cheerio";
import { findEmbedded, MICRODATA, RDFA } from "./embedded.ts";
import { postingToWritten, type PostingContext } from "./jobpostingfields.ts";
import { findBlocks, findItems, type Graph } from "./jsonld.ts";
import { parseLooseJson } from "./jsonrepair.ts";
import { parsePage } from "./page.ts";
import { remark, type Reader, type Remark, type SourceFile } from "./reading.ts";
import { readVacancies } from "./vacancies.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

interface Found {
  readonly graph: Graph;
  readonly context: Omit<PostingContext, "where" | "resolve">;
  readonly rejected: readonly Remark[];
  readonly warnings: readonly Remark[];
}

export const jobposting: Reader<ReadVacancy> = {
  format: "jobposting",
  kind: "vacancies",

  recognises({ name, text }: SourceFile): number {
    const start = text.slice(0, 2000).trimStart();
    const says = text.includes("JobPosting");
    if (/^[{[]/.test(start))
      return says ? 0.9 : /schema\.org/.test(start) || /\.jsonld$/i.test(name) ? 0.3 : 0;
    if (!start.startsWith("<")) return 0;
    if (says && !/^<(?:\?xml[^>]*\?>\s*<)?(?:rss|feed)\b/i.test(start)) return 0.9;
    return /<(?:!doctype html|html|head|body)\b/i.test(start) ? 0.2 : 0;
  },

  read({ text }, options) {
    const { graph, context, rejected, warnings } = isJson(text) ? fromJson(text) : fromPage(text);
    const written = graph.items.map((item, index) =>
      postingToWritten(item, { ...context, where: `item ${index + 1}`, resolve: graph.resolve }),
    );
    const none = written.length === 0 && rejected.length === 0 ? [remark("file", "no-postings")] : [];
    const deep = graph.tooDeep ? [remark("file", "too-deep")] : [];
    return readVacancies(jobposting.format, written, rejected, [...warnings, ...none, ...deep], options);
  },
};

const TYPE = "JobPosting";
const isJson = (text: string) => !text.trimStart().startsWith("<");

function fromJson(text: string): Found {
  const value = parseLooseJson(text);
  const rejected = value === undefined ? [remark("file", "unreadable-block", null, text)] : [];
  return {
    graph: findItems([value], TYPE),
    context: { base: null, language: undefined },
    rejected,
    warnings: [],
  };
}

/** JSON-LD, strict and then mended; microdata; RDFa: the first way that finds a posting. */
function fromPage(html: string): Found {
  const blocks = findBlocks(html);
  const inBlocks = findItems(blocks.values, TYPE);
  const page = inBlocks.items.length === 0 && html.includes(TYPE) ? parsePage(html) : undefined;
  const graph = page ? inMarkup(page) : { ...inBlocks, tooDeep: inBlocks.tooDeep || page === null };
  const broken = blocks.unreadable.map((block, index) => ({
    costsPosting: block.includes(TYPE) && graph.items.length === 0,
    reason: remark(`block ${index + 1}`, "unreadable-block", null, block),
  }));
  return {
    graph,
    context: headOf(html),
    rejected: broken.filter(({ costsPosting }) => costsPosting).map(({ reason }) => reason),
    warnings: broken.filter(({ costsPosting }) => !costsPosting).map(({ reason }) => reason),
  };
}

function inMarkup(page: CheerioAPI): Graph {
  const microdata = findItems(findEmbedded(page, MICRODATA, TYPE), TYPE);
  return microdata.items.length > 0 ? microdata : findItems(findEmbedded(page, RDFA, TYPE), TYPE);
}

/** The page's own address, for links that are relative to it, and its language. */
function headOf(html: string): Pick<PostingContext, "base" | "language"> {
  const end = html.search(/<body[\s>]/i);
  const $ = parsePage(html.slice(0, end < 0 ? 50_000 : Math.min(end + 1, 500_000)));
  const base =
    $?.('link[rel="canonical"]').attr("href") ?? $?.('meta[property="og:url"]').attr("content") ?? null;
  return { base, language: $?.("html").attr("lang") };
}
