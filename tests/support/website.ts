import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSafeServer } from "node:https";
import type { AddressInfo, Server } from "node:net";

export type Page = (request: IncomingMessage, response: ServerResponse) => void;

export interface Website {
  readonly url: string;
  readonly host: string;
  /** Every request so far: `GET /path`. */
  readonly asked: string[];
  /** What a path answers from now on. */
  page(path: string, page: Page): void;
  close(): Promise<void>;
}

/** A website on this machine whose pages a test writes; 404 for all else. With PEM texts it is an https one. */
export async function openWebsite(tls?: { readonly cert: string; readonly key: string }): Promise<Website> {
  const pages = new Map<string, Page>();
  const asked: string[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    asked.push(`${request.method} ${request.url}`);
    const page = pages.get(request.url ?? "");
    if (page) page(request, response);
    else response.writeHead(404).end();
  };
  const server = tls ? createSafeServer(tls, answer) : createServer(answer);
  await listen(server);
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${tls ? "https" : "http"}://${host}`,
    host,
    asked,
    page: (path, page) => void pages.set(path, page),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export async function listen(server: Server): Promise<void> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
}
