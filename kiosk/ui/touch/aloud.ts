/**
 * Reads a page aloud, sentence by sentence, and marks what is being spoken: the part that it is in, and the sentence
 * itself. A part is what carries `data-read`; a sentence is spoken in the language that it is in, or passed over where
 * there is no voice for it.
 */
import { valued, type Watchable } from "#kiosk/live/value.ts";
import { sheetOnTop } from "./Sheet.tsx";
import { sentencesOf, type Sentence } from "./sentences.ts";

/** Something that speaks one language. */
export interface Voice {
  /** This will be said next. */
  prepare?(words: string): void;
  /** Resolves when it has been said, or was stopped. */
  speak(words: string): Promise<void>;
  stop(): void;
}

export interface Aloud {
  readonly reading: Watchable<boolean>;
  /** Whether there is a voice for a language: else the button is not there at all. */
  speaks(language: string): boolean;
  read(): void;
  stop(): void;
}

/** A device's list of voices may come late. */
export function startAloud(voiceFor: (language: string) => Voice | null, busy: () => void): Aloud {
  const reading = valued(false);
  let turn = 0;
  let speaking: Voice | null = null;

  function stop(): void {
    turn += 1;
    speaking?.stop();
    speaking = null;
    reading.value = false;
    unmark();
  }

  async function read(): Promise<void> {
    stop();
    const mine = turn;
    reading.value = true;
    const sentences = partsIn(sheetOnTop() ?? document.getElementById("main"))
      .filter((part) => part.offsetParent !== null)
      .flatMap((part) => sentencesOf(part).map((sentence) => ({ part, ...sentence })))
      .filter(({ language }) => voiceFor(language) !== null);
    for (const [at, { part, language, words, range }] of sentences.entries()) {
      const voice = voiceFor(language);
      if (!voice || !part.isConnected) continue;
      const next = sentences[at + 1];
      if (next) voiceFor(next.language)?.prepare?.(next.words);
      speaking = voice;
      mark(part, range);
      busy();
      // What cannot be spoken is passed over; the rest is still read, and nothing hangs on it.
      await voice.speak(words).catch(() => undefined);
      if (mine !== turn) return;
    }
    stop();
  }

  return { reading, speaks: (language) => voiceFor(language) !== null, read: () => void read(), stop };
}

/** What can be read aloud, in the order in which it stands; a part within a part is read with it. */
export function partsIn(whole: Element | null): readonly HTMLElement[] {
  const parts = [...(whole?.querySelectorAll<HTMLElement>("[data-read]") ?? [])];
  return parts.filter((part) => !part.parentElement?.closest("[data-read]"));
}

const MARK = "speaking";

function mark(part: HTMLElement, range: Sentence["range"]): void {
  unmark();
  part.classList.add(MARK);
  // A browser without highlights (before 2022) marks the part alone.
  if (typeof Highlight !== "undefined") CSS.highlights.set(MARK, new Highlight(range));
  part.scrollIntoView({ block: "center", behavior: "instant" });
}

function unmark(): void {
  for (const part of document.querySelectorAll(`.${MARK}`)) part.classList.remove(MARK);
  if (typeof Highlight !== "undefined") CSS.highlights.delete(MARK);
}

/** The device's own voice, where it has one that needs no network. */
export function deviceVoice(language: string): Voice | null {
  const synthesis = globalThis.speechSynthesis as SpeechSynthesis | undefined;
  const voice = synthesis
    ?.getVoices()
    .find(({ lang, localService }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language);
  if (!synthesis || !voice) return null;
  return {
    speak: (words) =>
      new Promise((resolve) => {
        const utterance = new SpeechSynthesisUtterance(words);
        utterance.voice = voice;
        utterance.lang = voice.lang;
        utterance.onend = utterance.onerror = () => resolve();
        synthesis.speak(utterance);
      }),
    stop: () => synthesis.cancel(),
  };
}
