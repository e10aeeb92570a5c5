import { createServer as createProxyServer, request as requestPlain } from "node:http";
import type { AddressInfo } from "node:net";
import { readFile } from "node:fs/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openOutside, type Ask, type Outside } from "#server/outside/outside.ts";
import { STRAIGHT } from "#server/outside/settings.ts";
import { makeCertificate } from "../../support/certificate.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { listen, openWebsite, type Website } from "../../support/website.ts";

const NOW = Date.UTC(2026, 10, 27, 9);
let site: Website;
let outside: Outside;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  site = await openWebsite();
  outside = openOutside({ ...STRAIGHT, allowPrivate: [site.host] }, () => NOW);
  closing.push(site.close, outside.close);
});
afterAll(() => Promise.all(closing.map((close) => close())));

const get = (path: string, more: Partial<Ask> = {}) => outside.fetch({ url: site.url + path, ...more });
const refusal = (code: string, details: object = {}) => ({
  ok: false,
  refusal: { code, details: expect.objectContaining(details) },
});

describe("a page that is asked for", () => {
  test("comes with its type, its words and its marks, packed or not", async () => {
    const words = "Swyddi – jobs";
    for (const [path, packing, bytes] of [
      ["/plain", undefined, Buffer.from(words)],
      ["/gzip", "gzip", gzipSync(words)],
      ["/br", "br", brotliCompressSync(words)],
      ["/twice", "gzip, br", brotliCompressSync(gzipSync(words))],
    ] as const) {
      site.page(path, (_request, response) => {
        response.writeHead(200, {
          "content-type": 'Text/Plain; charset="UTF-8"',
          etag: '"1"',
          ...(packing ? { "content-encoding": packing } : {}),
        });
        response.end(bytes);
      });
      const got = await get(path);
      expect(got).toMatchObject({
        ok: true,
        value: { state: "new", type: "text/plain", charset: "utf-8", etag: '"1"' },
      });
      expect(got.ok && got.value.state === "new" && got.value.bytes.toString()).toBe(words);
    }
  });

  test("that has not changed costs one conditional request", async () => {
    site.page("/feed", (request, response) => {
      const known =
        request.headers["if-none-match"] === '"7"' && request.headers["if-modified-since"] === "yesterday";
      response.writeHead(known ? 304 : 200).end();
    });
    expect(await get("/feed", { etag: '"7"', lastModified: "yesterday" })).toMatchObject({
      value: { state: "unchanged" },
    });
  });

  test("is followed to where it has moved, and a key is not carried to strangers", async () => {
    const stranger = await openWebsite();
    closing.push(stranger.close);
    const wide = openOutside({ ...STRAIGHT, allowPrivate: [site.host, stranger.host] }, () => NOW);
    closing.push(wide.close);
    const keys: unknown[] = [];
    site.page("/old", (_request, response) => response.writeHead(301, { location: "new?a=1" }).end());
    site.page("/new?a=1", (request, response) => {
      keys.push(request.headers["x-key"]);
      response.writeHead(302, { location: `${stranger.url}/there` }).end();
    });
    stranger.page("/there", (request, response) => {
      keys.push(request.headers["x-key"]);
      response.end("here");
    });
    const got = await wide.fetch({ url: `${site.url}/old`, headers: { "x-key": "secret" } });
    expect(got).toMatchObject({ ok: true, value: { url: `${stranger.url}/there` } });
    expect(keys).toEqual(["secret", undefined]);
  });

  test.each([
    ["a private address", "http://169.254.169.254/latest/meta-data/", "private-address"],
    ["this machine by name", "http://localhost:1/", "private-address"],
    ["this machine as a number", "http://2130706433:1/", "private-address"],
    ["this machine, wrapped", "http://[::ffff:127.0.0.1]:1/", "private-address"],
    ["a file", "file:///etc/passwd", "not-a-web-address"],
    ["an address with a user's name", "https://bank.example@evil.example/", "not-a-web-address"],
  ])("is not followed to %s, at once or by a redirect", async (_what, url, code) => {
    expect(await outside.fetch({ url })).toMatchObject(refusal(code));
    site.page("/trap", (_request, response) => response.writeHead(302, { location: url }).end());
    expect(await get("/trap")).toMatchObject(refusal(code));
  });

  test("that leads in a circle is given up", async () => {
    site.page("/round", (_request, response) => response.writeHead(302, { location: "/round" }).end());
    expect(await get("/round")).toMatchObject(refusal("too-many-redirects"));
  });

  test("that is too large is given up on the way: said, unsaid, or after unpacking", async () => {
    const most = 100_000;
    const zeros = Buffer.alloc(50_000_000);
    site.page("/said", (_request, response) =>
      response.writeHead(200, { "content-length": String(10 * most) }).end(Buffer.alloc(10 * most)),
    );
    site.page("/bomb", (_request, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(zeros)),
    );
    site.page("/brbomb", (_request, response) =>
      response.writeHead(200, { "content-encoding": "br" }).end(brotliCompressSync(zeros)),
    );
    for (const path of ["/said", "/bomb", "/brbomb"]) {
      expect(await get(path, { mostBytes: most })).toMatchObject(refusal("answer-too-large", { most }));
    }
  });

  test("that never ends, never begins, or breaks off is given up", async () => {
    site.page("/drip", (_request, response) => {
      const drip = setInterval(() => response.write("more "), 20);
      response.on("close", () => clearInterval(drip));
    });
    site.page("/silent", () => {});
    site.page("/broken", (_request, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half");
      response.socket?.destroySoon();
    });
    expect(await get("/drip", { milliseconds: 200 })).toMatchObject(refusal("took-too-long"));
    expect(await get("/silent", { milliseconds: 100 })).toMatchObject(refusal("took-too-long"));
    expect(await get("/broken")).toMatchObject(refusal("connection-lost"));
  });

  test("that is no good says what to do", async () => {
    const answers: readonly (readonly [string, number, Record<string, string>, string])[] = [
      ["/gone", 410, {}, "page-not-found"],
      ["/key", 401, {}, "not-let-in"],
      ["/fault", 500, {}, "site-in-trouble"],
      ["/teapot", 418, {}, "site-refused"],
      ["/wrong", 200, { "content-type": "image/png" }, "wrong-type"],
      ["/packed", 200, { "content-encoding": "gzip" }, "badly-packed"],
      ["/oddly-packed", 200, { "content-encoding": "rot13" }, "badly-packed"],
    ];
    for (const [path, status, headers, code] of answers) {
      site.page(path, (_request, response) => response.writeHead(status, headers).end("no gzip"));
      expect(await get(path, { types: /^text\// })).toMatchObject(refusal(code));
    }
    expect(await outside.fetch({ url: "http://nobody.invalid/" })).toMatchObject(refusal("no-such-host"));
    const closed = await openWebsite();
    await closed.close();
    const toClosed = openOutside({ ...STRAIGHT, allowPrivate: [closed.host] }, () => NOW);
    closing.push(toClosed.close);
    expect(await toClosed.fetch({ url: closed.url })).toMatchObject(refusal("site-not-answering"));
  });

  test("that is asked for too often says when to come back", async () => {
    for (const [path, after, at] of [
      ["/busy", "120", "2026-11-27T09:02:00.000Z"],
      ["/busy-date", "Fri, 27 Nov 2026 10:00:00 GMT", "2026-11-27T10:00:00.000Z"],
      ["/busy-ever", "99999999999", undefined],
    ] as const) {
      site.page(path, (_request, response) => response.writeHead(429, { "retry-after": after }).end());
      expect(await get(path)).toMatchObject(refusal("slow-down", at ? { retryAt: at } : {}));
    }
  });
});

describe("robots.txt", () => {
  test("is asked once a site and respected", async () => {
    const wary = await openWebsite();
    closing.push(wary.close);
    const polite = openOutside({ ...STRAIGHT, allowPrivate: [wary.host] }, () => NOW);
    closing.push(polite.close);
    wary.page("/robots.txt", (_request, response) =>
      response.end("User-agent: *\nDisallow: /staff\nUser-agent: signpost\nDisallow: /jobs/private\n"),
    );
    expect(await polite.allow(`${wary.url}/jobs/1`)).toMatchObject({ ok: true });
    expect(await polite.allow(`${wary.url}/jobs/private/1`)).toMatchObject(refusal("robots-forbid"));
    expect(wary.asked).toEqual(["GET /robots.txt"]);
  });

  test("where there is none all may be read; of a site in trouble nothing", async () => {
    expect(await outside.allow(`${site.url}/any`)).toMatchObject({ ok: true });
    const ill = await openWebsite();
    closing.push(ill.close);
    const polite = openOutside({ ...STRAIGHT, allowPrivate: [ill.host] }, () => NOW);
    closing.push(polite.close);
    ill.page("/robots.txt", (_request, response) => response.writeHead(500).end());
    expect(await polite.allow(`${ill.url}/any`)).toMatchObject(refusal("site-in-trouble"));
  });
});

describe("certificates and the council's proxy", () => {
  test("a certificate that nobody vouches for is named as that", async () => {
    const folder = await temporaryFolder("outside");
    closing.push(folder.remove);
    const files = await makeCertificate(folder.path, "localhost");
    const safe = await openWebsite({
      cert: await readFile(files.cert, "utf8"),
      key: await readFile(files.key, "utf8"),
    });
    closing.push(safe.close);
    const there = openOutside({ ...STRAIGHT, allowPrivate: [safe.host] }, () => NOW);
    closing.push(there.close);
    expect(await there.fetch({ url: safe.url })).toMatchObject(refusal("certificate-not-trusted"));
    expect(await there.fetch({ url: safe.url.replace("https", "http") })).toMatchObject({ ok: false });
  });

  test("all goes through the proxy, which alone knows the names; private addresses are refused all the same", async () => {
    const through: string[] = [];
    const proxy = createProxyServer((request, response) => {
      through.push(request.url ?? "");
      requestPlain(`${site.url}/behind`, (answer) => answer.pipe(response)).end();
    });
    proxy.on("connect", (request, socket) => {
      through.push(request.url ?? "");
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    });
    await listen(proxy);
    closing.push(async () => void proxy.close());
    const uri = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const behind = openOutside(
      { allowPrivate: [], proxy: { https: uri, http: null, except: [] } },
      () => NOW,
    );
    closing.push(behind.close);
    site.page("/behind", (_request, response) => response.end("behind"));
    expect(await behind.fetch({ url: "http://feeds.invalid/jobs" })).toMatchObject({ ok: true });
    expect(await behind.fetch({ url: "https://feeds.invalid/jobs" })).toMatchObject(refusal("proxy-refused"));
    expect(await behind.fetch({ url: "http://10.0.0.1/" })).toMatchObject(refusal("private-address"));
    expect(await behind.fetch({ url: "http://localhost/" })).toMatchObject(refusal("private-address"));
    expect(through).toEqual(["http://feeds.invalid/jobs", "feeds.invalid:443"]);
  });
});

test("the very address that was checked is connected to: a name that changes its mind is asked only once", async () => {
  const port = Number(site.host.split(":")[1]);
  const answers = ["127.0.0.1", "10.0.0.1"];
  const lookUp = async () => [{ address: answers.shift() ?? "10.0.0.2", family: 4 as const }];
  const named = openOutside({ ...STRAIGHT, allowPrivate: [`turncoat.example:${port}`] }, () => NOW, lookUp);
  closing.push(named.close);
  site.page("/named", (_request, response) => response.end("named"));
  expect(await named.fetch({ url: `http://turncoat.example:${port}/named` })).toMatchObject({ ok: true });
  expect(answers).toEqual(["10.0.0.1"]);
  const strict = openOutside(
    STRAIGHT,
    () => NOW,
    async () => [{ address: "127.0.0.1", family: 4 }],
  );
  closing.push(strict.close);
  const asked = site.asked.length;
  expect(await strict.fetch({ url: `http://turncoat.example:${port}/named` })).toMatchObject(
    refusal("private-address"),
  );
  expect(site.asked).toHaveLength(asked);
});
