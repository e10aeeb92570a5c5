/** Bytes to text, for files of which nobody says in what encoding they are. */

const BYTE_ORDER_MARKS: readonly (readonly [label: string, bytes: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * The byte order mark decides; without one UTF-16 is told by its zeros, then strict UTF-8 is tried, whatever
 * the file says of itself. What is not UTF-8 is what an XML declaration names, else windows-1252, as Excel on
 * Windows saves "CSV" (WHATWG Encoding Standard for all). NUL and lone controls are dropped.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return withoutControls(new TextDecoder(marked[0]).decode(bytes));
  return withoutControls(decodeUnmarked(bytes));
}

function decodeUnmarked(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(declared(bytes)).decode(bytes);
  }
}

/** Every second byte of Western text in UTF-16 is zero, and in nothing else that is text. */
function wideEncoding(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, 200);
  const zeros = (from: number) => start.filter((byte, index) => index % 2 === from && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd > start.length * 0.35 && even < odd / 4) return "utf-16le";
  return even > start.length * 0.35 && odd < even / 4 ? "utf-16be" : null;
}

function declared(bytes: Uint8Array): string {
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, 200));
  const label = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(start)?.[1] ?? "";
  // A declaration of UTF-8 or UTF-16 has just been proved wrong.
  return /^(?:iso-8859|windows-|cp125|mac|koi8)/i.test(label) && isLabel(label) ? label : "windows-1252";
}

function isLabel(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch {
    return false;
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
