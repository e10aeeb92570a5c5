import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type HubProcess, startHub } from "./support/bench/hub.ts";
import { BUDGET, weighBoard } from "./support/bench/weight.ts";
import { launch } from "./support/chromium.ts";

const A_MINUTE = 60_000;

let hub: HubProcess;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startHub({ demo: true }), launch()]);
}, A_MINUTE);
afterAll(() => Promise.all([hub.stop(), browser.close()]));

/** The words and the faces of a language beside English: fetched only where the centre speaks it. */
const OF_A_LANGUAGE = /\/assets\/(scripts|ar|bn|cy|pa|pl|ro|ur)-[^/]+\.(json|css)$/;
const A_LANGUAGE = 1_500;

test.each(["larkhill", "northbrook", "aberhelyg"])(
  "a board of %s can be loaded over a slow line: its first load keeps within its budget",
  async (centre) => {
    const { files } = await weighBoard(browser, hub.url, centre);
    expect(files.map(({ encoding }) => encoding)).not.toContain("identity");
    const board = files.filter(({ file }) => !OF_A_LANGUAGE.test(file));
    expect(board.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(BUDGET);
    const languages = files.filter(({ file }) => OF_A_LANGUAGE.test(file));
    for (const { file, bytes } of languages) expect(bytes, file).toBeLessThanOrEqual(A_LANGUAGE);
  },
  A_MINUTE,
);
