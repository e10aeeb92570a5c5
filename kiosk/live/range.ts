/** Parts of a kept file: Chromium plays a video only from a source that answers range requests. */

/**
 * The answer to a request with this Range header (RFC 9110, section 14) from a whole response: 206
 * with the part, 416 where it lies outside. A header that asks for several parts or makes no sense
 * is ignored, as the RFC allows: the whole is returned.
 */
export async function partOf(whole: Response, range: string | null): Promise<Response> {
  const asked = /^bytes=(\d*)-(\d*)$/.exec((range ?? "").trim());
  if (!asked || (!asked[1] && !asked[2])) return whole;
  const blob = await whole.blob();
  const [first, last] = bounds(asked[1] ?? "", asked[2] ?? "", blob.size);
  const headers = new Headers(whole.headers);
  if (first > last) {
    headers.set("content-range", `bytes */${blob.size}`);
    headers.set("content-length", "0");
    return new Response(null, { status: 416, headers });
  }
  headers.set("content-range", `bytes ${first}-${last}/${blob.size}`);
  headers.set("content-length", String(last - first + 1));
  return new Response(blob.slice(first, last + 1), { status: 206, headers });
}

/** First and last byte, both inclusive; "-N" means the last N. */
function bounds(first: string, last: string, size: number): [number, number] {
  if (first === "") return [Math.max(0, size - Number(last)), Number(last) === 0 ? -1 : size - 1];
  return [Number(first), last === "" ? size - 1 : Math.min(Number(last), size - 1)];
}
