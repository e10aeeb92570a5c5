/** Speaks with the sounds that the hub makes. */
import type { Sounds } from "#kiosk/live/sounds.ts";
import type { Voice } from "./aloud.ts";

/** One for all languages: it is the one loudspeaker. */
export function startHubVoice(sounds: Sounds): (language: string) => Voice | null {
  let context: AudioContext | null = null;
  let playing: AudioBufferSourceNode | null = null;
  let turn = 0;
  /** What is spoken and what comes next, so that nobody waits between sentences. */
  const fetching = new Map<string, Promise<ArrayBuffer | null>>();

  function fetched(language: string, words: string): Promise<ArrayBuffer | null> {
    const key = `${language} ${words}`;
    const sound = fetching.get(key) ?? sounds.soundOf(language, words);
    fetching.set(key, sound);
    return sound;
  }

  async function speak(language: string, words: string): Promise<void> {
    const mine = turn;
    const bytes = await fetched(language, words);
    fetching.delete(`${language} ${words}`);
    if (!bytes || mine !== turn) return;
    context ??= new AudioContext();
    await context.resume();
    const buffer = await context.decodeAudioData(bytes).catch(() => null);
    if (!buffer || mine !== turn) return;
    const source = new AudioBufferSourceNode(context, { buffer });
    source.connect(context.destination);
    const ended = new Promise((resolve) => source.addEventListener("ended", resolve, { once: true }));
    source.start();
    playing = source;
    await ended;
  }

  function stop(): void {
    turn += 1;
    fetching.clear();
    playing?.stop();
    playing = null;
    void context?.suspend();
  }

  return (language) =>
    sounds.languages.value.has(language)
      ? {
          prepare: (words) => void fetched(language, words),
          speak: (words) => speak(language, words),
          stop,
        }
      : null;
}
