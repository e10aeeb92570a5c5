/**
 * The browser of a TV from 2019: the real Chromium 69.0.3494 that the npm package chrome-aws-lambda 1.6.3 carries,
 * packed with Brotli, for Linux on x64. Nothing of the package runs; iltorb, a compiled Brotli that it names, is
 * replaced in package.json by a package that we have anyway, for Node unpacks Brotli itself. Playwright cannot drive
 * so old a browser, hence the DevTools protocol by hand.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { flags } from "./chromium.ts";
import { temporaryFolder } from "./folder.ts";

const packed = "chrome-aws-lambda/bin/chromium-69.0.3494.0.br";

/** Whether it runs on this machine. */
export const runsHere = process.platform === "linux" && process.arch === "x64";

export interface OldPage {
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** The value of an expression in the page, a promise's when it is kept. */
  ask<T>(expression: string): Promise<T>;
  /** Everything that the page complained of so far. */
  readonly errors: readonly string[];
}

export interface OldBrowser {
  readonly page: OldPage;
  close(): Promise<void>;
}

/** Starts it with an empty profile and one page. */
export async function launchChromium69(): Promise<OldBrowser> {
  const folder = await temporaryFolder("chromium69");
  const program = join(folder.path, "chromium");
  const source = createReadStream(createRequire(import.meta.url).resolve(packed));
  await pipeline(source, createBrotliDecompress(), createWriteStream(program, { mode: 0o755 }));
  const profile = `--user-data-dir=${join(folder.path, "profile")}`;
  const more = ["--headless", "--no-zygote", "--window-size=1280,720", "--remote-debugging-port=0", profile];
  const child = spawn(program, [...flags, ...more], { stdio: ["ignore", "ignore", "pipe"] });
  const { host } = await addressOf(child);
  const made = await fetch(`http://${host}/json/new?about:blank`);
  const { webSocketDebuggerUrl } = (await made.json()) as { webSocketDebuggerUrl: string };
  const page = await drive(webSocketDebuggerUrl);
  return {
    page,
    async close() {
      child.kill("SIGKILL");
      await once(child, "close");
      await folder.remove();
    },
  };
}

/** Where it says that it can be driven. */
function addressOf(child: ChildProcess): Promise<URL> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (part: Buffer) => {
      said += part.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address) resolve(new URL(address));
    });
    child.once("exit", (code) => reject(new Error(`Chromium 69 ended with ${code}: ${said}`)));
  });
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: never;
  readonly result?: never;
  readonly error?: { readonly message: string };
}

async function drive(address: string): Promise<OldPage> {
  const socket = new WebSocket(address);
  const answers = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, (params: never) => void>();
  let last = 0;
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) answers.get(message.id)?.(message);
    else if (message.method !== undefined) listeners.get(message.method)?.(message.params!);
  });
  await once(socket, "open");

  function order<T>(method: string, params: object = {}): Promise<T> {
    last += 1;
    socket.send(JSON.stringify({ id: last, method, params }));
    return new Promise((resolve, reject) => {
      answers.set(last, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result!)));
    });
  }

  const loaded = (): Promise<void> =>
    new Promise((resolve) => listeners.set("Page.loadEventFired", () => resolve()));
  const errors = noteErrors(listeners);
  for (const part of ["Page", "Runtime", "Log"]) await order(`${part}.enable`);
  return {
    errors,
    async open(url) {
      const there = loaded();
      await order("Page.navigate", { url });
      await there;
    },
    async reload() {
      const there = loaded();
      await order("Page.reload");
      await there;
    },
    async ask<T>(expression: string) {
      const params = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await order<Evaluated>("Runtime.evaluate", params);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as T;
    },
  };
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: Thrown;
}

interface Thrown {
  readonly text: string;
  readonly exception?: { readonly description?: string };
}

function noteErrors(listeners: Map<string, (params: never) => void>): readonly string[] {
  const errors: string[] = [];
  listeners.set("Runtime.exceptionThrown", ({ exceptionDetails }: { exceptionDetails: Thrown }) => {
    errors.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
  });
  listeners.set("Log.entryAdded", ({ entry }: { entry: { level: string; text: string; url?: string } }) => {
    if (entry.level === "error") errors.push(`${entry.text} (${entry.url})`);
  });
  return errors;
}
