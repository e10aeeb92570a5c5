import type { Browser, BrowserContext, Locator, Page } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { PATIENCE } from "../support/board.ts";
import { type Cable, openCable } from "../support/cable.ts";
import { launch } from "../support/chromium.ts";
import { consoleFor, DESK, expectAccessible, HAND } from "../support/console.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { centre } from "../support/drafts.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { codeFor } from "../support/totp.ts";

const PASSWORD = "four unrelated plain words";
const A_MINUTE = 60_000;

let database: Fresh;
let running: RunningHub;
let browser: Browser;
let cable: Cable;
beforeAll(async () => {
  database = await databases[0]!.fresh();
  running = await startHub({ databaseUrl: database.url, pages: true });
  cable = await openCable(running.url);
  browser = await launch();
  for (const slug of ["larkhill", "mill-lane"])
    await running.done("saveCentre", { centre: centre(slug), over: null });
});
afterAll(async () => {
  await browser.close();
  await cable.close();
  await running.stop();
  await database.close();
});

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: DESK, baseURL: running.url });
  onTestFinished(() => context.close());
  context.setDefaultTimeout(30_000);
  return context;
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/console");
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.keyboard.press("Enter");
}

/** What is wrong stands at the very field, for a screen reader too. */
async function expectMistake(field: Locator, words: RegExp): Promise<void> {
  const said = () =>
    field.evaluate((input) => {
      const ids = (input.getAttribute("aria-describedby") ?? "").split(" ");
      return ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    });
  await expect.poll(said, PATIENCE).toMatch(words);
  expect(await field.getAttribute("aria-invalid")).toBe("true");
}

test(
  "a district lead invites an adviser, gives her another centre, and lets her go; a link opens once, and not too late",
  async () => {
    const lead = { email: "leah@example.org", role: "district", centres: "all" } as const;
    const { context, page } = await consoleFor(browser, running, lead);
    onTestFinished(() => context.close());
    page.setDefaultTimeout(30_000);
    await page.goto("/console/people");
    await page.getByRole("row", { name: /leah@example.org/ }).waitFor();
    await page.keyboard.press("n");
    const form = page.getByRole("dialog", { name: "Invite a person" });
    await form.getByLabel("Name").fill("Ada Adviser");
    await form.getByLabel("E-mail").fill("leah@example.org");
    await form.getByLabel("Role").selectOption("adviser");
    await form.getByLabel("larkhill Children’s Centre").check();
    await expectAccessible(page);
    await form.getByRole("button", { name: "Make the link" }).click();
    await expectMistake(form.getByLabel("E-mail"), /There is a person with this e-mail already/);
    await form.getByLabel("E-mail").fill("ada@example.org");
    await form.getByRole("button", { name: "Make the link" }).click();
    const handed = page.getByRole("dialog", { name: "A link for Ada Adviser" });
    const link = await handed.getByLabel("Link").inputValue();
    await expectAccessible(page);
    await handed.getByRole("button", { name: "Done" }).click();

    const hers = await (await newContext()).newPage();
    await hers.goto(link);
    await hers.getByRole("heading", { name: "Welcome to Signpost" }).waitFor();
    await expectAccessible(hers);
    await hers.getByLabel("New password").fill("password1234");
    await hers.keyboard.press("Enter");
    await expectMistake(hers.getByLabel("New password"), /too easy to guess/);
    expect(await hers.getByLabel("Your name").inputValue()).toBe("Ada Adviser");
    await hers.getByLabel("New password").fill(PASSWORD);
    await hers.keyboard.press("Enter");
    await hers.getByRole("heading", { name: "Vacancies to decide" }).waitFor();
    const replay = await (await newContext()).newPage();
    await replay.goto(link);
    await replay.getByRole("alert").getByText("This link has been used, or it is too old.").waitFor();

    const act = async (word: string) => {
      await page.getByRole("button", { name: "Actions for Ada Adviser" }).click();
      await page.getByRole("button", { name: word, exact: true }).click();
    };
    await act("New link to sign in");
    const late = await handed.getByLabel("Link").inputValue();
    await handed.getByRole("button", { name: "Done" }).click();
    running.setNow(() => Date.now() + 2 * 3_600_000);
    onTestFinished(() => running.setNow(Date.now));
    await replay.goto("about:blank");
    await replay.goto(late);
    await replay.getByRole("alert").getByText("This link has been used, or it is too old.").waitFor();
    running.setNow(Date.now);

    await act("Change");
    const change = page.getByRole("dialog", { name: "Change Ada Adviser" });
    await change.getByLabel("mill-lane Children’s Centre").check();
    await change.getByRole("button", { name: "Save" }).click();
    await page.getByText("Ada Adviser was changed.").waitFor();
    await hers.goto("/console/my-centres");
    await hers
      .getByRole("heading", { name: /mill-lane/ })
      .first()
      .waitFor();
    await act("Let go");
    await page
      .getByRole("dialog", { name: "Let Ada Adviser go?" })
      .getByRole("button", { name: "Let go" })
      .click();
    await hers.getByRole("heading", { name: "Sign in" }).waitFor();
    await page.setViewportSize(HAND);
    await expectAccessible(page);
  },
  2 * A_MINUTE,
);

