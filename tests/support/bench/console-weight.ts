/** What the console loads before an adviser sees her first page, weighed as a board is. */
import type { Browser } from "playwright";
import { filesOf, inNewBrowser, type Loaded, weighAlone } from "./weight.ts";

/** HTML, CSS and scripts of a first load, brotli, bytes: the shell and the first page. */
export const CONSOLE_BUDGET = 120_000;

/** Loads the console's first page once for whoever this cookie belongs to. The live board in it is weighed as such. */
export function weighConsole(browser: Browser, url: string, cookie: string): Promise<readonly Loaded[]> {
  const at = cookie.indexOf("=");
  return inNewBrowser(browser, async (page) => {
    await page.context().addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url }]);
    return filesOf(page, `${url}/console`, async () => {
      await page.locator("main h1").waitFor();
      await page.waitForLoadState("load");
    });
  });
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

/** The libraries alone, built as the console is; brotli, bytes. */
export function weighConsoleLibraries(): Promise<number> {
  return weighAlone("console", LIBRARIES, "baseline-widely-available");
}
