/** Pages of GOV.UK as its content API gives them (`https://www.gov.uk/api/content/…`): answers, guides, detailed guides. */
import type { ReadLeaflet, ReadLeafletPart } from "#shared/leaflets/read.ts";
import { readingAt } from "#shared/london.ts";
import { done, refused, type Result } from "#shared/result.ts";
import { cleanedHtml } from "./html.ts";
import { toMarkdown } from "./toMarkdown.ts";

const SITE = "https://www.gov.uk";

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;

/** The content that this text holds; `null` where it is something else. */
export function govukContent(source: string): Json | null {
  try {
    const value: unknown = JSON.parse(source.replace(/^\uFEFF/, ""));
    const named = isObject(value) && text(value["schema_name"] ?? value["document_type"]) !== null;
    return named && (isObject(value["details"]) || isObject(value["withdrawn_notice"])) ? value : null;
  } catch {
    return null;
  }
}

/** Refused: `withdrawn` (the page is gone, and nothing of it is left), `no-readable-text`. */
export function readGovuk(content: Json): Result<ReadLeaflet> {
  const schema = text(content["schema_name"]) ?? "";
  const title = text(content["title"]);
  if (/^(?:gone|vanish|redirect)$/.test(schema)) return refused("withdrawn");
  const details = isObject(content["details"]) ? content["details"] : {};
  const withdrawn =
    isObject(content["withdrawn_notice"]) && Object.keys(content["withdrawn_notice"]).length > 0;
  const cleanedParts = partsOf(details).map(({ heading, body }) => ({ heading, ...cleanedHtml(body, SITE) }));
  const parts: ReadLeafletPart[] = cleanedParts.filter(({ html }) => html !== "").map(({ heading, html }) => ({ title: heading, html })); // prettier-ignore
  if (title === null || (parts.length === 0 && !withdrawn)) return refused("no-readable-text");
  const changed = Date.parse(text(content["public_updated_at"]) ?? text(content["updated_at"]) ?? "");
  const day = Number.isNaN(changed) ? null : readingAt(changed).day;
  return done({
    title: title.slice(0, 300),
    language: text(content["locale"]),
    version: day,
    reviewed: day,
    reviewBy: null,
    translationOf: originalOf(content),
    parts,
    pages: null,
    withdrawn,
    flags: cleanedParts.some(({ hadScript }) => hadScript) ? ["contains-script"] : [],
    reference: text(content["content_id"]) ?? text(content["base_path"]) ?? title,
    summary: text(content["description"])?.slice(0, 500) ?? null,
    topics: [],
    doubts: [],
    text: parts.map((part) => [part.title ? `## ${part.title}` : "", toMarkdown(part.html)].filter(Boolean).join("\n\n")).join("\n\n") || null, // prettier-ignore
  });
}

interface RawPart {
  readonly heading: string | null;
  readonly body: string;
}

/** A guide's chapters, else the one text of a page, in whichever field its schema has it. */
function partsOf(details: Json): readonly RawPart[] {
  const chapters = Array.isArray(details["parts"]) ? details["parts"].filter(isObject) : [];
  const summary = bodyOf(details["summary"]);
  const before = summary !== null && chapters.length > 0 ? [{ heading: null, body: summary }] : [];
  if (chapters.length > 0) {
    return [
      ...before,
      ...chapters
        .slice(0, 100)
        .map((part) => ({ heading: text(part["title"]), body: bodyOf(part["body"]) ?? "" })),
    ];
  }
  const steps = isObject(details["step_by_step_nav"]) ? stepsOf(details["step_by_step_nav"]) : [];
  if (steps.length > 0) return steps;
  const fields = ["licence_overview", "introductory_paragraph", "introduction", "start_button_text_preamble", "body", "need_to_know", "more_information", "what_you_need_to_know", "other_ways_to_apply"]; // prettier-ignore
  const bodies = fields.map((field) => bodyOf(details[field])).filter((body) => body !== null);
  const documents = Array.isArray(details["documents"])
    ? details["documents"].filter((one) => typeof one === "string")
    : [];
  const all = bodies.length > 0 ? bodies : documents;
  return all.length > 0 ? [{ heading: null, body: all.join("\n") }] : [];
}

/** "Step by step": each step says in words and in lists of links what to do. */
function stepsOf(nav: Json): readonly RawPart[] {
  const objects = (value: unknown) => (Array.isArray(value) ? value.filter(isObject).slice(0, 100) : []);
  const escaped = (value: unknown) =>
    (text(value) ?? "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  const entry = (one: Json) =>
    text(one["href"]) ? `<a href="${escaped(one["href"])}">${escaped(one["text"])}</a>` : escaped(one["text"]);
  const content = (one: Json) =>
    Array.isArray(one["contents"])
      ? `<ul>${objects(one["contents"]).map((item) => `<li>${entry(item)}</li>`).join("")}</ul>`
      : `<p>${entry(one)}</p>`;
  const introduction = bodyOf(nav["introduction"]);
  return [
    ...(introduction === null ? [] : [{ heading: null, body: introduction }]),
    ...objects(nav["steps"]).map((step) => ({ heading: text(step["title"]), body: objects(step["contents"]).map(content).join("") })),
  ];
} // prettier-ignore

/** HTML, or several renderings of it. */
function bodyOf(value: unknown): string | null {
  if (!Array.isArray(value)) return text(value);
  const html =
    value.filter(isObject).find((one) => one["content_type"] === "text/html") ?? value.find(isObject);
  return html ? text(html["content"]) : null;
}

/** A page in another language names the English one among its translations. */
function originalOf(content: Json): string | null {
  if (content["locale"] === "en") return null;
  const links = isObject(content["links"]) ? content["links"] : {};
  const others = Array.isArray(links["available_translations"])
    ? links["available_translations"].filter(isObject)
    : [];
  const english = others.find((one) => one["locale"] === "en");
  return english ? (text(english["base_path"]) ?? text(english["content_id"])) : null;
}
