/** Visits to the light pages of the invented district, served for one test each. */
import { load } from "cheerio";
import { onTestFinished } from "vitest";
import type { PageOptions } from "#server/pages/options.ts";
import type { Entry } from "#shared/programme.ts";
import { larkhill, readerOf, servePages, type ServedPages } from "./pages-fixture.ts";

/** Pages that stop with the test. */
export async function serve(options: Partial<PageOptions> = {}): Promise<ServedPages> {
  const served = await servePages(options);
  onTestFinished(() => served.stop());
  return served;
}

/** Pages of Larkhill with these entries alone. */
export function larkhillWith(...entries: readonly Entry[]): Promise<ServedPages> {
  return serve({ read: readerOf({ programmes: [{ centre: larkhill, entries }] }) });
}

/** Opens a page, of the whole district unless another is served. */
export async function open(path: string, { served, ...init }: RequestInit & { served?: ServedPages } = {}) {
  const { url } = served ?? (await serve());
  const response = await fetch(url + path, init);
  return { response, status: response.status, $: load(await response.text()) };
}

export const inEnglish = { headers: { "accept-language": "en-GB,en;q=0.9" } };
