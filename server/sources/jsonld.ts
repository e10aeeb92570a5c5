/** schema.org items in JSON-LD: the blocks of a page, and the items of one type among all that they hold. */
import { parseLooseBlock } from "./jsonrepair.ts";
import { cutPage } from "./page.ts";

export type Item = Readonly<Record<string, unknown>>;

export interface Blocks {
  readonly values: readonly unknown[];
  /** The text of each block that is no JSON, even when mended. */
  readonly unreadable: readonly string[];
}

/** `application/ld+json` scripts; those inside HTML comments only where no other is there. */
export function findBlocks(html: string): Blocks {
  const { scripts, comments } = cutPage(html);
  const texts = scripts.length > 0 ? scripts : comments.flatMap((comment) => cutPage(comment).scripts);
  const values: unknown[] = [];
  const unreadable: string[] = [];
  for (const text of texts) {
    const value = parseLooseBlock(text);
    if (value === undefined) unreadable.push(text);
    else values.push(unprefixed(value));
  }
  return { values, unreadable };
}

const SCHEMA = /^https?:\/\/(?:www\.)?schema\.org\/?#?$/i;

/** `"schema:title"`, or whatever else the context calls schema.org: names and types without it. */
export function unprefixed(value: unknown): unknown {
  const contexts = [isObject(value) ? value["@context"] : undefined].flat().filter(isObject);
  const declared = contexts
    .flatMap((context) => Object.entries(context))
    .filter(([name, iri]) => typeof iri === "string" && SCHEMA.test(iri) && /^\w+$/.test(name))
    .map(([name]) => `${name}:`);
  const prefix = new RegExp(`^(?:${[...declared, "schema:", "https?://schema\\.org/"].join("|")})(?=[A-Za-z])`);
  const bare = (name: unknown): unknown => (typeof name === "string" ? name.replace(prefix, "") : name);
  const walk = (part: unknown, depth: number): unknown => {
    if (depth > DEEPEST || typeof part !== "object" || part === null) return part;
    if (Array.isArray(part)) return part.map((one) => walk(one, depth + 1));
    const entries = Object.entries(part).map(([name, inner]) =>
      name === "@type" ? [name, Array.isArray(inner) ? inner.map(bare) : bare(inner)] : [bare(name), walk(inner, depth + 1)],
    );
    return Object.fromEntries(entries);
  };
  return walk(value, 0);
} // prettier-ignore

const isObject = (value: unknown): value is Item => typeof value === "object" && value !== null && !Array.isArray(value); // prettier-ignore

/** Deeper than any real graph, and shallow enough for every walk. */
const DEEPEST = 60;

export interface Graph {
  readonly items: readonly Item[];
  /** Something lay deeper than is looked. */
  readonly tooDeep: boolean;
  /** Follows `{"@id": …}` to the item that it names. */
  resolve(value: unknown): unknown;
}

/** Every item of `type` (or of one of several) in the values, in order, wherever it is nested: arrays, `@graph`, lists, `mainEntity`. */
export function findItems(values: readonly unknown[], type: string | ReadonlySet<string>): Graph {
  const items: Item[] = [];
  const named = new Map<string, Item>();
  const seen = new Set<object>();
  const told = new Set<string>();
  let tooDeep = false;
  const walk = (value: unknown, depth: number): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (depth > DEEPEST) {
      tooDeep = true;
      return;
    }
    if (Array.isArray(value)) {
      for (const part of value) walk(part, depth + 1);
      return;
    }
    const item = value as Item;
    const says = Object.keys(item).some((key) => !key.startsWith("@"));
    if (says && typeof item["@id"] === "string" && !named.has(item["@id"])) named.set(item["@id"], item);
    if (says && hasType(item, type) && isNew(item)) items.push(item);
    for (const part of Object.values(item)) walk(part, depth + 1);
  };
  /** Some pages hold the same block twice. */
  const isNew = (item: Item): boolean => {
    const text = JSON.stringify(item);
    return !told.has(text) && told.add(text) !== null;
  };
  walk(values, 0);
  return { items, tooDeep, resolve: (value) => resolve(value, named) };
}

function resolve(value: unknown, named: ReadonlyMap<string, Item>): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const item = value as Item;
  const isReference =
    typeof item["@id"] === "string" && Object.keys(item).every((key) => key.startsWith("@"));
  return isReference ? (named.get(item["@id"] as string) ?? value) : value;
}

/** `"JobPosting"`, `["Thing", "JobPosting"]`, `"schema:JobPosting"`, `"https://schema.org/JobPosting"`. */
function hasType(item: Item, wanted: string | ReadonlySet<string>): boolean {
  const types = [item["@type"] ?? item.type].flat();
  return types.some((name) => {
    if (typeof name !== "string") return false;
    const type = name.replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/i, "");
    return typeof wanted === "string" ? type === wanted : wanted.has(type);
  });
}
