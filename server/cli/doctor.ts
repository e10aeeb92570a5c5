/** `signpost doctor`: looks at everything a hub needs and says in words what is wrong and what to do. */
import { X509Certificate } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statfsSync } from "node:fs";
import { get as getPlain } from "node:http";
import { get as getTls } from "node:https";
import path from "node:path";
import { sql } from "kysely";
import { LANGUAGES } from "#shared/languages.ts";
import { done, refused } from "#shared/result.ts";
import { type Config, readConfig } from "#server/config.ts";
import { openDatabase } from "#server/db/open.ts";
import { builtFolder } from "#server/places.ts";
import { runningHub } from "#server/running.ts";
import { findVoice } from "#server/sounds/voice.ts";
import { type CliCommand, printJson, readArgs, WrongUsage } from "./usage.ts";

interface Finding {
  readonly what: string;
  readonly state: "well" | "warning" | "wrong";
  /** What was found, and where it is wrong, what to do. */
  readonly words: string;
}

type Check = (config: Config) => Finding | Promise<Finding>;

const usage = "signpost doctor [--json]";

export const doctor: CliCommand = {
  usage,
  async run(args) {
    const { values, positionals } = readArgs(args, { json: { type: "boolean" } }, usage);
    if (positionals.length > 0) throw new WrongUsage(`Usage: ${usage}`);
    const findings = await examine();
    if (values.json) printJson(findings);
    else for (const { state, what, words } of findings) console.log(`${marks[state]} ${what}: ${words}`);
    const ailing = findings.filter(({ state }) => state === "wrong").map(({ what }) => what);
    return ailing.length === 0 ? done(null) : refused("not-well", ailing);
  },
};

const marks = { well: "ok     ", warning: "look   ", wrong: "WRONG  " } as const;

async function examine(): Promise<readonly Finding[]> {
  const read = readConfig(process.env);
  if (!read.ok) {
    return (read.refusal.details as string[]).map((words) => ({ what: "Setting", state: "wrong", words }));
  }
  const findings: Finding[] = [];
  for (const [what, check] of Object.entries(checks)) {
    try {
      findings.push(await check(read.value));
    } catch (error) {
      findings.push({ what, state: "wrong", words: error instanceof Error ? error.message : String(error) });
    }
  }
  return findings;
}

const LITTLE_SPACE = 500_000_000;
const SOON = 21 * 86_400_000;

const checks: Readonly<Record<string, Check>> = {
  Settings({ unknown }) {
    if (unknown.length === 0) return well("Settings", "all understood");
    return warn("Settings", `not known, perhaps misspelt: ${unknown.join(", ")}`);
  },
  Pages() {
    if (existsSync(path.join(builtFolder, "board.html"))) return well("Pages", "built");
    return wrong("Pages", "not built; run npm start");
  },
  "Data folder"({ data }) {
    mkdirSync(data, { recursive: true });
    accessSync(data, constants.W_OK);
    const { bavail, bsize } = statfsSync(data);
    const free = `${Math.round((bavail * bsize) / 1e6)} MB free in ${data}`;
    return bavail * bsize < LITTLE_SPACE ? warn("Data folder", `only ${free}`) : well("Data folder", free);
  },
  Database: examineDatabase,
  async Hub({ data }) {
    const url = runningHub(data);
    if (url === null) return warn("Hub", "not running; npm start starts it");
    const status = await statusOf(`${url}/readyz`);
    if (status === 200) return well("Hub", `ready at ${url}`);
    return wrong(
      "Hub",
      status === null ? `does not answer at ${url}; start it again` : `answers ${status} at ${url}/readyz`,
    );
  },
  "Public address"({ publicUrl }) {
    if (publicUrl === null)
      return warn("Public address", "SIGNPOST_PUBLIC_URL is not set: boards show no code for phones");
    return well("Public address", publicUrl);
  },
  async "Read aloud"() {
    const { languages, compresses } = await findVoice();
    if (languages.length === 0) {
      return warn(
        "Read aloud",
        "espeak-ng is not installed: kiosks read aloud only where their device has a voice (Debian: apt install espeak-ng opus-tools)",
      );
    }
    const missing = LANGUAGES.filter((language) => !languages.includes(language));
    if (missing.length > 0) return warn("Read aloud", `espeak-ng has no voice for ${missing.join(", ")}`);
    if (compresses) return well("Read aloud", `espeak-ng speaks ${languages.join(", ")}`);
    return warn(
      "Read aloud",
      "opusenc is not installed: sounds are eight times as large (Debian: apt install opus-tools)",
    );
  },
  Certificate({ tls }) {
    if (tls === null) {
      return warn(
        "Certificate",
        "none: screens on other machines cannot keep a copy for offline starts (README, A safe address)",
      );
    }
    const { validTo } = new X509Certificate(readFileSync(tls.cert));
    const left = Date.parse(validTo) - Date.now();
    if (left <= 0) return wrong("Certificate", `ended on ${validTo}`);
    return left < SOON
      ? warn("Certificate", `ends on ${validTo}`)
      : well("Certificate", `good until ${validTo}`);
  },
};

async function examineDatabase({ databaseUrl }: Config): Promise<Finding> {
  const database = await openDatabase(databaseUrl);
  try {
    const { version } = await database.reading.selectFrom("hub").select("version").executeTakeFirstOrThrow();
    if (database.engine === "sqlite") {
      const { rows } = await sql<{ quick_check: string }>`PRAGMA quick_check`.execute(database.reading);
      const bad = rows.map((row) => row.quick_check).filter((line) => line !== "ok");
      if (bad.length > 0) return wrong("Database", `damaged (${bad[0]}); restore a backup`);
    }
    return well("Database", `${database.engine}, ${version} changes so far`);
  } finally {
    await database.close();
  }
}

function statusOf(url: string): Promise<number | null> {
  const get = url.startsWith("https:") ? getTls : getPlain;
  return new Promise((resolve) => {
    const request = get(url, { rejectUnauthorized: false, timeout: 3_000 }, (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(null));
  });
}

function well(what: string, words: string): Finding {
  return { what, state: "well", words };
}

function warn(what: string, words: string): Finding {
  return { what, state: "warning", words };
}

function wrong(what: string, words: string): Finding {
  return { what, state: "wrong", words };
}
