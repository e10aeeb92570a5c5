/** Whom the hub may be led to: the one rule for sources, pasted links and the kiosks' forward proxy. */
import { lookup as lookUp } from "node:dns/promises";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { done, refused, type Result } from "#shared/result.ts";

/** An address that was checked: connect to this very one, or a name may lead elsewhere the next moment. */
export interface Checked {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Every address of a name; none where it is not known. */
export type LookUp = (name: string) => Promise<readonly Checked[]>;

export const systemLookUp: LookUp = async (name) => {
  const found = await lookUp(name, { all: true }).catch(() => []);
  return found.map(({ address, family }) => ({ address, family: family as 4 | 6 }));
};

/** Public by its number, yet inside: the wire server of one large cloud, beside 169.254.169.254 of the others. */
const INSIDE_ALL_THE_SAME: ReadonlySet<string> = new Set(["168.63.129.16"]);

/**
 * Whether this IP address belongs to the public internet: not private, loopback, link-local, carrier-grade NAT,
 * multicast, reserved or for documentation (the IANA special-purpose registries), also where an IPv4
 * address is wrapped in an IPv6 one.
 */
export function isPublicAddress(address: string): boolean {
  if (!isIP(address) || address.includes("%")) return false;
  const parsed = unwrapped(ipaddr.process(address));
  if (INSIDE_ALL_THE_SAME.has(parsed.toString()) || parsed.range() !== "unicast") return false;
  // Of IPv6 only 2000::/3 is given out; what lies outside, such as ::127.0.0.1, is none of ours.
  return parsed instanceof ipaddr.IPv4 || (parsed.parts[0]! & 0xe000) === 0x2000;
}

/** The IPv4 address behind a NAT64 one (RFC 6052): on a network without IPv4 that is how it is reached. */
function unwrapped(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (address instanceof ipaddr.IPv4) return address;
  const [first, second, ...rest] = address.parts;
  const wraps = first === 0x64 && second === 0xff9b && rest.slice(0, 4).every((part) => part === 0);
  return wraps ? new ipaddr.IPv4(address.toByteArray().slice(12)) : address;
}

/** A host as it is compared: lower case, without the brackets of IPv6 and the dot at the end. */
export function plainHost(host: string): string {
  return host.toLowerCase().replace(/^\[(.*)\]$/, "$1").replace(/\.$/, ""); // prettier-ignore
}

/** Whether the installer has named it in SIGNPOST_ALLOW_PRIVATE (`host:port`, as the address has them). */
export function isNamed(host: string, port: number, allowPrivate: readonly string[]): boolean {
  return allowPrivate.some((named) => {
    const colon = named.lastIndexOf(":");
    return plainHost(named.slice(0, colon)) === plainHost(host) && Number(named.slice(colon + 1)) === port;
  });
}

/**
 * The addresses of a host that may be connected to. Refused: `private-address` where it has only others,
 * `no-such-host`.
 */
export async function reachable(
  host: string,
  port: number,
  allowPrivate: readonly string[],
  ask: LookUp = systemLookUp,
): Promise<Result<readonly Checked[]>> {
  const name = plainHost(host);
  const family = isIP(name);
  const found = family === 0 ? await ask(name) : [{ address: name, family: family as 4 | 6 }];
  if (found.length === 0) return refused("no-such-host", { host: name });
  if (isNamed(name, port, allowPrivate)) return done(found);
  const open = found.filter(({ address }) => isPublicAddress(address));
  return open.length > 0 ? done(open) : refused("private-address", { host: name, port });
}
