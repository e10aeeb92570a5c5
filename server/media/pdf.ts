import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { done, refused, type Result } from "#shared/result.ts";
import { LIMITS } from "./limits.ts";
import { draw, type Drawing } from "./picture.ts";
import { trusted } from "./pdf-text.ts";

export type PdfFlag = "no-readable-text" | "contains-script" | "has-attachment" | "damaged-page";

export interface CleanPdf {
  readonly kind: "pdf";
  /** Upright, in order; a page that could not be read is left out and flagged `damaged-page`. */
  readonly pages: readonly Drawing[];
  readonly text: string | null;
  readonly flags: readonly PdfFlag[];
}

interface Sheet {
  readonly drawing: Drawing;
  readonly text: string;
  readonly attachment: boolean;
  readonly script: boolean;
}

const LONG_EDGE = 1600;
const HOUSE = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const folder = (name: string): string => join(HOUSE, name) + sep;

/**
 * Makes a stranger's PDF into pictures of its pages, and its text where that can be trusted. Nothing in it is run
 * or followed, and fonts come from the package itself.
 * Refuses with `not-a-pdf`, `needs-a-password`, `too-many-pages` and `damaged` (not one readable page).
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Result<CleanPdf>> {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: folder("cmaps"),
    standardFontDataUrl: folder("standard_fonts"),
    wasmUrl: folder("wasm"),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    maxImageSize: LIMITS.pixels,
    verbosity: 0,
  });
  try {
    const pdf = await loading.promise;
    if (pdf.numPages > LIMITS.pages)
      return refused("too-many-pages", { most: LIMITS.pages, has: pdf.numPages });
    return await clean(pdf, bytes);
  } catch (error) {
    return refused((error as Error).name === "PasswordException" ? "needs-a-password" : "not-a-pdf");
  } finally {
    await loading.destroy();
  }
}

async function clean(pdf: PDFDocumentProxy, bytes: Uint8Array): Promise<Result<CleanPdf>> {
  const sheets: Sheet[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const sheet = await readSheet(pdf, number);
    if (sheet) sheets.push(sheet);
  }
  if (sheets.length === 0) return refused("damaged");
  const text = trusted(sheets.map((sheet) => sheet.text).join("\n\n"));
  const found: Record<PdfFlag, boolean> = {
    "no-readable-text": text === null,
    "contains-script":
      (await holds(pdf.getJSActions())) ||
      sheets.some((sheet) => sheet.script) ||
      names(bytes, "JavaScript", "Launch"),
    "has-attachment":
      (await holds(pdf.getAttachments())) ||
      sheets.some((sheet) => sheet.attachment) ||
      names(bytes, "EmbeddedFile"),
    "damaged-page": sheets.length < pdf.numPages,
  };
  const flags = (Object.keys(found) as PdfFlag[]).filter((flag) => found[flag]);
  return done({ kind: "pdf", pages: sheets.map((sheet) => sheet.drawing), text, flags });
}

async function readSheet(pdf: PDFDocumentProxy, number: number): Promise<Sheet | null> {
  try {
    const page = await pdf.getPage(number);
    const notes: readonly { subtype?: string; actions?: object }[] = await page.getAnnotations();
    const sheet = {
      drawing: await drawPage(page),
      text: await textOf(page),
      attachment: notes.some((note) => note.subtype === "FileAttachment"),
      script: (await holds(page.getJSActions())) || notes.some((note) => note.actions),
    };
    page.cleanup();
    return sheet;
  } catch {
    return null;
  }
}

async function drawPage(page: PDFPageProxy): Promise<Drawing> {
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: LONG_EDGE / Math.max(natural.width, natural.height) });
  const width = Math.max(1, Math.round(viewport.width));
  const height = Math.max(1, Math.round(viewport.height));
  const canvas = createCanvas(width, height);
  // The package's types know only the browser's canvas; under Node it draws on this very one.
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
  // A copy: `data()` is the canvas's own memory, which goes with the canvas while the picture is still being drawn.
  return draw({ data: Buffer.from(canvas.data()), raw: { width, height, channels: 4 } }, width);
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
}

async function holds(found: Promise<object | null>): Promise<boolean> {
  return Object.keys((await found) ?? {}).length > 0;
}

/** Whether the file names this thing outside compressed streams, so that one in an odd corner is seen as well. */
function names(bytes: Uint8Array, ...words: readonly string[]): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return words.some((word) => file.includes(`/${word}`));
}
