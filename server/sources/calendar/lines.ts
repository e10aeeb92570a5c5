/** The lines of a calendar file, unfolded as bytes before they become text: a fold may lie inside a letter. */
import { decodeText } from "../decode.ts";

export interface Line {
  /** The physical line on which it begins, from 1. */
  readonly number: number;
  readonly text: string;
}

/** RFC 5545, 3.1. Each line is decoded by itself, so that one in another encoding spoils no other. */
export function unfold(bytes: Uint8Array): readonly Line[] {
  const lines: Line[] = [];
  let pieces: string[] = [];
  let began = 1;
  const finish = (): void => {
    if (pieces.length > 0)
      lines.push({ number: began, text: decodeText(Buffer.from(pieces.join(""), "latin1")).trimEnd() });
  };
  for (const [index, piece] of physicalLines(bytes).entries()) {
    if (pieces.length > 0 && /^[ \t]/.test(piece)) {
      pieces.push(piece.slice(1));
      continue;
    }
    finish();
    pieces = [piece];
    began = index + 1;
  }
  finish();
  return lines.filter(({ text }) => text !== "");
}

/** One character a byte. A file in UTF-16 has no byte that is only a line's end, so it is decoded first. */
function physicalLines(bytes: Uint8Array): readonly string[] {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const plain = wide ? Buffer.from(decodeText(bytes), "utf8") : withoutMark(bytes);
  return Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength)
    .toString("latin1")
    .split(/\r\n|\n|\r/);
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
