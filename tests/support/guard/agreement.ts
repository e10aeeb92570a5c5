/**
 * Lists and addresses on which the matcher and Chromium must agree. Each pattern has a host of its own, so that
 * many can be tried in one browser without touching each other.
 */
import type { Lists } from "#shared/websites/matcher.ts";

export interface Agreement {
  readonly about: string;
  readonly lists: Lists;
  readonly addresses: readonly string[];
}

/** A pattern for host `~`, and what is opened on it. */
type Line = readonly [pattern: string, ...addresses: string[]];

const here = [
  "https://~/",
  "http://~/",
  "https://www.~/a",
  "https://not~/",
  "https://~.evil.test/",
  "https://~:8443/",
];
const queries = ["?", "?k", "?k=", "?k=v", "?k=vv", "?k=v&k=w", "?k=w&k=v", "?a=1&k=v", "?k=v&a=1", "?kk=v", "?K=v", "?k=%76", "?k=v#x", "#?k=v"]; // prettier-ignore

const allowed: readonly Line[] = [
  ["https://~", ...here, "wss://~/", "https://user:pass@~/", "https://~@evil.test/", "https://evil.test#@~/"],
  ["~", ...here, "ftp://~/", "custom://~/x", "file://~/x", "data://~/,x"],
  ["https://.~", ...here],
  [".~", ...here],
  ["https://~.", ...here, "https://~./", "https://www.~./"],
  ["https://~..", "https://~/", "https://~./", "https://~../"],
  ["https://..~", ...here],
  ["HTTPS://~/Ab", "https://~/Ab", "https://~/ab", "https://~/AB", "https://~/Abc", "HTTPS://~/Ab"],
  ["https://~:443", "https://~/", "https://~:443/", "https://~:444/", "http://~:443/"],
  ["https://~:8443", ...here],
  ["~:80", ...here, "http://~:80/"],
  ["https://~:0", "https://~/", "https://~:0/"],
  ["https://~:", "https://~/", "https://~:8443/"],
  ["https://~:99999", "https://~/"],
  ["https://~:+443", "https://~/"],
  ["https://~:0443", "https://~/"],
  ["https://~:44 3", "https://~/"],
  ["https://~:http", "https://~/"],
  ["https://*.~", ...here],
  ["*.~", ...here],
  ["*~", ...here],
  ["~.*", ...here, "https://~.com/"],
  ["https://~/*", "https://~/", "https://~/a", "https://~/*", "https://~/*a"],
  ["*://~", ...here, "https://~//~"],
  ["//~", ...here],
  ["https:~", ...here],
  ["https:/~", ...here],
  ["https:///~", ...here],
  ["https:\\\\~\\a", "https://~/", "https://~/a", "https://~/\\a"],
  ["https;//~", ...here],
  ["user:pass@~", ...here],
  ["https://user@~", ...here],
  [" https://~", ...here],
  ["https://~ ", ...here],
  ["https://~/a ", "https://~/a", "https://~/a%20"],
  ["https://~/p/", "https://~/p", "https://~/p/", "https://~/p/q", "https://~/P/", "https://~/p/../q", "https://~/p/%2e%2e/q", "https://~/p%2Fq", "https://~/p/..%2fq", "https://~//p/", "https://~/./p/", "https://~\\p\\q", "https://~/%70/"], // prettier-ignore
  ["https://~/%7Ex", "https://~/~x", "https://~/%7Ex", "https://~/%7ex"],
  ["https://~/caf%C3%A9", "https://~/café", "https://~/caf%c3%a9", "https://~/cafe%CC%81"],
  ["https://~/café", "https://~/café", "https://~/caf%C3%A9"],
  ["https://~/a b", "https://~/a b", "https://~/a%20b"],
  ["https://~/a%20b", "https://~/a b", "https://~/a%20b", "https://~/a+b"],
  ['https://~/[x]|^`{}"', 'https://~/[x]|^`{}"', "https://~/%5Bx%5D"],
  ["https://~/[x]|", "https://~/[x]|", "https://~/%5Bx%5D%7C"],
  ["https://~/a^b", "https://~/a^b", "https://~/a%5Eb"],
  ["https://~/a'b", "https://~/a'b", "https://~/a%27b"],
  ["https://~/p;v=1", "https://~/p;v=1", "https://~/p;v=2", "https://~/p;v=1;w"],
  ["https://~/p?", "https://~/p", "https://~/p?x"],
  ["https://~/p#frag", "https://~/p", "https://~/pq#other"],
  ["https://~/p?k=v#frag", "https://~/p?k=v"],
  ["https://~/p?k", ...queries.map((query) => `https://~/p${query}`)],
  ["https://~/p?k=v", ...queries.map((query) => `https://~/p${query}`)],
  ["https://~/p?k=v*", ...queries.map((query) => `https://~/p${query}`)],
  ["https://~/p?k=*", ...queries.map((query) => `https://~/p${query}`)],
  ["https://~/p?k*", ...queries.map((query) => `https://~/p${query}`)],
  ["https://~/p?k=", ...queries.map((query) => `https://~/p${query}`)],
  ["https://~?k=v&a=1", ...queries.map((query) => `https://~/p${query}`)],
  ["https://~?k=v&k=w", ...queries.map((query) => `https://~/p${query}`)],
  ["https://~?&k=v", "https://~/?k=v", "https://~/?&k=v", "https://~/?k=v&"],
  ["https://~?k=v&", "https://~/?k=v", "https://~/?k=v&"],
  ["https://~?k==v", "https://~/?k==v", "https://~/?k=v"],
  ["https://~?k=a=b", "https://~/?k=a=b", "https://~/?k=a"],
  ["https://~?k=a b", "https://~/?k=a b", "https://~/?k=a%20b", "https://~/?k=a+b"],
  ["https://~?k=a%20b", "https://~/?k=a b", "https://~/?k=a+b"],
  ["https://~?k='", "https://~/?k='", "https://~/?k=%27"],
  ["https://~?k=%C3%A9", "https://~/?k=é", "https://~/?k=%c3%a9"],
  ["custom://~", "custom://~/", "https://~/"],
  ["ftp://~", "ftp://~/", "https://~/"],
  ["wss://~", "wss://~/", "https://~/"],
  ["mailto:me@~", "mailto:me@~"],
  ["https://~/", "https://~", "https://~?x", "https://~#x", "https://~//x", "https://~\\x"],
];

