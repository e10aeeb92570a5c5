import { done, refused, type Result } from "#shared/result.ts";
import { startDecoder, type Cleaned, type Decoder } from "./decoder.ts";
import { claimedKind, formOf, isRead, kindOf, type Form } from "./form.ts";
import { LIMITS, type Bounds } from "./limits.ts";
import type { CleanPdf, PdfFlag } from "./pdf.ts";
import type { Drawing } from "./picture.ts";
import { openStore, type Extension, type Store } from "./store.ts";
import type { VideoFlag } from "./video.ts";

/** A file in the store. Its id is the hash of its bytes, so what an address shows never changes. */
export interface MediaFile {
  readonly id: string;
  readonly kind: "picture" | "page" | "video" | "pdf";
  readonly type: "image/webp" | "application/pdf" | "video/mp4" | "video/webm";
  readonly bytes: number;
  /** Pixels as shown; `null` for a PDF. */
  readonly width: number | null;
  readonly height: number | null;
}

export type Kept =
  | { readonly kind: "picture"; readonly picture: MediaFile; readonly thumbnail: MediaFile }
  | {
      readonly kind: "video";
      readonly video: MediaFile;
      readonly seconds: number;
      readonly flags: readonly VideoFlag[];
    }
  | {
      readonly kind: "pdf";
      /** The file itself; `null` where it carries a script or an attachment, which is never handed on. */
      readonly pdf: MediaFile | null;
      readonly pages: readonly MediaFile[];
      readonly text: string | null;
      readonly flags: readonly PdfFlag[];
    };

export interface Media {
  /**
   * Cleans a stranger's file and keeps what screens need of it, all or nothing. `claimed` is its name or media
   * type: it decides nothing, but a file that is of another kind than it claims is refused.
   * Refuses with `too-large`, `kind-mismatch`, `not-a-picture`, `not-a-pdf`, `not-a-video`, `unknown-kind`,
   * `form-not-read`, `disk-full`, and as `cleanPicture`, `checkSvg`, `cleanPdf`, `cleanVideo` and `Decoder` say.
   */
  keep(bytes: Uint8Array, claimed?: string): Promise<Result<Kept>>;
  path: Store["path"];
  read: Store["read"];
  stop(): Promise<void>;
}

/** The hub's door for pictures, PDFs and short films, and the folder in which they lie. */
export async function openMedia(folder: string, limits: Bounds = LIMITS): Promise<Media> {
  const store = await openStore(folder);
  const decoder = startDecoder(limits);
  return {
    keep: (bytes, claimed) => keep({ store, decoder, limits }, bytes, claimed),
    path: store.path,
    read: store.read,
    stop: decoder.stop,
  };
}

interface Parts {
  readonly store: Store;
  readonly decoder: Decoder;
  readonly limits: Bounds;
}

async function keep(parts: Parts, bytes: Uint8Array, claimed = ""): Promise<Result<Kept>> {
  if (bytes.byteLength > parts.limits.fileBytes)
    return refused("too-large", { most: parts.limits.fileBytes });
  const form = recognise(bytes, claimed);
  if (!form.ok) return form;
  const cleaned = await parts.decoder.decode({ form: form.value, bytes });
  if (!cleaned.ok) return cleaned;
  return keepCleaned(parts.store, cleaned.value, bytes, form.value);
}

function recognise(bytes: Uint8Array, claimed: string): Result<Form> {
  const claim = claimedKind(claimed);
  const form = formOf(bytes);
  if (form === null) return refused(claim ? `not-a-${claim}` : "unknown-kind");
  if (claim && claim !== kindOf(form))
    return refused("kind-mismatch", { claimed: claim, found: kindOf(form) });
  return isRead(form) ? done(form) : refused("form-not-read", { form });
}

async function keepCleaned(
  store: Store,
  cleaned: Cleaned,
  bytes: Uint8Array,
  form: Form,
): Promise<Result<Kept>> {
  switch (cleaned.kind) {
    case "picture": {
      const files = await keepFiles(store, [
        drawn("picture", cleaned.picture),
        drawn("picture", cleaned.thumbnail),
      ]);
      return files.ok
        ? done({ kind: "picture", picture: files.value[0]!, thumbnail: files.value[1]! })
        : files;
    }
    case "video": {
      const { width, height, seconds, flags } = cleaned;
      const extension = form === "webm" ? "webm" : "mp4";
      const files = await keepFiles(store, [{ kind: "video", extension, bytes, width, height }]);
      return files.ok ? done({ kind: "video", video: files.value[0]!, seconds, flags }) : files;
    }
    case "pdf":
      return keepPdf(store, cleaned, bytes);
  }
}

async function keepPdf(
  store: Store,
  { pages, text, flags }: CleanPdf,
  bytes: Uint8Array,
): Promise<Result<Kept>> {
  const isSafe = !flags.includes("contains-script") && !flags.includes("has-attachment");
  const drawings = pages.map((page) => drawn("page", page));
  const original: File = { kind: "pdf", extension: "pdf", bytes, width: null, height: null };
  const files = await keepFiles(store, isSafe ? [...drawings, original] : drawings);
  if (!files.ok) return files;
  const pdf = files.value[pages.length] ?? null;
  return done({ kind: "pdf", pdf, pages: files.value.slice(0, pages.length), text, flags });
}

interface File {
  readonly kind: MediaFile["kind"];
  readonly extension: Extension;
  readonly bytes: Uint8Array;
  readonly width: number | null;
  readonly height: number | null;
}

function drawn(kind: "picture" | "page", drawing: Drawing): File {
  return { kind, extension: "webp", ...drawing };
}

const TYPES = { webp: "image/webp", pdf: "application/pdf", mp4: "video/mp4", webm: "video/webm" } as const;

async function keepFiles(store: Store, files: readonly File[]): Promise<Result<readonly MediaFile[]>> {
  const ids = await store.keep(files);
  if (!ids.ok) return ids;
  const describe = ({ kind, extension, bytes, width, height }: File, place: number): MediaFile => {
    return { id: ids.value[place]!, kind, type: TYPES[extension], bytes: bytes.byteLength, width, height };
  };
  return done(files.map(describe));
}
