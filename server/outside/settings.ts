/** What the installer says about the way out: which private hosts may be reached, and by way of which proxy. */
import { plainHost } from "./address.ts";

export interface WayOut {
  /** `host:port` each. */
  readonly allowPrivate: readonly string[];
  /** The council's proxy for https:// and for http:// addresses, and the hosts that are reached without. */
  readonly proxy: {
    readonly https: string | null;
    readonly http: string | null;
    readonly except: readonly string[];
  };
}

/** For tests and commands that are told nothing. */
export const STRAIGHT: WayOut = { allowPrivate: [], proxy: { https: null, http: null, except: [] } };

/** The proxy that leads to an address, or `null` for the straight way. */
export function proxyFor(url: URL, { proxy }: WayOut): string | null {
  const through = url.protocol === "https:" ? proxy.https : (proxy.http ?? proxy.https);
  if (through === null) return null;
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return proxy.except.some((entry) => excepts(entry, plainHost(url.hostname), port)) ? null : through;
}

/** As curl reads NO_PROXY: `*`, a host and all below it, with or without a leading dot or a port. */
function excepts(entry: string, host: string, port: string): boolean {
  if (entry === "*") return true;
  const [, name = "", onlyPort] = /^(.*?)(?::(\d+))?$/.exec(withoutBrackets(entry)) ?? [];
  if (onlyPort !== undefined && onlyPort !== port && !isIpv6(entry)) return false;
  const bare = plainHost(isIpv6(entry) ? entry : name).replace(/^\*?\./, "");
  return bare !== "" && (host === bare || host.endsWith(`.${bare}`));
}

function isIpv6(entry: string): boolean {
  return !entry.startsWith("[") && entry.split(":").length > 2;
}

function withoutBrackets(entry: string): string {
  return entry.replace(/^\[(.*)\](:\d+)?$/, "$1$2");
}