/** Addresses without a name of their own. */
const addressed: readonly Line[] = [
  ["http://10.1.1.1", "http://10.1.1.1/", "http://10.1.257/", "http://0xa.1.1.1/", "http://167837953/", "http://a.10.1.1.1/", "http://10.1.1.1./", "http://[::ffff:10.1.1.1]/"], // prettier-ignore
  [".10.1.1.2", "http://10.1.1.2/", "http://10.1.1.20/"],
  ["10.1.3", "http://10.1.3/", "http://10.1.0.3/"],
  ["0x0a.1.1.4", "http://10.1.1.4/"],
  ["[fd00::5]", "http://[fd00::5]/", "http://[fd00:0::5]/", "http://[FD00::5]:81/"],
  ["[fd00:0::6]", "http://[fd00::6]/"],
  ["[FD00::7]", "http://[fd00::7]/"],
  ["[fd00::8", "http://[fd00::8]/"],
  ["fd00::9", "http://[fd00::9]/"],
  [
    "https://xn--mnchen-3ya.test",
    "https://münchen.test/",
    "https://MÜNCHEN.test/",
    "https://m%C3%BCnchen.test/",
  ],
  ["https://zürich.test", "https://zürich.test/", "https://xn--zrich-kva.test/"],
  ["https://%66.test", "https://f.test/"],
  ["https://under_score.test", "https://under_score.test/", "https://a.under_score.test/"],
  ["https://café.nom.test.", "https://café.nom.test/"],
  ["localhost", "http://localhost:81/", "http://a.localhost/"],
  ["localhost2:8080", "http://localhost2:8080/", "http://localhost2/"],
  ["chrome://version", "chrome://version/", "chrome://version", "chrome://gpu/"],
  ["data:text/html,a", "data:text/html,a", "data:text/html,ab", "data:text/html,b"],
  ["file:///srv/shown", "file:///srv/shown/a", "file:///srv/other", "file:///srv/%73hown/a"],
  ["file://far.test/opt", "file:///opt/a", "file://far.test/opt"],
  ["file://localhost./usr/shown", "file:///usr/shown/a", "file:///usr/other"],
];

