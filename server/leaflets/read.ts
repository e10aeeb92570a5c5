/** Reads a leaflet of any form: Markdown, a page of GOV.UK, a PDF. */
import { LANGUAGES } from "#shared/languages.ts";
import type { ReadLeaflet, ReadLeafletFlag, ReadLeafletPart } from "#shared/leaflets/read.ts";
import { readingAt } from "#shared/london.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Decoder } from "#server/media/decoder.ts";
import { govukContent, readGovuk } from "./govuk.ts";
import { cleanedHtml } from "./html.ts";
import { readLeafletFile } from "./markdown.ts";
import { toMarkdown } from "./toMarkdown.ts";

export const LEAFLET_FORMATS = ["markdown", "govuk", "pdf"] as const;
export type LeafletFormat = (typeof LEAFLET_FORMATS)[number];

export interface LeafletSource {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The bytes decoded. */
  readonly text: string;
}

/** The form of leaflet that a file has by its first bytes and its name; `null` where it is none. */
export function leafletFormat({ name, bytes, text }: LeafletSource): LeafletFormat | null {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (start.includes("%PDF-") || /\.pdf$/i.test(name)) return "pdf";
  if (/^\s*\{/.test(text)) return govukContent(text) ? "govuk" : null;
  return /\.(?:md|markdown)$/i.test(name) ? "markdown" : null;
}

/**
 * Refused: `not-a-pdf`, `needs-a-password`, `too-many-pages`, `damaged` and what else the decoder refuses;
 * `no-readable-text`, `too-large`, `withdrawn`.
 */
export async function readLeaflet(
  file: LeafletSource,
  format: LeafletFormat,
  now: number,
  decoder: Pick<Decoder, "decode">,
): Promise<Result<ReadLeaflet>> {
  const read = await readAs(file, format, now, decoder);
  if (!read.ok) return read;
  const { language, flags } = read.value;
  const spoken =
    language === null || LANGUAGES.some((one) => one === language.toLowerCase().split(/[-_]/)[0]);
  return spoken ? read : done({ ...read.value, flags: [...flags, "other-language"] });
}

/** Where nobody says in which language it is, its own words may tell. */
export function withLanguage(read: ReadLeaflet, tell: (text: string) => string | null): ReadLeaflet {
  return read.language === null && read.text !== null ? { ...read, language: tell(read.text) } : read;
}

function readAs(
  file: LeafletSource,
  format: LeafletFormat,
  now: number,
  decoder: Pick<Decoder, "decode">,
): Promise<Result<ReadLeaflet>> | Result<ReadLeaflet> {
  if (format === "pdf") return readPdf(file, decoder);
  if (format === "markdown") return readMarkdown(file, now);
  const content = govukContent(file.text);
  return content ? readGovuk(content) : refused("no-readable-text");
}

function readMarkdown({ name, text }: LeafletSource, now: number): Result<ReadLeaflet> {
  const read = readLeafletFile(text, readingAt(now).day);
  if (!read.ok) return read;
  const { title, edition, reviewed, reviewBy, translationOf, html, flags, summary, topics } = read.value;
  return done({
    title,
    language: read.value.saidLanguage,
    version: edition,
    reviewed,
    reviewBy,
    translationOf,
    parts: [{ title: null, html }],
    pages: null,
    withdrawn: false,
    flags,
    reference: translationOf ?? stem(name),
    summary,
    topics,
    text: read.value.text,
    doubts: read.value.doubts,
  });
}

/** Its pages become pictures when it is taken in; its text only where it can be trusted. */
async function readPdf(
  { name, bytes }: LeafletSource,
  decoder: Pick<Decoder, "decode">,
): Promise<Result<ReadLeaflet>> {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (!start.includes("%PDF-")) return refused("not-a-pdf");
  const decoded = await decoder.decode({ form: "pdf", bytes });
  if (!decoded.ok) return decoded;
  if (decoded.value.kind !== "pdf") return refused("not-a-pdf");
  const { pages, text, flags } = decoded.value;
  const parts: ReadLeafletPart[] = text === null ? [] : [{ title: null, html: paragraphs(text) }];
  return done({
    title: titleIn(text) ?? stem(name).replaceAll(/[-_]+/g, " "),
    language: null,
    version: null,
    reviewed: null,
    reviewBy: null,
    translationOf: null,
    parts,
    pages: pages.length,
    withdrawn: false,
    flags: flags satisfies readonly ReadLeafletFlag[],
    reference: stem(name),
    summary: null,
    topics: [],
    text: parts.map(({ html }) => toMarkdown(html)).join("\n\n") || null,
    doubts: [],
  });
}

function titleIn(text: string | null): string | null {
  return text?.split("\n").map((line) => line.trim()).find((line) => line.length > 2)?.slice(0, 120) ?? null; // prettier-ignore
}

function paragraphs(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const parts = escaped.split(/\n\s*\n/).map((part) => `<p>${part.trim().replaceAll("\n", "<br />")}</p>`);
  return cleanedHtml(parts.join("")).html;
}

/** A file's name without folder and ending, the language at its end left out: "childcare-costs-cy.md". */
function stem(name: string): string {
  const bare = name.replace(/^.*[\\/]/, "").replace(/\.\w{1,8}$/, "").replace(/[-_.](?:en|cy|pl|ro|ur|pa|bn|ar)$/i, ""); // prettier-ignore
  return bare || "leaflet";
}
