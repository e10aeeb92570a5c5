import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openMedia } from "#server/media/media.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { kept, openDoor, sample, SAMPLES } from "./door.ts";

const door = await openDoor();

describe("a file that lies about its kind", () => {
  test.each([
    ["images/sharp-Landscape_6.jpg", "leaflet.pdf", "kind-mismatch"],
    ["leaflets/pdfjs-rotation.pdf", "poster.png", "kind-mismatch"],
    ["leaflets/pdfjs-rotation.pdf", "image/png", "kind-mismatch"],
    ["videos/h264.mp4", "poster.jpg", "kind-mismatch"],
    ["images/sharp-check.svg", "film.mp4", "kind-mismatch"],
    ["leaflets/tv-zip-pretending-to-be-pdf.pdf", "poster.png", "not-a-picture"],
    ["leaflets/tv-zip-pretending-to-be-pdf.pdf", "film.webm", "not-a-video"],
    ["leaflets/tv-zip-pretending-to-be-pdf.pdf", "archive.zip", "unknown-kind"],
  ])("%s as %s is refused: %s", async (path, claimed, code) => {
    expect(await door.keep(await sample(path), claimed)).toMatchObject({ refusal: { code } });
  });

  test("a web page named as a picture is refused, whatever it draws inside", async () => {
    const page = Buffer.from("<!DOCTYPE html><html><svg></svg><script>alert(1)</script></html>");
    for (const name of ["logo.svg", "logo.png"]) {
      expect(await door.keep(page, name)).toMatchObject({ refusal: { code: "not-a-picture" } });
    }
  });

  test("a picture under another picture's name is taken for what it is", async () => {
    const gif = await sample("images/sharp-animated-loop-3.gif");
    const [misnamed, unnamed] = [await door.keep(gif, "IMG_0001.JPG"), await door.keep(gif)];
    expect(kept(misnamed, "picture")).toEqual(kept(unnamed, "picture"));
  });

  test("a beginning made to keep the hub thinking is answered all the same", async () => {
    const endless = Buffer.from(`${"<!---->".repeat(600)}<x>`);
    expect(await door.keep(endless, "logo.svg")).toMatchObject({ refusal: { code: "not-a-picture" } });
  });
});

describe("the store", () => {
  test("makes one file of the same bytes, however often and at once they come", async () => {
    const fresh = await openDoor();
    const again = await Promise.all([1, 2, 3].map(() => fresh.bring("images/sharp-Landscape_6.jpg")));
    const pictures = again.map((each) => kept(each, "picture"));
    expect(new Set(pictures.map(({ picture }) => picture.id)).size).toBe(1);
    const { picture, thumbnail } = pictures[0]!;
    expect((await fresh.names()).toSorted()).toEqual([picture.id, thumbnail.id].toSorted());
  });

  test("gives no path out of its folder", async () => {
    const name = "A".repeat(43);
    const wrong = ["../x", "..", "", "/etc/passwd", `../${name}.webp`, `${name}.webp/..`, `${name}.html`, `${name}.webp\0`, `${name.slice(1)}/.webp`]; // prettier-ignore
    const nowhere = { ok: false, refusal: { code: "no-such-file" } };
    expect(wrong.map((id) => door.path(id))).toEqual(wrong.map(() => nowhere));
    expect(await Promise.all(wrong.map((id) => door.read(id)))).toEqual(wrong.map(() => nowhere));
    expect(door.path(`${name}.webp`)).toEqual({ ok: true, value: join(door.folder, `${name}.webp`) });
    expect(await door.read(`${name}.webp`)).toMatchObject({ refusal: { code: "no-such-file" } });
  });

  test("clears away what a crash left half-written, but not what another hub is writing", async () => {
    const { path, remove } = await temporaryFolder("media");
    const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
    await Promise.all([".incoming-old", ".incoming-new"].map((name) => writeFile(join(path, name), "half")));
    await utimes(join(path, ".incoming-old"), yesterday, yesterday);
    const media = await openMedia(path);
    expect(await readdir(path)).toEqual([".incoming-new"]);
    await media.stop();
    await remove();
  });

  test("on a full disk refuses, leaves nothing half-written, and takes it once there is room", async () => {
    const { path, remove } = await temporaryFolder("media");
    // The thumbnail fits into 60 kB, the picture does not: neither may stay.
    expect(await bringWithRoomFor(60, path)).toMatchObject({ refusal: { code: "disk-full" } });
    expect(await readdir(path)).toEqual([]);
    expect(await bringWithRoomFor(600, path)).toMatchObject({ ok: true });
    expect(await readdir(path)).toHaveLength(2);
    await remove();
  });

  test("takes nothing more once the hub stops, and lets go of what it was decoding", async () => {
    const closing = await openDoor();
    const first = closing.bring("leaflets/pdfjs-doc_actions.pdf");
    const second = closing.bring("leaflets/pdfjs-rotation.pdf");
    await closing.stop();
    expect(await first).toMatchObject({ refusal: { code: "stopping" } });
    expect(await second).toMatchObject({ refusal: { code: "stopping" } });
  });
});

/** A hub of its own, which the kernel lets write no file beyond so many kilobytes: the truest full disk without one. */
async function bringWithRoomFor(kilobytes: number, folder: string): Promise<unknown> {
  const script = join(import.meta.dirname, "bring.ts");
  const picture = join(SAMPLES, "images/sharp-Landscape_6.jpg");
  const limited = `ulimit -f ${kilobytes * 2}; exec "$0" "$@"`;
  const child = spawn("/bin/sh", ["-c", limited, process.execPath, script, folder, picture], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (text: Buffer) => (said += text.toString()));
  await once(child, "close");
  return JSON.parse(said);
}