/** Blocked without `*`, and what is allowed within it. */
const blocked: readonly (readonly [
  block: readonly string[],
  allow: readonly string[],
  ...addresses: string[],
])[] = [
  [["~"], ["https://~/in"], "https://~/", "https://~/in", "https://~/inner", "http://~/in"],
  [["~/out"], ["~"], "https://~/", "https://~/out", "https://~/outer"],
  [["https://~"], ["~"], "https://~/", "http://~/"],
  [["~:8080"], ["~"], "http://~:8080/", "http://~/"],
  [[".~"], ["~"], "https://~/", "https://www.~/"],
  [["~"], [".~"], "https://~/", "https://www.~/"],
  [["~"], ["www.~"], "https://~/", "https://www.~/", "https://a.www.~/"],
  [["~/a/b/c"], ["~/a"], "https://~/a", "https://~/a/b", "https://~/a/b/c", "https://~/a/b/cd"],
  [["~?k=v"], ["~"], ...queries.map((query) => `https://~/${query}`)],
  [["~"], ["~?k=v&a=1"], "https://~/?k=v", "https://~/?a=1&k=v", "https://~/?k=v&a=1&a=2"],
  [["~?k=v&a=1"], ["~?k=v"], "https://~/?k=v", "https://~/?k=v&a=1", "https://~/?k=v&k=w"],
  [["~?k=v", "~?a*"], [], "https://~/?k=v&k=w", "https://~/?k=w", "https://~/?abc", "https://~/?b=a"],
  [["~?k=v&k=w"], [], "https://~/?k=v", "https://~/?k=w", "https://~/?k=w&k=v"],
  [["~/p?k=v"], ["~/pq"], "https://~/p?k=v", "https://~/pq?k=v", "https://~/p"],
  [["~/p"], ["~?k=v"], "https://~/p?k=v", "https://~/p"],
  [["custom://~"], [], "custom://~/", "custom://~", "https://~/"],
  [["*.~", "https://~/*"], [], "https://www.~/", "https://~/", "https://~/*"],
];

/** Pieces of patterns and of addresses, put together at random, though the same each time. */
const pieces = {
  schemes: ["https://", "https://", "http://", "", "HTTPS://", "wss://", "ftp://", "https:", "//", "https:///", "*://", "custom://"],
  hosts: ["~", "~", ".~", "www.~", "a.b.~", "*.~", "~.", "WWW.~", "u:p@~", "~%2e", "wwẃ.~", "xn--w-uga.~", "a_b.~", "www..~", " ~", "[~]"],
  ports: ["", "", "", ":443", ":80", ":", ":0", ":65535", ":65536", ":080", ":*", ":443a"],
  paths: ["", "/", "/a", "/a/", "/A", "/a/b", "/a*", "/a%20b", "/a b", "/%61", "/%c3%a9", "/a/../b", "/./a", "/a%2Fb", "\\a", "/a|b", "/a%zz", "/a^b", "/{a}"],
  queries: ["", "", "?", "?k", "?k=v", "?k=v*", "?k*", "?*", "?k=v&l=w", "?l=w&k=v", "?k=v&k=w", "?k=v&l*", "?k=v&&l=w", "?k=%76", "?k=a+b", "?K=V", "?=v"],
  ends: ["", "", "#", "#/a?k=v"],
  schemesToOpen: ["https://", "https://", "http://", "HtTpS://", "wss://", "ftp://", "custom://", "blob:https://", "https:", "https:\\"],
  hostsToOpen: ["~", "~", "www.~", "a.www.~", "~.", "WWW.~", "u:p@~", "evil@~", "x~", "~.evil.test", "%77ww.~", "wwẃ.~", "-~"],
} as const; // prettier-ignore

/** Lists in which each host is spoken of now and then twice, also for and against. */
function atRandom(hosts: number): Pick<Agreement, "lists" | "addresses"> {
  let seed = 20_261_127;
  const below = (most: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * most);
  };
  const { schemes, hosts: names, ports, paths, ends, schemesToOpen, hostsToOpen } = pieces;
  const some = (...kinds: readonly (readonly string[])[]) =>
    kinds.map((kind) => kind[below(kind.length)]).join("");
  const lists = { block: ["*"], allow: [] as string[] };
  const addresses: string[] = [];
  for (let host = 0; host < hosts; host += 1) {
    const name = newHost();
    const patterns = Array.from({ length: 1 + below(3) }, () =>
      some(schemes, names, ports, paths, pieces.queries, ends),
    );
    for (const pattern of own(patterns, name)) lists[below(4) === 0 ? "block" : "allow"].push(pattern);
    const opened = Array.from({ length: 4 }, () =>
      some(schemesToOpen, hostsToOpen, ports, paths, pieces.queries, ends),
    );
    addresses.push(...own(opened, name));
  }
  return { lists, addresses };
}

let count = 0;

/** The same text for a host that nobody else has. */
function own(texts: readonly string[], name: string): readonly string[] {
  return texts.map((text) => text.replaceAll(/~(?!x)/g, name));
}

