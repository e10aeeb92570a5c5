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

/** Every item of `type`, in the order of the page; one within another is the very object that the other holds. */
export function findEmbedded(
  $: CheerioAPI,
  markup: Markup,
  wanted: string | ReadonlySet<string>,
): readonly Item[] {
  const types = typeof wanted === "string" ? new Set([wanted]) : wanted;
  const page: Page = { $, markup, known: new Map(), prefixes: markup === RDFA ? prefixesIn($) : [] };
  return $.root()
    .find(`[${markup.type}]`)
    .toArray()
    .filter((element) => typesOf(page, element).some((type) => types.has(type)))
    .map((element) => readItem(page, element, 0));
}

interface Page {
  readonly $: CheerioAPI;
  readonly markup: Markup;
  /** What the page calls schema.org. */
  readonly prefixes: readonly string[];
  /** Items read already: without it items within items would be read over and over. */
  readonly known: Map<Element, Item>;
}

/** `prefix="s: https://schema.org/"` and `xmlns:s="http://schema.org/"`. */
function prefixesIn($: CheerioAPI): readonly string[] {
  const declared = $("[prefix]").toArray().map((element) => $(element).attr("prefix") ?? "").join(" ");
  const older = $("html, body").toArray().flatMap((element) => Object.entries($(element).attr() ?? {}));
  return [
    ...Array.from(declared.matchAll(/([\w-]+):\s+https?:\/\/(?:www\.)?schema\.org\/?/gi), ([, name]) => name!),
    ...older.filter(([name, iri]) => /^xmlns:[\w-]+$/.test(name) && /^https?:\/\/(?:www\.)?schema\.org/i.test(iri)).map(([name]) => name.slice(6)),
  ];
} // prettier-ignore

function typesOf({ $, markup, prefixes }: Page, element: Element): readonly string[] {
  const names = ($(element).attr(markup.type) ?? "").split(/\s+/).filter(Boolean);
  return names.map((name) => plainName(name, prefixes));
}

function plainName(name: string, prefixes: readonly string[]): string {
  const [prefix = "", rest] = name.split(":");
  if (rest !== undefined && prefixes.includes(prefix)) return rest;
  return name.replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/i, "");
}

function readItem(page: Page, element: Element, depth: number): Item {
  const known = page.known.get(element);
  if (known) return known;
  const found = new Map<string, unknown[]>();
  collect(page, element, depth + 1, (name, value) => {
    const values = found.get(name);
    if (values) values.push(value);
    else found.set(name, [value]);
  });
  const properties = [...found].map(
    ([name, values]) => [name, values.length === 1 ? values[0] : values] as const,
  );
  const item = Object.fromEntries([["@type", typesOf(page, element)], ...properties]);
  page.known.set(element, item);
  return item;
}

type Take = (name: string, value: unknown) => void;

function collect(page: Page, parent: Element, depth: number, take: Take): void {
  const { $, markup, prefixes } = page;
  if (depth > DEEPEST) return;
  for (const child of [...$(parent).children().toArray(), ...elsewhere(page, parent)]) {
    const names = ($(child).attr(markup.property) ?? "")
      .split(/\s+/)
      .filter(Boolean)
      .map((name) => plainName(name, prefixes));
    const isItem =
      $(child).attr(markup.type) !== undefined ||
      (markup === MICRODATA && $(child).attr("itemscope") !== undefined);
    for (const name of names) take(name, isItem ? readItem(page, child, depth) : valueOf($, child, name));
    if (!isItem) collect(page, child, depth + 1, take);
  }
}

/** Microdata may lie elsewhere on the page: `itemref="pay place"`. */
function elsewhere({ $, markup }: Page, element: Element): readonly Element[] {
  const names = markup === MICRODATA ? ($(element).attr("itemref") ?? "").split(/\s+/).filter(Boolean) : [];
  return names.slice(0, 20).flatMap((name) => $(`[id="${name.replace(/["\\]/g, "")}"]`).toArray().slice(0, 1));
} // prettier-ignore

function valueOf($: CheerioAPI, element: Element, name: string): string {
  const at = $(element);
  const attribute =
    at.attr("content") ??
    at.attr("datetime") ??
    (LINKS.test(name) ? (at.attr("href") ?? at.attr("src")) : undefined) ??
    at.attr("value");
  return attribute ?? (MARKED_UP.test(name) ? (at.html() ?? "") : at.text());
}
