/** How a connection to the outside is made: only to an address that was checked, and to that very one. */
import { isIP, type LookupFunction } from "node:net";
import type { buildConnector, Dispatcher } from "undici";
import { isPublicAddress, type Checked, type LookUp, plainHost, isNamed, reachable } from "./address.ts";
import { proxyFor, type WayOut } from "./settings.ts";
import { done, refused, type Refusal, type Result } from "#shared/result.ts";

/** Carries a refusal through a library that knows only errors. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const PATIENCE = { connect: 10_000, headers: 20_000, body: 20_000 } as const;

const timeouts = {
  headersTimeout: PATIENCE.headers,
  bodyTimeout: PATIENCE.body,
  keepAliveTimeout: 4_000,
} as const;

export interface Lines {
  /** The dispatcher that leads to an address. Refused: `private-address`. */
  to(url: URL): Promise<Result<Dispatcher>>;
  close(): Promise<void>;
}

/** The library is loaded with the first thing asked: a megabyte that a hub without sources never needs. */
const library = () => import("undici");
type Library = Awaited<ReturnType<typeof library>>;

export function openLines(way: WayOut, lookUp: LookUp): Lines {
  /** By the proxy they go through, "" for none. */
  const lines = new Map<string, Dispatcher>();
  function lineThrough(uri: string, { Agent, ProxyAgent, buildConnector: build }: Library): Dispatcher {
    const line =
      lines.get(uri) ??
      (uri === ""
        ? new Agent({ ...timeouts, allowH2: false, connect: connector(way, lookUp, build) })
        : new ProxyAgent({ ...timeouts, uri, allowH2: false, connectTimeout: PATIENCE.connect }));
    lines.set(uri, line);
    return line;
  }
  return {
    async to(url) {
      const proxy = proxyFor(url, way);
      const refusal = proxy === null ? null : await knownPrivate(url, way, lookUp);
      return refusal ? { ok: false, refusal } : done(lineThrough(proxy ?? "", await library()));
    },
    async close() {
      await Promise.all([...lines.values()].map((line) => line.destroy()));
    },
  };
}

/** Connects to nothing but what `reachable` gives, so that a name cannot lead elsewhere between check and connection. */
function connector(
  { allowPrivate }: WayOut,
  lookUp: LookUp,
  build: Library["buildConnector"],
): buildConnector.connector {
  return (options, callback) => {
    const port = Number(options.port) || (options.protocol === "https:" ? 443 : 80);
    void reachable(options.hostname, port, allowPrivate, lookUp).then((found) => {
      if (!found.ok) return callback(new Refused(found.refusal), null);
      const connect = build({
        allowH2: false,
        timeout: PATIENCE.connect,
        maxCachedSessions: 0,
        lookup: only(found.value),
      });
      return connect(options, callback);
    });
  };
}

/** A look-up that knows these addresses and no others. */
export function only(checked: readonly Checked[]): LookupFunction {
  const [first] = checked;
  return (_host, { all }, answer) => {
    if (all) answer(null, [...checked]);
    else answer(null, first!.address, first!.family);
  };
}

/**
 * Behind a proxy it is the proxy that looks names up and connects, so that the rule can only be what the hub
 * itself can tell: an address that is private by its number, or a name that the hub's own network knows
 * as private, is refused; for all else the proxy's own rules decide.
 */
async function knownPrivate(url: URL, { allowPrivate }: WayOut, lookUp: LookUp): Promise<Refusal | null> {
  const host = plainHost(url.hostname);
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  if (isNamed(host, port, allowPrivate)) return null;
  if (isIP(host)) return isPublicAddress(host) ? null : refused("private-address", { host, port }).refusal;
  const found = await reachable(host, port, allowPrivate, lookUp);
  return !found.ok && found.refusal.code === "private-address" ? found.refusal : null;
}