function newHost(): string {
  return `h${(count += 1)}.test`;
}

function allowing(lines: readonly Line[]): Pick<Agreement, "lists" | "addresses"> {
  const owned = lines.map((line) => own(line, newHost()));
  return {
    lists: { block: ["*"], allow: owned.flatMap(([pattern]) => pattern ?? []) },
    addresses: owned.flatMap(([, ...addresses]) => addresses),
  };
}

function blocking(): Pick<Agreement, "lists" | "addresses"> {
  const owned = blocked.map(([block, allow, ...addresses]) => {
    const name = newHost();
    return { block: own(block, name), allow: own(allow, name), addresses: own(addresses, name) };
  });
  return {
    lists: { block: owned.flatMap(({ block }) => block), allow: owned.flatMap(({ allow }) => allow) },
    addresses: owned.flatMap(({ addresses }) => addresses),
  };
}

export const agreements: readonly Agreement[] = [
  { about: "what is allowed under *", ...allowing([...allowed, ...addressed]) },
  { about: "what is blocked by name", ...blocking() },
  { about: "what is put together at random", ...atRandom(100) },
  {
    about: "what bears another address within it",
    lists: { block: ["source.test/shut", "filesystem://other.test", "view-source://other.test"], allow: [] },
    addresses: `
      view-source:https://source.test/ view-source:https://source.test/shut view-source:https://source.test:443/shut?k
      view-source:HTTPS://SOURCE.test/shut view-source:https://me@source.test/a/../shut view-source:https://free.test/
      filesystem:https://source.test/temporary/shut filesystem:https://source.test/temporary filesystem:https://source.test/x
      filesystem:https://source.test filesystem:https://source.test/ filesystem:https://source.test:65536/temporary/a
      filesystem:https://source.test/./a filesystem:https://source.test?k filesystem:https://other.test/temporary/a
      blob:https://source.test/shut blob:https://source.test/1-2 about:blank?source.test/shut
      data:text/html,source.test/shut javascript:location='https://source.test/shut'
      https://free.test/https://source.test/shut https://free.test/?https://source.test/shut https://free.test/#source.test/shut
      https://source.test/%73hut https://source.test//shut https://source.test/./shut https://source.test\\shut
      https://source.test/shut/in https://source.test/shutter ftp://source.test/shut custom://source.test/shut
    `
      .trim()
      .split(/\s+/),
  },
  {
    about: "what bears another address within it, where little is allowed",
    lists: { block: ["*"], allow: ["view-source:*", "filesystem:*", "source.test/in"] },
    addresses: `
      view-source:https://source.test/in view-source:https://source.test/ view-source:https://free.test/
      filesystem:https://source.test/temporary/a filesystem:https://source.test/in blob:https://source.test/0-0
      https://source.test/in https://source.test/out https://free.test/in http://source.test/in wss://source.test/in
      ftp://source.test/in custom://source.test/in custom:source.test/in about:srcdoc about:blank javascript:0
      https://source.test/in/../out https://source.test/out/../in https://source.test/i%6E https://source.test/IN
      https://SOURCE.TEST./in https://a.b.source.test/inner https://xsource.test/in https://source.test.evil.test/in
      https://source.test:1/in https://source.test:65536/in https://source.test:/in https://[source.test]/in
    `
      .trim()
      .split(/\s+/),
  },
  {
    about: "patterns for every host",
    lists: {
      block: ["*", "chrome://*", "data:*", "*:81", "ftp://*"],
      allow: ["*?q=1*", "http://*:8080", "wss:*", "*/open", "co.uk", "HTTP://*.x.test/*", "", ":", "#", "?", "https://", "https:///", "*:", ":colon.test"], // prettier-ignore
    },
    addresses: `
      https://h.test/?q=1 https://h.test/?q=12 https://h.test/?q=2 https://h.test/?q=1&q=2
      https://h.test/open https://h.test/opened https://h.test/close
      http://h.test:8080/ https://h.test:8080/ http://h.test:81/?q=1 http://h.test:81/open
      wss://h.test/ ftp://h.test/open data:text/html,?q=1 chrome://version/ about:version
      https://any.co.uk/ https://co.uk/ https://any.uk/ http://a.x.test/ https://colon.test/
      about:blank javascript:0 blob:https://h.test/0-0 view-source:https://h.test/open
      https:// https:///open h.test/open //h.test/open h.test
      https://h.test:99999/open https://[::1/open https://%zz.test/open https://a..test/open
    `
      .trim()
      .split(/\s+/),
  },
];
