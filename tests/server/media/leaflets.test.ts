import { join } from "node:path";
import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { madePdf, pdfBomb } from "../../support/made-pdf.ts";
import { kept, openDoor, sample, stored } from "./door.ts";

const door = await openDoor();

const leaflet = async (name: string) => kept(await door.bring(`leaflets/${name}.pdf`), "pdf");

describe("a PDF that comes in", () => {
  test("becomes pictures of its pages, and its words", async () => {
    const { pdf, pages, text, flags } = await leaflet("pypdf-libreoffice-writer");
    expect(text).toMatch(/^Lorem ipsum dolor sit amet, consetetur/);
    expect(flags).toEqual([]);
    expect(pages).toMatchObject([{ kind: "page", type: "image/webp", width: 1131, height: 1600 }]);
    expect(await stored(door, pdf!.id)).toEqual(await sample("leaflets/pypdf-libreoffice-writer.pdf"));
  });

  test("shows a page that lies on its side upright", async () => {
    const { pages } = await leaflet("pdfjs-rotation");
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [1236, 1600],
      [1600, 1236],
    ]);
    const tops = await Promise.all(pages.map(async ({ id }) => (await inked(id)).top));
    expect(Math.max(...tops)).toBeLessThan(300);
  });

  test("is turned as its own pages say, whatever the quarter", async () => {
    const { pages } = kept(await door.keep(madePdf({ page: "/Rotate 270" }), "a.pdf"), "pdf");
    expect(pages[0]).toMatchObject({ width: 1600, height: 1131 });
  });

  test("keeps the accents of its words", async () => {
    const { text } = await leaflet("pdfjs-french_diacritics");
    expect(text).toContain("à À â Â ä Ä ç Ç é É è È ê Ê ë Ë î Î ï Ï ô Ô ù Ù û Û ü Ü");
  });

  test("in Arabic is shown as pictures, and its letters, which come as shapes, are not trusted", async () => {
    const { pages, text, flags } = await leaflet("made-arabic");
    expect([text, flags, pages.length]).toEqual([null, ["no-readable-text"], 1]);
    expect((await inked(pages[0]!.id)).pixels).toBeGreaterThan(1000);
  });

  test("that is damaged but readable is read", async () => {
    const { pages, text } = await leaflet("pdfjs-helloworld-bad");
    expect([pages.length, text]).toEqual([1, "Hello, world!"]);
    expect((await inked(pages[0]!.id)).pixels).toBeGreaterThan(1000);
  });

  test("whose pages lead in a circle gives the page that can be read, and says that one is missing", async () => {
    const { pages, text, flags } = await leaflet("pdfjs-Pages-tree-refs");
    expect([pages.length, flags]).toEqual([1, ["damaged-page"]]);
    expect(text).toMatch(/Pages loop/);
  });

  test.each(["pdfjs-bug1020226", "tv-zip-pretending-to-be-pdf"])("%s is refused: not a PDF", async (name) => {
    expect(await door.bring(`leaflets/${name}.pdf`)).toMatchObject({ refusal: { code: "not-a-pdf" } });
  });

  test("that is plain text, or empty, is refused: not a PDF", async () => {
    const wrong = [
      Buffer.from("Tea and toast, 9.30"),
      Buffer.from("%PDF-1.7\nno more than this"),
      Buffer.of(),
    ];
    for (const bytes of wrong) {
      expect(await door.keep(bytes, "leaflet.pdf")).toMatchObject({ refusal: { code: "not-a-pdf" } });
    }
  });

  test("after a line that a mail program put before it is still a PDF", async () => {
    const mailed = Buffer.concat([Buffer.from("From: the centre\r\n\r\n"), madePdf()]);
    expect(kept(await door.keep(mailed, "leaflet.pdf"), "pdf").text).toBe("The kettle is on at nine.");
  });

  test.each(["pdfjs-print_protection", "made-open-password"])("%s needs a password", async (name) => {
    expect(await door.bring(`leaflets/${name}.pdf`)).toMatchObject({ refusal: { code: "needs-a-password" } });
  });

  test("with a file hidden in it is shown, but the PDF itself is not handed on", async () => {
    const careful = await openDoor();
    const result = await careful.bring("leaflets/made-with-attachment.pdf");
    const { pdf, pages, flags } = kept(result, "pdf");
    expect([pdf, pages.length, flags]).toEqual([null, 1, ["has-attachment"]]);
    expect(await careful.names()).toEqual([pages[0]!.id]);
  });

  test("with actions of its own is shown, none is run, and the PDF itself is not handed on", async () => {
    const { pdf, pages, flags } = await leaflet("pdfjs-doc_actions");
    expect([pdf, pages.length]).toEqual([null, 3]);
    expect(flags).toContain("contains-script");
  });

  const script = "<< /S /Java#53cript /JS (app.alert\\(1\\)) >>";
  test.each([
    ["the document opens", { catalog: `/OpenAction ${script}` }],
    ["a page opens", { page: `/AA << /O ${script} >>` }],
    ["a link is pressed", { page: "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /JavaScript /JS (x) >> >>]" }], // prettier-ignore
  ])("says so when a script would run as %s", async (_, wishes) => {
    expect(kept(await door.keep(madePdf(wishes), "a.pdf"), "pdf").flags).toEqual(["contains-script"]);
  });

  test("has 24 pages at most", async () => {
    expect(await door.keep(madePdf({ pages: 25 }), "book.pdf")).toMatchObject({
      refusal: { code: "too-many-pages", details: { most: 24, has: 25 } },
    });
    expect(kept(await door.keep(madePdf({ pages: 24 }), "thin.pdf"), "pdf").pages).toHaveLength(24);
  });

  test("that swells to fill the memory is given up, and the next one is taken", async () => {
    const small = await openDoor({ memoryBytes: 400 * 1024 * 1024 });
    const [first, second] = await Promise.all([
      small.keep(pdfBomb(), "bomb.pdf"),
      small.keep(madePdf(), "next.pdf"),
    ]);
    expect(first).toMatchObject({ refusal: { code: "took-too-much-memory" } });
    expect(second).toMatchObject({ ok: true });
  });
});

test("the demo district's leaflet comes in through the same door, with its words", async () => {
  const path = join(import.meta.dirname, "../../../content/demo/leaflets/free-childcare-hours.pdf");
  const { pdf, pages, text, flags } = kept(await door.keep(await readFile(path), path), "pdf");
  expect([pages.length, flags]).toEqual([2, []]);
  expect(pdf).not.toBeNull();
  expect(text).toMatch(/^Free childcare\s+hours\s+What you can get in Northbrook/);
});

/** How many dark pixels a page has, and the first row with one. */
async function inked(id: string): Promise<{ pixels: number; top: number }> {
  const { data, info } = await sharp(await stored(door, id)).greyscale().raw().toBuffer({ resolveWithObject: true }); // prettier-ignore
  const first = data.findIndex((value) => value < 100);
  return { pixels: data.filter((value) => value < 100).byteLength, top: Math.floor(first / info.width) };
}
