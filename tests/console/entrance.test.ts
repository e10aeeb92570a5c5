import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectNoErrors, launch, watchErrors } from "../support/chromium.ts";
import { consoleFor, DESK, expectAccessible, HAND } from "../support/console.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { centre } from "../support/drafts.ts";
import { type RunningHub, startHub } from "../support/hub.ts";

const PASSWORD = "four unrelated plain words";

let database: Fresh;
let running: RunningHub;
let browser: Browser;
beforeAll(async () => {
  database = await databases[0]!.fresh();
  running = await startHub({ databaseUrl: database.url, pages: true });
  browser = await launch();
  await running.done("saveCentre", { centre: centre("larkhill"), over: null });
});
afterAll(async () => {
  await browser.close();
  await running.stop();
  await database.close();
});

test("the first district lead comes in by the link that the hub prints, and later by e-mail and password", async () => {
  const context = await browser.newContext({ viewport: DESK, baseURL: running.url });
  const page = await context.newPage();
  const errors = watchErrors(page, [/401 .*session/]);
  await page.goto((await running.hub.setUpLink())!);
  await page.getByRole("heading", { name: "Set up Signpost" }).waitFor();
  await expectAccessible(page);
  await page.getByLabel("Your name").fill("Leah Lead");
  await page.getByLabel("E-mail").fill("leah@example.org");
  await page.getByLabel("New password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Sign out" }).waitFor();
  expect(page.url()).not.toContain("#");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await expectAccessible(page);
  await page.getByLabel("E-mail").fill("leah@example.org");
  await page.getByLabel("Password").fill("not this one");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("The e-mail or the password is not right.").waitFor();
  await page.getByLabel("Password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByText("Leah Lead").first().waitFor();
  expectNoErrors(errors);
  await context.close();
});

test("a link that was used says so, and leads to the sign-in page", async () => {
  const page = await browser.newPage({ baseURL: running.url });
  await page.goto("/console/welcome#a-link-that-nobody-has-ever-made-or-sent");
  await page.getByRole("alert").getByText("This link has been used").waitFor();
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Password").waitFor();
  expect(await page.getByRole("alert").textContent()).toBe("");
  await page.close();
});

test("pages are reached by keys, the list of keys is under ?, and the hand-held console has one menu", async () => {
  const who = { email: "ada@example.org", role: "adviser", centres: ["larkhill"] } as const;
  const { context, page } = await consoleFor(browser, running, who);
  const errors = watchErrors(page);
  await page.goto("/console");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await page.getByRole("heading", { name: "My account", level: 1 }).waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).getByText("Go to My account").waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.setViewportSize(HAND);
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("link", { name: "My account" }).waitFor();
  await expectAccessible(page);
  expectNoErrors(errors);
  await context.close();
});

test.each([
  { email: "eve@example.org", which: "who is let go" },
  { email: "pia@example.org", which: "who is let go while her page still connects" },
])("an adviser $which is asked to sign in again at once", async ({ email, which }) => {
  const who = { email, role: "adviser", centres: ["larkhill"] } as const;
  const { context, page, person } = await consoleFor(browser, running, who);
  let [begin, connect] = [() => {}, () => {}];
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const held = new Promise<void>((resolve) => (connect = resolve));
  await page.routeWebSocket(/socket\.io/, async (line) => {
    begin();
    await held;
    line.connectToServer();
  });
  await page.goto("/console/account");
  await page.getByText(email).first().waitFor();
  await begun;
  if (which.endsWith("let go")) connect();
  await running.done("endPerson", { id: person });
  connect();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(await page.getByText(email).count()).toBe(0);
  await context.close();
});
