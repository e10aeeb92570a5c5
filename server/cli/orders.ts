/** Gives the hub its orders: to the one that runs on this machine, else by opening its database ourselves. */
import { mkdirSync } from "node:fs";
import { request as requestPlain } from "node:http";
import { request as requestTls } from "node:https";
import type { CommandName, Input } from "#shared/contract.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Config } from "#server/config.ts";
import { lockFolder } from "#server/db/lock.ts";
import { OPERATOR, operatorToken } from "#server/live/identity.ts";
import { openLog } from "#server/log.ts";
import { app, builtFolder, contentFolder } from "#server/places.ts";
import { runningHub } from "#server/running.ts";
import { secretOf } from "#server/secret.ts";

export interface Orders {
  /** Whether a hub runs, which the screens are connected to. */
  readonly running: boolean;
  order<Name extends CommandName>(name: Name, input: Input<Name>): Promise<Result<unknown>>;
  /** Has the hub clean and keep a picture or a PDF. */
  keep(bytes: Uint8Array, name: string): Promise<Result<unknown>>;
  close(): Promise<void>;
}

/** Refused with `folder-in-use` where another command line is at work, or a hub that does not answer. */
export async function openOrders(config: Config): Promise<Result<Orders>> {
  mkdirSync(config.data, { recursive: true });
  const unlock = lockFolder(config.data);
  return unlock ? done(await direct(config, unlock)) : toRunning(config);
}

async function toRunning(config: Config): Promise<Result<Orders>> {
  const url = runningHub(config.data);
  if (url === null) return refused("folder-in-use", { folder: config.data });
  const token = operatorToken(secretOf(config.secret, config.data));
  const order: Orders["order"] = (name, input) =>
    post(`${url}/api/v1/commands/${name}`, token, JSON.stringify(input));
  const keep: Orders["keep"] = (bytes, name) =>
    post(`${url}/api/v1/media?name=${encodeURIComponent(name)}`, token, bytes);
  return done({ running: true, order, keep, close: async () => {} });
}

async function direct(config: Config, unlock: () => void): Promise<Orders> {
  // Most often a hub runs, and then nothing of this one need be read from the disk.
  const { openHub } = await import("#server/hub.ts");
  const hub = await openHub({
    // It serves nobody, so it needs no certificate.
    config: { ...config, demo: "no", tls: null },
    log: openLog("error"),
    app,
    built: builtFolder,
    content: contentFolder,
    now: Date.now,
  });
  return {
    running: false,
    order: (command, input) => hub.door.knock({ command, input, requestId: null, caller: OPERATOR }),
    keep: hub.keep,
    async close() {
      await hub.stop();
      unlock();
    },
  };
}

/** The hub's own certificate names its public address, not this loopback one, so it is not checked here. */
function post(url: string, token: string, body: string | Uint8Array): Promise<Result<unknown>> {
  const send = url.startsWith("https:") ? requestTls : requestPlain;
  const type = typeof body === "string" ? "application/json" : "application/octet-stream";
  const headers = { "Content-Type": type, Authorization: `Bearer ${token}` };
  return new Promise((resolve) => {
    const request = send(url, { method: "POST", headers, rejectUnauthorized: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve(readReply(Buffer.concat(parts).toString("utf8"))));
    });
    request.once("error", () => resolve(refused("hub-away", { url })));
    request.end(body);
  });
}

function readReply(text: string): Result<unknown> {
  try {
    return JSON.parse(text) as Result<unknown>;
  } catch {
    return refused("hub-away");
  }
}
