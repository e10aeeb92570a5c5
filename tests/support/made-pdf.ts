import { constants, deflateRawSync } from "node:zlib";

export interface Wishes {
  readonly pages?: number;
  /** What every page shows, in PDF's own drawing words, or a stream already compressed with Flate. */
  readonly content?: Uint8Array;
  readonly isCompressed?: boolean;
  /** Further entries of every page, and of the catalogue. */
  readonly page?: string;
  readonly catalog?: string;
}

const SENTENCE = Buffer.from("BT /F1 24 Tf 40 750 Td (The kettle is on at nine.) Tj ET");

/** A PDF as plain as can be, with what a test wants in it. */
export function madePdf(wishes: Wishes = {}): Buffer {
  const { pages = 1, content = SENTENCE, isCompressed = false, page = "", catalog = "" } = wishes;
  const kids = Array.from({ length: pages }, (_, place) => `${place + 5} 0 R`);
  const filter = isCompressed ? "/Filter /FlateDecode " : "";
  const stream = Buffer.concat([
    Buffer.from(`<< /Length ${content.byteLength} ${filter}>>\nstream\n`),
    content,
    Buffer.from("\nendstream"),
  ]);
  const leaf = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 4 0 R ${page} >>`;
  return assembled([
    Buffer.from(`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`),
    Buffer.from(`<< /Type /Pages /Count ${pages} /Kids [${kids.join(" ")}] >>`),
    Buffer.from("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"),
    stream,
    ...kids.map(() => Buffer.from(leaf)),
  ]);
}

function assembled(objects: readonly Buffer[]): Buffer {
  const parts = [Buffer.from("%PDF-1.7\n")];
  const places: number[] = [];
  let at = parts[0]!.byteLength;
  for (const [place, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${place + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]);
    places.push(at);
    at += part.byteLength;
    parts.push(part);
  }
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const table = `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${rows}`;
  const trailer = `trailer << /Root 1 0 R /Size ${places.length + 1} >>\nstartxref\n${at}\n%%EOF`;
  return Buffer.concat([...parts, Buffer.from(table + trailer)]);
}

/** A few kilobytes that swell to two gigabytes when they are read. */
export function pdfBomb(): Buffer {
  return madePdf({ content: swelling(2048), isCompressed: true });
}

/** So many megabytes of blanks, as the few bytes that they compress to: one megabyte's, over and over (RFC 1951). */
function swelling(megabytes: number): Buffer {
  const blanks = Buffer.alloc(1024 * 1024, " ");
  const piece = deflateRawSync(blanks, { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([Buffer.of(0x78, 0x01), ...Array<Buffer>(megabytes).fill(piece)]);
}
