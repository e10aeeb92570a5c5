import { symlink } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright";
import { build, type InlineConfig } from "vite";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CONTRACT } from "#shared/screens/protocol.ts";
import { currentSlide, cutPower, expectKept, expectTen, openPage, PATIENCE, UNPLUGGED } from "../support/board.ts"; // prettier-ignore
import { launchDevice } from "../support/chromium.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { centre, noticeDraft, vacancyDraft } from "../support/drafts.ts";
import { temporaryFolder } from "../support/folder.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { type Cable, openCable } from "../support/cable.ts";
import { startProcess } from "../support/process.ts";
import { publish, putOnBoard } from "../support/publish.ts";

const repository = join(import.meta.dirname, "..", "..");

let ends: (() => Promise<unknown>)[] = [];
let database: Fresh;
let hub: RunningHub;
let cable: Cable;
let folder: string;

beforeEach(() => {
  ends = [];
});
afterEach(async () => {
  for (const end of ends) await end();
});

async function startDistrict(fresh = databases[0]!.fresh): Promise<void> {
  database = await fresh();
  const device = await temporaryFolder("device");
  folder = device.path;
  hub = await startHub({ databaseUrl: database.url, pages: true });
  cable = await openCable(hub.url);
  ends = [cable.close, () => hub.stop(), database.close, device.remove];
  const board = { ten: 10, motion: "steps", secondsPerSlide: 4 } as const;
  await hub.done("saveCentre", { centre: centre("larkhill", { board }), over: null });
  await putOnBoard(hub, "larkhill", vacancyDraft("cook", "A cook"));
  for (const title of ["Tea", "Coffee"]) await publish(hub, noticeDraft(title, title, ["larkhill"]));
}

async function restart(): Promise<void> {
  hub = await startHub({ databaseUrl: database.url, pages: true });
  cable.lead(hub.url);
}

async function switchOn(): Promise<{ device: BrowserContext; page: Page }> {
  const device = await launchDevice(folder);
  ends.unshift(() => device.close());
  const page = await openPage(device, `${cable.url}/board?centre=larkhill`, UNPLUGGED);
  await expectTen(page, ["A cook"]);
  await expect.poll(() => currentSlide(page).textContent(), PATIENCE).toMatch(/Tea|Coffee/);
  return { device, page };
}

describe.each(databases)("on $name", ({ fresh }) => {
  test("with its hub stopped a board goes on as if nothing were wrong, and catches up when it is back", async () => {
    await startDistrict(fresh);
    const { page } = await switchOn();
    await expectKept(page, "placement/cook@larkhill");
    await hub.stop();
    const words = () => currentSlide(page).locator("h2").textContent();
    const seen = new Set([await words()]);
    await expect.poll(async () => seen.add(await words()).size, PATIENCE).toBe(2);
    await expectTen(page, ["A cook"]);
    await expect.poll(() => page.locator("header .clock").count(), PATIENCE).toBe(1);

    await restart();
    await putOnBoard(hub, "larkhill", vacancyDraft("driver", "A driver"));
    await hub.done("withdrawItem", { id: "cook", over: null });
    await expectTen(page, ["A driver"]);
  });
});

test("a board that is loaded anew, or switched on, with the network unplugged is the right one", async () => {
  await startDistrict();
  const { device, page } = await switchOn();
  await expectKept(page, "placement/cook@larkhill");
  await device.setOffline(true);
  await page.reload();
  await expectTen(page, ["A cook"]);
  await expect.poll(() => currentSlide(page).textContent(), PATIENCE).toMatch(/Tea|Coffee/);

  await hub.stop();
  cable.unplug();
  await cutPower(device, folder);
  const again = await switchOn();
  await expect.poll(() => currentSlide(again.page).textContent(), PATIENCE).toMatch(/Tea|Coffee/);
  await restart();
});

test("where the network lets no sockets through a board hears of changes over HTTP", async () => {
  await startDistrict();
  cable.blockSockets();
  const { page } = await switchOn();
  await putOnBoard(hub, "larkhill", vacancyDraft("driver", "A driver"));
  await hub.done("withdrawItem", { id: "cook", over: null });
  await expectTen(page, ["A driver"]);
});

test("when the hub comes back with another contract, a board takes its new build by one reload and keeps its content", async () => {
  const older = await temporaryFolder("older");
  await buildOlder(older.path);
  await startDistrict();
  ends.push(older.remove);
  await hub.stop();
  const data = await temporaryFolder("data");
  const former = await startProcess(data.path, database.url, {}, older.path);
  ends.push(former.stop, data.remove);
  cable.lead(former.url);
  const { page } = await switchOn();
  await expectKept(page, "placement/cook@larkhill");
  let loads = 0;
  page.on("load", () => (loads += 1));

  await former.stop();
  cable.unplug();
  await restart();
  cable.plug();
  await expect.poll(() => loads, PATIENCE).toBe(1);
  await expectTen(page, ["A cook"]);
  await putOnBoard(hub, "larkhill", vacancyDraft("driver", "A driver"));
  await expectTen(page, ["A cook", "A driver"]);
  expect(loads).toBe(1);
}, 180_000);

/** The real hub and the real pages as they would have been one contract ago. */
async function buildOlder(to: string): Promise<void> {
  vi.stubEnv("NODE_ENV", "production");
  const shared = {
    configFile: join(repository, "vite.config.ts"),
    logLevel: "error",
    define: { "import.meta.env.SIGNPOST_APP": '"older"' },
    plugins: [
      {
        name: "older-contract",
        enforce: "pre",
        transform: {
          filter: { id: /shared\/screens\/protocol\.ts$/ },
          handler: (code: string) => code.replace(`CONTRACT = ${CONTRACT}`, `CONTRACT = ${CONTRACT - 1}`),
        },
      },
    ],
  } as const satisfies InlineConfig;
  const into = (part: string) => ({ outDir: join(to, "dist", part), emptyOutDir: true });
  await build({ ...shared, plugins: [...shared.plugins], build: into("kiosk") });
  await build({ ...shared, plugins: [...shared.plugins], build: { ...into("server"), ssr: true } });
  vi.unstubAllEnvs();
  await symlink(join(repository, "node_modules"), join(to, "node_modules"));
}
