import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PATIENCE } from "../support/board.ts";
import { expectNoErrors, launch, watchErrors } from "../support/chromium.ts";
import { consoleFor, expectAccessible } from "../support/console.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { centre, vacancy } from "../support/drafts.ts";
import { type RunningHub, startHub } from "../support/hub.ts";

let database: Fresh;
let running: RunningHub;
let browser: Browser;
let staff: Page;
let adviser: Page;
const mishaps: (readonly string[])[] = [];

beforeAll(async () => {
  database = await databases[0]!.fresh();
  running = await startHub({ databaseUrl: database.url, pages: true });
  browser = await launch();
  await running.done("saveCentre", { centre: centre("larkhill"), over: null });
  await running.done("curateCentre", { centre: "larkhill", curation: { approve: true, refill: "offer" } });
  const cook = { id: "cook", until: null, body: vacancy("Cook") };
  await running.done("importVacancies", { vacancies: [cook], decide: "inbox", centres: ["larkhill"] });
  const rita = { email: "rita@example.org", role: "staff", centres: ["larkhill"] } as const;
  const ada = { email: "ada@example.org", role: "adviser", centres: ["larkhill"] } as const;
  staff = (await consoleFor(browser, running, rita)).page;
  adviser = (await consoleFor(browser, running, ada)).page;
  for (const page of [staff, adviser]) {
    page.setDefaultTimeout(30_000);
    mishaps.push(watchErrors(page));
  }
});
afterAll(async () => {
  expectNoErrors(mishaps.flat());
  await browser.close();
  await running.stop();
  await database.close();
});

test("staff propose a job by a key and say why; the adviser says why not, and later agrees", async () => {
  await staff.goto("/console/vacancies");
  await staff.locator(".job.selected").waitFor();
  await staff.keyboard.press("b");
  const propose = staff.getByRole("dialog", { name: "Propose" });
  await propose.getByRole("textbox").fill("Two mothers have asked for it.");
  await expectAccessible(staff);
  await propose.getByRole("button", { name: "Propose" }).click();
  await staff.getByText("Proposed; an adviser will answer").waitFor();

  await adviser.goto("/console/vacancies?tab=proposed");
  await adviser.locator(".job.selected").getByText("Two mothers have asked for it.").waitFor();
  await expectAccessible(adviser);
  await adviser.keyboard.press("n");
  const decline = adviser.getByRole("dialog", { name: "Decline" });
  await decline.getByRole("textbox").fill("It is gone by Friday.");
  await decline.getByRole("button", { name: "Decline" }).click();
  await adviser.locator(".job").waitFor({ state: "detached" });

  await staff.goto("/console/vacancies");
  await staff.locator(".job.selected").waitFor();
  await staff.keyboard.press("r");
  await staff.getByText("Declined: It is gone by Friday.").waitFor();
  await staff.keyboard.press("b");
  await propose.getByRole("button", { name: "Propose" }).click();
  await adviser.locator(".job.selected").waitFor();
  await adviser.keyboard.press("b");
  await adviser.locator(".job").waitFor({ state: "detached" });
  const { rows } = await running.done("theTen", { centre: "larkhill" });
  expect(rows.map(({ id }: { id: string }) => id)).toEqual(["cook"]);
});

test("what staff put up waits for the adviser, who is told how much waits; and again once they change it", async () => {
  const state = async () => (await running.done("listItems", { kind: "notice", limit: 1 }))[0]?.state;
  await staff.goto("/console/notices/new");
  await staff.getByLabel("Title").fill("Free tea until ten");
  await staff.keyboard.press("Control+Enter");
  await staff.getByText("It waits for an adviser, who is asked to approve it.").waitFor();
  await staff.getByText("Waits for approval").waitFor();
  expect(await state()).toBe("proposed");

  await adviser.getByRole("link", { name: "Notices 1" }).click();
  await adviser.getByText("waits for approval").waitFor();
  await expectAccessible(adviser);
  await adviser.getByRole("link", { name: "Free tea until ten" }).click();
  await adviser.getByRole("button", { name: "Publish", exact: true }).click();
  await adviser.getByText("As the screens show it").waitFor();
  expect(await state()).toBe("published");
  await adviser.getByRole("link", { name: "Notices", exact: true }).waitFor();

  await staff.getByText("As the screens show it").waitFor();
  await staff.getByLabel("Title").fill("Free tea until eleven");
  await staff.getByRole("button", { name: "Publish changes" }).click();
  await expect.poll(state, PATIENCE).toBe("proposed");
  await staff.getByText("Waits for approval").waitFor();
  await adviser.getByRole("link", { name: "Notices 1" }).waitFor();
});

test("what an adviser sends back is a draft again, and whoever put it up reads why until it is up again", async () => {
  const state = async () => (await running.done("listItems", { kind: "notice", limit: 1 }))[0]?.state;
  const back = adviser.getByRole("button", { name: "Send back" });
  await back.click();
  const why = adviser.getByRole("dialog", { name: "Send back" });
  await why.getByRole("button", { name: "Send back" }).click();
  await why.getByRole("textbox").fill("The kitchen closes at ten.");
  await expectAccessible(adviser);
  await why.getByRole("button", { name: "Send back" }).click();
  await adviser.getByText("It is a draft again, and the staff read why.").waitFor();
  expect(await state()).toBe("draft");
  await back.waitFor({ state: "detached" });

  await staff.getByText("An adviser sent it back: The kitchen closes at ten.").waitFor();
  await expectAccessible(staff);
  await staff.getByLabel("Title").fill("Free tea until ten");
  await staff.keyboard.press("Control+Enter");
  await expect.poll(state, PATIENCE).toBe("proposed");
  await staff.getByText("An adviser sent it back").waitFor({ state: "detached" });
});
