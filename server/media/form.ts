export type Kind = "picture" | "pdf" | "video";

/** A form that the hub can make into something for a screen. */
export type Form = "jpeg" | "png" | "gif" | "webp" | "avif" | "svg" | "pdf" | "mp4" | "webm";

/** Known by its first bytes, but not read: nothing here decodes it, or Chromium 69 does not play it. */
export type UnreadForm = "heic" | "mov" | "mkv";

const KINDS: { readonly [F in Form | UnreadForm]: Kind } = {
  jpeg: "picture",
  png: "picture",
  gif: "picture",
  webp: "picture",
  avif: "picture",
  svg: "picture",
  heic: "picture",
  pdf: "pdf",
  mp4: "video",
  webm: "video",
  mov: "video",
  mkv: "video",
};

const EXTENSIONS: Readonly<Record<string, Kind>> = {
  ...KINDS,
  jpg: "picture",
  jpe: "picture",
  heif: "picture",
  m4v: "video",
};

export function kindOf(form: Form | UnreadForm): Kind {
  return KINDS[form];
}

export function isRead(form: Form | UnreadForm): form is Form {
  return form !== "heic" && form !== "mov" && form !== "mkv";
}

/** What a file name ("timetable.PDF") or media type ("image/png") says the file is, `null` where it says nothing we know. */
export function claimedKind(claimed: string): Kind | null {
  const type = /^(image|video)\/|^application\/(pdf)(?:;|$)/.exec(claimed.toLowerCase());
  if (type) return type[1] === "image" ? "picture" : type[1] === "video" ? "video" : "pdf";
  const extension = /\.([a-z0-9]+)$/.exec(claimed.trim().toLowerCase())?.[1];
  return (extension && Object.hasOwn(EXTENSIONS, extension) && EXTENSIONS[extension]) || null;
}

/** What a file is by its own first bytes; its name and claimed type have no say. `null`: nothing we know. */
export function formOf(bytes: Uint8Array): Form | UnreadForm | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString(
    "latin1",
  );
  if (head.startsWith("\xff\xd8\xff")) return "jpeg";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) return "gif";
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return "webp";
  if (head.slice(4, 8) === "ftyp") return isoForm(head);
  if (head.startsWith("\x1a\x45\xdf\xa3")) return head.slice(0, 64).includes("webm") ? "webm" : "mkv";
  if (isSvg(head)) return "svg";
  return isPdf(head) ? "pdf" : null;
}

/** ISO base media (ISO/IEC 14496-12): the brands after `ftyp` tell films from stills. */
function isoForm(head: string): Form | UnreadForm {
  const brands = head.slice(8, 64);
  if (brands.includes("avif")) return "avif";
  if (/^(?:hei|hev|mif1|msf1)/.test(brands)) return "heic";
  return brands.startsWith("qt  ") ? "mov" : "mp4";
}

/** What may stand before the drawing: byte order mark, blanks, XML declaration, comments, document type. */
const PROLOGUE = [
  /\xef\xbb\xbf/y,
  /\s+/y,
  /<\?[^>]*>/y,
  /<!--/y,
  /<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>/iy,
] as const;
const SVG = /<(?:\w+:)?svg[\s>/]/y;

/** Piece by piece, as one expression for all of it can be made to backtrack for hours. */
function isSvg(head: string): boolean {
  let at = 0;
  for (let end: number | null = 0; end !== null; end = pieceEnd(head, at)) at = Math.max(at, end);
  SVG.lastIndex = at;
  return SVG.test(head);
}

/** Where the piece of the prologue at this place ends, `null` where none stands there. */
function pieceEnd(head: string, at: number): number | null {
  for (const piece of PROLOGUE) {
    piece.lastIndex = at;
    if (!piece.test(head)) continue;
    if (!head.startsWith("<!--", at)) return piece.lastIndex;
    const end = head.indexOf("-->", at + 4);
    return end === -1 ? null : end + 3;
  }
  return null;
}

/**
 * Readers take a PDF whose mark stands within the first 1024 bytes (ISO 32000-1, Annex H), as mail programs put
 * lines before it. A zip archive can carry that mark as well and is none.
 */
function isPdf(head: string): boolean {
  return head.slice(0, 1024).includes("%PDF-") && !head.startsWith("PK");
}
