/**
 * The one matcher: which addresses a kiosk may open. It decides as Chromium does with the policies
 * URLAllowlist and URLBlocklist, so that the hub's proxy, the kiosk, the console's test box and the
 * browser itself never disagree. What is no address is not allowed.
 */
import { type Pattern, readPattern } from "./pattern.ts";
import { type Condition, conditionsOf, fulfils } from "./query.ts";

/** Patterns, in the form of Chromium's policies. */
export interface Lists {
  readonly allow: readonly string[];
  readonly block: readonly string[];
}

export type Because =
  | "allowed"
  | "blocked"
  /** No pattern speaks of it, and so Chromium lets it pass. */
  | "unlisted"
  /** What a page makes of itself (`about:blank`, `blob:`, `javascript:`), or the browser's own pages under `*` alone. */
  | "exempt"
  | "not-an-address";

export interface Verdict {
  readonly allowed: boolean;
  readonly because: Because;
  /** The pattern that decided. */
  readonly pattern: string | null;
}

interface Filter extends Pattern {
  readonly text: string;
  readonly allow: boolean;
  readonly conditions: readonly Condition[];
}

/** Chromium reads no further. */
export const MOST_PATTERNS = 1_000;

/** Never asked of the lists: it has no server behind it. */
const NEVER_ASKED = /^(about|blob|javascript):$/;
/** The browser's own, which `*` alone does not block. */
const PAST_STAR = /^chrome(-extension|-native|-search)?:$/;

const DEFAULT_PORTS: Readonly<Record<string, number>> = {
  "http:": 80,
  "https:": 443,
  "ws:": 80,
  "wss:": 443,
  "ftp:": 21,
};

/** Reads the lists once; the answer judges any number of addresses. */
export function matcher({ allow, block }: Lists): (address: string) => Verdict {
  const filters = [...filtersOf(block, false), ...filtersOf(allow, true)];
  return (address) => judge(filters, address);
}

function filtersOf(patterns: readonly string[], allow: boolean): readonly Filter[] {
  return patterns.slice(0, MOST_PATTERNS).flatMap((text) => {
    const pattern = readPattern(text);
    return pattern ? [{ ...pattern, text, allow, conditions: conditionsOf(pattern.query, allow) }] : [];
  });
}

function judge(filters: readonly Filter[], address: string): Verdict {
  const url = URL.parse(address);
  return url?.protocol === "view-source:" ? judgeSource(filters, url) : judgeOne(filters, address);
}

function judgeOne(filters: readonly Filter[], address: string): Verdict {
  const url = URL.parse(address);
  if (url === null || isNoFile(url)) return { allowed: false, because: "not-an-address", pattern: null };
  if (NEVER_ASKED.test(url.protocol)) return { allowed: true, because: "exempt", pattern: null };
  const [first, ...others] = filters.filter((filter) => matches(filter, url));
  if (first === undefined) return { allowed: true, because: "unlisted", pattern: null };
  const {
    allow,
    text: pattern,
    ...rest
  } = others.reduce((best, next) => (beats(next, best) ? next : best), first);
  if (isStar({ allow, ...rest }) && PAST_STAR.test(url.protocol))
    return { allowed: true, because: "exempt", pattern };
  return { allowed: allow, because: allow ? "allowed" : "blocked", pattern };
}

/** Of a page whose source is asked for, Chromium judges the asking and then the page. */
function judgeSource(filters: readonly Filter[], { href }: URL): Verdict {
  const [asking, page] = [judgeOne(filters, href), href.slice("view-source:".length)];
  return asking.allowed && /^https?:/i.test(page) && URL.canParse(page) ? judgeOne(filters, page) : asking;
}

/** A site's own file system wants a site and a place in it. */
function isNoFile({ protocol, href }: URL): boolean {
  if (protocol !== "filesystem:") return false;
  const within = href.slice(protocol.length);
  return !/^[a-z]+:\/\/[^/?#]+\/(?!\.{1,2}(\/|$))[^/?#]/i.test(within) || !URL.canParse(within);
}

function matches(filter: Filter, url: URL): boolean {
  if (filter.scheme !== null && `${filter.scheme}:` !== url.protocol) return false;
  if (filter.port !== null && filter.port !== portOf(url)) return false;
  return (
    hostMatches(filter, url.hostname) &&
    pathOf(url).startsWith(filter.path) &&
    fulfils(queryOf(url), filter.conditions)
  );
}

/** Hosts are compared with one dot before and behind them, so that only whole labels count. */
function hostMatches({ host, subdomains }: Filter, actual: string): boolean {
  if (host === "" && subdomains) return true;
  const [wanted, found] = [dotted(host), dotted(actual)];
  return subdomains ? found.endsWith(wanted) : found === wanted;
}

function dotted(host: string): string {
  const ended = `${host.replace(/\.+$/, "")}.`;
  return ended.startsWith(".") ? ended : `.${ended}`;
}

/** Chromium writes two things otherwise than the URL standard: a bar, and the root of its own pages. */
function pathOf({ pathname, protocol }: URL): string {
  return pathname === "" && PAST_STAR.test(protocol) ? "/" : pathname.replaceAll("|", "%7C");
}

function portOf({ port, protocol }: URL): number | null {
  return port === "" ? (DEFAULT_PORTS[protocol] ?? null) : Number(port);
}

/** `null` where there is none; `URL.search` does not tell `/a` from `/a?`. */
function queryOf({ href, search }: URL): string | null {
  if (search !== "") return search.slice(1);
  return href.replace(/#.*$/s, "").endsWith("?") ? "" : null;
}

/** Whether `a` decides rather than `b`, where both match: the narrower; scheme and port carry no weight. */
function beats(a: Filter, b: Filter): boolean {
  if (isStar(b)) return true;
  if (isStar(a)) return false;
  if (a.subdomains !== b.subdomains) return !a.subdomains;
  const narrower =
    a.host.length - b.host.length ||
    a.path.length - b.path.length ||
    a.conditions.length - b.conditions.length;
  return narrower === 0 ? a.allow && !b.allow : narrower > 0;
}

/** The block list's `*`, which every other pattern overrules. */
function isStar({ allow, scheme, host, subdomains, port, path, conditions }: Omit<Filter, "text">): boolean {
  return (
    !allow &&
    subdomains &&
    scheme === null &&
    host === "" &&
    port === null &&
    path === "" &&
    conditions.length === 0
  );
}
