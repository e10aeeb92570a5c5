import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PATIENCE } from "../support/board.ts";
import { launchChromium69, type OldBrowser, runsHere } from "../support/chromium69.ts";
import { databases } from "../support/databases.ts";
import { centre, noticeDraft, vacancyDraft } from "../support/drafts.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { type Cable, openCable } from "../support/cable.ts";
import { publish, putOnBoard } from "../support/publish.ts";

const TITLES = `[...document.querySelectorAll(".ten li:not([aria-hidden]) h3")].map((title) => title.textContent)`;
const WORDS = `document.querySelector(".stage .layer[aria-hidden=false]").textContent`;

describe.runIf(runsHere)("on a TV from 2019, in its own browser", () => {
  let hub: RunningHub;
  let cable: Cable;
  let tv: OldBrowser;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const database = await databases[0]!.fresh();
    hub = await startHub({ databaseUrl: database.url, pages: true });
    cable = await openCable(hub.url);
    await hub.done("saveCentre", { centre: centre("larkhill"), over: null });
    await putOnBoard(hub, "larkhill", vacancyDraft("cook", "A cook"));
    await publish(hub, noticeDraft("tea", "Tea at ten", ["larkhill"]));
    tv = await launchChromium69();
    close = async () => {
      await tv.close();
      await cable.close();
      await hub.stop();
      await database.close();
    };
  });
  afterAll(() => close?.());

  test("the board is there, hears of a change at once, and starts again from its copy with the network unplugged", async () => {
    const { page } = tv;
    const titles = () => page.ask<string[]>(TITLES);
    await page.open(`${cable.url}/board?centre=larkhill`);
    expect(await page.ask("navigator.userAgent")).toContain("Chrome/69.");
    await expect.poll(titles, PATIENCE).toEqual(["A cook"]);
    expect(await page.ask(WORDS)).toContain("Tea at ten");
    expect(await page.ask(`document.querySelector("header .clock").textContent`)).toMatch(/^\d+:\d\d$/);

    await putOnBoard(hub, "larkhill", vacancyDraft("driver", "A driver"));
    await expect.poll(titles, PATIENCE).toEqual(["A cook", "A driver"]);
    await expect.poll(() => page.ask("Boolean(navigator.serviceWorker.controller)"), PATIENCE).toBe(true);
    expect(page.errors).toEqual([]);

    cable.unplug();
    // The copy is written within a moment; what was shown when the plug was pulled is shown again.
    await expect.poll(() => page.ask(KEPT), PATIENCE).toBe(1);
    await page.reload();
    await expect.poll(titles, PATIENCE).toEqual(["A cook", "A driver"]);
    expect(await page.ask(WORDS)).toContain("Tea at ten");

    cable.plug();
    await hub.done("withdrawItem", { id: "cook", over: null });
    await expect.poll(titles, PATIENCE).toEqual(["A driver"]);
  });
});

/** How many copies hold the second vacancy's place. */
const KEPT = `new Promise((resolve, reject) => {
  const opening = indexedDB.open("signpost/board/larkhill");
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const found = opening.result.transaction("records").objectStore("records").count("placement/driver@larkhill");
    found.onsuccess = () => { opening.result.close(); resolve(found.result); };
    found.onerror = () => reject(found.error);
  };
})`;
