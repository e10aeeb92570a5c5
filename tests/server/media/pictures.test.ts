import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { cleanPicture } from "#server/media/picture.ts";
import { kept, openDoor, sample, stored } from "./door.ts";

const door = await openDoor();

const svg = (inside: string, attributes = 'width="200" height="100"'): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);

describe("a picture that comes in", () => {
  test("stands upright, whichever way the phone was held", async () => {
    const { picture } = kept(await door.bring("images/sharp-Landscape_6.jpg"), "picture");
    expect(picture).toMatchObject({ kind: "picture", type: "image/webp", width: 600, height: 450 });
    expect(picture.id).toMatch(/^[\w-]{43}\.webp$/);
  });

  test("stands upright in all eight ways in which a camera can have been held", async () => {
    // Red stands top left of what was seen; the camera writes the pixels as it lay, and how to turn them.
    const seen = sharp({ create: { width: 80, height: 40, channels: 3, background: "white" } }).composite([{ input: { create: { width: 20, height: 20, channels: 3, background: "red" } }, left: 0, top: 0 }]); // prettier-ignore
    const upright = await seen.png().toBuffer();
    for (const [orientation, lain] of Object.entries({
      1: sharp(upright),
      2: sharp(upright).flop(),
      3: sharp(upright).rotate(180),
      4: sharp(upright).flip(),
      5: sharp(await sharp(upright).flop().toBuffer()).rotate(270),
      6: sharp(upright).rotate(270),
      7: sharp(await sharp(upright).flop().toBuffer()).rotate(90),
      8: sharp(upright).rotate(90),
    })) {
      const photo = await lain
        .jpeg()
        .withMetadata({ orientation: Number(orientation) })
        .toBuffer();
      const { picture, thumbnail } = kept(await door.keep(photo, "garden.jpg"), "picture");
      expect([picture.width, picture.height], orientation).toEqual([80, 40]);
      for (const { id } of [picture, thumbnail]) {
        const { data } = await sharp(await stored(door, id))
          .raw()
          .toBuffer({ resolveWithObject: true });
        expect(data[1], `${orientation}: the first pixel is red`).toBeLessThan(100);
        expect(data.at(-2), `${orientation}: the last is white`).toBeGreaterThan(200);
      }
    }
  });

  test("does not tell where it was taken, when, or with whose camera", async () => {
    const exif = {
      IFD0: { Artist: "Ms Example" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "53/1 48/1 0/1" },
    };
    const photo = await sharp(await sample("images/sharp-Landscape_6.jpg")).withExif(exif).toBuffer(); // prettier-ignore
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const { picture, thumbnail } = kept(await door.keep(photo, "garden.jpg"), "picture");
    for (const { id } of [picture, thumbnail]) {
      const { exif: left, xmp, iptc } = await sharp(await stored(door, id)).metadata();
      expect([left, xmp, iptc]).toEqual([undefined, undefined, undefined]);
    }
  });

  test("is no larger than a board can show, and has a small copy for lists", async () => {
    const large = await sharp({ create: { width: 3000, height: 4000, channels: 3, background: "teal" } }).png().toBuffer(); // prettier-ignore
    const { picture, thumbnail } = kept(await door.keep(large, "poster.png"), "picture");
    expect([picture.width, picture.height]).toEqual([1440, 1920]);
    expect([thumbnail.width, thumbnail.height]).toEqual([480, 640]);
    expect(await sharp(await stored(door, thumbnail.id)).metadata()).toMatchObject({
      width: 480,
      height: 640,
    });
  });

  test("that moves becomes its first frame, still", async () => {
    const { picture } = kept(await door.bring("images/sharp-animated-loop-3.gif"), "picture");
    const still = await sharp(await stored(door, picture.id), { animated: true }).metadata();
    expect(still).toMatchObject({ format: "webp", width: 370, height: 285 });
    expect(still.pages ?? 1).toBe(1);
  });

  test("is refused when it was cut short on its way", async () => {
    expect(await door.bring("images/sharp-truncated.jpg")).toMatchObject({ refusal: { code: "damaged" } });
    const png = await sharp({ create: { width: 300, height: 300, channels: 3, background: "teal", noise: { type: "gaussian", mean: 99, sigma: 30 } } }).png().toBuffer(); // prettier-ignore
    const cut = png.subarray(0, png.byteLength / 2);
    const before = await door.names();
    expect(await door.keep(cut, "a.png")).toMatchObject({ refusal: { code: "damaged" } });
    expect(await door.names()).toEqual(before);
  });

  test("of 65536 times 65536 pixels is refused, and takes no memory", async () => {
    const bomb = await sample("images/sharp-65536-uint32-limit.png");
    await cleanPicture(await sample("images/sharp-Landscape_6.jpg"), "jpeg");
    const before = process.resourceUsage().maxRSS;
    expect(await cleanPicture(bomb, "png")).toMatchObject({ refusal: { code: "too-many-pixels" } });
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(64);
  });

  test("is refused when the file is too large to be meant for a screen", async () => {
    const narrow = await openDoor({ fileBytes: 5000 });
    expect(await narrow.bring("images/sharp-animated-loop-3.gif")).toMatchObject({
      refusal: { code: "too-large" },
    });
  });
});

