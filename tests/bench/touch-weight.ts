/** What a kiosk loads beyond a board before it can be used, and what each further language adds; brotli. */
import { brotliCompressSync } from "node:zlib";
import type { Browser, Response } from "playwright";
import { LANGUAGES } from "#shared/languages.ts";
import { launch } from "../support/chromium.ts";
import { benchmark } from "../support/bench/benchmark.ts";
import { startHub } from "../support/bench/hub.ts";
import { round } from "../support/bench/numbers.ts";

const CENTRE = "larkhill";
const MOST_BYTES = 60_000;
const MOST_LANGUAGE_BYTES = 12_000;
const MOST_PAGE_BYTES = 10_000;
/** Fonts and pictures are weighed elsewhere, and what the hub says of its centre is no file. */
const LEFT = /^(font|image|video)\//;

await benchmark("touch-weight", async (keep) => {
  const hub = keep(await startHub({ demo: true }));
  const browser = await launch();
  keep({ stop: () => browser.close() });
  const board = await weigh(browser, `${hub.url}/board?centre=${CENTRE}`, []);
  const kiosk = await weigh(browser, `${hub.url}/kiosk?centre=${CENTRE}`, [".attract", ".door-jobs"]);
  const languages: Record<string, number> = {};
  for (const language of LANGUAGES.filter((one) => one !== "en")) {
    const all = await weigh(browser, `${hub.url}/kiosk?centre=${CENTRE}`, [
      ".attract",
      ".bar button:nth-child(2)",
      `dialog [lang=${language}]`,
      ".door-jobs",
    ]);
    languages[language] = sum(all) - sum(kiosk);
  }
  const page = await (await fetch(`${hub.url}/j/demo-teaching-assistant?centre=${CENTRE}`)).text();
  const look = /href="(\/pages\/look[^"]+)"/.exec(page)?.[1] ?? "";
  const sheet = await (await fetch(hub.url + look)).text();
  const pageBytes = brotliCompressSync(page).length + brotliCompressSync(sheet).length;
  const figures = {
    beyondBoardBytes: sum(kiosk) - sum(board),
    heaviestLanguageBytes: Math.max(...Object.values(languages)),
    languages,
    lightPageBytes: pageBytes,
    files: Object.fromEntries(kiosk),
  };
  return {
    figures,
    yardstick: { boardBytes: sum(board) },
    ratio: { bytes: round(sum(kiosk) / sum(board), 2) },
    target: {
      beyondBoardBytes: MOST_BYTES,
      heaviestLanguageBytes: MOST_LANGUAGE_BYTES,
      lightPageBytes: MOST_PAGE_BYTES,
    },
    pass:
      figures.beyondBoardBytes <= MOST_BYTES &&
      figures.heaviestLanguageBytes <= MOST_LANGUAGE_BYTES &&
      pageBytes <= MOST_PAGE_BYTES,
    runs: 1,
  };
});

/** Bytes over the wire by file, after these have been touched one after another. */
async function weigh(
  browser: Browser,
  url: string,
  touches: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const context = await browser.newContext({ serviceWorkers: "block", hasTouch: true });
  try {
    const page = await context.newPage();
    const responses: Response[] = [];
    context.on("response", (response) => void responses.push(response));
    await page.goto(url);
    for (const touch of touches) await page.locator(touch).first().tap();
    if (touches.includes(".door-jobs")) await page.locator(".found").waitFor();
    await page.waitForLoadState("networkidle");
    const parts = responses.filter((response) => {
      const type = response.headers()["content-type"] ?? "";
      return !LEFT.test(type) && !new URL(response.url()).pathname.startsWith("/api/");
    });
    const weighed = new Map<string, number>();
    for (const response of parts) {
      const { responseBodySize } = await response.request().sizes();
      // Of what a worker fetches the browser tells no size; the hub has said it.
      const size = responseBodySize || Number((await response.allHeaders())["content-length"] ?? 0);
      weighed.set(new URL(response.url()).pathname, size);
    }
    return weighed;
  } finally {
    await context.close();
  }
}

function sum(files: ReadonlyMap<string, number>): number {
  return [...files.values()].reduce((total, bytes) => total + bytes, 0);
}
