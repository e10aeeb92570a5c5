/**
 * Sentences as sound, each made once: kept in a folder under the hash of its language and its words, so that every
 * kiosk of the district has it after the first that asked. They can be made again at any time and are in no backup.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Language } from "#shared/languages.ts";
import { done, refused, type Result } from "#shared/result.ts";
import { findVoice, speak, type Voice } from "./voice.ts";

export interface Speaker {
  languages(): Promise<readonly Language[]>;
  /** Whether this very sentence has been made already. */
  has(language: Language, words: string): Promise<boolean>;
  /** Refuses with `no-such-voice`, `too-busy`, `stopping`, and what goes wrong with the programs. */
  say(language: Language, words: string): Promise<Result<Buffer>>;
  /** Lets go of what nobody has asked for lately, and of the oldest where there is too much. */
  tidy(now: number): Promise<void>;
  stop(): Promise<void>;
}

/** Who waits longer than that is better off without. */
const MOST_WAITING = 40;
const LATELY = 40 * 86_400_000;
const DAY = 86_400_000;
const MOST_BYTES = 400_000_000;
/** Changes when the same words would sound otherwise: the old ones then go by themselves. */
const MAKING = "1";

export function openSpeaker(folder: string, find: () => Promise<Voice> = findVoice): Speaker {
  let voice: Promise<Voice> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let stopped = false;
  const found = () => (voice ??= find());

  async function fileOf(language: Language, words: string): Promise<string> {
    const { compresses } = await found();
    const said = JSON.stringify([MAKING, compresses, language, words]);
    return path.join(folder, createHash("sha256").update(said).digest("base64url"));
  }

  async function kept(file: string): Promise<Buffer | null> {
    const bytes = await readFile(file).catch(() => null);
    const used = bytes && (await stat(file).catch(() => null))?.mtimeMs;
    if (used && Date.now() - used > DAY) await utimes(file, new Date(), new Date()).catch(() => undefined);
    return bytes;
  }

  async function make(file: string, language: Language, words: string): Promise<Result<Buffer>> {
    if (stopped) return refused("stopping");
    const before = await kept(file);
    if (before) return done(before);
    const sound = await speak(await found(), language, words);
    if (!sound.ok) return sound;
    const half = path.join(folder, `.${randomUUID()}`);
    await mkdir(folder, { recursive: true })
      .then(() => writeFile(half, sound.value))
      .then(() => rename(half, file))
      // A disk that is full costs the next one its time, and nobody their answer.
      .catch(() => rm(half, { force: true }));
    return sound;
  }

  return {
    languages: async () => (await found()).languages,
    has: async (language, words) => (await stat(await fileOf(language, words)).catch(() => null)) !== null,
    async say(language, words) {
      if (!(await found()).languages.includes(language)) return refused("no-such-voice");
      const file = await fileOf(language, words);
      const before = await kept(file);
      if (before) return done(before);
      if (waiting >= MOST_WAITING) return refused("too-busy");
      waiting += 1;
      const result = turn.then(() => make(file, language, words)).finally(() => (waiting -= 1));
      turn = result.catch(() => null);
      return result;
    },
    async tidy(now) {
      const names = await readdir(folder).catch(() => []);
      const files = await Promise.all(
        names.map(async (name) => {
          const file = path.join(folder, name);
          // What is just being written gets its name meanwhile.
          const about = await stat(file).catch(() => null);
          return about ? [{ file, used: about.mtimeMs, size: about.size }] : [];
        }),
      );
      let room = MOST_BYTES;
      for (const { file, used, size } of files.flat().toSorted((one, other) => other.used - one.used)) {
        room -= size;
        if (room < 0 || now - used > LATELY) await rm(file, { force: true });
      }
    },
    async stop() {
      stopped = true;
      await turn;
    },
  };
}
