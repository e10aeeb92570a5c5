import { once } from "node:events";
import { createServer, type Server } from "node:https";
import { connect, createServer as createPlain, type AddressInfo } from "node:net";
import { readFile } from "node:fs/promises";
import { connect as connectTls } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLog } from "#server/log.ts";
import type { LookUp } from "#server/outside/address.ts";
import { openProxy, type Proxy, type ProxyNeeds } from "#server/websites/proxy.ts";
import { makeCertificate } from "../../support/certificate.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { hostileRequests, hostileTargets } from "../../support/guard/hostile.ts";
import { website } from "../../support/websites.ts";

const KIOSK = { id: "kiosk1", centre: "larkhill", kind: "kiosk", name: "Hall", paired: "" } as const;
const PASS = { username: "kiosk1", password: "let-me-in" };

describe("the fence for kiosks", () => {
  let site: Server;
  let port: number;
  let reached = 0;
  let proxy: Proxy;
  let needs: Omit<ProxyNeeds, "port">;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const used: [string, string, number][] = [];

  beforeAll(async () => {
    folder = await temporaryFolder("proxy");
    const { cert, key } = await makeCertificate(folder.path, "site");
    site = createServer({ cert: await readFile(cert), key: await readFile(key) }, (request, response) => {
      response.end(request.url === "/large" ? Buffer.alloc(3_000_000) : "the site");
    });
    site.on("connection", () => (reached += 1));
    site.listen(0, "127.0.0.1");
    await once(site, "listening");
    port = (site.address() as AddressInfo).port;
    const approved = [
      website("site", `https://site.test:${port}/`, "all", { helpers: ["https://rebinding.test", "https://inside.test", "https://metadata.test", "https://mixed6.test", "https://nowhere.test"] }), // prettier-ignore
      website("exact", "https://exact.test/", "all", { allow: ["https://.exact.test"], helpers: [] }),
      website("paths", "https://paths.test/jobs/", "all", {
        allow: ["https://paths.test/jobs/"],
        helpers: [],
      }),
    ].map(({ id, body }) => ({ id, body }));
    let asked = 0;
    const addresses: Readonly<Record<string, () => string>> = {
      "site.test": () => "127.0.0.1",
      "inside.test": () => "10.1.2.3",
      "metadata.test": () => "169.254.169.254",
      "mixed6.test": () => "::ffff:127.0.0.1",
      // Public the first time, private the next: what is checked must be what is connected to.
      "rebinding.test": () => ((asked += 1) === 1 ? "192.0.2.1" : "127.0.0.1"),
    };
    const lookUp: LookUp = async (name) => {
      const address = addresses[name]?.();
      return address ? [{ address, family: address.includes(":") ? 6 : 4 }] : [];
    };
    needs = {
      host: "127.0.0.1",
      way: { allowPrivate: [`site.test:${port}`], proxy: { https: null, http: null, except: [] } },
      log: openLog("silent"),
      lookUp,
      kioskWith: async (pass) =>
        pass.username === PASS.username && pass.password === PASS.password ? KIOSK : null,
      approvedFor: async (centre) => (centre === "larkhill" ? approved : null),
      used: (...use) => used.push(use),
    };
    proxy = await openProxy({ ...needs, port: 0 });
  });
  afterAll(async () => {
    await proxy?.stop();
    site?.close();
    await folder?.remove();
  });

  const proves = (pass = PASS): string =>
    `Proxy-Authorization: Basic ${Buffer.from(`${pass.username}:${pass.password}`).toString("base64")}\r\n`;

  /** The first line of what the proxy answers; "" where it hangs up. */
  async function ask(request: string, head: string, at = proxy.port): Promise<string> {
    const socket = connect(at, "127.0.0.1");
    socket.on("error", () => {});
    socket.write(`${request}\r\nHost: x\r\n${head}\r\n`);
    const [first] = (await Promise.race([once(socket, "data"), once(socket, "close").then(() => [""])])) as [
      Buffer | "",
    ];
    socket.destroy();
    return first.toString().split("\r\n")[0] ?? "";
  }

  /** A page of the site, fetched as a kiosk's browser does. */
  async function fetchThrough(path: string, at = proxy.port): Promise<number> {
    const socket = connect(at, "127.0.0.1");
    socket.write(`CONNECT site.test:${port} HTTP/1.1\r\nHost: site.test:${port}\r\n${proves()}\r\n`);
    const [answer] = (await once(socket, "data")) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 /);
    const safe = connectTls({ socket, servername: "site.test", rejectUnauthorized: false });
    safe.on("error", () => {});
    safe.write(`GET ${path} HTTP/1.1\r\nHost: site.test\r\nConnection: close\r\n\r\n`);
    let bytes = 0;
    safe.on("data", (part: Buffer) => (bytes += part.length));
    await once(safe, "close");
    return bytes;
  }

  test("a paired kiosk reaches an approved site, and the hub counts the site and not the page", async () => {
    used.length = 0;
    const bytes = await fetchThrough("/secret-page");
    expect(bytes).toBeGreaterThan(8);
    await expect.poll(() => used).toEqual([["larkhill", "site", expect.any(Number)]]);
    expect(used[0]![2]).toBeGreaterThan(bytes);
  });

  test("nobody else reaches anything", async () => {
    const before = reached;
    const heads = ["", proves({ ...PASS, password: "guess" }), proves({ ...PASS, username: "kiosk2" }), "Proxy-Authorization: Bearer let-me-in\r\n"]; // prettier-ignore
    for (const head of heads)
      expect(await ask(`CONNECT site.test:${port} HTTP/1.1`, head)).toMatch(/ (407|400) /);
    expect(reached).toBe(before);
  });

  test("two hundred hostile targets are refused, and none of them is reached", async () => {
    const before = reached;
    const requests = [...hostileTargets.map((target) => `CONNECT ${target} HTTP/1.1`), ...hostileRequests];
    const open: string[] = [];
    for (const request of requests) {
      const answer = await ask(request.replaceAll("~", String(port)), proves());
      if (answer !== "" && !/^HTTP\/1\.1 [45]\d\d /.test(answer)) open.push(`${request} → ${answer}`);
    }
    expect(requests.length).toBeGreaterThanOrEqual(200);
    expect(open).toEqual([]);
    expect(reached).toBe(before);
  });

  test("a site that sends without end is cut off, and stays so for the hour", async () => {
    const small = await openProxy({ ...needs, port: 0, limits: { bytes: 1_000_000 } });
    try {
      await fetchThrough("/large", small.port);
      await expect
        .poll(() => ask(`CONNECT site.test:${port} HTTP/1.1`, proves(), small.port))
        .toMatch(/ 429 /);
    } finally {
      await small.stop();
    }
  });

  test("a connection that nobody ends is ended", async () => {
    const short = await openProxy({ ...needs, port: 0, limits: { time: 100 } });
    try {
      const socket = connect(short.port, "127.0.0.1");
      socket.on("error", () => {});
      socket.write(`CONNECT site.test:${port} HTTP/1.1\r\nHost: x\r\n${proves()}\r\n`);
      const [answer] = (await once(socket, "data")) as [Buffer];
      expect(answer.toString()).toMatch(/ 200 /);
      await once(socket, "close");
    } finally {
      await short.stop();
    }
  });

  test("the council's own proxy is asked, for what it may be asked", async () => {
    const heard: string[] = [];
    const council = createPlain((socket) => {
      socket.on("error", () => {});
      socket.once("data", (data: Buffer) => {
        heard.push(data.toString().split("\r\n")[0]!);
        socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
      });
    }).listen(0, "127.0.0.1");
    await once(council, "listening");
    const https = `http://127.0.0.1:${(council.address() as AddressInfo).port}`;
    const behind = await openProxy({
      ...needs,
      port: 0,
      way: { allowPrivate: [], proxy: { https, http: null, except: [] } },
    });
    try {
      for (const host of ["nowhere.test", "inside.test", "evil.test"])
        await ask(`CONNECT ${host}:443 HTTP/1.1`, proves(), behind.port);
      expect(heard).toEqual(["CONNECT nowhere.test:443 HTTP/1.1"]);
    } finally {
      await behind.stop();
      council.close();
    }
  });
});
