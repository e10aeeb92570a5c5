/** The pages of a kiosk, and how one comes to each by touching. */
import type { Page } from "playwright";
import { choose } from "./kiosk.ts";

/** From the start to every page, each by what is touched. */
export const WAYS: Readonly<Record<string, readonly string[]>> = {
  start: [],
  jobs: [".door-jobs"],
  keys: [".door-jobs", ".type-word"],
  filters: [".door-jobs", ".chip-filters"],
  job: [".door-jobs", ".rows .row"],
  "better off": [".door-jobs", ".rows .row", ".question-button"],
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

/** Touches one thing after the other. */
export async function goBy(page: Page, way: readonly string[]): Promise<void> {
  for (const step of way) {
    const what = page.locator(step).first();
    await choose(page, "touch", step.includes("pic-") ? what.locator("..") : what);
  }
}
