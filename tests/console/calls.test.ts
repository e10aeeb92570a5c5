import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Accepted } from "#shared/calls/call.ts";
import { type Kiosk, kioskAt, saveCentre, settings, valueOf, workingTime } from "../support/calls.ts";
import { expectNoErrors, launch, watchErrors } from "../support/chromium.ts";
import { consoleFor, expectAccessible, HAND } from "../support/console.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { type RunningHub, startHub } from "../support/hub.ts";

let database: Fresh;
let running: RunningHub;
let browser: Browser;
let kiosk: Kiosk;
let ada: Page;
let ben: Page;
let lead: Page;
let errors: readonly string[];

/** Where a person looks at the pages afterwards: `SHOTS=folder`. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env["SHOTS"]) await page.screenshot({ path: `${process.env["SHOTS"]}/${name}.png` });
}

beforeAll(async () => {
  database = await databases[0]!.fresh();
  running = await startHub({ databaseUrl: database.url, pages: true, now: workingTime() });
  browser = await launch();
  await saveCentre(running, "larkhill", settings({ hours: [] }));
  await saveCentre(running, "moor-top", settings({ hours: [] }), { offer: "minimum" });
  kiosk = await kioskAt(running, "larkhill", "By the café");
  const pageOf = async (email: string, role: "adviser" | "district") => {
    const centres = role === "district" ? "all" : ["larkhill", "moor-top"];
    const { page } = await consoleFor(browser, running, { email, role, centres });
    await page.emulateMedia({ reducedMotion: "reduce" });
    return page;
  };
  [ada, ben, lead] = [await pageOf("ada@example.org", "adviser"), await pageOf("ben@example.org", "adviser"), await pageOf("lee@example.org", "district")]; // prettier-ignore
  errors = watchErrors(ada);
}, 60_000);
afterAll(async () => {
  expectNoErrors(errors);
  await browser.close();
  await running.stop();
  await database.close();
});

const row = (page: Page, { reference }: Pick<Accepted, "reference">) =>
  page.locator(`[data-reference="${reference}"]`);

async function openCalls(page: Page): Promise<void> {
  await page.goto("/console/calls");
  await page.getByRole("heading", { name: "Calls", exact: true }).waitFor();
}

test("of two advisers one takes a call, and the other sees who has it and no number", async () => {
  await openCalls(ada);
  await openCalls(ben);
  const call = valueOf(await kiosk.ask({ about: "money", language: "pl" }));
  await row(ada, call).waitFor();
  await row(ben, call).getByText("Polish (Polski)").waitFor();
  await ada.keyboard.press("t");
  await ada.getByText("07700 900123").waitFor();
  await row(ben, call).getByText("ada has it").waitFor();
  expect(await row(ben, call).getByRole("button").count()).toBe(0);
  expect(await ben.locator("body").textContent()).not.toContain("900123");

  await ada.getByLabel("Notes").fill("Tried the bell");
  await ada.getByRole("button", { name: "Try again" }).click();
  await picture(ada, "again-desk");
  await ada.getByRole("button", { name: "Remind me then" }).click();
  await row(ada, call).getByText("ada tries again").waitFor();
  expect(await ada.locator("body").textContent()).not.toContain("900123");
  await row(ada, call).getByRole("button", { name: "I’ll take it" }).click();
  await expect.poll(() => ada.getByLabel("Notes").inputValue()).toBe("Tried the bell");
  await ada.getByRole("button", { name: "Give it back" }).click();
  await row(ben, call).getByRole("button", { name: "I’ll take it" }).waitFor();
});

test("a prank is marked by two presses; its number is refused from then on, until an adviser takes it off the list", async () => {
  const prank = { number: "07700 900999", about: "other" } as const;
  const call = valueOf(await kiosk.ask(prank));
  await row(ada, call).getByRole("button", { name: "I’ll take it" }).click();
  await ada.getByRole("button", { name: "This was a prank" }).click();
  await ada.getByRole("button", { name: "Yes, a prank" }).click();
  await row(ada, call).getByText("This was a prank").waitFor();
  expect(await kiosk.ask(prank)).toMatchObject({ refusal: { code: "number-refused" } });
  await ada.goto("/console/calls/settings");
  await ada.getByRole("button", { name: "Take off the list" }).click();
  await expect.poll(() => ada.getByRole("button", { name: "Take off the list" }).count()).toBe(0);
  expect(await kiosk.ask(prank)).toMatchObject({ ok: true });
});

test("staff of a minimum offer ask on a parent's behalf in three fields, once she has agreed", async () => {
  await openCalls(ada);
  await ada.evaluate(() => sessionStorage.setItem("signpost-centre", "moor-top"));
  await openCalls(ada);
  await ada.keyboard.press("n");
  await ada.getByLabel("Her number").fill("0770");
  await ada.getByLabel("What about").selectOption("training");
  await ada.getByLabel("First name").fill("Sam");
  await ada.getByRole("button", { name: "Ask for the call" }).click();
  await ada.getByText("Ask her first").waitFor();
  await ada.getByLabel("She knows of this").check();
  await ada.getByRole("button", { name: "Ask for the call" }).click();
  await ada.getByText("Some digits are missing").waitFor();
  await expectAccessible(ada);
  await picture(ada, "ask-desk");
  await ada.getByLabel("Her number").fill("07700 900777");
  await ada.getByRole("button", { name: "Ask for the call" }).click();
  const reference = (await ada.locator("p.call-reference").textContent()) ?? "";
  await ada.getByRole("button", { name: "Done" }).click();
  await row(ben, { reference }).getByText("moor-top Children’s Centre, Asked by ada").waitFor();
});

test("the page of calls is for an adviser's hand as for her desk, and My centres says who waits", async () => {
  await picture(ada, "calls-desk");
  await expectAccessible(ada);
  await ada.setViewportSize(HAND);
  await picture(ada, "calls-hand");
  await expectAccessible(ada);
  const isTooWide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
  expect(await ada.evaluate(isTooWide)).toBe(false);
  await ada.goto("/console/my-centres");
  await ada
    .getByRole("button", { name: /calls? waits?/ })
    .first()
    .waitFor();
  valueOf(await kiosk.ask({ number: "07700 900555", about: "job" }));
  await ada.locator(".toast", { hasText: "a call, a job she saw" }).getByRole("link").click();
  await ada.getByRole("heading", { name: "Calls", exact: true }).waitFor();
  await ada.setViewportSize({ width: 1600, height: 1000 });
});

test("an adviser says how a centre's calls are answered, and a district lead who else is told", async () => {
  await lead.goto("/console/calls/settings");
  await lead.getByRole("button", { name: "New group" }).click();
  await lead.getByLabel("Name of the group").fill("Afternoons");
  await lead.getByLabel("ben").check();
  await lead.locator("form", { hasText: "Name of the group" }).getByRole("button", { name: "Save" }).click();
  await lead.getByText("Afternoons is saved").waitFor();
  await ada.goto("/console/calls/settings");
  await ada.getByLabel("Centre", { exact: true }).selectOption("larkhill");
  await ada.getByLabel("Talk now through").uncheck();
  await ada.getByLabel("The handset rings within").fill("9000");
  await ada.getByLabel("Duty group").selectOption("Afternoons");
  await ada.getByRole("button", { name: "Save" }).click();
  await ada.locator("[aria-invalid=true]").waitFor();
  await ada.getByLabel("The handset rings within").fill("20");
  await ada.getByRole("button", { name: "Save" }).click();
  await ada.getByText("Saved for larkhill").waitFor();
  await expectAccessible(ada);
  await picture(ada, "settings-desk");
  const centres = await running.done("listCentres", {});
  expect(centres.find((one: { centre: { slug: string } }) => one.centre.slug === "larkhill").centre.calls).toMatchObject({ voice: false, handsetMinutes: 20 }); // prettier-ignore
});

test("what became of calls is shown by month, topic and outcome, and handed out as a table", async () => {
  const now = new Date();
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 10, 10)).toISOString();
  for (let n = 0; n < 7; n += 1) {
    const { id } = valueOf(await kiosk.ask({ way: "handset", number: null, name: null, about: n < 6 ? "childcare" : "job" })); // prettier-ignore
    const was = {
      asked: month,
      answered: 4 + n,
      in_time: 1,
      state: "ended",
      holder: "ada",
      outcome: "spoke",
    };
    await running.hub.database.reading.updateTable("call").set(was).where("id", "=", id).execute();
  }
  await lead.goto("/console/calls/report");
  await lead.locator(".calls-figures", { hasText: "100%" }).waitFor();
  await lead.locator("figure", { hasText: "What about" }).getByText("others, each under 5").waitFor();
  await expectAccessible(lead);
  await picture(lead, "report-desk");
  const file = lead.waitForEvent("download");
  await lead.getByRole("button", { name: "As a table" }).click();
  expect((await file).suggestedFilename()).toMatch(/^signpost-calls-.*\.csv$/);
  await lead.setViewportSize(HAND);
  await picture(lead, "report-hand");
});
