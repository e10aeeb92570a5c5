import sharp from "sharp";
import { done, refused, type Result } from "#shared/result.ts";
import { LIMITS } from "./limits.ts";

/** A picture as screens get it: WebP, which Chromium 69 reads. */
export interface Drawing {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface CleanPicture {
  readonly kind: "picture";
  readonly picture: Drawing;
  readonly thumbnail: Drawing;
}

interface Pixels {
  readonly data: Buffer;
  readonly raw: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };
}

/** The long edge of a board: more would be stored and sent but not seen. */
const LONG_EDGE = 1920;
const THUMBNAIL_WIDTH = 480;
const SVG_DENSITY = 72;

sharp.cache(false);
sharp.concurrency(1);

/**
 * Makes a stranger's picture into pixels of our own: upright, at most 1920 on the long edge, without a word of what
 * the camera wrote into it (place, time, owner). An animation becomes its first frame.
 * Refuses with `damaged` and `too-many-pixels`.
 */
export async function cleanPicture(bytes: Uint8Array, form: string): Promise<Result<CleanPicture>> {
  try {
    const density = form === "svg" ? await densityFor(bytes) : SVG_DENSITY;
    const pixels = await decode(bytes, density);
    if (!pixels.ok) return pixels;
    const picture = await draw(pixels.value, LONG_EDGE);
    return done({ kind: "picture", picture, thumbnail: await draw(pixels.value, THUMBNAIL_WIDTH) });
  } catch {
    return refused("damaged");
  }
}

async function decode(bytes: Uint8Array, density: number): Promise<Result<Pixels>> {
  // The limit is checked on the header, before a pixel is decoded: a small file can claim a gigantic picture.
  const { width, height } = await sharp(bytes, { density, limitInputPixels: false }).metadata();
  const has = width * height;
  if (has > LIMITS.pixels) return refused("too-many-pixels", { most: LIMITS.pixels, has });
  const { data, info } = await sharp(bytes, { density, limitInputPixels: LIMITS.pixels, failOn: "error" })
    .autoOrient()
    .resize(LONG_EDGE, LONG_EDGE, { fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return done({ data, raw: { width: info.width, height: info.height, channels: info.channels } });
}

/** A drawing has no pixels of its own: it is drawn as large as a board can show it. */
async function densityFor(bytes: Uint8Array): Promise<number> {
  const { width, height } = await sharp(bytes, { density: SVG_DENSITY, limitInputPixels: false }).metadata();
  const density = (SVG_DENSITY * LONG_EDGE) / Math.max(width, height);
  return Math.min(Math.max(density, 1), 100_000);
}

/** WebP no wider than asked for, and never larger than the pixels given. */
export async function draw({ data, raw }: Pixels, widest: number): Promise<Drawing> {
  const { data: webp, info } = await sharp(data, { raw })
    .resize({ width: widest, withoutEnlargement: true })
    .webp({ quality: 80, effort: 2 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: webp, width: info.width, height: info.height };
}
