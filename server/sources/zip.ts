/** Zip files, by their first bytes and their table of contents. */

/** Whether these are a zip's first bytes, as those of every .xlsx are. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * What the parts of a zip come to once unpacked, as its own table of contents says (APPNOTE 4.3.12); `null` where it
 * has none. One that lies about it is caught by the memory of the process that it is read in.
 */
export function unpackedSize(bytes: Uint8Array): number | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > file.length) return null;
  let [size, at] = [0, file.readUInt32LE(end + 16)];
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return null;
    size += file.readUInt32LE(at + 24);
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return size;
}
