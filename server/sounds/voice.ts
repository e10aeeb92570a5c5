/** The voice for those whom nothing else reads aloud: espeak-ng speaks, opusenc makes it small. */
import { LANGUAGES, type Language } from "#shared/languages.ts";
import { done, type Result } from "#shared/result.ts";
import { type Bounds, runApart } from "./apart.ts";
import { smallWave } from "./wave.ts";

export interface Voice {
  /** The languages it has; none where espeak-ng is not installed. */
  readonly languages: readonly Language[];
  /** Whether opusenc is there: without it a sound is some eight times as large. */
  readonly compresses: boolean;
}

/** A sentence takes 20 to 200 ms; a minute of speech is 2.6 MB before it is made small. */
const BOUNDS: Bounds = { milliseconds: 10_000, bytes: 4_000_000 };
/** Words a minute: slower than espeak-ng's own 175, for those who learn the language. */
const PACE = "150";
/** Bits a second; below eight thousand consonants suffer. Measured: 1.3 kB a second, against 44 kB. */
const BITS = "10";

/** Looks what is installed. */
export async function findVoice(): Promise<Voice> {
  const [voices, encoder] = await Promise.all([
    runApart("espeak-ng", ["--voices"], "", BOUNDS),
    runApart("opusenc", ["--version"], "", BOUNDS),
  ]);
  const listed = voices.ok ? voices.value.toString().split("\n") : [];
  const known = new Set(listed.map((line) => line.trim().split(/\s+/)[1]?.split("-")[0]));
  return { languages: LANGUAGES.filter((language) => known.has(language)), compresses: encoder.ok };
}

/** A sound of these words: Ogg Opus, or a small WAVE where there is no opusenc. */
export async function speak(voice: Voice, language: Language, words: string): Promise<Result<Buffer>> {
  const said = ["-v", language === "en" ? "en-gb" : language, "-s", PACE, "-b", "1", "--stdin", "--stdout"];
  const wave = await runApart("espeak-ng", said, spoken(language, words), BOUNDS);
  if (!wave.ok) return wave;
  if (!voice.compresses) return done(smallWave(wave.value));
  const small = ["--quiet", "--speech", "--bitrate", BITS, "--discard-comments", "--padding", "0", "-", "-"];
  return runApart("opusenc", small, wave.value, BOUNDS);
}

/** What each language calls pounds: most of the voices pass the sign over. */
const POUNDS: Readonly<Record<Language, string>> = {
  en: "pounds",
  cy: "punt",
  pl: "funta",
  ro: "lire sterline",
  ur: "پاؤنڈ",
  pa: "ਪੌਂਡ",
  bn: "পাউন্ড",
  ar: "جنيه إسترليني",
};

/** Money said as money; no invisible marks but those that join letters; and nothing that espeak-ng takes for its own signs ("[[" begins phonemes). */
function spoken(language: Language, words: string): string {
  return words
    .replace(
      /£\s?(\d[\d.,\u00a0]*\d|\d)|(\d[\d.,\u00a0]*\d|\d)\s?£/g,
      (_all, after?: string, before?: string) => {
        return `${after ?? before} ${POUNDS[language]}`;
      },
    )
    .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu, (mark) => (/\s/.test(mark) ? " " : ""))
    .replace(/[[\]<>|{}\\]/g, " ")
    .replace(/ [·•] /g, ", ");
}
