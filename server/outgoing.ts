/**
 * The hub's way out of the house. Addresses come from strangers (a browser's push service, a feed), so
 * nothing behind the hub's own walls is reached by them: loopback, private and reserved addresses are
 * refused unless SIGNPOST_ALLOW_PRIVATE names host and port. Proxies are honoured as settings say.
 */
import { lookup as resolve } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { Agent, type Dispatcher, EnvHttpProxyAgent, fetch as fetchBy } from "undici";

export type Outgoing = (url: string, how?: OutgoingOptions) => Promise<Response>;

export interface OutgoingOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | number>>;
  readonly body?: string | Uint8Array | null;
  /** Redirects lead to other addresses, so none is followed unless asked for. */
  readonly redirect?: "manual" | "follow" | "error";
  readonly signal?: AbortSignal;
}

/** This address lies within, and no setting allows it. */
class Forbidden extends Error {
  constructor(host: string) {
    super(`${host} is not reached from here; SIGNPOST_ALLOW_PRIVATE may allow it`);
  }
}

export function isForbidden(error: unknown): boolean {
  if (error instanceof Forbidden) return true;
  return error instanceof Error && error.cause !== undefined && isForbidden(error.cause);
}

/** `allowed`: as host:port. Whatever is refused rejects; `isForbidden` tells why. */
export function openOutgoing(
  allowed: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): { readonly fetch: Outgoing; close(): Promise<void> } {
  const isProxied = Boolean(env["HTTPS_PROXY"] ?? env["https_proxy"]);
  const strict = new Agent({ connect: { lookup: publicOnly } });
  const free: Dispatcher = isProxied ? new EnvHttpProxyAgent() : strict;
  const within = new Agent();
  return {
    async fetch(url, how = {}) {
      const { host, hostname, port, protocol } = new URL(url);
      const named = port === "" ? `${hostname}:${protocol === "http:" ? 80 : 443}` : host;
      const isAllowed = allowed.includes(named);
      if (!isAllowed && isWithin(hostname)) throw new Forbidden(hostname);
      const dispatcher = isAllowed ? within : free;
      const { headers = {}, ...rest } = how;
      const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
      const answer = await fetchBy(url, { redirect: "manual", ...rest, headers: plain, dispatcher });
      return answer as unknown as Response;
    },
    async close() {
      await Promise.all([strict, within, free].map((agent) => agent.close()));
    },
  };
}

/** Looks a name up and refuses it where any of its addresses lies within. */
const publicOnly: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, "", 0);
    const [first] = addresses;
    if (!first || addresses.some(({ address }) => isWithin(address)))
      return done(new Forbidden(hostname), "", 0);
    if (options.all) done(null, addresses);
    else done(null, first.address, first.family);
  });
};

/** Whether an address is one of this machine or of a private network; a name never is. */
function isWithin(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, "");
  if (isIP(address) === 0) return false;
  return ipaddr.process(address).range() !== "unicast";
}
