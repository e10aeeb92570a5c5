/** Bytes to text, for files of which nobody says in what encoding they are. */

const BYTE_ORDER_MARKS: readonly (readonly [label: string, bytes: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * The byte order mark decides; without one strict UTF-8, and what is not UTF-8 is windows-1252,
 * as Excel on Windows saves "CSV" (WHATWG Encoding Standard for both). NUL and lone controls are dropped.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return withoutControls(new TextDecoder(marked[0]).decode(bytes));
  return withoutControls(decodeUnmarked(bytes));
}

function decodeUnmarked(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * U+0080 to U+009F are never meant in a text: they are windows-1252 bytes that some
 * program took for Latin-1 (HTML reads numeric references to them the same way).
 */
export function withoutControls(text: string): string {
  return (
    text
      .replace(/[\u0080-\u009f]/g, (c) =>
        new TextDecoder("windows-1252").decode(Uint8Array.of(c.charCodeAt(0))),
      )
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g, "")
  );
}
