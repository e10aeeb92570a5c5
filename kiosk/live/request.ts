/** One JSON request to the hub, within a patience. */

export interface Request {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly body?: unknown;
  /** Milliseconds. */
  readonly patience: number;
  readonly stopped: AbortSignal;
}

export interface Answer<Reply> {
  /** `null` where the hub refused. */
  readonly reply: Reply | null;
  /** The hub's clock, epoch ms, a second ahead at most. */
  readonly now: number;
}

/** Rejects when no answer came in time, the hub is out of order (status 5xx), or `stopped` was signalled. */
export async function request<Reply>({
  method,
  url,
  body,
  patience,
  stopped,
}: Request): Promise<Answer<Reply>> {
  const giveUp = new AbortController();
  const abort = () => giveUp.abort();
  stopped.addEventListener("abort", abort);
  const timer = setTimeout(abort, patience);
  try {
    const sent = body === undefined ? {} : { headers: JSON_BODY, body: JSON.stringify(body) };
    const response = await fetch(url, { method, signal: giveUp.signal, ...sent });
    if (response.status >= 500) throw new Error(`hub answers ${response.status}`);
    const reply: Reply | null = response.ok ? await response.json() : null;
    if (stopped.aborted) throw new Error("stopped");
    const date = Date.parse(response.headers.get("date") ?? "");
    return { reply, now: Number.isNaN(date) ? Date.now() : date + SECOND };
  } finally {
    clearTimeout(timer);
    stopped.removeEventListener("abort", abort);
  }
}

/** Signalled after so many milliseconds; `AbortSignal.timeout` is there from Chrome 103 on only. */
export function timeUp(milliseconds: number): AbortSignal {
  const giveUp = new AbortController();
  setTimeout(() => giveUp.abort(), milliseconds);
  return giveUp.signal;
}

const SECOND = 1_000;
const JSON_BODY = { "content-type": "application/json" };
