/** The code that a board shows, drawn here so that no board carries the means to draw one. */
import { correction, generate } from "lean-qr";
import type { PackedCode } from "#shared/screens/code.ts";

/** By address; there are as many as centres. */
const drawn = new Map<string, PackedCode>();

/** The QR code (ISO/IEC 18004) of the centre's own page, marked so that it can be counted how often codes are used; `null` where phones cannot reach the hub. */
export function codeOf(publicUrl: string | null, centre: string): PackedCode | null {
  if (publicUrl === null) return null;
  const address = `${publicUrl.replace(/\/+$/, "")}/c/${centre}?via=code`;
  const known = drawn.get(address) ?? draw(address);
  drawn.set(address, known);
  return known;
}

function draw(address: string): PackedCode {
  const code = generate(address, { minCorrectionLevel: correction.M });
  const { size } = code;
  const bytes = Buffer.alloc(Math.ceil((size * size) / 8));
  for (let at = 0; at < size * size; at += 1) {
    if (code.get(at % size, Math.floor(at / size))) bytes[at >> 3]! |= 1 << (at & 7);
  }
  return { address, size, modules: bytes.toString("base64") };
}