test(
  "an adviser sets up a second factor, is asked for it from then on, and ends a session from another",
  async () => {
    await newcomer("sue@example.org");
    const page = await (await newContext()).newPage();
    await signIn(page, "sue@example.org");
    await page.getByRole("heading", { name: "Vacancies to decide" }).waitFor();
    await page.goto("/console/account");
    const part = page
      .locator("section")
      .filter({ has: page.getByRole("heading", { name: "Second factor" }) });
    await part.getByLabel("Your password").fill("not this one");
    await part.getByRole("button", { name: "Set it up" }).click();
    await expectMistake(part.getByLabel("Your password"), /This is not your password/);
    await part.getByLabel("Your password").fill(PASSWORD);
    await part.getByRole("button", { name: "Set it up" }).click();
    const secret = /: (\S+)$/.exec(
      (await part.getByText(/^Or type this into the app/).textContent()) ?? "",
    )![1]!;
    const backup = await part.locator(".backup-codes li").first().textContent();
    await expectAccessible(page);
    await part.getByLabel("Code from your app").fill("000000");
    await part.getByRole("button", { name: "Confirm" }).click();
    await expectMistake(part.getByLabel("Code from your app"), /This code is not right/);
    await part.getByLabel("Code from your app").fill(codeFor(`otpauth://totp/x?secret=${secret}`));
    await part.getByRole("button", { name: "Confirm" }).click();
    await part.getByText("second factor on").waitFor();

    const other = await (await newContext()).newPage();
    await signIn(other, "sue@example.org");
    await other.getByLabel("Code from your app").fill("111111");
    await other.keyboard.press("Enter");
    await other.getByText("This code is not right").waitFor();
    await expectAccessible(other);
    await other.getByLabel("Code from your app").fill(backup!);
    await other.keyboard.press("Enter");
    await other.getByRole("heading", { name: "Vacancies to decide" }).waitFor();
    await page.reload();
    await page
      .getByRole("listitem")
      .filter({ hasText: /^Chrome/ })
      .getByRole("button", { name: "Sign out there" })
      .click();
    await other.getByRole("heading", { name: "Sign in" }).waitFor();
  },
  2 * A_MINUTE,
);

test(
  "a program acts with a token that its maker sees once, within the role that it was given, until it is ended",
  async () => {
    const tom = { email: "tom@example.org", role: "adviser", centres: ["larkhill"] } as const;
    const { context, page } = await consoleFor(browser, running, tom);
    onTestFinished(() => context.close());
    page.setDefaultTimeout(30_000);
    await page.goto("/console/account");
    // Whoever has chosen another password goes on with what is open, in the session that takes its place.
    const part = page.locator("section").filter({ has: page.getByRole("heading", { name: "Password" }) });
    await part.getByLabel("Your password").fill("correct horse battery staple");
    await part.getByLabel("New password").fill("some other unrelated plain words");
    await page.keyboard.press("Enter");
    await page.getByText("Your password was changed.").waitFor();
    await page.getByRole("button", { name: "Make a token" }).click();
    const making = page.getByRole("dialog", { name: "Make a token" });
    await making.getByLabel("What it is for").fill("Monthly report");
    await making.getByLabel("Role").selectOption("staff");
    await expectAccessible(page);
    await making.getByRole("button", { name: /^Make/ }).click();
    const token = await page.getByLabel("Token", { exact: true }).inputValue();
    await page.keyboard.press("Escape");
    const ask = async (name: string, input: unknown) => {
      const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
      const answer = await fetch(`${running.url}/api/v1/commands/${name}`, { method: "POST", headers, body: JSON.stringify(input) }); // prettier-ignore
      return answer.json();
    };
    expect(await ask("listCentres", {})).toMatchObject({
      ok: true,
      value: [{ centre: { slug: "larkhill" } }],
    });
    expect(await ask("tryWebsite", { address: "https://example.org/", allow: [], helpers: [] })).toMatchObject({ refusal: { code: "not-allowed" } }); // prettier-ignore
    await page.getByRole("listitem").filter({ hasText: "Monthly report" }).getByRole("button", { name: "End it" }).click(); // prettier-ignore
    await page.getByText("Monthly report opens nothing any more.").waitFor();
    expect(await ask("listCentres", {})).toMatchObject({ refusal: { code: "not-allowed" } });
  },
  A_MINUTE,
);

test(
  "while the line is cut the page says so and keeps what is typed, and carries on once it is mended",
  async () => {
    await newcomer("lin@example.org");
    const context = await browser.newContext({ viewport: DESK, baseURL: cable.url });
    onTestFinished(() => context.close());
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    await signIn(page, "lin@example.org");
    await page.getByRole("heading", { name: "Vacancies to decide" }).waitFor();
    await page.goto("/console/notices/new");
    await page.getByLabel("Title").fill("Free tea until ten");
    cable.unplug();
    const away = page.getByText("The hub does not answer. What you type is kept, and sent when it is back.");
    await away.waitFor(PATIENCE);
    await page.getByLabel("A few more words").fill("In the kitchen.");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").filter({ hasText: /hub/i }).first().waitFor();
    expect(await page.getByLabel("Title").inputValue()).toBe("Free tea until ten");
    await expectAccessible(page);
    cable.plug();
    await away.waitFor({ state: "detached", ...PATIENCE });
    expect(await page.getByLabel("A few more words").inputValue()).toBe("In the kitchen.");
    await page.keyboard.press("Control+Enter");
    await page.getByText("As the screens show it").waitFor(PATIENCE);
  },
  2 * A_MINUTE,
);

/** Somebody at Larkhill who has come in before. */
async function newcomer(email: string): Promise<void> {
  const who = { email, role: "adviser", centres: ["larkhill"], password: PASSWORD } as const;
  const { context } = await consoleFor(browser, running, who);
  await context.close();
}
