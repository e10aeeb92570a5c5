/** XML as boards and agencies really send it: cut into records first, so that a broken one costs only itself. */
import { XMLParser } from "fast-xml-parser";
import { decodeEntities } from "./clean.ts";
import type { Tree } from "./tree.ts";

export interface XmlRecord {
  readonly text: string;
  /** False where its end is missing: the next one begins, or the file breaks off. */
  readonly whole: boolean;
}

/** The name of the outermost element without its prefix, in lower case; `null` where there is none. */
export function rootOf(text: string): string | null {
  return /^(?:[\w.-]+:)?([\w.-]+)/.exec(openingTag(text)?.slice(1) ?? "")?.[1]?.toLowerCase() ?? null;
}

/** The outermost element's opening tag: it holds the prefixes that records use. */
export function openingTag(text: string): string | null {
  const start = afterProlog(text);
  if (!/^<[a-z_]/i.test(text.slice(start, start + 2))) return null;
  const end = text.indexOf(">", start);
  return end < 0 ? null : text.slice(start, end + 1);
}

/** Declarations, comments and document types stand before it; what they define is never looked at. */
function afterProlog(text: string): number {
  let at = 0;
  for (;;) {
    at += /^\s*/.exec(text.slice(at, at + 100_000))![0].length;
    const end = text.startsWith("<!--", at)
      ? endOf(text, "-->", at)
      : text.startsWith("<?", at)
        ? endOf(text, ">", at)
        : /^<!doctype/i.test(text.slice(at, at + 9))
          ? endOfDoctype(text, at)
          : at;
    if (end === at) return at;
    at = end;
  }
}

function endOfDoctype(text: string, at: number): number {
  const plain = text.indexOf(">", at);
  const subset = text.indexOf("[", at);
  return subset < 0 || (plain >= 0 && plain < subset) ? endOf(text, ">", at) : endOf(text, "]>", at);
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

/** Every element of that name (any case, any prefix) that lies in no other of them; one pass over the text. */
export function cutElements(text: string, name: string): readonly XmlRecord[] {
  const marks = new RegExp(
    `<!--[\\s\\S]*?(?:-->|$)|<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>|$)|<(/?)(?:[\\w.-]+:)?${name}(?=[\\s/>])[^>]*>`,
    "gi",
  );
  const records: XmlRecord[] = [];
  let open: number | null = null;
  for (let from = afterProlog(text); ;) {
    marks.lastIndex = from;
    const match = marks.exec(text);
    if (!match) break;
    from = match.index + match[0].length;
    // A CDATA section that never ends has swallowed what follows it.
    if (match[0].startsWith("<!")) continue;
    if (match[1]) {
      if (open !== null) records.push({ text: text.slice(open, from), whole: true });
      open = null;
    } else {
      if (open !== null) records.push({ text: text.slice(open, match.index), whole: false });
      open = match[0].endsWith("/>") ? null : match.index;
      if (open === null) records.push({ text: match[0], whole: true });
    }
  }
  if (open !== null) records.push({ text: text.slice(open), whole: false });
  return records;
}

const ATTRIBUTE = "@";
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  // "0044" is a reference and no number; entities are ours to resolve, and none that a file defines.
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  cdataPropName: "#cdata",
  trimValues: false,
});

type Node = Readonly<Record<string, unknown>>;

/** One record as a tree, its attributes as children named `@…`; `null` where no parser could read it. */
export function parseRecord({ text }: XmlRecord): Tree | null {
  try {
    const nodes = parser.parse(mend(text)) as readonly Node[];
    const root = nodes.map(toTree).find((tree) => tree !== null);
    return root ?? null;
  } catch {
    return null;
  }
}

/** "Cooks < 25 hours": a sign that begins no tag was meant as one. */
function mend(text: string): string {
  return text.replace(/<!\[CDATA\[[\s\S]*?\]\]>|<(?![a-z_/!?])/gi, (part) => (part === "<" ? "&lt;" : part));
}

function toTree(node: Node): Tree | null {
  const name = Object.keys(node).find((key) => key !== ":@");
  if (name === undefined || name.startsWith("#") || name.startsWith("?")) return null;
  const inner = node[name] as readonly Node[];
  const attributes = Object.entries((node[":@"] ?? {}) as Record<string, unknown>);
  return {
    name,
    text: textOf(inner),
    children: [
      ...attributes.map(([key, value]) => ({
        name: ATTRIBUTE + key.replace(/^.*:/, ""),
        text: decodeEntities(String(value)),
        children: [],
      })),
      ...inner.map(toTree).filter((child) => child !== null),
    ],
  };
}

/** What stands in CDATA is meant as it is; elsewhere entities stand for signs. */
function textOf(nodes: readonly Node[]): string | null {
  const parts = nodes.map((node) => {
    if ("#text" in node) return decodeEntities(String(node["#text"]));
    if ("#cdata" in node) return String((node["#cdata"] as readonly Node[])[0]?.["#text"] ?? "");
    return "";
  });
  const text = parts.join("").trim();
  return text || null;
}
