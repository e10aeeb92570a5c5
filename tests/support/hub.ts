import { mkdir } from "node:fs/promises";
import path from "node:path";
import { openHub, type Hub } from "#server/hub.ts";
import { type Config, readConfig } from "#server/config.ts";
import { operatorToken } from "#server/live/identity.ts";
import { openLog } from "#server/log.ts";
import type { CommandName, Input } from "#shared/contract.ts";
import type { Result } from "#shared/result.ts";
import { appVersion } from "../../tasks/build/app-version.ts";
import { temporaryFolder } from "./folder.ts";

const repository = path.join(import.meta.dirname, "..", "..");

export interface RunningHub {
  readonly hub: Hub;
  readonly url: string;
  readonly data: string;
  readonly config: Config;
  /** What the hub takes for now, epoch ms; by default the real time. */
  setNow(now: () => number): void;
  /** A command by the operator, over HTTP. */
  order<Name extends CommandName>(name: Name, input: Input<Name>, requestId?: string): Promise<Result<never>>;
  /** The value of an order that must be carried out. */
  done<Name extends CommandName>(name: Name, input: Input<Name>): Promise<any>; // eslint-disable-line typescript/no-explicit-any
  stop(): Promise<void>;
}

export interface HubOptions {
  readonly databaseUrl: string;
  readonly data?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it serves the pages built in dist/; without them it serves none. */
  readonly pages?: boolean;
  /** What it takes for now from the start; by default the real time. */
  readonly now?: () => number;
}

/** A real hub on a free port of loopback, without the demo unless asked for. */
export async function startHub(options: HubOptions): Promise<RunningHub> {
  const folder = options.data === undefined ? await temporaryFolder("hub") : null;
  const data = options.data ?? folder?.path ?? "";
  const config = readConfig({
    PORT: "0",
    HOST: "127.0.0.1",
    DATABASE_URL: options.databaseUrl,
    SIGNPOST_DATA: data,
    SIGNPOST_DEMO: "no",
    SIGNPOST_LOG: "error",
    SIGNPOST_SECRET: "a secret of thirty-two characters, or more",
    ...options.env,
  });
  if (!config.ok) throw new Error(JSON.stringify(config.refusal));
  const built = path.join(options.pages ? path.join(repository, "dist") : data, "kiosk");
  if (!options.pages) await mkdir(built, { recursive: true });
  let now = options.now ?? Date.now;
  const hub = await openHub({
    config: config.value,
    log: openLog(config.value.log),
    app: options.pages ? appVersion(repository) : "test",
    built,
    content: path.join(repository, "content"),
    now: () => now(),
  });
  const port = await hub.listen();
  const url = `${config.value.tls ? "https" : "http"}://127.0.0.1:${port}`;
  const order = async (name: string, input: unknown, requestId?: string): Promise<Result<never>> => {
    const response = await fetch(`${url}/api/v1/commands/${name}`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${operatorToken(hub.secret)}`,
        ...(requestId === undefined ? {} : { "Idempotency-Key": requestId }),
      },
      body: JSON.stringify(input),
    });
    return (await response.json()) as Result<never>;
  };
  return {
    hub,
    url,
    data,
    config: config.value,
    setNow: (clock) => void (now = clock),
    order,
    async done(name, input) {
      const result = await order(name, input);
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.refusal)}`);
      return result.value;
    },
    async stop() {
      await hub.stop();
      await folder?.remove();
    },
  };
}
