/** The pages of a kiosk, and how one comes to each by touching. */
import type { Page } from "playwright";
import { choose } from "./kiosk.ts";
import { PATIENCE } from "./board.ts";

/** From the start to every page, each by what is touched. */
export const WAYS: Readonly<Record<string, readonly string[]>> = {
  start: [],
  jobs: [".door-jobs"],
  keys: [".door-jobs", ".type-word"],
  filters: [".door-jobs", ".chip-filters"],
  job: [".door-jobs", ".rows .row"],
  "better off": [".door-jobs", ".rows .row", ".question-button"],
  "who minds my child": [".door-jobs", ".rows .row", ".question-button + .question-button"],
  "nothing found": [".door-jobs", ".type-word", '.keys [data-skbtn="q"]', '.keys [data-skbtn="x"]'],
  "take it home": [".door-jobs", ".rows .row", ".action.sun"],
  learn: [".door-jobs", ".learn-button"],
  list: [".door-jobs", ".rows .row", ".keep", ".bar .pic-list"],
  statement: [".bar .pic-size", "dialog .pic-accessibility"],
  leaflets: [".door-leaflets"],
  leaflet: [".door-leaflets", ".rows .row"],
  "what's on": [".door-on"],
  event: [".door-on", ".rows .row"],
  websites: [".door-websites"],
  adviser: [".door-adviser"],
  languages: [".bar .pic-languages"],
  look: [".bar .pic-size"],
  finished: [".bar .pic-leave"],
};

/** What stands on each page and on none before it on the way: then one is there. */
const THERE: Readonly<Record<string, string>> = {
  start: ".doors",
  jobs: ".rows .row",
  keys: ".word-field input",
  filters: "dialog fieldset",
  job: ".pay-line",
  "better off": "dialog .answers-to .pic-leaflet",
  "who minds my child": "dialog .answers-to .pic-leaflet",
  "nothing found": "p.lead[role=status]",
  "take it home": ".phone-code svg",
  learn: "h2.part",
  list: ".kept",
  statement: "p.prose.lead",
  leaflets: ".rows .row",
  leaflet: ".leaflet-text > *",
  "what's on": ".rows .row",
  event: ".boxes .pic-calendar",
  websites: ".site",
  adviser: ".rows .row",
  languages: "dialog [lang=ur]",
  look: "dialog .size-2",
  finished: "dialog .answers",
};

/** From the start to a page, until it is there. */
export async function goTo(page: Page, name: string): Promise<void> {
  await goBy(page, WAYS[name]!);
  await page.locator(THERE[name]!).first().waitFor(PATIENCE);
}

/** Back to the start, past whatever lies over the page. */
export async function goHome(page: Page): Promise<void> {
  if ((await page.locator("dialog").count()) > 0) await page.keyboard.press("Escape");
  await choose(page, "touch", page.locator(".bar .pic-home").locator(".."));
  await page.locator(".doors").waitFor(PATIENCE);
}

/** Touches one thing after the other. */
export async function goBy(page: Page, way: readonly string[]): Promise<void> {
  for (const step of way) {
    const what = page.locator(step).first();
    await choose(page, "touch", step.includes("pic-") ? what.locator("..") : what);
  }
}
