/** schema.org items in a page's own markup: HTML microdata and RDFa, in the shape that JSON-LD would have. */
import type { CheerioAPI } from "cheerio";
import type { Item } from "./jsonld.ts";

export interface Markup {
  /** The attribute that names a property, and the one that names an item's type. */
  readonly property: string;
  readonly type: string;
}

/** WHATWG HTML, Microdata. */
export const MICRODATA: Markup = { property: "itemprop", type: "itemtype" };
/** W3C RDFa Lite 1.1. */
export const RDFA: Markup = { property: "property", type: "typeof" };

type Elements = ReturnType<ReturnType<CheerioAPI["root"]>["children"]>;
type Element = Elements extends Iterable<infer One> ? One : never;

const DEEPEST = 300;
const LINKS = /^(?:url|sameAs|image|logo|mainEntityOfPage)$/;
const MARKED_UP = /^(?:description|responsibilities|qualifications|skills)$/;

/** Every item of `type` that is not a property of another. */
export function findEmbedded($: CheerioAPI, markup: Markup, type: string): readonly Item[] {
  return $.root()
    .find(`[${markup.type}]`)
    .toArray()
    .filter((element) => typesOf($, element, markup).includes(type))
    .map((element) => readItem($, element, markup, 0));
}

function typesOf($: CheerioAPI, element: Element, markup: Markup): readonly string[] {
  const names = ($(element).attr(markup.type) ?? "").split(/\s+/).filter(Boolean);
  return names.map(plainName);
}

function plainName(name: string): string {
  return name.replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/i, "");
}

function readItem($: CheerioAPI, element: Element, markup: Markup, depth: number): Item {
  const found = new Map<string, unknown[]>();
  collect($, element, markup, depth + 1, (name, value) => found.set(name, [...(found.get(name) ?? []), value]));
  const properties = [...found].map(([name, values]) => [name, values.length === 1 ? values[0] : values] as const);
  return Object.fromEntries([["@type", typesOf($, element, markup)], ...properties]);
}

type Take = (name: string, value: unknown) => void;

function collect($: CheerioAPI, parent: Element, markup: Markup, depth: number, take: Take): void {
  if (depth > DEEPEST) return;
  for (const child of $(parent).children().toArray()) {
    const names = ($(child).attr(markup.property) ?? "").split(/\s+/).filter(Boolean).map(plainName);
    const isItem = $(child).attr(markup.type) !== undefined || (markup === MICRODATA && $(child).attr("itemscope") !== undefined);
    for (const name of names) take(name, isItem ? readItem($, child, markup, depth) : valueOf($, child, name));
    if (!isItem) collect($, child, markup, depth + 1, take);
  }
}

function valueOf($: CheerioAPI, element: Element, name: string): string {
  const at = $(element);
  const attribute = at.attr("content") ?? at.attr("datetime") ?? (LINKS.test(name) ? (at.attr("href") ?? at.attr("src")) : undefined) ?? at.attr("value");
  return attribute ?? (MARKED_UP.test(name) ? (at.html() ?? "") : at.text());
}
