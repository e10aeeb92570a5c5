/** Reads a backup's file line by line, however large it is. */
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { Line } from "./backup.ts";

/** The largest film in base64, and room to spare: what is longer was not written by us. */
const LONGEST = 128 * 1024 * 1024;

/** Throws what reading, unzipping and parsing throw. */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  source.once("error", (error) => unzipped.destroy(error));
  let parts: string[] = [];
  let length = 0;
  for await (const chunk of source.pipe(unzipped).setEncoding("utf8") as AsyncIterable<string>) {
    const [end = "", ...begun] = chunk.split("\n");
    parts.push(end);
    length += end.length;
    for (const next of begun) {
      yield read(parts.join(""));
      parts = [next];
      length = next.length;
    }
    if (length > LONGEST) throw new Error("a line is too long");
  }
  if (length > 0) yield read(parts.join(""));
}

function read(text: string): Line {
  const line: unknown = JSON.parse(text);
  if (typeof line !== "object" || line === null) throw new Error("a line is no object");
  return line as Line;
}
