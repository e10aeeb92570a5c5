/** A list of approved websites: a table, JSON as in `content/websites`, or an address a line. No source is one. */
import { languageSchema, textSchema } from "#shared/schema.ts";
import { type Language, say, type Text, textIn } from "#shared/languages.ts";
import { readingAt } from "#shared/london.ts";
import { TOPICS } from "#shared/topics.ts";
import type { ReadWebsite } from "#shared/websites/read.ts";
import { faultOf, opens } from "#shared/websites/rules.ts";
import { readPosted } from "./dates.ts";
import { parseLooseJson } from "./jsonrepair.ts";
import { isObject } from "./jsonfile.ts";
import { readLink } from "./links.ts";
import { type Reading, remark, type Remark, type SourceFile } from "./reading.ts";
import { tableOf } from "./table.ts";

export const WEBSITE_FORMATS = ["website-table", "website-json", "website-list"] as const;
type Format = (typeof WEBSITE_FORMATS)[number];

/** What a list says of one website; lists within a cell stand between blanks, commas or semicolons. */
interface Told {
  readonly where: string;
  readonly says: Readonly<Record<string, unknown>>;
}

const NAMES: Readonly<Record<string, RegExp>> = {
  title: /^(?:title|name|website|web ?site|site|site name)$/i,
  address: /^(?:address|url|link|web ?address|website ?(?:url|address|link)|href)$/i,
  description: /^(?:description|summary|about|notes?)$/i,
  topics: /^(?:topics?|categor(?:y|ies))$/i,
  allow: /^(?:allow|allowed|patterns?|opens)$/i,
  helpers: /^(?:helpers?|helper ?hosts?)$/i,
  reviewBy: /^(?:review ?by|review ?date|review)$/i,
};

