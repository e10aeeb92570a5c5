import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { kept, openDoor, sample, stored } from "./door.ts";

const door = await openDoor();

describe("a film that comes in", () => {
  test.each([
    ["h264.mp4", "video/mp4"],
    ["h264-in-pieces.mp4", "video/mp4"],
    ["vp8.webm", "video/webm"],
    ["vp9.webm", "video/webm"],
  ])("%s is kept byte for byte, with its size", async (name, type) => {
    const { video, seconds, flags } = kept(await door.bring(`videos/${name}`), "video");
    expect(video).toMatchObject({ kind: "video", type, width: 320, height: 180 });
    expect(flags).toEqual([]);
    expect(seconds).toBeCloseTo(1, 0);
    expect(await stored(door, video.id)).toEqual(await sample(`videos/${name}`));
  });

  test("may stand upright, as phones film", async () => {
    const { video } = kept(await door.bring("videos/portrait.mp4"), "video");
    expect([video.width, video.height]).toEqual([1080, 1920]);
  });

  test("with sound is let in and says so: boards play it muted", async () => {
    expect(kept(await door.bring("videos/h264-with-sound.mp4"), "video").flags).toEqual(["has-sound"]);
  });

  test.each([
    ["hevc.mp4", "codec-not-played"],
    ["h264-444.mp4", "codec-not-played"],
    ["61-seconds.mp4", "video-too-long"],
    ["1440-lines.mp4", "video-too-large"],
    ["sound-only.mp4", "not-a-video"],
    ["quicktime.mov", "form-not-read"],
  ])("%s is refused: %s", async (name, code) => {
    expect(await door.bring(`videos/${name}`)).toMatchObject({ refusal: { code } });
  });

  test.each(["h264.mp4", "h264-in-pieces.mp4", "vp8.webm", "vp9.webm"])(
    "%s is refused wherever it was cut short",
    async (name) => {
      const whole = await sample(`videos/${name}`);
      const cuts = [0.02, 0.3, 0.7, 0.99].map((share) => whole.subarray(0, whole.byteLength * share));
      const results = await Promise.all(cuts.map((cut) => door.keep(cut, name)));
      expect(results).toEqual(cuts.map(() => ({ ok: false, refusal: { code: "damaged" } })));
    },
  );
});

test("the demo district's film comes in through the same door, short, light and silent", async () => {
  const path = join(import.meta.dirname, "../../../content/demo/videos/bus-passing.webm");
  const { video, seconds, flags } = kept(await door.keep(await readFile(path), path), "video");
  expect([video.width, video.height, seconds, flags]).toEqual([1280, 720, 7, []]);
  expect(video.bytes).toBeLessThan(150_000);
});
