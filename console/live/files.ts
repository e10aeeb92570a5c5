/** Hands files to the hub: a picture, a leaflet's PDF, a short film. */
import { refused, type Result } from "#shared/result.ts";
import type { Media } from "#shared/schema.ts";
import { MOST_BYTES } from "#shared/files.ts";

export type File_ = Omit<Media, "alt">;

/** What the hub has made of a file. */
export type Kept =
  | { readonly kind: "picture"; readonly picture: File_; readonly thumbnail: File_ }
  | { readonly kind: "video"; readonly video: File_; readonly seconds: number }
  | {
      readonly kind: "pdf";
      readonly pdf: File_ | null;
      readonly pages: readonly File_[];
      readonly text: string | null;
      readonly flags: readonly string[];
    };

/** Refused with `too-large` before a byte is sent; else as the hub does, or `hub-away`. `progress`: 0 to 1. */
export function handIn(file: File, progress: (part: number) => void): Promise<Result<Kept>> {
  if (file.size > MOST_BYTES) return Promise.resolve(refused("too-large", { most: MOST_BYTES }));
  return new Promise((settle) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/media?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      progress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener("load", () => settle(read(request.responseText)));
    request.addEventListener("error", () => settle(refused("hub-away")));
    request.send(file);
  });
}

function read(text: string): Result<Kept> {
  try {
    return JSON.parse(text) as Result<Kept>;
  } catch {
    return refused("broken");
  }
}

/** A file as an item names it. */
export function mediaOf({ id, kind, width, height }: File_): Media {
  return { id, kind, width, height, alt: null };
}
