import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Centre } from "#shared/centres/schema.ts";
import { textIn } from "#shared/languages.ts";
import {
  currentSlide,
  expectSlide,
  expectTen,
  openPage,
  PATIENCE,
  titlesOfTheTen,
} from "../support/board.ts";
import { launch } from "../support/chromium.ts";
import { databases } from "../support/databases.ts";
import { centre, notice, noticeDraft, vacancy, vacancyDraft } from "../support/drafts.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { publish, putOnBoard } from "../support/publish.ts";

let browser: Browser;
let hub: RunningHub;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** A hub with one centre. It ends with the test, after the pages that were opened since: who loses it complains. */
async function make(more: Partial<Centre> = {}): Promise<void> {
  const database = await databases[0]!.fresh();
  hub = await startHub({ databaseUrl: database.url, pages: true });
  onTestFinished(() => hub.stop().then(database.close));
  const board = { ten: 10, motion: "steps", secondsPerSlide: 4 } as const;
  await hub.done("saveCentre", { centre: centre("larkhill", { board, ...more }), over: null });
}

const openBoard = (expected: readonly RegExp[] = []): Promise<Page> =>
  openPage(browser, `${hub.url}/board?centre=larkhill`, expected);

test("a centre that has published nothing yet has a friendly board", async () => {
  await make();
  const page = await openBoard();
  await page.locator("header").getByText("larkhill Children’s Centre").waitFor();
  await expect.poll(() => currentSlide(page).locator("h2").textContent(), PATIENCE).toMatch(/\w/);
  expect(await page.locator(".ten").count()).toBe(0);
});

test("a centre with two thousand vacancies to search still has its ten on the board", async () => {
  await make();
  const vacancies = Array.from({ length: 2000 }, (_, job) => ({
    id: `job-${job}`,
    until: null,
    body: vacancy(`Job ${job}`),
  }));
  await hub.done("importVacancies", { vacancies, decide: "search", centres: ["larkhill"] });
  for (let job = 0; job < 10; job += 1)
    await hub.done("placeVacancy", { vacancy: `job-${job}`, centre: "larkhill", on: "board" });
  const page = await openBoard();
  const ten = Array.from({ length: 10 }, (_, job) => `Job ${job}`);
  await expectTen(page, ten);
  await hub.done("withdrawItem", { id: "job-3", over: null });
  await expectTen(
    page,
    ten.filter((title) => title !== "Job 3"),
  );
}, 180_000);

describe("markup and script", () => {
  const marked = `<img src=x onerror="document.title='taken'">&amp;`;
  /** In a title it is refused (tests/server/items/items.test.ts). */
  const script = `${marked}<script>document.title='taken'</script>`;

  test("are shown as the text that they are, wherever somebody writes them", async () => {
    const name = textIn("en", `Centre ${script}`);
    await make({ name, welcome: textIn("en", `Welcome ${script}`) });
    const job = vacancyDraft("job", `Job ${marked}`);
    const pay = { ...job.body.pay!, text: `Pay ${script}`, min: null, max: null, unit: null, perHour: null };
    const body = { ...job.body, employer: `Employer ${script}`, pay };
    await putOnBoard(hub, "larkhill", { ...job, body });
    const draft = noticeDraft("note", `Title ${marked}`, ["larkhill"]);
    await publish(hub, {
      ...draft,
      body: notice(`Title ${marked}`, { text: textIn("en", `Words ${script}`) }),
    });
    const page = await openBoard();
    await expectTen(page, [`Job ${marked}`]);
    await expectSlide(page, `Title ${marked}`);
    await expectSlide(page, `Words ${script}`);
    for (const written of [`Centre ${script}`, `Employer ${script}`, `Pay ${script}`])
      expect(await page.getByText(written, { exact: true }).count()).toBeGreaterThan(0);
    expect(await page.title()).not.toBe("taken");
    await page.goto(`${hub.url}/c/larkhill`);
    expect(await page.locator("body").textContent()).toContain(`Job ${marked}`);
    expect(await page.locator("[onerror], body script:not([src])").count()).toBe(0);
  });
});

test("a picture that cannot be had leaves its slide without it, and the board goes on", async () => {
  await make();
  const lost = { id: `${"A".repeat(43)}.webp`, kind: "picture", width: 8, height: 8, alt: null } as const;
  const draft = noticeDraft("tea", "Tea at ten", ["larkhill"]);
  await publish(hub, { ...draft, body: notice("Tea at ten", { picture: lost }) });
  await publish(hub, noticeDraft("coffee", "Coffee at two", ["larkhill"]));
  const page = await openBoard([/404/]);
  await expectSlide(page, "Coffee at two");
  await expectSlide(page, "Tea at ten");
  expect(await currentSlide(page).locator("img").count()).toBe(0);
  await expectSlide(page, "Coffee at two");
});

test("a board takes turns in its centre's languages, and turns round for Urdu", async () => {
  await make({ languages: ["en", "ur"] });
  const title = { original: "en", words: { en: "Tea at ten", ur: "دس بجے چائے" } } as const;
  await publish(hub, { ...noticeDraft("tea", "Tea at ten", ["larkhill"]), body: { ...notice(""), title } });
  await putOnBoard(hub, "larkhill", vacancyDraft("cook", "A cook"));
  const page = await openBoard();
  await expect.poll(() => page.evaluate(turnOfBoard), PATIENCE).toEqual(["en", "ltr", "Tea at ten", false]);
  await expect.poll(() => page.evaluate(turnOfBoard), PATIENCE).toEqual(["ur", "rtl", "دس بجے چائے", true]);
  expect(await titlesOfTheTen(page).first().textContent()).toBe("A cook");
  await expect.poll(() => page.evaluate(turnOfBoard), PATIENCE).toEqual(["en", "ltr", "Tea at ten", false]);
});

/** Runs in the page, at one glance: a moment later it may be the other language's turn. Whether the clock stands left of the logo comes last. */
function turnOfBoard(): readonly unknown[] {
  const board = document.querySelector("[lang][dir]");
  const words = document.querySelector(".stage .layer[aria-hidden=false] h2")?.textContent;
  const [clock, logo] = [".clock", ".logo"].map((part) => document.querySelector(`header ${part}`)?.getBoundingClientRect().x ?? 0); // prettier-ignore
  return [board?.getAttribute("lang"), board?.getAttribute("dir"), words, clock! < logo!];
}
