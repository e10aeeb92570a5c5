/** The warm phone's pages, as a parent touches them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Locator, Page } from "playwright";
import type english from "#kiosk/language/calls/en.json";
import type { Language } from "#shared/languages.ts";
import { expect } from "vitest";
import { PATIENCE } from "./board.ts";
import type { RunningHub } from "./hub.ts";
import { choose, kept, named, speakIn, wake, type Means } from "./kiosk.ts";
import { pairScreen } from "./screens.ts";

export type CallSayings = (typeof english)["words"];

/** What the pages of a call say in a language. */
export function callSayings(language: Language): CallSayings {
  const path = join(import.meta.dirname, `../../kiosk/language/calls/${language}.json`);
  return (JSON.parse(readFileSync(path, "utf8")) as typeof english).words;
}

/** A device that is paired as a kiosk of this centre. `host`: as the kiosk reaches the hub. */
export async function pairedDevice(
  browser: Browser,
  hub: RunningHub,
  centre: string,
  host = hub.url,
): Promise<BrowserContext> {
  const { cookie } = await pairScreen(hub, centre, "kiosk", "By the café");
  const device = await browser.newContext({ hasTouch: true, viewport: { width: 1080, height: 1920 }, baseURL: host }); // prettier-ignore
  const [name = "", value = ""] = cookie.split("=");
  await device.addCookies([{ name, value, url: host }]);
  return device;
}

/** From the slides to how she is to be reached: wake, the door, a topic. */
export async function toTheWays(
  page: Page,
  means: Means = "touch",
  language: Language = "en",
): Promise<void> {
  await wake(page, means);
  if (language !== "en") await speakIn(page, means, language);
  await choose(page, means, page.locator(".door-call"));
  await choose(page, means, choice(page, callSayings(language)["topic.childcare"]));
  await page.locator(".pic-ringing").or(page.locator(".call-word")).first().waitFor(PATIENCE);
}

/** One of the big rows of a page; the start's doors have some of their words as well. */
export function choice(page: Page, words: string): Locator {
  return page.locator(".call-choice", { hasText: words });
}

export async function press(page: Page, digits: string, means: Means = "touch"): Promise<void> {
  for (const digit of digits) await choose(page, means, keyOf(page, digit)); // oxlint-disable-line no-await-in-loop -- one after the other
}

function keyOf(page: Page, key: string): Locator {
  return page.locator(".keypad").getByText(key, { exact: true });
}

/** Touches the three numbers that stand on the page. */
export async function beSure(page: Page): Promise<void> {
  const wanted = (await page.locator(".call-three").textContent(PATIENCE)) ?? "";
  await press(page, wanted.replaceAll(/\D/g, ""));
}

export async function finish(page: Page): Promise<void> {
  await choose(page, "touch", page.locator(".bar .pic-leave").locator(".."));
  await choose(page, "touch", page.locator("dialog .primary"));
  await page.locator(".attract").waitFor(PATIENCE);
}

export const NUMBER = "07700900123";
/** However it is written: as it was typed, with its country, in groups. */
export const TRACE = /0?7700\W?900/;

/** Whether anything on the device, or on its page, tells a number. */
export async function expectNoTrace(page: Page): Promise<void> {
  expect(await kept(page)).not.toMatch(TRACE);
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href, document.body.outerHTML, [...document.querySelectorAll("input")].map(({ value }) => value)]))).not.toMatch(TRACE); // prettier-ignore
}

/** Somebody who slaps the glass wherever her hand comes down, always in the same places for the same test. */
export async function toddler(page: Page): Promise<() => Promise<void>> {
  const glass = await page.context().newCDPSession(page);
  let seed = 20_261_127;
  const random = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * most);
  };
  return async () => {
    const finger = { x: random(1080), y: 500 + random(1420), id: 0 };
    await glass.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [finger] });
    await glass.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };
}

/**
 * Every page that somebody comes upon who asks for a call, cancels it, mistypes its reference and talks through the
 * screen, in turn; from the start, where calls are offered in every way and somebody stands by.
 */
export async function throughCall(page: Page, language: Language, number: string, see: (name: string) => Promise<void>): Promise<void> {
  const say = callSayings(language);
  const touch = (what: Locator) => choose(page, "touch", what);
  const home = () => touch(page.locator(".bar .pic-home").locator(".."));
  await touch(page.locator(".door-call"));
  await choice(page, say["topic.childcare"]).waitFor(PATIENCE);
  await see("topics");
  await touch(choice(page, say["topic.childcare"]));
  await choice(page, say["way.voice"]).waitFor(PATIENCE);
  await see("ways");
  await touch(choice(page, say["way.handset"]));
  await page.locator(".call-three").waitFor(PATIENCE);
  await see("sure");
  await touch(page.locator(".page-head .square"));
  await touch(choice(page, say["way.ring"]));
  await page.locator(".call-number input").fill("0300999");
  await touch(page.locator(".call-send"));
  await page.getByText(say["number.too-short"]).waitFor(PATIENCE);
  await see("number-wrong");
  await touch(named(page, say["name-if"]));
  await page.locator("input.call-name, .hg-button").first().waitFor(PATIENCE);
  await see("name");
  await touch(page.locator(".call-rest .pic-languages").locator(".."));
  await page.locator(".call-keys .choice").first().waitFor(PATIENCE);
  await see("languages");
  await touch(page.locator(".call-rest .pic-languages").locator(".."));
  await page.locator(".call-number input").fill(number);
  await page.locator(".call-number .right").waitFor(PATIENCE);
  await see("number");
  await touch(page.locator(".call-send"));
  await page.getByText(say["state.waiting"]).waitFor(PATIENCE);
  await see("kept");
  await touch(named(page, say.cancel));
  await named(page, say["cancel-yes"]).waitFor(PATIENCE);
  await see("cancel-sure");
  await touch(named(page, say["cancel-yes"]));
  await page.getByText(say["state.cancelled"]).waitFor(PATIENCE);
  await see("cancelled");
  await home();
  await touch(page.locator(".door-call"));
  await touch(named(page, say.cancel));
  await page.locator(".keypad.letters").waitFor(PATIENCE);
  await see("cancel-letters");
  await press(page, "K742");
  await touch(page.locator(".call-send"));
  await page.getByText(say["cancel-none"]).waitFor(PATIENCE);
  await see("cancel-none");
  await home();
  await touch(page.locator(".door-call"));
  await touch(choice(page, say["topic.other"]));
  await touch(choice(page, say["way.voice"]));
  await page.locator(".call-three").waitFor(PATIENCE);
  await see("voice-sure");
  await beSure(page);
  await touch(page.locator(".call-send"));
  await page.getByText(say["voice.ringing"]).waitFor(PATIENCE);
  await see("voice-rings");
  await touch(named(page, say["voice.end"]));
  await page.getByText(say["voice.ended"]).waitFor(PATIENCE);
  await see("voice-ended");
} // prettier-ignore
