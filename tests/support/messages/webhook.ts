/** A program of the district that hears of calls, and believes only what is signed (standardwebhooks.com). */
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface Heard {
  readonly id: string;
  readonly type: string;
  readonly data: { readonly subject: string; readonly text: string };
}

export interface WebhookServer {
  readonly url: string;
  readonly host: string;
  readonly secret: string;
  readonly heard: readonly Heard[];
  answer(status: number): void;
  close(): Promise<void>;
}

export async function startWebhook(now: () => number): Promise<WebhookServer> {
  const heard: Heard[] = [];
  const key = Buffer.from("a key of twenty-four bytes, or more");
  let status = 200;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const [id, at] = [String(request.headers["webhook-id"]), String(request.headers["webhook-timestamp"])];
      const wanted = `v1,${createHmac("sha256", key).update(`${id}.${at}.${body}`).digest("base64")}`;
      const isFresh = Math.abs(now() / 1000 - Number(at)) <= 300;
      if (request.headers["webhook-signature"] !== wanted || !isFresh) return response.writeHead(401).end();
      if (status < 300) heard.push({ id, ...(JSON.parse(body) as Omit<Heard, "id">) });
      return response.writeHead(status).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}/calls`,
    host,
    secret: `whsec_${key.toString("base64")}`,
    heard,
    answer: (next) => void (status = next),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
