/**
 * Where each postcode lies, where somebody has put Code-Point Open (Ordnance Survey, Open Government Licence) into
 * the data folder: 1.7 million of them in one file of 27 MB, searched where it lies.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fromGrid, type Point } from "./osgb.ts";

export const POSTCODES_FILE = "postcodes.bin";

/** A postcode in seven letters and digits, then latitude and longitude in hundred-thousandths of a degree. */
const KEY = 8;
const ROW = KEY + 8;

/** No point is known: the middle of a district, or nothing at all (its quality indicator, Code-Point Open user guide). */
const NO_POINT = 90;

export interface Placed extends Point {
  readonly postcode: string;
}

/** One of its files, without a header: postcode, quality, easting, northing, and what is not needed here. */
export function readCodePoint(text: string): readonly Placed[] {
  const placed: Placed[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [postcode = "", quality, east, north] = line.replaceAll('"', "").split(",");
    const key = compact(postcode);
    const [e, n] = [Number(east), Number(north)];
    if (!/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(key)) continue;
    if (!(e > 0 && e < 700_000 && n > 0 && n < 1_300_000) || Number(quality) >= NO_POINT) continue;
    placed.push({ postcode: key, ...fromGrid(e, n) });
  }
  return placed;
}

/** All of them as one file, in order. */
export function packPostcodes(all: readonly Placed[]): Buffer {
  const byKey = [...new Map(all.map((one) => [one.postcode, one])).values()];
  const sorted = byKey.toSorted((a, b) => (a.postcode < b.postcode ? -1 : 1));
  const packed = Buffer.alloc(sorted.length * ROW, " ");
  for (const [index, { postcode, lat, lon }] of sorted.entries()) {
    packed.write(postcode, index * ROW, "latin1");
    packed.writeInt32BE(Math.round(lat * 1e5), index * ROW + KEY);
    packed.writeInt32BE(Math.round(lon * 1e5), index * ROW + KEY + 4);
  }
  return packed;
}

export type FindPoint = (postcode: string) => Point | null;

/** Looks postcodes up in a packed file; `null` where it is none. */
export function openPostcodes(packed: Buffer): FindPoint | null {
  if (packed.length === 0 || packed.length % ROW !== 0) return null;
  return (postcode) => {
    const key = compact(postcode).padEnd(KEY);
    let [low, high] = [0, packed.length / ROW - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = packed.toString("latin1", middle * ROW, middle * ROW + KEY);
      if (found === key) return pointAt(packed, middle * ROW + KEY);
      if (found < key) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  };
}

function pointAt(packed: Buffer, at: number): Point {
  return { lat: packed.readInt32BE(at) / 1e5, lon: packed.readInt32BE(at + 4) / 1e5 };
}

/** Of a data folder; `null` where nobody has put any there. */
export function postcodesIn(folder: string): FindPoint | null {
  const file = path.join(folder, POSTCODES_FILE);
  return existsSync(file) ? openPostcodes(readFileSync(file)) : null;
}

function compact(postcode: string): string {
  return postcode.replace(/\s/g, "").toUpperCase();
}
