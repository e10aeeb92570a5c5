/**
 * Reads a page aloud, part by part, and marks the part that is being spoken. A part is what carries
 * `data-read`; it is spoken in the language that it is in, or passed over where there is no voice for it.
 */
import { valued, type Watchable } from "#kiosk/live/value.ts";

/** Something that speaks one language. */
export interface Voice {
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
    for (const part of partsToRead()) {
      const voice = voiceFor(languageOf(part));
      const words = part.textContent?.trim() ?? "";
      if (!voice || words === "" || !part.isConnected) continue;
      speaking = voice;
      mark(part);
      busy();
      await voice.speak(words);
      if (mine !== turn) return;
    }
    stop();
  }

  return { reading, speaks: (language) => voiceFor(language) !== null, read: () => void read(), stop };
}

/** What is on the glass, a sheet before the page below it, in the order in which it stands. */
function partsToRead(): readonly HTMLElement[] {
  const whole = document.querySelector("dialog[open]") ?? document.getElementById("main");
  const parts = [...(whole?.querySelectorAll<HTMLElement>("[data-read]") ?? [])];
  return parts.filter((part) => part.offsetParent !== null && !part.parentElement?.closest("[data-read]"));
}

function languageOf(part: HTMLElement): string {
  const [only] = part.children;
  const own = part.children.length === 1 ? only?.getAttribute("lang") : null;
  return own || (part.closest<HTMLElement>("[lang]")?.lang ?? "en");
}

const MARK = "speaking";

function mark(part: HTMLElement): void {
  unmark();
  part.classList.add(MARK);
  part.scrollIntoView({ block: "center", behavior: "instant" });
}

function unmark(): void {
  for (const part of document.querySelectorAll(`.${MARK}`)) part.classList.remove(MARK);
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
