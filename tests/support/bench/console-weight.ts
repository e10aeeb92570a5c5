/** What the console loads before an adviser sees her first page, as a real browser gets it from a real hub. */
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Browser, Response } from "playwright";
import { build, type Plugin, type Rolldown } from "vite";
import { repository } from "./hub.ts";
import { isPart, type Loaded, weigh } from "./weight.ts";

/** HTML, CSS and scripts of a first load, brotli, bytes: the shell and the first page. */
export const CONSOLE_BUDGET = 120_000;

/** Loads the console's first page once for whoever this cookie belongs to, in a browser that has never been there. */
export async function weighConsole(
  browser: Browser,
  url: string,
  cookie: string,
): Promise<readonly Loaded[]> {
  const context = await browser.newContext({ serviceWorkers: "block" });
  try {
    const at = cookie.indexOf("=");
    await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url }]);
    const page = await context.newPage();
    const responses: Response[] = [];
    page.on("response", (response) => {
      // The live board is a page of its own, weighed as such.
      if (response.frame() === page.mainFrame()) responses.push(response);
    });
    await page.goto(`${url}/console`);
    await page.locator("main h1").waitFor();
    await page.waitForLoadState("load");
    return await Promise.all(responses.filter(isPart).map(weigh));
  } finally {
    await context.close();
  }
}

/** What the console takes of its libraries. */
const LIBRARIES = `
  import { Component, render } from "preact";
  import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
  import { jsx } from "preact/jsx-runtime";
  import { computed, effect, signal } from "@preact/signals";
  import { ErrorBoundary, lazy, LocationProvider, Route, Router, useLocation } from "preact-iso";
  import { io } from "socket.io-client";
  globalThis.libraries = [Component, render, useEffect, useId, useMemo, useRef, useState, jsx, computed, effect, signal, ErrorBoundary, lazy, LocationProvider, Route, Router, useLocation, io];
`;

/** The libraries alone, built as the console is, without a line of ours; brotli, bytes. */
export async function weighConsoleLibraries(): Promise<number> {
  const entry = join(repository, "console", "libraries.js");
  const alone: Plugin = {
    name: "libraries",
    resolveId: (id) => (id === entry ? id : null),
    load: (id) => (id === entry ? LIBRARIES : null),
  };
  const built = await build({
    configFile: false,
    root: repository,
    logLevel: "silent",
    publicDir: false,
    plugins: [alone],
    build: { write: false, target: "baseline-widely-available", modulePreload: false, rolldownOptions: { input: entry } }, // prettier-ignore
  });
  const { output } = built as Rolldown.RolldownOutput;
  const code = output.map((file) => (file.type === "chunk" ? file.code : "")).join("");
  return brotliCompressSync(code).length;
}
