/** schema.org JobPosting: a JSON-LD file, or a saved page that holds postings in whatever way. */
import type { CheerioAPI } from "cheerio";
import { load } from "cheerio/slim";
import { findEmbedded, MICRODATA, RDFA } from "./embedded.ts";
import { postingToWritten, type PostingContext } from "./jobpostingfields.ts";
import { findBlocks, findItems, type Graph } from "./jsonld.ts";
import { parseLooseJson } from "./jsonrepair.ts";
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
    if (/^[{[]/.test(start)) return says ? 0.9 : /schema\.org/.test(start) || /\.jsonld$/i.test(name) ? 0.3 : 0;
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
  return { graph: findItems([value], TYPE), context: { base: null, language: undefined }, rejected, warnings: [] };
}

/** JSON-LD, strict and then mended; microdata; RDFa: the first way that finds a posting. */
function fromPage(html: string): Found {
  const $ = load(html);
  const blocks = findBlocks($, html);
  const graph = firstWithItems([
    () => findItems(blocks.values, TYPE),
    () => findItems(findEmbedded($, MICRODATA, TYPE), TYPE),
    () => findItems(findEmbedded($, RDFA, TYPE), TYPE),
  ]);
  const broken = blocks.unreadable.map((block, index) => ({
    aboutJobs: block.includes(TYPE),
    remark: remark(`block ${index + 1}`, "unreadable-block", null, block),
  }));
  return {
    graph,
    context: { base: addressOf($), language: $("html").attr("lang") },
    rejected: broken.filter(({ aboutJobs }) => aboutJobs && graph.items.length === 0).map(({ remark: reason }) => reason),
    warnings: broken.filter(({ aboutJobs }) => !aboutJobs || graph.items.length > 0).map(({ remark: reason }) => reason),
  };
}

function firstWithItems(ways: readonly (() => Graph)[]): Graph {
  let last: Graph = findItems([], TYPE);
  for (const way of ways) {
    last = way();
    if (last.items.length > 0) return last;
  }
  return last;
}

function addressOf($: CheerioAPI): string | null {
  return $('link[rel="canonical"]').attr("href") ?? $('meta[property="og:url"]').attr("content") ?? null;
}