describe("a drawing (SVG) that comes in", () => {
  test("becomes pixels, as large as a board shows them", async () => {
    const { picture } = kept(await door.bring("images/sharp-check.svg"), "picture");
    expect(picture).toMatchObject({ type: "image/webp", width: 1920, height: 1920 });
    const { data } = await sharp(await stored(door, picture.id)).extract({ left: 900, top: 1000, width: 1, height: 1 }).raw().toBuffer({ resolveWithObject: true }); // prettier-ignore
    expect(data[1]).toBeGreaterThan(data[0]! + 60);
  });

  test("leaves its script behind", async () => {
    const drawing = svg('<script>alert(1)</script><a href="https://example.org/"><circle r="50" onclick="x()"/></a>'); // prettier-ignore
    const { picture } = kept(await door.keep(drawing, "logo.svg"), "picture");
    expect((await stored(door, picture.id)).toString("latin1")).not.toMatch(/alert|script|onclick/);
  });

  test.each([
    ['<image width="9" height="9" href="https://example.org/x.png"/>'],
    ['<image width="9" height="9" xlink:href="file:///etc/hostname"/>'],
    ["<style>@import 'https://example.org/x.css';</style><circle r='9'/>"],
    ["<circle r='9' fill='url(https://example.org/x.svg#a)'/>"],
  ])("is refused when it wants something from elsewhere: %s", async (inside) => {
    expect(await door.keep(svg(inside), "logo.svg")).toMatchObject({
      refusal: { code: "external-reference" },
    });
  });

  test("cannot read a file of the hub into the picture", async () => {
    const entity = `<!DOCTYPE svg [<!ENTITY x SYSTEM "file://${import.meta.filename}">]>`;
    const spy = Buffer.concat([Buffer.from(entity), svg('<text x="4" y="60" font-size="40">&x;</text>')]);
    expect(await door.keep(spy, "logo.svg")).toMatchObject({ refusal: { code: "damaged" } });
  });

  test("that never ends is given up, and the next picture is taken", async () => {
    const hasty = await openDoor({ milliseconds: 6000 });
    const tens = Array.from({ length: 11 }, (_, place) => `<g id="g${place + 1}">${`<use href="#g${place}"/>`.repeat(10)}</g>`); // prettier-ignore
    const endless = svg(`<defs><circle id="g0" r="5"/>${tens.join("")}</defs><use href="#g11"/>`);
    const [first, second] = await Promise.all([
      hasty.keep(endless, "endless.svg"),
      hasty.bring("images/sharp-animated-loop-3.gif"),
    ]);
    expect(first).toMatchObject({ refusal: { code: "took-too-long" } });
    expect(second).toMatchObject({ ok: true });
  });
});

describe("the demo district's pictures", async () => {
  const folder = join(import.meta.dirname, "../../../content/demo/pictures");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".svg"));

  test("each is shown by an event or a leaflet", async () => {
    const content = join(folder, "../..");
    const files = (await readdir(content, { recursive: true })).filter((name) => /\.(md|json)$/.test(name));
    const written = (await Promise.all(files.map((name) => readFile(join(content, name), "utf8")))).join(
      "\n",
    );
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !written.includes(name))).toEqual([]);
  });

  test.each(names)("%s comes in through the same door and fills a slide", async (name) => {
    const { picture } = kept(await door.keep(await readFile(join(folder, name)), name), "picture");
    expect([picture.width, picture.height]).toEqual([1920, 1440]);
    expect(picture.bytes).toBeLessThan(120_000);
  });
});
