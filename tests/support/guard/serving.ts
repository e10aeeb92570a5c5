/** The servers of the guard's tests: the sites, one of them under a certificate that nobody vouches for, and a council's proxy. */
import { createHash, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import { type AddressInfo, connect, createServer as createPlain } from "node:net";
import { makeCertificate } from "../certificate.ts";
import { answerAs, SITES } from "./sites.ts";

export interface Sites {
  readonly port: number;
  /** As `SIGNPOST_ALLOW_PRIVATE` has it. */
  readonly allowPrivate: string;
  /** By which a Chromium finds the sites, and trusts all but the unsafe one. */
  readonly flags: readonly string[];
  /** Where a site is found: its address from the visitor's side. */
  at(site: keyof typeof SITES, page?: string): string;
  close(): void;
}

/** @param reached takes every request that arrives, as `host path` */
export async function serveSites(folder: string, reached: string[]): Promise<Sites> {
  const heard = (request: IncomingMessage, response: ServerResponse): void => {
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    reached.push(`${host} ${request.url}`);
    answerAs(host, request, response);
  };
  const [safe, unsafe] = await Promise.all([serve(folder, "sites", heard), serve(folder, "unsafe", heard)]);
  const portOf = (site: keyof typeof SITES): number => (site === "unsafe" ? unsafe : safe).port;
  const names = Object.keys(SITES) as (keyof typeof SITES)[];
  return {
    port: safe.port,
    allowPrivate: names.map((site) => `${SITES[site]}:${portOf(site)}`).join(","),
    flags: [
      "--host-resolver-rules=MAP nowhere.test ~NOTFOUND,MAP *.test 127.0.0.1",
      `--ignore-certificate-errors-spki-list=${safe.fingerprint}`,
    ],
    at: (site, page = "") => `https://${SITES[site]}:${portOf(site)}/${page}`,
    close() {
      for (const { server } of [safe, unsafe]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

async function serve(folder: string, name: string, heard: Parameters<typeof createServer>[1]) {
  const files = await makeCertificate(folder, name);
  const [cert, key] = await Promise.all([readFile(files.cert), readFile(files.key)]);
  const publicKey = new X509Certificate(cert).publicKey.export({ type: "spki", format: "der" });
  const fingerprint = createHash("sha256").update(publicKey).digest("base64");
  const server: Server = createServer({ cert, key }, heard!);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, port: (server.address() as AddressInfo).port, fingerprint };
}

/** The council's proxy, which alone knows where the sites are: all of them here. */
export async function openCouncil(site: number): Promise<{ readonly url: string; close(): void }> {
  const proxy = createPlain((near) => {
    near.on("error", () => near.destroy());
    near.once("data", () => {
      const far = connect(site, "127.0.0.1");
      far.on("error", () => near.destroy());
      near.on("close", () => far.destroy());
      far.on("close", () => near.destroy());
      near.write("HTTP/1.1 200 OK\r\n\r\n");
      near.pipe(far).pipe(near);
    });
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    close: () => void proxy.close(),
  };
}
