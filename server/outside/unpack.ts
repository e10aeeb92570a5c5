/** A body from outside: unpacked as it comes, and never more of it than was asked for. */
import { type Readable, Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { refused } from "#shared/result.ts";
import { Refused } from "./connect.ts";

const UNPACKERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** More layers than any server has reason for multiply what a small file can become. */
const MOST_LAYERS = 2;

/**
 * The whole body, unpacked. Refused (thrown): `answer-too-large`, packed or not, and `badly-packed`.
 * What is too large is given up at that moment, so that a bomb of a few kilobytes costs no more than `most`.
 */
export async function readBody(
  body: Readable,
  packing: string | undefined,
  most: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const layers = (packing ?? "").toLowerCase().split(",").map((name) => name.trim()).filter((name) => name !== "" && name !== "identity"); // prettier-ignore
  if (layers.length > MOST_LAYERS || layers.some((name) => !Object.hasOwn(UNPACKERS, name))) {
    throw new Refused(refused("badly-packed", { packing }).refusal);
  }
  const parts: Buffer[] = [];
  const gather = new Writable({
    write(part: Buffer, _encoding, next) {
      parts.push(part);
      next();
    },
  });
  const unpackers = layers.toReversed().map((name) => UNPACKERS[name]!());
  const steps = [body, limited(most), ...unpackers, limited(most), gather];
  await pipeline(steps as unknown as NodeJS.ReadWriteStream[], { signal });
  return Buffer.concat(parts);
}

function limited(most: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(part: Buffer, _encoding, next) {
      bytes += part.length;
      if (bytes > most) next(new Refused(refused("answer-too-large", { most }).refusal));
      else next(null, part);
    },
  });
}
