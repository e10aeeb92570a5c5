/** RSS and Atom: what every feed has, and what boards add to it under names of their own. */
import { parseFeed } from "feedsmith";
import { columnOf } from "./headers.ts";
import { remark, type Reader, type Remark } from "./reading.ts";
import { shapeToWritten, type FieldNames, type Shape } from "./shape.ts";
import { fieldsOf, type Fields } from "./tree.ts";
import { readVacancies } from "./vacancies.ts";
import { cutElements, openingTag, parseRecord, rootOf, type XmlRecord } from "./xml.ts";
import type { WrittenVacancy } from "./written.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

const ROOTS = /^(?:rss|feed|rdf|channel)$/;

export const rss = readerOf("rss", /^(?:rss|rdf|channel)$/);
export const atom = readerOf("atom", /^feed$/);

function readerOf(format: string, roots: RegExp): Reader<ReadVacancy> {
  return {
    format,
    kind: "vacancies",
    recognises: ({ text }) => (/^\s*</.test(text) && roots.test(rootOf(text) ?? "") ? 0.8 : 0),
    read({ text }, options) {
      const root = rootOf(text) ?? "";
      if (!ROOTS.test(root)) {
        const isPage = root === "html" || /<html[\s>]/i.test(text.slice(0, 2000));
        const code = isPage ? "web-page" : "unreadable-block";
        return readVacancies(format, [], [remark("file", code, null, text)], [], options);
      }
      const items = cutElements(text, root === "feed" ? "entry" : "item");
      const { written: told, rejected } = readItems(items, openingTag(text) ?? "", options.fields);
      const base = baseOf(text);
      const languageAround = languageIn(text);
      const written = told.map((one) => ({ ...one, base, languageAround }));
      const none = items.length === 0 ? [remark("file", "no-records")] : [];
      const next = nextOf(text);
      return readVacancies(format, written, rejected, none, options, { complete: next === undefined, next });
    },
  };
}

function readItems(items: readonly XmlRecord[], root: string, own: FieldNames | undefined) {
  const rejected: Remark[] = [];
  const written: WrittenVacancy[] = [];
  for (const [index, item] of items.entries()) {
    const where = `item ${index + 1}`;
    const one = item.whole ? readItem(item, root, where, own) : null;
    if (one) written.push(one);
    else rejected.push(remark(where, item.whole ? "unreadable-record" : "broken-off", null, item.text));
  }
  return { written, rejected };
}

/** The feed's own address, for links that are relative to it: `xml:base`, or what its head links to. */
function baseOf(text: string): string | null {
  const head = text.slice(0, text.search(/<(?:[\w.-]+:)?(?:item|entry)[\s>]/i) >>> 0).slice(0, 20_000);
  const [, base] = /\sxml:base\s*=\s*["'](https?:[^"']+)["']/i.exec(head) ?? [];
  const [, href] = /<(?:[\w.-]+:)?link\b[^>]*\bhref\s*=\s*["'](https?:[^"']+)["']/i.exec(head) ?? [];
  const [, link] = /<link>\s*(https?:[^<\s]+)\s*<\/link>/i.exec(head) ?? [];
  return base ?? href ?? link ?? null;
}

