/** The hub as it is delivered: the built program, in a process of its own. */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { CommandName, Input } from "#shared/contract.ts";
import type { Result } from "#shared/result.ts";
import { type Database, openDatabase } from "#server/db/open.ts";
import { operatorToken } from "#server/live/identity.ts";
import packageJson from "../../../package.json" with { type: "json" };
import { temporaryFolder } from "../folder.ts";
import { monotonic } from "./channel.mjs";
import { type Program, startProgram } from "./program.ts";

export const repository = fileURLToPath(new URL("../../..", import.meta.url));
const built = path.join(repository, "dist", "server", "main.js");
/** Flags for Node with which `npm start` starts a hub; what it is measured against gets the same. */
export const flags = packageJson.scripts.start.match(/--[\w-]+=\S+/g) ?? [];
export const probe = new URL("probe.mjs", import.meta.url).href;

export interface HubProcess extends Program {
  readonly url: string;
  /** Milliseconds from its start until it said that it was ready. */
  readonly readyAfter: number;
  /** A command by the operator; throws where it is refused. */
  order<Name extends CommandName>(name: Name, input: Input<Name>): Promise<unknown>;
}

export interface HubOptions {
  readonly demo?: boolean;
  /** By default SQLite in the data folder. */
  readonly databaseUrl?: string;
  /** A data folder that outlives the hub; by default its own, which goes with it. */
  readonly data?: string;
  /** Puts into the database what is there before the hub starts. */
  readonly plant?: (database: Database) => Promise<void>;
  readonly env?: Readonly<Record<string, string>>;
}

const PATIENCE = 30_000;

/** Starts a hub on a free port of loopback, in a temporary folder unless one is given. */
export async function startHub(options: HubOptions = {}): Promise<HubProcess> {
  if (!existsSync(built)) throw new Error("The hub is not built: run the benchmark by `npm run bench`.");
  const folder = options.data === undefined ? await temporaryFolder("bench") : null;
  const data = options.data ?? folder?.path ?? "";
  const databaseUrl = options.databaseUrl ?? `file:${path.join(data, "signpost.db")}`;
  if (options.plant) await planted(databaseUrl, options.plant);
  const secret = randomBytes(32).toString("base64url");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = monotonic();
  const program = startProgram(built, {
    args: [...flags, "--import", probe],
    env: {
      PATH: process.env.PATH,
      TZ: process.env.TZ,
      PORT: String(port),
      HOST: "127.0.0.1",
      DATABASE_URL: databaseUrl,
      SIGNPOST_DATA: data,
      SIGNPOST_DEMO: options.demo ? "yes" : "no",
      SIGNPOST_LOG: "error",
      SIGNPOST_SECRET: secret,
      ...options.env,
    },
  });
  const stop = async (): Promise<void> => {
    await program.stop();
    await folder?.remove();
  };
  try {
    await ready(url, program);
  } catch (error) {
    await stop();
    throw error;
  }
  const authorization = `Bearer ${operatorToken(secret)}`;
  return { ...program, stop, url, readyAfter: monotonic() - started, order: ordering(url, authorization) };
}

async function planted(url: string, plant: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase(url);
  try {
    await plant(database);
  } finally {
    await database.close();
  }
}

/** Asks until a server says that it is ready; rejects where it has ended instead. */
export async function ready(url: string, program: Program): Promise<void> {
  const giveUp = monotonic() + PATIENCE;
  while (monotonic() < giveUp) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return;
    await pause(2);
    if (program.ended()) await program.ask("rss");
  }
  throw new Error(`${url} was not ready after ${PATIENCE / 1000} s`);
}

function ordering(url: string, authorization: string): HubProcess["order"] {
  return async (name, input) => {
    const response = await fetch(`${url}/api/v1/commands/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", authorization },
      body: JSON.stringify(input),
    });
    const result = (await response.json()) as Result<unknown>;
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.refusal)}`);
    return result.value;
  };
}

/** A port that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const taken = createServer();
    taken.once("error", reject);
    taken.listen(0, "127.0.0.1", () => {
      const address = taken.address();
      const port = typeof address === "object" && address ? address.port : 0;
      taken.close(() => resolve(port));
    });
  });
}
