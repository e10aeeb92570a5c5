/** What the kiosks' forward proxy adds to a request (a tunnel made, one page over TLS), and what fifty kiosks at once cost it. */
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { openLog } from "#server/log.ts";
import { openProxy } from "#server/websites/proxy.ts";
import { makeCertificate } from "../support/certificate.ts";
import { temporaryFolder } from "../support/folder.ts";
import { benchmark } from "../support/bench/benchmark.ts";
import { median, percentile, round } from "../support/bench/numbers.ts";
import { website } from "../support/websites.ts";

const REQUESTS = 400;
const STRETCH = 50;
const KIOSKS = 50;
/** Connections that a browser keeps to a site. */
const EACH = 6;
const MOST_MS = 5;
const MOST_MB = 100;

await benchmark("proxy", async (keep) => {
  const folder = await temporaryFolder("bench-proxy");
  keep({ stop: folder.remove });
  const { cert, key } = await makeCertificate(folder.path, "site");
  const site = createServer({ cert: await readFile(cert), key: await readFile(key) }, (_request, response) =>
    response.end("a page"),
  ).listen(0, "127.0.0.1");
  await once(site, "listening");
  const { port } = site.address() as AddressInfo;
  const { body } = website("site", `https://site.test:${port}/`, "all");
  const proxy = await openProxy({
    port: 0,
    host: "127.0.0.1",
    way: { allowPrivate: [`site.test:${port}`], proxy: { https: null, http: null, except: [] } },
    log: openLog("silent"),
    lookUp: async () => [{ address: "127.0.0.1", family: 4 }],
    kioskWith: async ({ username }) => ({
      id: username,
      centre: "larkhill",
      kind: "kiosk",
      name: "",
      paired: "",
    }),
    approvedFor: async () => [{ id: "site", body }],
    used: () => {},
  });
  keep({
    stop: async () => {
      await proxy.stop();
      site.closeAllConnections();
      site.close();
    },
  });

  async function tunnel(kiosk: number): Promise<Socket> {
    const socket = connect(proxy.port, "127.0.0.1");
    const pass = Buffer.from(`kiosk${kiosk}:pass`).toString("base64");
    socket.write(
      `CONNECT site.test:${port} HTTP/1.1\r\nHost: x\r\nProxy-Authorization: Basic ${pass}\r\n\r\n`,
    );
    await once(socket, "data");
    return socket;
  }
  async function request(open: () => Promise<Socket>): Promise<number> {
    const began = performance.now();
    const line = connectTls({ socket: await open(), servername: "site.test", rejectUnauthorized: false });
    line.write("GET / HTTP/1.1\r\nHost: site.test\r\nConnection: close\r\n\r\n");
    line.resume();
    await once(line, "close");
    return performance.now() - began;
  }
  const straight = async (): Promise<Socket> => connect(port, "127.0.0.1");

  const times: { proxy: number[]; straight: number[] } = { proxy: [], straight: [] };
  for (let n = 0; n < REQUESTS + 50; n += 1) {
    const [direct, through] = [await request(straight), await request(() => tunnel(1))];
    if (n < 50) continue;
    times.straight.push(direct);
    times.proxy.push(through);
  }
  const before = process.memoryUsage().rss;
  const open: Socket[] = [];
  for (let kiosk = 0; kiosk < KIOSKS; kiosk += 1)
    for (let one = 0; one < EACH; one += 1) open.push(await tunnel(kiosk));
  const memoryMb = (process.memoryUsage().rss - before) / 1e6;
  for (const socket of open) socket.destroy();

  const p95 = (all: readonly number[]): number => percentile(all, 95);
  // By stretches, of which the middle one counts: what else the machine did in one of them is not the proxy's.
  const stretches = Array.from({ length: REQUESTS / STRETCH }, (_, at) => {
    const of = (all: readonly number[]): number => p95(all.slice(at * STRETCH, (at + 1) * STRETCH));
    return of(times.proxy) - of(times.straight);
  });
  const figures = { p95Ms: round(p95(times.proxy)), addedMs: round(median(stretches), 2), fiftyKiosksMb: round(memoryMb, 1) }; // prettier-ignore
  const yardstick = { p95Ms: round(p95(times.straight)) };
  return {
    figures,
    yardstick,
    ratio: { p95Ms: round(figures.p95Ms / yardstick.p95Ms, 2) },
    target: { addedMs: MOST_MS, fiftyKiosksMb: MOST_MB },
    pass: figures.addedMs <= MOST_MS && figures.fiftyKiosksMb <= MOST_MB,
    runs: REQUESTS,
  };
});
