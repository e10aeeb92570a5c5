/** What a proxy can judge of an address: its host and port. The rest is encrypted, and the browser's own to judge. */
import { matcher, type Verdict } from "#shared/websites/matcher.ts";
import { readPattern } from "#shared/websites/pattern.ts";
import type { Approved } from "./approved.ts";

/** The id of the website to which a host belongs, or `null`: it is not approved. */
export type HostJudge = (host: string, port: number) => string | null;

export function hostJudge(approved: readonly Approved[]): HostJudge {
  const sites = approved.map(({ id, body }) => {
    const patterns = [...body.allow, ...body.helpers].flatMap((pattern) => wholeHost(pattern) ?? []);
    return { id, judge: matcher({ block: ["*"], allow: patterns }) };
  });
  return (host, port) => {
    const address = addressOf(host, port);
    return address === null ? null : (sites.find(({ judge }) => allows(judge(address)))?.id ?? null);
  };
}

/** Only what a pattern says: what is exempt from lists is no host. */
function allows({ because }: Verdict): boolean {
  return because === "allowed";
}

/** Every path of its host. Without a port it is https's own: a kiosk has no business at another. */
function wholeHost(text: string): string | null {
  const pattern = readPattern(text);
  if (pattern === null || pattern.scheme !== "https" || pattern.host === "") return null;
  const dot = pattern.subdomains || /^\[|^[\d.]+$/.test(pattern.host) ? "" : ".";
  return `https://${dot}${pattern.host}:${pattern.port ?? 443}`;
}

/** The host must be one, and nothing else: no path, no user, no second port. */
function addressOf(host: string, port: number): string | null {
  if (!/^[A-Za-z0-9._-]{1,253}$|^\[[0-9A-Fa-f:.]{2,45}\]$/.test(host)) return null;
  const url = URL.parse(`https://${host}:${port}/`);
  return url && url.hostname === host.toLowerCase() ? url.href : null;
}
