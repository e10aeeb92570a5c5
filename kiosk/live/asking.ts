/** The way to the hub where sockets are blocked: a hello over HTTP every so often. */
import type { Hello, Welcome } from "#shared/screens/protocol.ts";
import { between, PACE, type Pace, type Screen, type Whole } from "./path.ts";
import { request } from "./request.ts";

const HELLO = "/api/v1/screens/hello";
const WHOLE = "/api/v1/screens/whole";

export interface Asking {
  whole(): Promise<Whole>;
  stop(): void;
}

/** Asks at once and then again and again until stopped; nothing is heard after the stop. */
export function startAsking(url: string, screen: Screen, pace: Pace): Asking {
  const stopped = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function post<Reply>(path: string, body: unknown): Promise<Reply> {
    const { patience } = pace;
    const { signal } = stopped;
    const answer = await request<Reply>({ method: "POST", url: url + path, body, patience, stopped: signal });
    if (answer.reply === null) throw new Error("refused");
    return answer.reply;
  }

  async function ask(): Promise<void> {
    const asked = performance.now();
    try {
      const welcome = await post<Welcome>(HELLO, screen.hello());
      screen.welcomed(welcome, performance.now() - asked);
      if ("order" in welcome) screen.told("order", welcome.order);
    } catch {
      if (!stopped.signal.aborted) screen.lost();
    }
    if (!stopped.signal.aborted) timer = setTimeout(() => void ask(), between(pace.ask));
  }

  void ask();
  return {
    whole() {
      const { centre, kind } = screen.hello();
      return post<Whole>(WHOLE, { centre, kind });
    },
    stop() {
      clearTimeout(timer);
      stopped.abort();
    },
  };
}

/** Says hello once for the cookie that comes with the answer; what the answer says is left unread. */
export async function renewCookie(hello: Hello): Promise<void> {
  const stopped = new AbortController().signal;
  const { patience } = PACE;
  await request({ method: "POST", url: HELLO, body: hello, patience, stopped }).catch(() => undefined);
}
