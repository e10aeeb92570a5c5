/** The way to the hub where sockets are blocked: a hello over HTTP every so often. */
import type { Hello, Welcome } from "#shared/screens/protocol.ts";
import { between, PACE, type Pace, type Screen, type Whole } from "./path.ts";

const HELLO = "/api/v1/screens/hello";
const WHOLE = "/api/v1/screens/whole";

export interface Asking {
  whole(): Promise<Whole>;
  stop(): void;
}

/** Asks at once and then again and again until stopped; nothing is heard after the stop. */
export function startAsking(url: string, screen: Screen, pace: Pace): Asking {
  const stopped = new AbortController();
  const { signal } = stopped;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    const asked = performance.now();
    try {
      const welcome = await post<Welcome>(url + HELLO, screen.hello(), pace.patience, signal);
      screen.welcomed(welcome, performance.now() - asked);
    } catch {
      if (!signal.aborted) screen.lost();
    }
    if (!signal.aborted) timer = setTimeout(() => void ask(), between(pace.ask));
  }

  void ask();
  return {
    whole() {
      const { centre, kind } = screen.hello();
      return post<Whole>(url + WHOLE, { centre, kind }, pace.patience, signal);
    },
    stop() {
      clearTimeout(timer);
      stopped.abort();
    },
  };
}

/** Says hello once for the cookie that comes with the answer; what the answer says is left unread. */
export async function renewCookie(url: string, hello: Hello, pace: Pace = PACE): Promise<void> {
  await post(url + HELLO, hello, pace.patience, new AbortController().signal).catch(() => undefined);
}

/** Rejects when no answer came within `patience` ms, the hub refused, or `stopped` was signalled. */
async function post<Reply>(
  url: string,
  body: unknown,
  patience: number,
  stopped: AbortSignal,
): Promise<Reply> {
  const request = new AbortController();
  const abort = () => request.abort();
  stopped.addEventListener("abort", abort);
  const timer = setTimeout(abort, patience);
  try {
    const headers = { "content-type": "application/json" };
    const { signal } = request;
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body), signal });
    if (!response.ok) throw new Error(String(response.status));
    const reply: Reply = await response.json();
    if (stopped.aborted) throw new Error("stopped");
    return reply;
  } finally {
    clearTimeout(timer);
    stopped.removeEventListener("abort", abort);
  }
}
