/** Starts the bare servers that the hub is measured against. */
import { fileURLToPath } from "node:url";
import { flags, freePort, probe, ready } from "./hub.ts";
import { monotonic } from "./channel.mjs";
import { type Program, startProgram } from "./program.ts";

export interface Bare extends Program {
  readonly url: string;
  readonly readyAfter: number;
  /** Sends each of these to everyone in the room. */
  broadcast(...changes: readonly unknown[]): Promise<void>;
}

/** `file`: which of the programs beside this one. */
export async function startBare(
  file: "bare.mjs" | "bare-web.mjs",
  env: Readonly<Record<string, string>> = {},
): Promise<Bare> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = monotonic();
  const program = startProgram(fileURLToPath(new URL(file, import.meta.url)), {
    args: [...flags, "--import", probe],
    env: { PATH: process.env.PATH, PORT: String(port), ...env },
  });
  await ready(url, program);
  return {
    ...program,
    url,
    readyAfter: monotonic() - started,
    async broadcast(...changes) {
      const response = await fetch(url, { method: "POST", body: JSON.stringify(changes) });
      await response.arrayBuffer();
    },
  };
}
