import { readdir, readFile, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openLog } from "#server/log.ts";
import { tidyUp } from "#server/tidy.ts";
import { centre, notice, noticeDraft } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { handIn, post } from "../../support/files.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";

const samples = join(import.meta.dirname, "../../samples");
const sample = (path: string) => readFile(join(samples, path));
const DAY = 86_400_000;

describe.each(databases)("files that advisers hand in, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;

  beforeEach(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url });
    await running.done("saveCentre", { centre: centre("larkhill"), over: null });
  });
  afterEach(async () => {
    await running.stop();
    await database.close();
  });

  const kept = async () => (await readdir(join(running.data, "media"))).toSorted();

  test("a photograph is cleaned, kept, and served for good under the hash of its bytes", async () => {
    const photo = await sample("images/sharp-Landscape_6.jpg");
    const { status, result } = await post(running, photo, { name: "garden.jpg" });
    expect(status).toBe(200);
    expect(result).toMatchObject({ value: { kind: "picture", picture: { width: 600, height: 450 } } });
    const id = result.ok && result.value.kind === "picture" ? result.value.picture.id : "";
    const served = await fetch(`${running.url}/media/${id}`);
    expect(Object.fromEntries(served.headers)).toMatchObject({
      "content-type": "image/webp",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-disposition": "inline",
      "accept-ranges": "bytes",
    });
    const whole = Buffer.from(await served.arrayBuffer());
    const part = await fetch(`${running.url}/media/${id}`, { headers: { Range: "bytes=4-11" } });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(4, 12));
    const again = await post(running, photo, { name: "the same.jpg" });
    expect(again.result).toEqual(result);
    expect(await kept()).toHaveLength(2);
  });

  test("a leaflet's PDF is served so that nothing in it can act in the hub's name", async () => {
    const { result } = await post(running, await sample("leaflets/pypdf-libreoffice-writer.pdf"), {
      "Content-Type": "application/pdf",
    });
    const id = result.ok && result.value.kind === "pdf" ? result.value.pdf?.id : "";
    const { headers } = await fetch(`${running.url}/media/${id}`);
    expect(headers.get("content-type")).toBe("application/pdf");
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none';.*sandbox/);
    expect(headers.get("content-disposition")).toBe("inline");
  });

  test("a file that lies about its kind is refused with the reason, and nothing is kept", async () => {
    const photo = await sample("images/sharp-Landscape_6.jpg");
    const refusals = [
      [photo, { name: "leaflet.pdf" }, 415, "kind-mismatch"],
      [photo, { "Content-Type": "video/mp4" }, 415, "kind-mismatch"],
      [await sample("leaflets/tv-zip-pretending-to-be-pdf.pdf"), { name: "a.pdf" }, 409, "not-a-pdf"],
      [Buffer.from('{"hello":1}'), { "Content-Type": "application/json" }, 415, "unknown-kind"],
      [Buffer.alloc(0), {}, 415, "unknown-kind"],
      [await sample("images/sharp-65536-uint32-limit.png"), {}, 409, "too-many-pixels"],
    ] as const;
    for (const [bytes, claims, status, code] of refusals)
      expect(await post(running, bytes, claims)).toMatchObject({ status, result: { refusal: { code } } });
    expect(await kept()).toEqual([]);
  });

  test("nobody hands in a file but advisers", async () => {
    const photo = await sample("images/sharp-Landscape_6.jpg");
    const strangers: Record<string, string>[] = [
      { Authorization: "Bearer nonsense" },
      { "X-Forwarded-For": "203.0.113.9" },
    ];
    for (const headers of strangers)
      expect(await post(running, photo, headers)).toMatchObject({
        status: 403,
        result: { refusal: { code: "not-allowed" } },
      });
    expect(await post(running, photo, { Origin: "https://evil.example" })).toMatchObject({
      status: 403,
      result: { refusal: { code: "wrong-origin" } },
    });
    expect(await kept()).toEqual([]);
  });

  test("two hundred megabytes are cut off while they come, and take no memory", async () => {
    const piece = new Uint8Array(1024 * 1024);
    let sent = 0;
    const endless = () =>
      new ReadableStream({
        pull(sink) {
          if (sent >= 200) return sink.close();
          sent += 1;
          sink.enqueue(piece);
        },
      });
    const before = process.memoryUsage().rss;
    const cutOff = await post(running, endless(), { name: "film.mp4" });
    expect(cutOff).toEqual({
      status: 413,
      result: { ok: false, refusal: { code: "too-large", details: { most: 30 * 1024 * 1024 } } },
    });
    expect(sent).toBeLessThan(200);
    expect(process.memoryUsage().rss - before).toBeLessThan(120 * 1024 * 1024);
    expect(await kept()).toEqual([]);
    await handIn(running, "images/sharp-Landscape_6.jpg");
  });

  test("no address leads out of the store", async () => {
    const paths = ["/media/../signpost.db", "/media/%2e%2e/secret", "/media/..%2fsecret", "/media/", "/media/hub.json", `/media/${"a".repeat(43)}.webp`, "/media/%00", "/media/.incoming-1"]; // prettier-ignore
    for (const path of paths) expect((await fetch(running.url + path)).status, path).toBe(404);
  });

  test("files that nothing names go after thirty days, and those that something names stay", async () => {
    const now = Date.parse("2026-11-22T10:00:00Z");
    const picture = await handIn(running, "images/sharp-Landscape_6.jpg");
    const logo = await handIn(running, "images/sharp-check.svg");
    const needed = await handIn(running, "images/sharp-animated-loop-3.gif");
    const before = await kept();
    for (const name of before) await age(name, now - 31 * DAY);
    const at = (days: number) => running.setNow(() => now - days * DAY);
    at(200);
    await running.done("saveItem", {
      ...noticeDraft("n1", "", ["larkhill"]),
      body: notice("Garden", { picture }),
    });
    await running.done("saveCentre", {
      centre: centre("larkhill", { brand: { colour: null, logo } }),
      over: 1,
    });
    at(80);
    await running.done("saveItem", {
      ...noticeDraft("n1", "", ["larkhill"]),
      over: 1,
      body: notice("Garden"),
    });
    const tidyOn = (day: number) =>
      tidyUp({
        database: running.hub.database,
        media: join(running.data, "media"),
        log: openLog("error"),
        now: () => now + day * DAY,
        needed: async () => [needed.id],
        renewDemo: async () => {},
        sounds: { tidy: async () => {} },
      });
    const ids = (...files: { id: string }[]) => files.map(({ id }) => id).toSorted();
    // The version with the picture was in force until eighty days ago, however old it is itself.
    await tidyOn(0);
    expect(await kept()).toEqual(ids(picture, logo, needed));
    await tidyOn(11);
    expect(await kept()).toEqual(ids(logo, needed));
  });

  test("a file that is handed in once more counts as new", async () => {
    const { id } = await handIn(running, "images/sharp-Landscape_6.jpg");
    await age(id, Date.now() - 100 * DAY);
    await handIn(running, "images/sharp-Landscape_6.jpg");
    expect((await stat(join(running.data, "media", id))).mtimeMs).toBeGreaterThan(Date.now() - DAY);
  });

  async function age(name: string, at: number): Promise<void> {
    await utimes(join(running.data, "media", name), at / 1000, at / 1000);
  }
});
