/**
 * A pattern of Chromium's URLAllowlist and URLBlocklist, taken apart as Chromium takes it apart:
 * `[scheme://][.]host[:port][/path][?query]`, `scheme:*` or `scheme://*`, or `*`. Nothing is made
 * canonical here, because Chromium does not: a Unicode host or a shortened IP address stays as it
 * was written, and therefore matches no address.
 */

export interface Pattern {
  /** Small letters; `null` is any. */
  readonly scheme: string | null;
  /** Small letters; `""` is any. */
  readonly host: string;
  readonly subdomains: boolean;
  /** `null` is any. */
  readonly port: number | null;
  /** A prefix of the path. */
  readonly path: string;
  readonly query: string;
}

/** Where each part of a pattern stands in its text. */
interface Segments {
  readonly scheme: string;
  /** Whether the scheme was written, or taken for granted. */
  readonly written: boolean;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly query: string;
}

/** Schemes whose addresses have a host, in Chromium as it is built for a desktop. */
const WITH_HOST: ReadonlySet<string> = new Set([
  "http",
  "https",
  "ws",
  "wss",
  "ftp",
  "filesystem",
  "about",
  "chrome",
  "chrome-untrusted",
  "chrome-extension",
  "chrome-native",
  "chrome-search",
  "chrome-error",
  "devtools",
  "isolated-app",
]);

const ANY = { host: "", subdomains: true, port: null, path: "", query: "" } as const;

/** The pattern, or `null` where Chromium passes over it. */
export function readPattern(text: string): Pattern | null {
  const scheme = schemeOf(text) ?? (/^\s*[/~]/u.test(text) ? "file" : "http");
  const small = lower(text);
  if (small === `${scheme}:*` || small === `${scheme}://*`) return { ...ANY, scheme };
  if (scheme === "file") return fileOf(text);
  if (scheme === "data") return dataOf(text);
  const parts = segments(text, scheme);
  if (parts === null || parts.host === "") return null;
  const port = portOf(parts.port);
  if (port === undefined) return null;
  return {
    scheme: parts.written ? parts.scheme : null,
    ...hostOf(lower(parts.host)),
    port,
    path: parts.path,
    query: parts.query,
  };
}

/** The scheme that was written; a name with a dot, or with a port behind it, is a host. */
function schemeOf(text: string): string | null {
  const found = /^[\0- ]*([a-z][a-z0-9+-]*):(.*)$/is.exec(text);
  if (found) return isPort(found[2]!) ? null : lower(found[1]!);
  // A slip of the finger that Chromium mends: `https;//site`.
  const slip = /^[\0- ]*([a-z][a-z0-9+-]*);(.*)$/is.exec(text);
  if (!slip || isPort(slip[2]!)) return null;
  const scheme = lower(slip[1]!);
  return WITH_HOST.has(scheme) || scheme === "file" ? scheme : null;
}

function isPort(afterColon: string): boolean {
  const digits = /^[^/\\?#]*/.exec(afterColon)![0];
  return /^\d+$/.test(digits) && Number(digits) <= 65535;
}

function segments(text: string, scheme: string): Segments | null {
  const trimmed = text.replace(/^[\0- ]+|[\0- ]+$/g, "");
  const written = schemeOf(text) !== null;
  if (written && !WITH_HOST.has(scheme)) return null;
  const rest = written ? trimmed.slice(scheme.length + 1) : trimmed.replace(/^:/, "");
  const [, authority = "", path = "", query = ""] =
    /^[/\\]*([^/\\?#]*)([^?#]*)(?:\?([^#]*))?/.exec(rest) ?? [];
  const server = authority.slice(authority.lastIndexOf("@") + 1);
  const colon = server.lastIndexOf(":");
  const bracket = server.includes("]")
    ? server.lastIndexOf("]")
    : server.startsWith("[")
      ? server.length
      : -1;
  const [host, port] = colon > bracket ? [server.slice(0, colon), server.slice(colon + 1)] : [server, ""];
  return { scheme, written, host, port, path, query };
}

/** `undefined` where it is none. */
function portOf(written: string): number | null | undefined {
  if (written === "") return null;
  if (!/^\+?\d{1,9}$/.test(written)) return undefined;
  const port = Number(written);
  return port > 0 && port <= 65535 ? port : undefined;
}

function hostOf(host: string): Pick<Pattern, "host" | "subdomains"> {
  if (host === "*") return { host: "", subdomains: true };
  if (host.startsWith(".")) return { host: host.slice(1), subdomains: false };
  return { host, subdomains: isName(host) };
}

/** A name, and neither an address nor something that cannot be a host. */
function isName(host: string): boolean {
  const address = URL.parse(`http://${host}/`);
  return address !== null && !/^\[|^\d+\.\d+\.\d+\.\d+$/.test(address.hostname);
}

/** This computer, under whatever name. */
const HERE = /^(?:|(?:.+\.)?localhost\.?|127(?:\.\d+){3}|\[::1\])$/;

/** Of a `file:` address Chromium takes the path that this computer would open. */
function fileOf(text: string): Pattern | null {
  const address = URL.parse(text);
  if (address?.protocol !== "file:" || /%(2f|5c|00)/i.test(address.pathname)) return null;
  if (!HERE.test(address.hostname)) return null;
  try {
    return { ...ANY, scheme: "file", path: decodeURIComponent(address.pathname) };
  } catch {
    return null;
  }
}

function dataOf(text: string): Pattern {
  const address = URL.parse(text);
  return { ...ANY, scheme: "data", path: address?.href.slice("data:".length).replace(/#.*$/s, "") ?? "" };
}

/** Only A to Z: other letters stay, as in Chromium. */
function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
