/** Builds the board by itself, serves it and opens it in a real Chromium. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Browser, Locator, Page } from "playwright";
import { build } from "vite";
import type { Entry } from "#shared/programme.ts";
import { launch } from "../../support/chromium.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { MORNING } from "../../support/programme.ts";
import type { BoardByItself } from "./page/page.tsx";

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface OpenBoard {
  readonly page: Page;
  /** What the hub would send; the clock then reads `now`. */
  hear(
    entries: readonly Entry[],
    more?: { version?: number; now?: number; whole?: boolean; epoch?: string },
  ): Promise<void>;
  painted(): Promise<readonly number[]>;
}

export interface Boards {
  open(size: Size, context?: { reducedMotion?: "reduce" }): Promise<OpenBoard>;
  stop(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".woff2": "font/woff2",
};

/** A leaf green square stands for every picture and page; a film never comes. */
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="#3a6"/></svg>'; // prettier-ignore

export async function startBoards(): Promise<Boards> {
  const folder = await temporaryFolder("board");
  await build({
    configFile: false,
    root: path.join(import.meta.dirname, "page"),
    logLevel: "error",
    publicDir: false,
    build: { outDir: folder.path, target: "chrome69", cssTarget: "chrome69", assetsInlineLimit: 0 },
  });
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (/^\/media\/.*webp$/.test(pathname) && !pathname.includes("lost")) {
      return response.writeHead(200, { "Content-Type": "image/svg+xml" }).end(PICTURE);
    }
    const file = await readFile(path.join(folder.path, pathname === "/" ? "index.html" : pathname)).catch(
      () => null,
    );
    if (!file) return response.writeHead(404).end();
    return response
      .writeHead(200, { "Content-Type": TYPES[path.extname(pathname)] ?? "text/html" })
      .end(file);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const browser: Browser = await launch();
  return {
    async open(viewport, context = {}) {
      const page = await (await browser.newContext({ viewport: { ...viewport }, ...context })).newPage();
      await page.goto(`http://127.0.0.1:${port}/`);
      return boardOn(page);
    },
    async stop() {
      await browser.close();
      server.closeAllConnections();
      server.close();
      await folder.remove();
    },
  };
}

function boardOn(page: Page): OpenBoard {
  return {
    page,
    async hear(entries, { version = 1, now = MORNING, whole = true, epoch = "e" } = {}) {
      await page.evaluate(
        (changes) => (globalThis as unknown as { board: BoardByItself }).board.hear(changes),
        { epoch, version, now, whole, entries },
      );
    },
    painted: () => page.evaluate(() => (globalThis as unknown as { board: BoardByItself }).board.painted),
  };
}

export const HD: Size = { width: 1920, height: 1080 };

/** For `expect.poll`: as long as a busy machine may take. */
export const PATIENTLY = { timeout: 30_000 };

/** Of the slide that is on, in its first language. */
export function headline({ page }: OpenBoard): Locator {
  return page.locator(".layer:not([aria-hidden=true]) h2").first();
}
