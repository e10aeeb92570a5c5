/** A kiosk as those before it use it: by touch, by keyboard, by two switches. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright";
import { expect } from "vitest";
import type { Language } from "#shared/languages.ts";
import type board from "#kiosk/language/en.json";
import type touch from "#kiosk/language/touch/en.json";
import { PATIENCE } from "./board.ts";

export type Means = "touch" | "keyboard" | "switches";

const words = join(import.meta.dirname, "../../kiosk/language");

/** What a kiosk says in a language. */
export function sayings(language: Language) {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(words, path), "utf8"));
  const { words: onBoards } = read(`${language}.json`) as typeof board;
  return { ...onBoards, ...(read(`touch/${language}.json`) as typeof touch).words };
}

const KEYS = { keyboard: "Tab", switches: "Space" } as const;

/** Ends the slides: whoever begins with the space bar has switches. */
export async function wake(page: Page, means: Means = "touch"): Promise<void> {
  const glass = page.locator(".attract");
  await glass.waitFor(PATIENCE);
  if (means === "touch") await glass.tap();
  else await page.keyboard.press(KEYS[means]);
  await page.locator(".doors").waitFor(PATIENCE);
}

/** More steps than any page has things to touch. */
const MOST_STEPS = 160;

/** Touches it, or goes to it key by key and presses enter. */
export async function choose(page: Page, means: Means, what: Locator): Promise<void> {
  await what.waitFor(PATIENCE);
  if (means === "touch") return tapped(page, what);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const at = await what.evaluate(whereIsIt, means);
    if (at === "there") await what.evaluate(noteChosen);
    if (at !== "elsewhere") await page.keyboard.press("Enter");
    // What was drawn anew in that very moment is not chosen: a person sees that, and goes on.
    if (at === "there" && (await page.evaluate(wasChosen))) return;
    if (at === "elsewhere") await page.keyboard.press(KEYS[means]);
  }
  throw new Error(`${String(what)} cannot be reached by ${means}`);
}

/** Run in the page: take note of whether it is chosen. */
function noteChosen(wanted: Element): void {
  delete document.documentElement.dataset["chosen"];
  wanted.addEventListener("click", () => (document.documentElement.dataset["chosen"] = "yes"), {
    once: true,
  });
}
function wasChosen(): boolean {
  return document.documentElement.dataset["chosen"] === "yes";
}

/** Runs in the page: whether one stands on it, or before the group that it is in. */
function whereIsIt(wanted: Element, by: string): "there" | "around" | "elsewhere" {
  const now = by === "keyboard" ? document.activeElement : document.querySelector(".scanned");
  if (now === wanted) return "there";
  return by === "switches" && now?.contains(wanted) ? "around" : "elsewhere";
}

/** A second tap at the same place so soon counts as the first: a person waits, and so does this. */
async function tapped(page: Page, what: Locator): Promise<void> {
  await what.tap({ ...PATIENCE, trial: true });
  await page.waitForFunction((since) => performance.now() - since > 350, await page.evaluate(() => Number(document.documentElement.dataset["tapped"] ?? -1000))); // prettier-ignore
  await what.tap();
  await page.evaluate(() => (document.documentElement.dataset["tapped"] = String(performance.now())));
}

export function named(page: Page, name: string): Locator {
  return page.locator("#touch").getByRole("button", { name, exact: false }).first();
}

/** Touches these letters on the keys that lie on the glass, as fast as the page takes them. */
export async function typeOnGlass(page: Page, word: string): Promise<void> {
  await page.locator(".keys button").first().waitFor(PATIENCE);
  await page.evaluate((letters) => {
    for (const letter of letters)
      document.querySelector<HTMLElement>(`.keys [data-skbtn="${letter}"]`)!.click();
  }, word);
}

/** A list begins with so many. */
const FIRST = 20;

/** So many chips are on, and the list is what they leave: a chip is drawn before the search has answered, if that is late. */
export async function expectFound(page: Page, chips: number): Promise<void> {
  const rows = page.locator(".rows .row");
  await expect
    .poll(async () => {
      const left = (await page.locator(".chip[aria-pressed=true] small").allTextContents()).map(Number);
      return left.length === chips && new Set([...left.map((n) => Math.min(n, FIRST)), await rows.count()]).size === 1; // prettier-ignore
    }, PATIENCE)
    .toBe(true);
}

/** Chooses a language behind the bar. */
export async function speakIn(page: Page, means: Means, language: Language): Promise<void> {
  await choose(page, means, page.locator(".bar .pic-languages").locator(".."));
  await choose(page, means, page.locator(`dialog [lang="${language}"]`));
  await expect.poll(() => page.locator("#touch").getAttribute("lang"), PATIENCE).toBe(language);
}

/**
 * Everything that the device keeps, each as a digest: what differs is then named, and not printed whole. The clock
 * goes on, and pictures and fonts come by themselves, whoever stands before the glass.
 */
export async function storages(page: Page): Promise<Readonly<Record<string, string>>> {
  const here = await page.evaluate(readStorages);
  const all = { ...here, cookies: await page.context().cookies(), address: page.url() };
  const digest = (value: unknown) =>
    createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12);
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, digest(value)]));
}

/** What the device keeps of its programme, as JSON. */
export async function kept(page: Page): Promise<string> {
  return JSON.stringify((await page.evaluate(readStorages)).databases);
}

/** Whether these words stand anywhere: on the device, in the address, on the page. */
export async function tellsOf(page: Page, typed: string): Promise<boolean> {
  const all = [await page.evaluate(readStorages), await page.content(), page.url(), await page.context().cookies()];
  return JSON.stringify(all).includes(typed);
} // prettier-ignore

/** Runs in the page. */
async function readStorages() {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page sees nothing from outside
  const result = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error as Error));
    });
  const databases: Record<string, unknown> = {};
  for (const { name = "" } of await indexedDB.databases()) {
    const database = await result(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const records = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([result(records.getAllKeys()), result(records.getAll())]);
      databases[`${name}/${store}`] = keys.map((key, at) => [key, key === "meta" ? "clock" : values[at]]);
    }
    database.close();
  }
  // What a page may keep beside its databases.
  const files: string[] = [];
  for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
  const cached: string[] = [];
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) cached.push(`${name} ${request.url}`);
  }
  return {
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases,
    files,
    cached: cached.filter((entry) => !/^(fonts|media|sounds) /.test(entry)).toSorted(),
    name: window.name,
    history: history.length,
    state: history.state as unknown,
  };
}
