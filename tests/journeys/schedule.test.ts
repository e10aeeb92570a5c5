import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Timing } from "#shared/schema.ts";
import { openPage, PATIENCE, standStill } from "../support/board.ts";
import { launch } from "../support/chromium.ts";
import { databases } from "../support/databases.ts";
import { always, centre, notice, vacancy } from "../support/drafts.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import samples from "../samples/schedule-cases.json" with { type: "json" };

type State = "draft" | "published" | "withdrawn";
/** An item of the cases; terms stand in it although they are its centre's. */
type Scheduled = Partial<Timing> & { readonly state: State; readonly terms?: readonly (readonly string[])[] };

/** Before anything in the cases, so that nothing has ended yet. */
const BEFORE = Date.parse("2026-01-01T00:00:00Z");
let now = BEFORE;
let hub: RunningHub;
let browser: Browser;
let page: Page;
let close: () => Promise<void>;

beforeAll(async () => {
  const database = await databases[0]!.fresh();
  hub = await startHub({ databaseUrl: database.url, pages: true, now: () => now });
  browser = await launch();
  close = async () => {
    await browser.close();
    await hub.stop();
    await database.close();
  };
});
afterAll(() => close?.());

/** A centre of its own for each case, with the item as a notice and as a vacancy on its board. */
async function prepare(slug: string, item: Scheduled): Promise<void> {
  now = BEFORE;
  const { from = null, until = null, pattern = [], exceptDates = [], termTimeOnly = false } = item;
  const timing = { ...always, from, until, pattern, exceptDates, termTimeOnly };
  await hub.done("saveCentre", { centre: centreOf(slug, item, BEFORE), over: null });
  const drafts = [
    {
      id: `${slug}-notice`,
      kind: "notice",
      audience: [slug],
      over: null,
      ...timing,
      body: notice("The slide"),
    },
    { id: `${slug}-job`, kind: "vacancy", audience: [], over: null, ...timing, body: vacancy("The job") },
  ] as const;
  for (const draft of drafts) {
    const { id } = draft;
    await hub.done("saveItem", { ...draft, audience: [...draft.audience] });
    if (item.state === "draft") continue;
    await hub.done("publishItem", { id, over: null });
    if (draft.kind === "vacancy") await hub.done("placeVacancy", { vacancy: id, centre: slug, on: "board" });
    if (item.state === "withdrawn") await hub.done("withdrawItem", { id, over: null });
  }
}

/** The centre is named after the instant, so that its header tells for which one the board was drawn. */
function centreOf(slug: string, { terms = [] }: Scheduled, at: number) {
  const name = { original: "en", words: { en: new Date(at).toISOString() } } as const;
  return centre(slug, { name, terms: terms.map(([first = "", last = ""]) => [first, last]) });
}

interface Drawn {
  readonly drawn: string | null | undefined;
  readonly slide: boolean;
  readonly job: boolean;
}

function whatIsDrawn(): Drawn {
  const words = document.body.textContent ?? "";
  const drawn = document.querySelector("header h1")?.textContent;
  return { drawn, slide: words.includes("The slide"), job: words.includes("The job") };
}

describe("a board on the wall keeps the schedule", () => {
  test.each(samples.cases.map((one, number) => [one.name, number, one] as const))(
    "%s",
    async (_name, number, one) => {
      const slug = `case-${number}`;
      const item = one.item as Scheduled;
      await prepare(slug, item);
      page = await openPage(browser, "about:blank");
      await page.clock.install({ time: BEFORE });
      const welcomed = page.waitForEvent("websocket").then((socket) =>
        socket.waitForEvent("framereceived", {
          predicate: ({ payload }) => payload.toString().includes('"state":"welcome"'),
        }),
      );
      await page.goto(`${hub.url}/board?centre=${slug}`);
      await page.getByText(new Date(BEFORE).toISOString()).first().waitFor();
      // Stood still while the hub's answer is on its way, its clock would take the leap for the way's length.
      await welcomed;
      // From now on its clock stands still but for what a step below gives it, so that 11:59:59 stays before noon.
      await standStill(page);

      for (const [step, { instant, showing }] of one.at.entries()) {
        now = Date.parse(instant);
        // A job without a closing date asks again after two weeks: here its adviser has just answered.
        if (!item.until && item.state !== "draft" && item.state !== "withdrawn")
          await hub.done("placeVacancy", { vacancy: `${slug}-job`, centre: slug, on: "board" });
        await hub.done("saveCentre", { centre: centreOf(slug, item, now), over: step + 1 });
        const look = async () => {
          await page.clock.runFor(5);
          return page.evaluate(whatIsDrawn);
        };
        const drawn = new Date(now).toISOString();
        await expect.poll(async () => (await look()).drawn, PATIENCE).toBe(drawn);
        await page.clock.runFor(250);
        expect(await look()).toEqual({ drawn, slide: showing, job: showing });
      }
    },
  );
});
