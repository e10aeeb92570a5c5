/**
 * The one way in which the hub asks anything of the outside: to public addresses only, on every hop,
 * within bounds of time and size, and every outcome a code.
 */
import { done, refused, type Refusal, type Result } from "#shared/result.ts";
import type { Dispatcher } from "undici";
import { type LookUp, systemLookUp } from "./address.ts";
import { openLines, type Lines } from "./connect.ts";
import { refusalOf, refusalOfStatus, waitOf } from "./mishaps.ts";
import { NAME, openRobots, type Robots } from "./robots.ts";
import type { WayOut } from "./settings.ts";
import { readBody } from "./unpack.ts";

export interface Ask {
  readonly url: string;
  readonly method?: "GET" | "HEAD" | "POST" | "PUT" | "DELETE";
  /** Sent to the first origin only: a redirect elsewhere must not carry a key along. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** What the last answer named, so that an unchanged one costs a few bytes. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Refused with `wrong-type` where the answer says that it is of another. */
  readonly types?: RegExp;
  readonly mostBytes?: number;
  readonly milliseconds?: number;
  /** An answer of any status is one, for services whose errors have a body worth reading. */
  readonly anyStatus?: boolean;
  readonly signal?: AbortSignal;
}

export interface Answer {
  readonly state: "new";
  /** Where it was found after redirects. */
  readonly url: string;
  readonly status: number;
  /** `text/calendar`, in lower case and without parameters; `null` where it is not said. */
  readonly type: string | null;
  readonly charset: string | null;
  readonly bytes: Buffer;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** When it may be asked again, where the answer says so. */
  readonly retryAt: string | null;
}

export type Fetched = Answer | { readonly state: "unchanged"; readonly url: string };

export interface Outside extends Robots {
  /**
   * Refused: `not-a-web-address`, `private-address`, `no-such-host`, `site-not-answering`, `took-too-long`,
   * `connection-lost`, `certificate-…`, `no-safe-connection`, `too-many-redirects`, `answer-too-large`,
   * `badly-packed`, `wrong-type`, `slow-down` (with `retryAt`), `page-not-found`, `not-let-in`,
   * `site-in-trouble`, `site-refused`, `proxy-refused`, `not-an-answer`. Never throws.
   */
  fetch(ask: Ask): Promise<Result<Fetched>>;
  close(): Promise<void>;
}

const MOST_BYTES = 20 * 1024 * 1024;
const MILLISECONDS = 60_000;
const MOST_HOPS = 8;

/** `lookUp` asks the system for the addresses of a name. */
export function openOutside(way: WayOut, now: () => number, lookUp: LookUp = systemLookUp): Outside {
  const lines = openLines(way, lookUp);
  const fetch = (ask: Ask): Promise<Result<Fetched>> => follow(ask, lines, now);
  return { fetch, ...openRobots(fetch, now), close: lines.close };
}

async function follow(ask: Ask, lines: Lines, now: () => number): Promise<Result<Fetched>> {
  const late = AbortSignal.timeout(ask.milliseconds ?? MILLISECONDS);
  const signal = ask.signal ? AbortSignal.any([late, ask.signal]) : late;
  let url = webAddress(ask.url);
  const first = url?.origin;
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    if (!url) return refused("not-a-web-address", { url: ask.url });
    const step = await once({ ask, url, own: url.origin === first, signal }, lines, now);
    if (!step.ok || !("to" in step.value)) return step as Result<Fetched>;
    url = webAddress(step.value.to, url);
  }
  return refused("too-many-redirects", { url: ask.url, most: MOST_HOPS });
}

/** http or https, to a host, without a user's name: a way to make one address look like another. */
function webAddress(written: string, base?: URL): URL | null {
  if (!URL.canParse(written, base)) return null;
  const url = new URL(written, base);
  const plain = /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
  return plain && url.hostname !== "" ? url : null;
}

interface Hop {
  readonly ask: Ask;
  readonly url: URL;
  /** Whether it is the origin that was asked for, not one that a redirect leads to. */
  readonly own: boolean;
  readonly signal: AbortSignal;
}

async function once(
  { ask, url, own, signal }: Hop,
  lines: Lines,
  now: () => number,
): Promise<Result<Fetched | { to: string }>> {
  try {
    const line = await lines.to(url);
    if (!line.ok) return line;
    const response = await line.value.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: ask.method ?? "GET",
      headers: headersFor(ask, own),
      body: ask.body ?? null,
      signal,
    });
    return await answer(response, { ask, url, own, signal }, now);
  } catch (error) {
    return { ok: false, refusal: refusalOf(error, { url: url.href }) };
  }
}

function headersFor(ask: Ask, own: boolean): Record<string, string> {
  return {
    "user-agent": `${NAME}/1 (notice board of children's centres)`,
    accept: "*/*",
    "accept-encoding": "gzip, br",
    ...(ask.etag ? { "if-none-match": ask.etag } : {}),
    ...(ask.lastModified ? { "if-modified-since": ask.lastModified } : {}),
    ...(own ? ask.headers : {}),
  };
}

async function answer(
  response: Dispatcher.ResponseData,
  { ask, url, signal }: Hop,
  now: () => number,
): Promise<Result<Fetched | { to: string }>> {
  const { statusCode: status, body } = response;
  // What is given up says so once more, as an error that nobody waits for.
  body.on("error", () => {});
  const header = (name: string): string | null => [response.headers[name]].flat()[0] ?? null;
  const waitUntil = waitOf(header("retry-after") ?? undefined, now());
  const stop = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => {
    body.destroy();
    return { ok: false, refusal };
  };
  const location = header("location");
  if (isRedirect(status) && location !== null && !ask.anyStatus) {
    if (ask.method !== undefined && ask.method !== "GET" && ask.method !== "HEAD") {
      return stop(refused("site-refused", { url: url.href, status }).refusal);
    }
    await body.dump({ limit: 64 * 1024, signal });
    return done({ to: location });
  }
  if (status === 304) {
    await body.dump({ limit: 1024, signal });
    return done({ state: "unchanged", url: url.href });
  }
  const refusal = ask.anyStatus ? null : refusalOfStatus(status, waitUntil, url.href);
  if (refusal) return stop(refusal);
  const { type, charset } = contentType(header("content-type"));
  if (ask.types && type !== null && !ask.types.test(type))
    return stop(refused("wrong-type", { url: url.href, type }).refusal);
  const most = ask.mostBytes ?? MOST_BYTES;
  if (Number(header("content-length") ?? 0) > most)
    return stop(refused("answer-too-large", { url: url.href, most }).refusal);
  const bytes =
    ask.method === "HEAD"
      ? Buffer.alloc(0)
      : await readBody(body, header("content-encoding") ?? undefined, most, signal);
  return done({
    state: "new", url: url.href, status, type, charset, bytes,
    etag: header("etag"), lastModified: header("last-modified"), retryAt: waitUntil,
  }); // prettier-ignore
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function contentType(header: string | null): {
  readonly type: string | null;
  readonly charset: string | null;
} {
  const type = header?.split(";")[0]?.trim().toLowerCase() || null;
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(header ?? "")?.[1]?.toLowerCase() ?? null;
  return { type, charset };
}
