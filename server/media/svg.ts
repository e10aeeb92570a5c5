import { done, refused, type Result } from "#shared/result.ts";

const TAG = /<([\w:.-]+)\s([^<>]*)>/g;
const REFERENCE = /(?:^|\s)(?:\w+:)?(?:href|src)\s*=\s*["']?\s*(?!#|data:)[^\s"']/i;
const STYLE = /url\(\s*["']?\s*(?!#|data:)[^\s"')]|@import/i;

/**
 * A drawing that needs anything from elsewhere is refused with `external-reference`, so that nobody gets a picture
 * with a hole in it. This is courtesy, not the guard: librsvg draws from bytes alone and fetches nothing.
 * Links to click on (`<a href>`) do no harm in a picture.
 */
export function checkSvg(bytes: Uint8Array): Result<null> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  for (const [, name, attributes] of text.matchAll(TAG)) {
    if (name !== "a" && REFERENCE.test(attributes!)) return refused("external-reference");
  }
  return STYLE.test(text) ? refused("external-reference") : done(null);
}
