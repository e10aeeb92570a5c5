import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { leafletFormat, readLeaflet } from "#server/leaflets/read.ts";
import { decodeText } from "#server/sources/decode.ts";
import { readFile } from "#server/sources/readfile.ts";

export interface Sample {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every sample that is text and no larger than a feed's page: what is larger is mutated too rarely to matter. */
export function textSamples(): readonly Sample[] {
  const folder = join(import.meta.dirname, "..", "samples");
  const names = ["api", "csv", "feeds", "ics", "jobposting", "leaflets", "oruk"].flatMap((part) =>
    readdirSync(join(folder, part)).map((file) => join(part, file)),
  );
  const all = names
    .filter((name) => !name.endsWith(".pdf"))
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  return all.filter(({ bytes }) => bytes.length <= 50_000);
}

/** Mulberry32: the same seed, the same mutations, so that a failure can be had again. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const TOKENS = [
  '"', "'", ",", ";", ":", "\n", "\r\n ", "\t", "{", "}", "[", "]", "<", ">", "</", "<!--", "]]>", "&", "&amp;amp;", "&#x110000;", "\\", "\\n", "\0", "\ufeff", "\u202e",
  "=", "RRULE:FREQ=DAILY;BYDAY=1MO", "RRULE:FREQ=SECONDLY", ";INTERVAL=0", ";COUNT=999999999", ";BYSETPOS=-366", "DTSTART:00000000T999999Z", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE",
  "-1", "1e309", "99999999999999999999", "9999-12-31", "0000-00-00", "NaN", "null", "__proto__", "constructor", "£", "é", "\xff", "سلام", "<![CDATA[", "<!ENTITY a \"&a;&a;\">", "---\n", "P9999W", "T24:60", "[[[[[[[[[[[[[[[[", "{\"a\":",
]; // prettier-ignore

/** What a pattern that tries every way of parting a text would choke on. */
const LONGEST_RUN = 20_000;
const FEW = [" ", "\n", "\t ", "<td>", "<b>", "a ", "1", "(", "9am ", "£1 ", "&amp;", "\\", '"', ",", "- "];

/** One to five cuts, doublings, flips, insertions, grafts from another sample, or long runs of the same few signs. */
export function mutate(
  { bytes }: Sample,
  samples: readonly Sample[],
  below: (most: number) => number,
): Buffer {
  let mutant = Buffer.from(bytes);
  for (let left = 1 + below(5); left > 0; left -= 1) {
    const at = below(mutant.length + 1);
    const some = mutant.subarray(at, at + 1 + below(200));
    const kind = below(7);
    if (kind === 0) mutant = Buffer.concat([mutant.subarray(0, at), mutant.subarray(at + some.length)]);
    else if (kind === 1) mutant = Buffer.concat([mutant.subarray(0, at), some, some, mutant.subarray(at)]);
    else if (kind === 2 && mutant.length > 0) mutant[Math.min(at, mutant.length - 1)] = below(256);
    else if (kind === 3)
      mutant = Buffer.concat([
        mutant.subarray(0, at),
        Buffer.from(TOKENS[below(TOKENS.length)]!),
        mutant.subarray(at),
      ]);
    else if (kind === 4) {
      const other = samples[below(samples.length)]!.bytes;
      const from = below(other.length + 1);
      mutant = Buffer.concat([
        mutant.subarray(0, at),
        other.subarray(from, from + below(500)),
        mutant.subarray(at),
      ]);
    } else if (kind === 5) {
      const few = below(2) === 0 ? Buffer.from(FEW[below(FEW.length)]!) : some.subarray(0, 1 + below(12));
      const run = Buffer.alloc(below(LONGEST_RUN), few.length > 0 ? few : " ");
      mutant = Buffer.concat([mutant.subarray(0, at), run, mutant.subarray(at)]);
    } else mutant = mutant.subarray(0, Math.max(1, at));
  }
  return mutant;
}

const NOW = Date.parse("2026-11-27T09:00:00Z");
const noDecoder = { decode: () => Promise.reject(new Error("no PDF among these")) };

/** What went wrong in reading it, `null` if nothing: a mistake of ours is caught by the readers, and named here. */
export async function trouble(name: string, bytes: Buffer): Promise<string | null> {
  try {
    const reading = readFile(name, bytes, { now: NOW, from: "2026-01-01", to: "2026-12-31" });
    const ours = [...reading.rejected, ...reading.warnings].find(({ code }) => code === "reader-failed");
    if (ours) return `${ours.where}: ${ours.reason}`;
    const file = { name, bytes, text: decodeText(bytes) };
    const format = leafletFormat(file);
    if (format && format !== "pdf") await readLeaflet(file, format, NOW, noDecoder);
    return null;
  } catch (error) {
    return String(error);
  }
}
