/**
 * Whether a film's outermost boxes end where the file ends: a file cut short on its way does not.
 * Sources: ISO/IEC 14496-12 §4.2 (mp4), RFC 8794 §6 and RFC 9559 (webm).
 */
export function isWhole(bytes: Uint8Array, form: "mp4" | "webm"): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at < view.byteLength) {
    const length = form === "mp4" ? boxLength(view, at) : elementLength(view, at);
    if (length === null || length > view.byteLength - at) return false;
    at += length;
  }
  return true;
}

/** Size and header in bytes; 1 says that the size follows in 64 bits, 0 that the box goes on to the end. */
function boxLength(view: DataView, at: number): number | null {
  const left = view.byteLength - at;
  if (left < 8) return null;
  const size = view.getUint32(at);
  if (size === 0) return left;
  if (size !== 1) return size < 8 ? null : size;
  return left < 16 ? null : Math.max(16, Number(view.getBigUint64(at + 8)));
}

/** An element's id, size and content in bytes. */
function elementLength(view: DataView, at: number): number | null {
  const id = widthOf(view, at, 4);
  const size = id === null ? null : widthOf(view, at + id, 8);
  if (id === null || size === null || view.byteLength - at < id + size) return null;
  let content = view.getUint8(at + id) & (0xff >> size);
  for (let place = 1; place < size; place++) content = content * 256 + view.getUint8(at + id + place);
  // All ones: a length not known while recording; such an element goes on to the end.
  if (content === 2 ** (7 * size) - 1) return view.byteLength - at;
  return id + size + content;
}

/** EBML tells a number's width in bytes by the zeros that its first byte begins with. */
function widthOf(view: DataView, at: number, widest: number): number | null {
  if (at >= view.byteLength) return null;
  const width = Math.clz32(view.getUint8(at)) - 23;
  return width <= widest ? width : null;
}
