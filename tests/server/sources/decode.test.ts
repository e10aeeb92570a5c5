import { describe, expect, test } from "vitest";
import { decodeText } from "#server/sources/decode.ts";

const text = '<?xml version="1.0"?><job>Café cook, £12</job>';
const utf16 = (swap: boolean) => {
  const bytes = Buffer.from(text, "utf16le");
  return swap ? bytes.swap16() : bytes;
};

describe("a file is read in the encoding it is really in", () => {
  test.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-16 as Windows writes it, without a mark", utf16(false)],
    ["UTF-16 the other way round, without a mark", utf16(true)],
    ["UTF-16 with a mark", Buffer.concat([Buffer.of(0xff, 0xfe), utf16(false)])],
    ["Latin-1, and says nothing of it", Buffer.from(text, "latin1")],
  ])("%s", (_, bytes) => expect(decodeText(bytes)).toBe(text));

  test("what an XML declaration names counts only where the bytes are no UTF-8", () => {
    const declared = (label: string, bytes: Buffer) =>
      decodeText(Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${label}"?>`), bytes])).slice(-1);
    expect(declared("windows-1250", Buffer.of(0xb3))).toBe("ł");
    expect(declared("iso-8859-1", Buffer.from("ł"))).toBe("ł");
    expect(declared("utf-8", Buffer.of(0x92))).toBe("’");
    expect(declared("utf-16", Buffer.of(0x92))).toBe("’");
    expect(declared("iso-8859-99", Buffer.of(0x92))).toBe("’");
  });
});
