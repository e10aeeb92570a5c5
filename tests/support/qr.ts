import jsqr from "jsqr";
import type { Locator } from "playwright";
import sharp from "sharp";

/** What a phone reads from a code on the screen, photographed as it stands there; `null` where it reads nothing. */
export async function readCode(drawn: Locator): Promise<string | null> {
  const photograph = sharp(await drawn.screenshot()).ensureAlpha();
  const { data, info } = await photograph.raw().toBuffer({ resolveWithObject: true });
  return jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null;
}