/** `<language>` of RSS, `xml:lang` of Atom. */
function languageIn(text: string): string | undefined {
  const head = text.slice(0, 20_000);
  const [, element] = /<(?:dc:)?language>\s*([\w-]{2,12})\s*<\/(?:dc:)?language>/i.exec(head) ?? [];
  return element ?? /\sxml:lang\s*=\s*["']([\w-]{2,12})["']/i.exec(openingTag(text) ?? "")?.[1];
}

/** RFC 5005: a feed may be one page of several. */
function nextOf(text: string): string | undefined {
  const link = /<(?:\w+:)?link\b[^>]*\brel\s*=\s*["']next["'][^>]*>/i.exec(text.slice(0, 20_000))?.[0];
  return link && /\bhref\s*=\s*["']([^"']+)["']/i.exec(link)?.[1]?.replaceAll("&amp;", "&");
}

/** What the feed itself does not say is looked for under the names of job boards. */
const EXTRA: Shape = {
  format: "rss",
  records: [],
  fields: { title: ["-"], description: ["-"], reference: ["-"], applyUrl: ["applyUrl"], posted: ["-"] },
};

function readItem(
  item: XmlRecord,
  root: string,
  where: string,
  own: FieldNames | undefined,
): WrittenVacancy | null {
  const tree = parseRecord(item);
  const core = parseCore(item.text, root);
  if (!tree || !core) return null;
  const fields = fieldsOf(tree);
  const more = shapeToWritten(fields, EXTRA, where, own);
  const kinds = [...core.categories, ...categories(fields)].join(", ");
  return {
    ...more,
    title: own?.title ? more.title : (core.title ?? firstWords(core.description)),
    reference: core.reference ?? more.reference ?? core.link,
    employer: more.employer ?? domain(fields, "employer"),
    places: more.places?.some(({ text, postcode }) => text || postcode) ? more.places : [{ text: domain(fields, "location") }], // prettier-ignore
    // A reference is an address as well, unless it says otherwise.
    applyUrl: core.link ?? more.applyUrl ?? core.reference?.match(/^https?:\/\/\S+$/)?.[0],
    posted: core.posted ?? more.posted,
    description: core.description,
    patterns: [more.patterns, kinds].filter(Boolean).join(", "),
    contract: more.contract || domain(fields, "contract"),
    occupation:
      fields.parts("category").find((part) => /^(?:job )?role(?: type)?$/i.test(part.text("@domain") ?? ""))
        ?.own ?? undefined,
    sector: domain(fields, "sector") ?? more.sector ?? core.categories[0],
  };
}

interface Core {
  readonly title: string | undefined;
  readonly link: string | undefined;
  readonly reference: string | undefined;
  readonly posted: string | undefined;
  readonly description: string | undefined;
  readonly categories: readonly string[];
}

/** One item at a time in an envelope of its own: a broken one cannot reach the next. */
function parseCore(item: string, root: string): Core | null {
  const name = /^<([\w:.-]+)/.exec(root)?.[1] ?? "rss";
  const isAtom = /(?:^|:)feed$/i.test(name);
  const text = isAtom || /rdf$/i.test(name) ? `${root}${item}</${name}>` : `<rss version="2.0"${attributes(root)}><channel>${item}</channel></rss>`; // prettier-ignore
  try {
    const { format, feed: parsed } = parseFeed(text);
    if (format === "json") return null;
    const entry = format === "atom" ? parsed.entries?.[0] : parsed.items?.[0];
    return entry ? coreOf(entry) : null;
  } catch {
    return null;
  }
}

function attributes(root: string): string {
  return [...root.matchAll(/\sxmlns:[\w.-]+\s*=\s*(?:"[^"]*"|'[^']*')/g)].map(([text]) => text).join("");
}

/** The library's item, of whichever of the three families: the same things under different names. */
function coreOf(entry: object): Core {
  const say = (name: string) => textOf((entry as Record<string, unknown>)[name]);
  const nested = (space: string, name: string) =>
    textOf(((entry as Record<string, unknown>)[space] as Record<string, unknown> | undefined)?.[name]);
  return {
    title: say("title"),
    link: say("link") ?? linkOf((entry as { links?: unknown }).links),
    reference: say("guid") ?? say("id"),
    posted: say("pubDate") ?? say("published") ?? nested("dc", "date") ?? say("updated"),
    description: nested("content", "encoded") ?? say("content") ?? say("description") ?? say("summary"),
    categories: [(entry as { categories?: unknown }).categories].flat().flatMap((one) => textOf(one) ?? []),
  };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim() ? value : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  const { value: inner, name, term, label } = value as Record<string, unknown>;
  return textOf(inner) ?? textOf(name) ?? textOf(label) ?? textOf(term);
}

function linkOf(links: unknown): string | undefined {
  const all = [links].flat() as readonly ({ href?: string; rel?: string } | undefined)[];
  const wanted = all.find((link) => link?.href && (link.rel ?? "alternate") === "alternate");
  return (wanted ?? all.find((link) => link?.href && link.rel !== "self"))?.href;
}

/** `<category domain="Location">London</category>`: some systems put their fields there. */
function domain(fields: Fields, column: string): string | undefined {
  for (const part of fields.parts("category"))
    if (columnOf(part.text("@domain") ?? "") === column) return part.own ?? undefined;
  return undefined;
}

function categories(fields: Fields): readonly string[] {
  return fields.texts("category");
}

/** An item needs a title or a description (RSS 2.0); without a title its first words stand for it. */
function firstWords(description: string | undefined): string | undefined {
  const line = (description ?? "").replace(/<[^>]*>/g, " ").trim().split(/\n|(?<=[.!?])\s/)[0]!.trim();
  return line ? line.slice(0, 120) : undefined;
} // prettier-ignore
