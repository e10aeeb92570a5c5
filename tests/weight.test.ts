import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type HubProcess, startHub } from "./support/bench/hub.ts";
import { BUDGET, LANGUAGE_BUDGET, weighBoard } from "./support/bench/weight.ts";
import { launch } from "./support/chromium.ts";

const A_MINUTE = 60_000;

let hub: HubProcess;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startHub({ demo: true }), launch()]);
}, A_MINUTE);
afterAll(() => Promise.all([hub.stop(), browser.close()]));

test.each(["larkhill", "northbrook", "aberhelyg"])(
  "a board of %s can be loaded over a slow line: its first load keeps within its budget",
  async (centre) => {
    const { files, bytes, languages } = await weighBoard(browser, hub.url, centre);
    expect([...files, ...languages].map(({ encoding }) => encoding)).not.toContain("identity");
    expect(bytes).toBeLessThanOrEqual(BUDGET);
    expect(languages.filter((language) => language.bytes > LANGUAGE_BUDGET)).toEqual([]);
  },
  A_MINUTE,
);
