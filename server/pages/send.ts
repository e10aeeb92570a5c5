/** How a text goes out: packed as the browser likes it, with an ETag (Express adds it), HEAD included. */
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Request, Response } from "express";

/** Good enough for text of some kilobytes, and quick: under a millisecond for a page. */
const QUALITY = 5;

export function sendPacked(request: Request, response: Response, text: string): Response {
  response.vary("Accept-Encoding");
  const encoding = request.acceptsEncodings("br", "gzip", "identity");
  if (encoding !== "br" && encoding !== "gzip") return response.send(text);
  response.set("Content-Encoding", encoding);
  return response.send(encoding === "br" ? brotli(text) : gzipSync(text));
}

function brotli(text: string): Buffer {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
}
