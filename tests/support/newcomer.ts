/**
 * How long somebody needs who has never seen the screen. No machine's speed is in it: it is reckoned from the words
 * that really stand on the glass, and what reading and touching take.
 *
 * She skips nothing that is new: of each page she reads every word in her language that is in view, from the top up to
 * and including what she then touches; of a page that only changes under her finger, what has changed. Then she makes
 * up her mind and touches. What is left out is looking about before one reads, and pondering which of several jobs one
 * likes; what is too much is that nobody reads every word, and few decide only after the last one.
 */
import type { Locator, Page } from "playwright";
import type { Language } from "#shared/languages.ts";
import { choose } from "./kiosk.ts";

/** Words a second. */
export const READERS = {
  /** Adults read English silently at 238 words a minute (Brysbaert 2019, a review of 190 studies). */
  adult: 238 / 60,
  /** Reads like a child of nine, for whom our words are written: 133 words a minute aloud (Hasbrouck and Tindal 2017, the middle of the fourth grade in spring). */
  nine: 133 / 60,
} as const;

/** To make up one's mind, to point, to press (seconds; the keystroke-level model of Card, Moran and Newell 1983). */
const TOUCH = 1.35 + 1.1 + 0.2;

export interface Newcomer {
  /** Reads down to it, from the top or from there, and touches it. */
  touches(what: Locator, from?: Locator): Promise<void>;
  reads(what: Locator, from?: Locator): Promise<void>;
  /** How often she has touched. */
  touched(): number;
  seconds(wordsASecond: number): number;
}

export function newcomer(page: Page, language: Language): Newcomer {
  /** What she has read once she knows again. */
  const known = new Set<string>();
  let words = 0;
  let touches = 0;
  async function reads(what: Locator, from?: Locator): Promise<void> {
    const begin = await (from ?? page.locator("#touch")).elementHandle();
    for (const text of await what.evaluate(textsDownTo, { begin, language })) {
      if (!known.has(text)) words += text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      known.add(text);
    }
  }
  return {
    reads,
    async touches(what, from) {
      await what.waitFor();
      await reads(what, from);
      touches += 1;
      await choose(page, "touch", what);
    },
    touched: () => touches,
    seconds: (wordsASecond) => words / wordsASecond + touches * TOUCH,
  };
}

/** Runs in the page: the texts in view from where she begins down to the end of this, in the order in which they stand. */
function textsDownTo(
  last: Element,
  { begin, language }: { begin: Node | null; language: string },
): readonly string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.getElementById("touch")!, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const after = last.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (after && !last.contains(node)) break;
    const before = begin!.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING;
    if (before) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { top, bottom, width } = range.getBoundingClientRect();
    const shown = width > 1 && bottom > 0 && top < innerHeight;
    const hers = node.parentElement!.closest("[lang]")?.getAttribute("lang") === language;
    const text = (node.textContent ?? "").trim();
    if (shown && hers && text !== "") texts.push(text);
  }
  return texts;
}
