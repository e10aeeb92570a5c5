/** The DevTools protocol by hand: Playwright brings flags and contexts of its own, under which a managed browser is another. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** Runs no longer than needed, says nothing to its makers, and may take an extension by policy. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-component-update",
  "--disable-sync",
  "--disable-search-engine-choice-screen",
  "--password-store=basic",
];

export interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly title: string;
}

export interface Session {
  send<T = unknown>(method: string, params?: object): Promise<T>;
  /** The value of an expression in the page, a promise's when it is kept. */
  ask<T = unknown>(expression: string): Promise<T>;
}

/** What is said to a Chromium that runs. */
export interface Talk {
  send<T = unknown>(method: string, params?: object, sessionId?: string): Promise<T>;
  targets(): Promise<readonly Target[]>;
  /** The pages that a person may see. */
  pages(): Promise<readonly Target[]>;
  newTab(url?: string): Promise<Session>;
  attach(targetId: string): Promise<Session>;
}

export interface Driven extends Talk {
  readonly child: ChildProcess;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** Ends it politely, so that everything is written down. */
  close(): Promise<void>;
}

export interface Start {
  readonly executablePath: string;
  /** The profile's folder. */
  readonly profile: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

interface Message {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly method?: string;
  readonly params?: { readonly sessionId?: string };
}

interface Asked {
  readonly sessionId: string | undefined;
  answer(message: Message): void;
}

/** Starts a Chromium that can be driven, on a port of its own choice. */
export async function drive({ executablePath, profile, args = [], env = {} }: Start): Promise<Driven> {
  const child = spawn(
    executablePath,
    [...flags, `--user-data-dir=${profile}`, "--remote-debugging-port=0", ...args],
    { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, ...env }, detached: true },
  );
  const ended = once(child, "close");
  const talk = await talkTo(await addressOf(child));
  return {
    child,
    ...talk,
    async kill() {
      process.kill(-child.pid!, "SIGKILL");
      await ended;
    },
    async close() {
      await talk.send("Browser.close").catch(() => {});
      await ended;
    },
  };
}

/** @param address where it says that it can be driven */
export async function talkTo(address: string): Promise<Talk> {
  const socket = new WebSocket(address);
  const answers = new Map<number, Asked>();
  let last = 0;
  /** Of each page: whoever asks every moment shall not attach every moment. */
  const attached = new Map<string, Promise<Session>>();
  const targets = new Map<string, string>();
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.method === "Target.detachedFromTarget") return giveUp(message.params?.sessionId ?? "");
    if (message.id === undefined) return;
    answers.get(message.id)?.answer(message);
    answers.delete(message.id);
  });
  socket.addEventListener("close", () => {
    for (const { answer } of answers.values()) answer({ error: { message: "Chromium has ended" } });
  });
  /** Chromium answers nothing more for a page that was closed: whoever touched *back* in it would wait for ever. */
  function giveUp(gone: string): void {
    attached.delete(targets.get(gone) ?? "");
    for (const [id, { sessionId, answer }] of answers)
      if (sessionId === gone) {
        answers.delete(id);
        answer({ error: { message: "The page has gone" } });
      }
  }
  await once(socket, "open");

  function send<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    // Nothing answers any more: whoever asked would wait for ever.
    if (socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error("Chromium has ended"));
    const id = (last += 1);
    socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
    return new Promise((resolve, reject) => {
      answers.set(id, {
        sessionId,
        answer: ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result as T)),
      });
    });
  }

  async function allTargets(): Promise<readonly Target[]> {
    const { targetInfos } = await send<{ targetInfos: Target[] }>("Target.getTargets");
    return targetInfos;
  }

  function attach(targetId: string): Promise<Session> {
    const held = attached.get(targetId) ?? newSession(targetId);
    attached.set(targetId, held);
    held.catch(() => attached.delete(targetId));
    return held;
  }

  async function newSession(targetId: string): Promise<Session> {
    const { sessionId } = await send<{ sessionId: string }>("Target.attachToTarget", {
      targetId,
      flatten: true,
    });
    targets.set(sessionId, targetId);
    return {
      send: (method, params) => send(method, params, sessionId),
      async ask<T>(expression: string) {
        const params = { expression, awaitPromise: true, returnByValue: true };
        const answer = await send<Evaluated>("Runtime.evaluate", params, sessionId);
        if (answer.exceptionDetails)
          throw new Error(answer.exceptionDetails.exception?.description ?? "thrown");
        return answer.result.value as T;
      },
    };
  }

  return {
    send,
    attach,
    targets: allTargets,
    async pages() {
      const all = await allTargets();
      // What drops down from the address line is a page to Chromium, also where there is no such line.
      return all.filter(({ type, url }) => type === "page" && !url.startsWith("chrome://omnibox"));
    },
    async newTab(url = "about:blank") {
      const { targetId } = await send<{ targetId: string }>("Target.createTarget", { url });
      return attach(targetId);
    },
  };
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
}

/** Where it says that it can be driven. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (part: Buffer) => {
      said = (said + part.toString()).slice(-20_000);
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once("exit", (code) => reject(new Error(`Chromium ended with ${code}: ${said}`)));
  });
}
