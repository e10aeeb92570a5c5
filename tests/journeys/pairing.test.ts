import { randomUUID } from "node:crypto";
import path from "node:path";
import { execFile } from "node:child_process";
import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import type { CommandName, Input } from "#shared/contract.ts";
import { openPage, PATIENCE } from "../support/board.ts";
import { launch } from "../support/chromium.ts";
import { databases } from "../support/databases.ts";
import { centre, vacancyDraft } from "../support/drafts.ts";
import { temporaryFolder } from "../support/folder.ts";
import { type HubProcess, SECRET, startProcess } from "../support/process.ts";
import { readCode } from "../support/qr.ts";

const root = path.join(import.meta.dirname, "..", "..");
const PUBLIC = "https://signpost.larkhill.example";
/** The pairing page asks for its former code first, and is told that there is none. */
const NO_FORMER_CODE = [/404 .*pairings\/mine/];

let close: () => Promise<void>;
let env: Record<string, string>;
let hub: HubProcess;
let browser: Browser;
let device: BrowserContext;

beforeAll(async () => {
  const database = await databases[0]!.fresh();
  const data = await temporaryFolder("data");
  hub = await startProcess(data.path, database.url, { SIGNPOST_PUBLIC_URL: PUBLIC });
  env = { DATABASE_URL: database.url, SIGNPOST_DATA: data.path, SIGNPOST_SECRET: SECRET };
  browser = await launch();
  close = async () => {
    await browser.close();
    await hub.stop();
    await database.close();
    await data.remove();
  };
  await done("saveCentre", { centre: centre("larkhill"), over: null });
  await done("saveItem", vacancyDraft("cook", "A cook"));
  await done("publishItem", { id: "cook", over: null });
  await done("placeVacancy", { vacancy: "cook", centre: "larkhill", on: "board" });
});
afterAll(() => close?.());
beforeEach(async () => {
  device = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  onTestFinished(() => device.close());
});

async function done<Name extends CommandName>(name: Name, input: Input<Name>): Promise<void> {
  expect(await hub.order(name, input, randomUUID())).toMatchObject({ ok: true });
}

/** `signpost …` on the hub's machine. */
function signpost(...words: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const options = { cwd: root, env: { ...process.env, ...env } };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ["dist/server/cli.js", ...words], options, (_, stdout, stderr) =>
      resolve({ status: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

async function codeOn(page: Page): Promise<string> {
  const code = () => page.getByRole("status").textContent();
  await expect.poll(code, PATIENCE).toMatch(/^[A-Z0-9]{6}$/);
  return (await code()) ?? "";
}

test("a device becomes a board once its code is entered, and shows a code again as soon as it is unpaired", async () => {
  const page = await openPage(device, `${hub.url}/pair`, NO_FORMER_CODE);
  const code = await codeOn(page);
  expect(code).not.toMatch(/[01OIL]/);
  const words = ["screens", "pair", code, "--centre", "larkhill", "--kind", "board", "--name", "Reception"];
  expect(await signpost(...words)).toMatchObject({ status: 0, stdout: expect.stringContaining("Reception") });
  await page.waitForURL(`${hub.url}/board`);
  await page.getByRole("heading", { name: "A cook" }).first().waitFor();

  const screens = async () => {
    const { stdout } = await signpost("screens", "--json");
    return JSON.parse(stdout) as { id: string; name: string; presence: string }[];
  };
  await expect.poll(screens, PATIENCE).toMatchObject([{ name: "Reception", presence: "online" }]);
  const [screen] = await screens();
  await done("unpairScreen", { id: screen?.id ?? "" });
  // Long before its next heartbeat, which comes after 15 s.
  await page.waitForURL(`${hub.url}/pair`, { timeout: 10_000 });
  expect(await codeOn(page)).not.toBe(code);

  expect(await signpost(...words)).toMatchObject({ status: 1, stderr: expect.stringMatching(/code/i) });
});

test("a wrong code pairs nothing, and the device goes on showing its own", async () => {
  const page = await openPage(device, `${hub.url}/pair`, NO_FORMER_CODE);
  const code = await codeOn(page);
  const wrong = code === "ACDEFG" ? "ACDEFH" : "ACDEFG";
  const tried = await signpost(
    "screens",
    "pair",
    wrong,
    "--centre",
    "larkhill",
    "--kind",
    "board",
    "--name",
    "X",
  );
  expect(tried).toMatchObject({ status: 1, stdout: "" });
  expect(tried.stderr).toMatch(/^.*code.*\n$/i);
  expect(await codeOn(page)).toBe(code);
});

test("the code can be scanned: it leads an adviser's phone to the console with the code filled in", async () => {
  const page = await openPage(device, `${hub.url}/pair`, NO_FORMER_CODE);
  const code = await codeOn(page);
  expect(await readCode(page.locator("svg.code"))).toBe(`${PUBLIC}/console?pair=${code}`);
});
