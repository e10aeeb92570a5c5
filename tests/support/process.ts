import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { operatorToken } from "#server/live/identity.ts";
import type { CommandName, Input } from "#shared/contract.ts";
import type { Result } from "#shared/result.ts";

const repository = path.join(import.meta.dirname, "..", "..");
export const SECRET = "a secret of thirty-two characters, or more";

export interface HubProcess {
  readonly url: string;
  /** Throws where no answer comes. */
  order<Name extends CommandName>(name: Name, input: Input<Name>, requestId: string): Promise<Result<never>>;
  /** Everything that it has printed. */
  said(): string;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** Ends it politely; its exit status. */
  stop(): Promise<number | null>;
}

/**
 * The hub as it was built, in a process of its own. Resolves when it is ready.
 * @param root the folder that holds its dist/
 */
export async function startProcess(
  data: string,
  databaseUrl: string,
  env: Record<string, string> = {},
  root = repository,
): Promise<HubProcess> {
  const child = spawn(process.execPath, [path.join(root, "dist", "server", "main.js")], {
    env: {
      PATH: process.env.PATH,
      PORT: "0",
      HOST: "127.0.0.1",
      DATABASE_URL: databaseUrl,
      SIGNPOST_DATA: data,
      SIGNPOST_DEMO: "no",
      SIGNPOST_LOG: "warn",
      SIGNPOST_SECRET: SECRET,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part: Buffer) => (said += part.toString()));
  await ready(child);
  const note = JSON.parse(await readFile(path.join(data, "hub.json"), "utf8")) as { url: string };
  return {
    url: note.url,
    said: () => said,
    async order(name, input, requestId) {
      const response = await fetch(`${note.url}/api/v1/commands/${name}`, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          Authorization: `Bearer ${operatorToken(SECRET)}`,
          "Idempotency-Key": requestId,
        },
        body: JSON.stringify(input),
      });
      return (await response.json()) as Result<never>;
    },
    kill: () => end(child, "SIGKILL").then(() => undefined),
    stop: () => end(child, "SIGTERM"),
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (part: Buffer): void => {
      said += part.toString();
      if (said.includes("Signpost is ready")) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => reject(new Error(`The hub ended with ${code}: ${said}`)));
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  await once(child, "exit");
  return child.exitCode;
}
