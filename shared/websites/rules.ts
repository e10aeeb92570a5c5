/**
 * What an approved website's patterns may be. Chromium reads any text as a pattern of some sort; what it
 * would misread is refused here with what to write instead, and what a pattern opens besides is said.
 */
import { matcher } from "./matcher.ts";

export type Why =
  /** `*`, `https://*`: every address there is. */
  | "opens-everything"
  | "public-suffix"
  | "no-scheme"
  | "not-https"
  | "star"
  | "not-ascii"
  | "short-address"
  | "credentials"
  | "fragment"
  /** Dots, blanks, letters or an encoding that Chromium compares as they are written. */
  | "spelling"
  | "not-a-pattern";

export interface Fault {
  readonly pattern: string;
  readonly why: Why;
  /** What was probably meant; `null` where nobody can tell. */
  readonly write: string | null;
}

/** What a pattern opens besides what one may think of. */
export type Opening =
  | { readonly pattern: string; readonly opens: "subdomains" | "every-page"; readonly host: string }
  | { readonly pattern: string; readonly opens: "beginnings"; readonly host: string; readonly path: string };

interface Parts {
  readonly scheme: string | null;
  readonly credentials: boolean;
  /** A leading dot, which leaves the subdomains out. */
  readonly dot: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: boolean;
}

const FORM =
  /^(?:(?<scheme>[a-z*][a-z0-9+.*-]*):?\/{2}|\/{2})?(?<user>[^/?#]*@)?(?<dot>\.?)(?<host>\[[^\]]*\]|[^/?#:@]*)(?<port>:\d+)?(?<path>\/[^?#]*)?(?<query>\?[^#]*)?(?<fragment>#.*)?$/isu;

/** What is wrong with a pattern, or `null`. */
export function faultOf(pattern: string): Fault | null {
  const parts = partsOf(pattern.trim());
  const fault = (why: Why, write: string | null): Fault => ({ pattern, why, write });
  if (/^[a-z*.-]+:(\/\/)?\*?$/i.test(pattern.trim()) || parts?.host === "*")
    return fault("opens-everything", null);
  if (parts === null) return fault("not-a-pattern", null);
  const write = written(parts);
  if (write === null) return fault(parts.host.includes("*") ? "star" : "not-a-pattern", null);
  return write === pattern ? null : fault(reason(parts, write), write);
}

/** What a sound pattern opens besides, where `address` is the page that the website begins with. */
export function openingsOf(pattern: string, address: string): readonly Opening[] {
  const parts = partsOf(pattern);
  if (parts === null) return [];
  const { host, dot, path, query } = parts;
  const begins = URL.parse(address);
  const whole = path === "" || path === "/";
  return [
    ...(whole && query === "" && begins && begins.hostname.endsWith(host) && begins.pathname !== "/"
      ? [{ pattern, opens: "every-page", host } as const]
      : []),
    ...(dot === "" && isName(host) ? [{ pattern, opens: "subdomains", host } as const] : []),
    ...(!whole && !path.endsWith("/") && query === ""
      ? [{ pattern, opens: "beginnings", host, path } as const]
      : []),
  ];
}

/** The host that a sound pattern is about. */
export function hostOf(pattern: string): string | null {
  return partsOf(pattern)?.host ?? null;
}

/** Whether it leaves the subdomains out. */
export function isExact(pattern: string): boolean {
  const parts = partsOf(pattern);
  return parts !== null && (parts.dot === "." || !isName(parts.host));
}

/** Whether these patterns, and nothing else, open the address. */
export function opens(patterns: readonly string[], address: string): boolean {
  return matcher({ block: ["*"], allow: patterns })(address).allowed;
}

function partsOf(text: string): Parts | null {
  const found = FORM.exec(text)?.groups;
  if (!found || !found.host) return null;
  return {
    scheme: found.scheme?.toLowerCase() ?? null,
    credentials: Boolean(found.user),
    dot: found.dot ?? "",
    host: found.host,
    port: found.port ?? "",
    path: found.path ?? "",
    query: found.query ?? "",
    fragment: Boolean(found.fragment),
  };
}

/** The pattern as Chromium takes it; `null` where none can be made of it. */
function written({ dot, host, port, path, query }: Parts): string | null {
  const url = URL.parse(
    `https://${host.replace(/^\*\./, "").replace(/\.+$/, "")}${path.replace(/\*+$/, "")}${query}`,
  );
  if (url === null || url.hostname.includes("*") || url.hostname === "") return null;
  if (port !== "" && !(Number(port.slice(1)) > 0 && Number(port.slice(1)) <= 65535)) return null;
  const exact = host.startsWith("*.") ? "" : dot;
  const canonical = path === "" ? "" : url.pathname.replaceAll("|", "%7C");
  const pattern = `https://${exact}${url.hostname}${port}${canonical}${url.search}`;
  return opens([pattern], `https://${url.hostname}${port}${canonical}${url.search.replaceAll("*", "")}`)
    ? pattern
    : null;
}

/** The first thing about it that must change. */
function reason({ scheme, credentials, host, path, query, fragment }: Parts, write: string): Why {
  if (host.includes("*") || path.endsWith("*") || scheme?.includes("*")) return "star";
  if (scheme === null) return "no-scheme";
  if (scheme !== "https") return "not-https";
  if (credentials) return "credentials";
  if (fragment) return "fragment";
  if (/[^\0-\u{7f}]/u.test(host + path + query)) return "not-ascii";
  const meant = URL.parse(write)?.hostname ?? "";
  return !isName(meant) && meant !== host ? "short-address" : "spelling";
}

function isName(host: string): boolean {
  return !/^\[|^\d+\.\d+\.\d+\.\d+$/.test(host);
}
