/** What a page loads before it can show anything, as a real browser gets it from a real hub: here a board. */
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Browser, Page, Response } from "playwright";
import { build, type Plugin, type Rolldown } from "vite";
import { LANGUAGES } from "#shared/languages.ts";
import { repository } from "./hub.ts";

/** HTML, CSS and scripts of a first load, brotli, bytes. */
export const BUDGET = 30_000;
/** And for each language beside English that the centre speaks, its words, or the names of its faces. */
export const LANGUAGE_BUDGET = 1_500;

export interface Loaded {
  readonly file: string;
  /** Of the body as it came over the wire. */
  readonly bytes: number;
  readonly encoding: string;
  readonly plainBytes: number;
}

export interface Weight {
  readonly files: readonly Loaded[];
  readonly bytes: number;
  /** Fetched only where the centre speaks the language. */
  readonly languages: readonly Loaded[];
  /** The service worker, fetched once the page is there; what it then keeps are the same files and others. */
  readonly worker: Loaded;
}

/** Fonts and pictures are weighed elsewhere, and what the hub says of its centre is no file. */
const LEFT = /^(font|image|video)\//;

const OF_A_LANGUAGE = new RegExp(`/assets/(scripts|${LANGUAGES.join("|")})-[^/]+\\.(json|css)$`);

/** Loads the board of a centre of the hub at `url` once, in a browser that has never been there. */
export function weighBoard(browser: Browser, url: string, centre: string): Promise<Weight> {
  return inNewBrowser(browser, async (page) => {
    const loaded = await filesOf(page, `${url}/board?centre=${centre}`, async () => {
      await page.locator("#screen > *").first().waitFor({ state: "attached" });
      await page.waitForLoadState("networkidle");
    });
    const files = loaded.filter(({ file }) => !OF_A_LANGUAGE.test(file));
    const languages = loaded.filter(({ file }) => OF_A_LANGUAGE.test(file));
    const worker = await weigh(await page.goto(`${url}/sw.js`));
    return { files, bytes: sum(files), languages, worker };
  });
}

/** Has a page to itself, in a browser that has never been anywhere. */
export async function inNewBrowser<T>(browser: Browser, look: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ serviceWorkers: "block" });
  try {
    return await look(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What this address loads until it has `settled`; what pages within it load is theirs. */
export async function filesOf(
  page: Page,
  address: string,
  settled: () => Promise<unknown>,
): Promise<readonly Loaded[]> {
  const responses: Response[] = [];
  page.on("response", (response) => {
    if (response.frame() === page.mainFrame()) responses.push(response);
  });
  await page.goto(address);
  await settled();
  return Promise.all(responses.filter(isPart).map(weigh));
}

export function sum(files: readonly Loaded[]): number {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}

function isPart(response: Response): boolean {
  const type = response.headers()["content-type"] ?? "";
  return !LEFT.test(type) && !new URL(response.url()).pathname.startsWith("/api/");
}

async function weigh(response: Response | null): Promise<Loaded> {
  if (!response) throw new Error("There was no answer.");
  const { responseBodySize } = await response.request().sizes();
  return {
    file: new URL(response.url()).pathname,
    bytes: responseBodySize,
    encoding: response.headers()["content-encoding"] ?? "identity",
    plainBytes: (await response.body()).length,
  };
}

/** What a board takes of its libraries. */
const LIBRARIES = `
  import { Component, createRef, render } from "preact";
  import { jsx } from "preact/jsx-runtime";
  import { Workbox } from "workbox-window";
  globalThis.libraries = [Component, createRef, render, jsx, Workbox];
`;

/** The libraries alone, built as the pages are, without a line of ours; brotli, bytes. */
export function weighLibraries(): Promise<number> {
  return weighAlone("kiosk", LIBRARIES, "chrome69");
}

/** A program of libraries only, built as if it lay in this folder; brotli, bytes. */
export async function weighAlone(folder: string, program: string, target: string): Promise<number> {
  const entry = join(repository, folder, "libraries.js");
  const alone: Plugin = {
    name: "libraries",
    resolveId: (id) => (id === entry ? id : null),
    load: (id) => (id === entry ? program : null),
  };
  const built = await build({
    configFile: false,
    root: repository,
    logLevel: "silent",
    publicDir: false,
    plugins: [alone],
    build: { write: false, target, modulePreload: false, rolldownOptions: { input: entry } },
  });
  const { output } = built as Rolldown.RolldownOutput;
  const code = output.map((file) => (file.type === "chunk" ? file.code : "")).join("");
  return brotliCompressSync(code).length;
}