/** Only where it names what nothing but a list of websites has. */
export function isWebsites({ text }: SourceFile): boolean {
  if (/^\s*[{[]/.test(text)) return /"(?:allow|helpers)"\s*:\s*\[/.test(text) && /"address"\s*:/.test(text);
  const header = (text.split(/\r?\n/).find((line) => line.trim()) ?? "").split(/[,;\t|]/).map(nameOf);
  return header.includes("address") && (header.includes("allow") || header.includes("helpers"));
}

export function readWebsites(file: SourceFile, now: number, format?: string): Reading<ReadWebsite> {
  const form = WEBSITE_FORMATS.find((known) => known === format) ?? formOf(file.text);
  const told = file.text.trim() ? readers[form](file.text) : [];
  const read: ReadWebsite[] = [];
  const [rejected, warnings]: [Remark[], Remark[]] = [[], []];
  for (const one of told) {
    const website = understand(one, now, rejected, warnings);
    if (website) read.push(website);
  }
  if (told.length === 0) rejected.push(remark("file", file.text.trim() ? "unknown-format" : "empty"));
  return { kind: "websites", format: form, read, rejected, warnings, complete: true };
}

function formOf(text: string): Format {
  if (/^\s*[{[]/.test(text)) return "website-json";
  const first = text.split(/\r?\n/).find((line) => line.trim()) ?? "";
  return readLink(first.trim()).url === null ? "website-table" : "website-list";
}

const readers: Readonly<Record<Format, (text: string) => readonly Told[]>> = {
  "website-json"(text) {
    const value = parseLooseJson(text);
    const list = Array.isArray(value) ? value : isObject(value) ? (Object.values(value).find(Array.isArray) ?? [value]) : [];
    return list.map((says, index) => ({ where: `item ${index + 1}`, says: isObject(says) ? named(Object.entries(says)) : {} }));
  },
  "website-table"(text) {
    const [header, ...rows] = tableOf(text);
    return rows.map(({ line, cells }) => ({
      where: `line ${line}`,
      says: named(cells.map((cell, index) => [header?.cells[index] ?? "", cell.trim()])),
    }));
  },
  "website-list": (text) =>
    text.split(/\r?\n/).flatMap((line, index) => (line.trim() ? [{ where: `line ${index + 1}`, says: { address: line.trim() } }] : [])),
}; // prettier-ignore

function nameOf(written: string): string | null {
  const plain = written.trim().replace(/^"|"$/g, "").trim();
  return Object.entries(NAMES).find(([, form]) => form.test(plain))?.[0] ?? null;
}

/** A table may have a "Website" beside a "Title": the first of each counts. */
function named(cells: readonly (readonly [string, unknown])[]): Told["says"] {
  const says: Record<string, unknown> = {};
  for (const [written, value] of cells) {
    const name = nameOf(written);
    if (name !== null && !(name in says) && value !== "" && value !== null) says[name] = value;
  }
  return says;
}

function understand({ where, says }: Told, now: number, rejected: Remark[], warnings: Remark[]): ReadWebsite | null {
  // "Website" is a name to some and an address to others.
  const [title, link] = typeof says.title === "string" && says.address === undefined ? [undefined, says.title] : [says.title, says.address];
  const address = readLink(typeof link === "string" ? link : "");
  if (address.url === null) {
    rejected.push(remark(where, address.problem, "address", typeof link === "string" ? link : ""));
    return null;
  }
  const { host, protocol } = new URL(address.url);
  const called = textOf(title) ?? textIn("en", host);
  const stated = wordsOf(says.allow);
  const allow = stated.length > 0 ? stated : [`${protocol}//${host}`];
  const helpers = wordsOf(says.helpers).map((one) => (one.includes("://") ? one : `https://${one}`));
  const fault = [...allow, ...helpers].map(faultOf).find((found) => found !== null);
  if (fault || !opens(allow, address.url)) {
    rejected.push(remark(where, fault ? "pattern-misread" : "opens-elsewhere", "allow", fault?.pattern ?? allow.join(" ")));
    return null;
  }
  const topics = wordsOf(says.topics, /[,;|]+/).map((topic) => topic.toLowerCase());
  for (const topic of topics) if (!isTopic(topic)) warnings.push(remark(where, "not-understood", "topics", topic));
  const description = textOf(says.description);
  return {
    title: say(called, called.original)?.words ?? host,
    description: description && (say(description, description.original)?.words ?? null),
    address: address.url,
    topics: topics.filter(isTopic),
    allow,
    helpers,
    reviewBy: dayOf(says.reviewBy, now, where, warnings),
    texts: { title: called, description },
  };
} // prettier-ignore

const isTopic = (topic: string) => (TOPICS as readonly string[]).includes(topic);

/** In many languages as `content/` has it, or as `{"en": …, "cy": …}`, or in one. */
function textOf(value: unknown): Text | null {
  if (typeof value === "string") return value.trim() ? textIn("en", value.trim().slice(0, 300)) : null;
  const whole = textSchema.safeParse(value);
  if (whole.success) return whole.data;
  const words = Object.entries(isObject(value) ? value : {}).filter(([language, said]) => languageSchema.safeParse(language).success && typeof said === "string" && said.trim()); // prettier-ignore
  const [first] = words.map(([language]) => language as Language);
  return first ? { original: first, words: Object.fromEntries(words) } : null;
}

function wordsOf(value: unknown, between: RegExp = /[\s,;|]+/): readonly string[] {
  const all = Array.isArray(value) ? value : typeof value === "string" ? value.split(between) : [];
  return all.flatMap((one) => (typeof one === "string" && one.trim() ? [one.trim()] : []));
}

function dayOf(value: unknown, now: number, where: string, warnings: Remark[]): string | null {
  if (typeof value !== "string") return null;
  const date = readPosted(value, { now });
  if (date.state === "known") return readingAt(Date.parse(date.at)).day;
  if (date.state === "problem") warnings.push(remark(where, date.problem, "reviewBy", value));
  return null;
}
