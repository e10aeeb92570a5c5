import { readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { LANGUAGES } from "#shared/languages.ts";
import { runApart } from "#server/sounds/apart.ts";
import { openSpeaker } from "#server/sounds/speaker.ts";
import { findVoice, speak } from "#server/sounds/voice.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";

let database: Fresh;
let running: RunningHub;

beforeAll(async () => {
  database = await databases[0]!.fresh();
  running = await startHub({ databaseUrl: database.url });
});
afterAll(async () => {
  await running.stop();
  await database.close();
});

function ask(sentence: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${running.url}/api/v1/sounds`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(sentence),
  });
}

const SENTENCES = {
  en: "You get £12.85 an hour.",
  cy: "Croeso i’r ganolfan.",
  pl: "Zarobisz 12,85 £ za godzinę.",
  ro: "Bun venit la centru.",
  ur: "مرکز میں خوش آمدید۔",
  pa: "ਕੇਂਦਰ ਵਿੱਚ ਜੀ ਆਇਆਂ ਨੂੰ।",
  bn: "কেন্দ্রে স্বাগতম।",
  ar: "مرحبًا بكم في المركز.",
} as const;

test("the hub speaks all eight languages, and says so", async () => {
  const { languages } = (await (await fetch(`${running.url}/api/v1/sounds`)).json()) as {
    languages: unknown;
  };
  expect(languages, "espeak-ng must be installed for this test (Debian: espeak-ng, opus-tools)").toEqual(LANGUAGES); // prettier-ignore
  for (const language of LANGUAGES) {
    const response = await ask({ language, words: SENTENCES[language] });
    expect([language, response.status, response.headers.get("content-type")]).toEqual([language, 200, "audio/ogg"]); // prettier-ignore
    const sound = Buffer.from(await response.arrayBuffer());
    expect(sound.toString("latin1", 0, 4)).toBe("OggS");
    expect(sound.length).toBeGreaterThan(1_500);
    expect(sound.length).toBeLessThan(12_000);
  }
});

test("a sentence is made once, and is the same for whoever asks next", async () => {
  const folder = join(running.data, "sounds");
  const sentence = { language: "en", words: "Closes on Friday." };
  const [first, second] = [await (await ask(sentence)).arrayBuffer(), await (await ask(sentence)).arrayBuffer()]; // prettier-ignore
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  const before = await readdir(folder);
  await ask(sentence);
  expect(await readdir(folder)).toEqual(before);
  expect(before.every((name) => /^[\w-]{43}$/.test(name))).toBe(true);
});

test("words are words: no option, no command, no phonemes, no markup", async () => {
  const said = await findVoice();
  const duration = async (words: string) => {
    const sound = await speak({ ...said, compresses: false }, "en", words);
    return sound.ok ? sound.value.length : sound.refusal.code;
  };
  const plain = await duration("hello");
  for (const words of [
    "--help",
    "-w stolen.wav",
    "$(id)",
    "; id",
    "[[h@l'oU]]",
    "<break time='60s'/>",
    "\u0000hello",
  ]) {
    expect([words, await duration(words)]).toEqual([words, expect.any(Number)]);
  }
  expect(await duration("\u2068hello\u2069")).toBe(plain);
  expect(Number(await duration("<break time='60s'/>"))).toBeLessThan(60 * 11_025);
});

test("what is no sentence is refused, and another site's page is not heard", async () => {
  const refusals = [
    [{ language: "en", words: "" }, 400],
    [{ language: "en", words: "word ".repeat(60) }, 400],
    [{ language: "../../etc", words: "hello" }, 400],
    [{ language: "en" }, 400],
  ] as const;
  for (const [sentence, status] of refusals) expect((await ask(sentence)).status).toBe(status);
  const stranger = await ask({ language: "en", words: "hello" }, { Origin: "https://elsewhere.example" });
  expect([stranger.status, await stranger.json()]).toMatchObject([
    403,
    { refusal: { code: "wrong-origin" } },
  ]);
});

test("a program is ended that takes too long, writes too much, fails, or is not there", async () => {
  const codeOf = async (program: string, options: string[] = [], milliseconds = 20_000) => {
    const result = await runApart(program, options, "x", { milliseconds, bytes: 1_000 });
    return result.ok ? "ok" : result.refusal.code;
  };
  expect(await codeOf("sleep", ["30"], 200)).toBe("took-too-long");
  expect(await codeOf("yes")).toBe("too-large");
  expect(await codeOf("false")).toBe("damaged");
  expect(await codeOf("no-such-program-here")).toBe("no-such-program");
  const seen = await runApart("env", [], "", { milliseconds: 20_000, bytes: 10_000 });
  const names = seen.ok ? seen.value.toString().match(/^\w+(?==)/gm) : [];
  expect(names?.toSorted()).toEqual(["LC_ALL", "PATH"]);
});

test("without espeak-ng no language is offered and nothing is tried", async () => {
  const folder = await temporaryFolder("sounds");
  onTestFinished(folder.remove);
  const speaker = openSpeaker(folder.path, async () => ({ languages: [], compresses: false }));
  expect(await speaker.languages()).toEqual([]);
  expect(await speaker.say("en", "hello")).toMatchObject({ refusal: { code: "no-such-voice" } });
});

test("without opusenc a sound is a small WAVE; and what nobody asks for any more goes", async () => {
  const folder = await temporaryFolder("sounds");
  onTestFinished(folder.remove);
  const speaker = openSpeaker(folder.path, async () => ({ languages: ["en"], compresses: false }));
  const sound = await speaker.say("en", "Good morning.");
  const bytes = sound.ok ? sound.value : Buffer.alloc(0);
  expect([bytes.toString("latin1", 0, 4), bytes.readUInt32LE(24), bytes.readUInt16LE(34)]).toEqual(["RIFF", 11_025, 8]); // prettier-ignore
  expect(bytes.readUInt32LE(40)).toBe(bytes.length - 44);
  const [name] = await readdir(folder.path);
  await speaker.tidy(Date.now());
  expect(await readdir(folder.path)).toEqual([name]);
  const long = new Date(Date.now() - 60 * 86_400_000);
  await utimes(join(folder.path, name!), long, long);
  await speaker.tidy(Date.now());
  expect(await readdir(folder.path)).toEqual([]);
});
