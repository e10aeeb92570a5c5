import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Browser } from "playwright";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "../support/chromium.ts";
import { consoleFor, expectAccessible } from "../support/console.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { centre } from "../support/drafts.ts";
import { temporaryFolder } from "../support/folder.ts";
import { type RunningHub, startHub } from "../support/hub.ts";

const SEEN = { width: 640, height: 480 };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let database: Fresh;
let running: RunningHub;
let browser: Browser;
/** What stands before the camera: Chromium takes this file for one. */
let film: string;

beforeAll(async () => {
  folder = await temporaryFolder("camera");
  film = path.join(folder.path, "seen.y4m");
  database = await databases[0]!.fresh();
  running = await startHub({ databaseUrl: database.url, pages: true, env: { SIGNPOST_PUBLIC_URL: "https://signpost.example" } }); // prettier-ignore
  browser = await launch({ args: ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${film}`] }); // prettier-ignore
  await running.done("saveCentre", { centre: centre("larkhill"), over: null });
});
afterAll(async () => {
  await browser.close();
  await running.stop();
  await database.close();
  await folder.remove();
});

/** A film of one picture, grey: a header, then brightness and two planes without colour. */
async function holdBeforeCamera(picture: Buffer): Promise<void> {
  const { width, height } = SEEN;
  const grey = await sharp(picture).resize({ ...SEEN, fit: "contain", background: "#fff" }).greyscale().raw().toBuffer(); // prettier-ignore
  const frame = [Buffer.from("FRAME\n"), grey.subarray(0, width * height), Buffer.alloc((width * height) / 2, 128)]; // prettier-ignore
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  await writeFile(film, Buffer.concat([header, ...frame, ...frame]));
}

test("an adviser holds the camera before a screen, and it is hers to pair without typing", async () => {
  const device = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await device.goto(`${running.url}/pair`);
  const code = device.locator("svg.code");
  await code.waitFor();
  const letters = (await device.getByRole("status").textContent())!;
  await holdBeforeCamera(await code.screenshot());
  const who = { email: "ada@example.org", role: "adviser", centres: ["larkhill"] } as const;
  const { context, page } = await consoleFor(browser, running, who);
  await context.grantPermissions(["camera"], { origin: running.url });
  await page.goto("/console/screens");
  await page.getByRole("button", { name: "Pair a screen" }).click();
  await page.getByRole("button", { name: "Scan" }).click();
  await expect
    .poll(() => page.getByLabel("Code on the screen").inputValue(), { timeout: 40_000 })
    .toBe(letters.replace(/[^A-Z0-9]/g, ""));
  await expectAccessible(page);
  await page.getByRole("button", { name: "Pair", exact: true }).click();
  await device.locator(".board").waitFor();
});
