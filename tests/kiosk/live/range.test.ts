import { describe, expect, test } from "vitest";
import { partOf } from "#kiosk/live/range.ts";

const film = () => new Response("0123456789", { headers: { "content-type": "video/mp4" } });

describe("a kept film is handed out in the parts that the player asks for", () => {
  test.each([
    ["bytes=0-3", "0123", "bytes 0-3/10"],
    ["bytes=7-", "789", "bytes 7-9/10"],
    ["bytes=-2", "89", "bytes 8-9/10"],
    ["bytes=-99", "0123456789", "bytes 0-9/10"],
    ["bytes=4-99", "456789", "bytes 4-9/10"],
  ])("%s", async (range, part, described) => {
    const answer = await partOf(film(), range);
    expect(answer.status).toBe(206);
    expect(answer.headers.get("content-range")).toBe(described);
    expect(answer.headers.get("content-type")).toBe("video/mp4");
    expect(answer.headers.get("content-length")).toBe(String(part.length));
    expect(await answer.text()).toBe(part);
  });

  test.each(["bytes=10-", "bytes=5-2", "bytes=-0"])("outside of it there is nothing: %s", async (range) => {
    const answer = await partOf(film(), range);
    expect(answer.status).toBe(416);
    expect(answer.headers.get("content-range")).toBe("bytes */10");
  });

  test.each([null, "", "bytes=", "bytes=-", "lines=1-2", "bytes=0-1,4-5"])(
    "without a range that makes sense all of it: %s",
    async (range) => {
      const answer = await partOf(film(), range);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toBe("0123456789");
    },
  );
});
