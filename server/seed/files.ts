/** Keeps the demo's pictures, films and PDFs in the media store; one kept before is not decoded again. */
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Media as MediaRef } from "#shared/schema.ts";
import type { Kept, Media, MediaFile } from "#server/media/media.ts";
import type { FileToKeep } from "./items.ts";

/** `null` stands for a file that is not kept yet. */
export interface KeptFiles {
  picture(file: FileToKeep | null): Promise<MediaRef | null>;
  video(file: FileToKeep | null): Promise<MediaRef | null>;
  pdf(file: FileToKeep): Promise<{ readonly file: MediaRef; readonly pages: MediaRef[] } | null>;
  /** Remembers what was kept, for the next start. */
  remember(): Promise<void>;
}

/** Decoding takes seconds on a small machine; where `decode` is false only what an earlier start kept is there. */
export async function openKeptFiles(media: Media, memory: string, decode: boolean): Promise<KeptFiles> {
  const known = new Map<string, Kept>(await recall(memory));

  async function keep(file: FileToKeep): Promise<Kept | null> {
    const bytes = await readFile(file.path);
    const hash = createHash("sha256").update(bytes).digest("base64url");
    const before = known.get(hash);
    if (before || !decode) return before ?? null;
    const kept = await media.keep(bytes, path.basename(file.path));
    if (!kept.ok) throw new Error(`${file.path}: ${kept.refusal.code}`);
    known.set(hash, kept.value);
    return kept.value;
  }

  return {
    async picture(file) {
      if (!file) return null;
      const kept = await keep(file);
      if (!kept) return null;
      return kept.kind === "picture" ? reference(kept.picture, file) : wrongKind(file);
    },
    async video(file) {
      if (!file) return null;
      const kept = await keep(file);
      if (!kept) return null;
      return kept.kind === "video" ? reference(kept.video, file) : wrongKind(file);
    },
    async pdf(file) {
      const kept = await keep(file);
      if (!kept) return null;
      if (kept.kind !== "pdf" || !kept.pdf) return wrongKind(file);
      return { file: reference(kept.pdf, file), pages: kept.pages.map((page) => reference(page, file)) };
    },
    remember: () => writeFile(memory, JSON.stringify([...known])),
  };
}

function reference(file: MediaFile, { alt }: FileToKeep): MediaRef {
  return { id: file.id, kind: file.kind, width: file.width, height: file.height, alt };
}

function wrongKind(file: FileToKeep): never {
  throw new Error(`${file.path} is of another kind than its record says`);
}

/** What an earlier start kept; nothing where there is no memory, or none that can be read. */
async function recall(memory: string): Promise<[string, Kept][]> {
  try {
    return JSON.parse(await readFile(memory, "utf8")) as [string, Kept][];
  } catch {
    return [];
  }
}
