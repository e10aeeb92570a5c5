import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { currentSlide, openPage, PATIENCE, titlesOfTheTen } from "../support/board.ts";
import { expectNoErrors, launch, watchErrors } from "../support/chromium.ts";
import { DESK } from "../support/console.ts";
import { databases } from "../support/databases.ts";
import { temporaryFolder } from "../support/folder.ts";
import { byKeys, byMouse, type Hands } from "../support/hands.ts";
import { type RunningHub, startHub } from "../support/hub.ts";

const JOBS = 30;
const TEN = 10;

let browser: Browser;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let list: string;

beforeAll(async () => {
  browser = await launch();
  folder = await temporaryFolder("jobs");
  list = path.join(folder.path, "jobs.csv");
  await writeFile(list, vacancies());
});
afterAll(async () => {
  await browser.close();
  await folder.remove();
});

/** As a district has them: a list that somebody keeps in Excel. */
function vacancies(): string {
  const closes = new Date(Date.now() + 21 * 86_400_000).toLocaleDateString("en-GB");
  const work = ["Cook", "Driver", "Carer", "Clerk", "Teaching assistant", "Gardener"];
  const rows = Array.from({ length: JOBS }, (_, at) =>
    [`${work[at % work.length]} ${at + 1}`, `Employer ${at + 1}`, "Leeds", "LS7 3AB", `£${(13 + (at % 7) / 2).toFixed(2)} an hour`, `${16 + (at % 5) * 5} hours a week`, closes].join(",")); // prettier-ignore
  return ["Job title,Employer,Town,Postcode,Pay,Hours,Closing date", ...rows].join("\r\n");
}

async function newDistrict(): Promise<RunningHub> {
  const database = await databases[0]!.fresh();
  const running = await startHub({ databaseUrl: database.url, pages: true });
  onTestFinished(async () => {
    await running.stop();
    await database.close();
  });
  return running;
}

/**
 * What somebody does who has never seen Signpost, from the link that the hub prints to the board in reception. Gives
 * the jobs that were chosen, and those that the board shows.
 */
async function fromNothingToABoard(hands: (page: Page) => Hands) {
  const running = await newDistrict();
  const context = await browser.newContext({ viewport: DESK, baseURL: running.url, locale: "en-GB" });
  const device = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  onTestFinished(async () => {
    await context.close();
    await device.close();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const errors = watchErrors(page, [/401 .*session/]);
  const { go, press, write, choose } = hands(page);
  const said = (words: string | RegExp) => page.getByText(words).first().waitFor();
  const isAt = (title: string) => page.getByRole("heading", { name: title, level: 1 }).waitFor();

  await page.goto((await running.hub.setUpLink())!);
  await isAt("Set up Signpost");
  await write(/^Your name/, "Leah Lead");
  await write(/^E-mail/, "leah@example.org");
  await write(/^New password/, "correct horse battery staple");
  await press(/^Begin/);

  // The first page says what comes first.
  await press(/^Make the first centre/);
  await isAt("New centre");
  await write(/^Name/, "Larkhill Children’s Centre");
  await write(/^Postcode/, "LS7 3AB");
  await press(/^Save/);
  await said("Larkhill Children’s Centre is saved");

  const board = await openPage(device, `${running.url}/pair`, [/404 .*pairings\/mine/]);
  await expect.poll(() => board.getByRole("status").textContent(), PATIENCE).toMatch(/^[A-Z0-9]{6}$/);
  await go("Screens", ["g", "d"]);
  await isAt("Screens");
  await press(/^Pair a screen/);
  await write(/^Code on the screen/, (await board.getByRole("status").textContent())!);
  await press(/^Pair$/);
  await said("Reception is paired");
  // Whoever has no mouse goes on from where the question was asked.
  await page
    .getByRole("button", { name: /^Pair a screen/ })
    .and(page.locator(":focus"))
    .waitFor();
  await board.locator(".board").waitFor();

  await go("Bring in", ["g", "i"]);
  await isAt("Bring in");
  await choose(/^Choose a file/, list);
  await said(`${JOBS} found`);
  await press(/^Take in/);
  await said(`${JOBS} new`);

  await go("Vacancies", ["g", "v"]);
  await page.locator(".job.selected").waitFor();
  const chosen: string[] = [];
  for (let at = 0; at < TEN; at += 1) {
    chosen.push((await page.locator(".job.selected .job-title").textContent())!);
    await press(/^Put on the board/);
    await page.getByRole("button", { name: chosen.at(-1)!, exact: true }).waitFor({ state: "detached" });
  }
  await said("On 1 of 1 screen");

  await go("Leaflets", ["g", "l"]);
  await isAt("Leaflets");
  await press(/^New leaflet/);
  await write(/^Title/, "Help with childcare costs");
  await write(/^Summary/, "Thirty hours a week are paid for you.");
  await write(/^Text/, "Most parents who work can get it.");
  await write(/^Version/, "1");
  await press(/^Reviewed today/);
  await press(/^Publish/);
  await said(/On 1 of 1 screen, \d+\.\d s after you published/);

  await go("What’s on", ["g", "o"]);
  await isAt("What’s on");
  await press(/^New event/);
  await write(/^Title/, "Meet local employers");
  await press(/^Publish/);
  await said(/On 1 of 1 screen, \d+\.\d s after you published/);

  const onTheBoard = async () => (await titlesOfTheTen(board).allTextContents()).map((title) => title.trim());
  await expect.poll(async () => (await onTheBoard()).length, PATIENCE).toBe(TEN);
  await Promise.all(
    ["Help with childcare costs", "Meet local employers"].map((words) =>
      currentSlide(board).getByRole("heading", { name: words }).waitFor({ timeout: 45_000 }),
    ),
  );
  expectNoErrors(errors);
  return { chosen, shown: await onTheBoard() };
}

test.each([
  ["by mouse", byMouse],
  ["by keyboard alone", byKeys],
])(
  "from the set-up link to ten jobs, a leaflet and an event on the board in reception, %s",
  async (_way, hands) => {
    const { chosen, shown } = await fromNothingToABoard(hands);
    expect(shown).toEqual(chosen);
  },
  120_000,
);
