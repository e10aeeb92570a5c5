/**
 * A push service on loopback with the real wire format: it checks the sender's signature (RFC 8292)
 * and the headers (RFC 8030), and opens the message with the browser's keys (RFC 8188, 8291).
 */
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export interface Pushed {
  readonly ttl: number;
  readonly urgency: string;
  readonly sender: string;
  readonly payload: { readonly title: string; readonly body: string; readonly url: string | null };
}

export interface PushService {
  /** host:port, as SIGNPOST_ALLOW_PRIVATE names it. */
  readonly host: string;
  readonly pushed: readonly Pushed[];
  /** What a browser would hand to its page: an endpoint here and keys of its own. */
  subscribe(): {
    readonly endpoint: string;
    readonly keys: { readonly p256dh: string; readonly auth: string };
  };
  /** How it answers from now on instead of 201. */
  answer(status: number, headers?: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

/** `senderKey`: the application server's public key, which a browser names when it subscribes. */
export async function startPushService(senderKey: string): Promise<PushService> {
  const pushed: Pushed[] = [];
  const browsers = new Map<
    string,
    { readonly curve: ReturnType<typeof createECDH>; readonly auth: Buffer }
  >();
  let reply: { status: number; headers: Readonly<Record<string, string>> } = { status: 201, headers: {} };
  const server = createServer((request, response) => {
    take(request).then(
      (status) => response.writeHead(status, reply.headers).end(),
      (error: Error) => response.writeHead(400).end(error.message),
    );
  });

  async function take(request: IncomingMessage): Promise<number> {
    const browser = browsers.get(request.url ?? "");
    if (request.method !== "POST" || !browser) return 404;
    const sender = checkSender(request, `http://${host}`, senderKey);
    const body = await buffer(request);
    if (request.headers["content-encoding"] !== "aes128gcm") throw new Error("content-encoding");
    if (reply.status !== 201) return reply.status;
    pushed.push({
      sender,
      ttl: Number(request.headers["ttl"]),
      urgency: String(request.headers["urgency"]),
      payload: JSON.parse(open(body, browser)) as Pushed["payload"],
    });
    return 201;
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    pushed,
    subscribe() {
      const curve = createECDH("prime256v1");
      curve.generateKeys();
      const auth = randomBytes(16);
      const path = `/push/${randomBytes(9).toString("base64url")}`;
      browsers.set(path, { curve, auth });
      const keys = { p256dh: curve.getPublicKey("base64url"), auth: auth.toString("base64url") };
      return { endpoint: `http://${host}${path}`, keys };
    },
    answer: (status, headers = {}) => void (reply = { status, headers }),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** "vapid t=TOKEN, k=KEY": an ES256 token for this very service, signed with that key. */
function checkSender(request: IncomingMessage, origin: string, senderKey: string): string {
  const [, token = "", key = ""] =
    /^vapid t=([^,]+), ?k=(.+)$/.exec(request.headers.authorization ?? "") ?? [];
  if (key !== senderKey) throw new Error("another sender");
  const [head = "", claims = "", signature = ""] = token.split(".");
  const raw = Buffer.from(key, "base64url");
  const [x, y] = [raw.subarray(1, 33), raw.subarray(33)].map((half) => half.toString("base64url"));
  const publicKey = createPublicKey({ format: "jwk", key: { kty: "EC", crv: "P-256", x: x!, y: y! } });
  const signed = Buffer.from(`${head}.${claims}`);
  const given = { key: publicKey, dsaEncoding: "ieee-p1363" as const };
  if (!verify("sha256", signed, given, Buffer.from(signature, "base64url"))) throw new Error("signature");
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, "base64url").toString()) as Record<
    string,
    unknown
  >;
  if (aud !== origin) throw new Error("audience");
  if (Number(exp) * 1000 > Date.now() + 86_400_000) throw new Error("expiry");
  return String(sub);
}

/** One record of aes128gcm (RFC 8188) under the keys of RFC 8291. */
function open(body: Buffer, { curve, auth }: { curve: ReturnType<typeof createECDH>; auth: Buffer }): string {
  const salt = body.subarray(0, 16);
  const length = body[20]!;
  const theirs = body.subarray(21, 21 + length);
  const sealed = body.subarray(21 + length);
  const shared = curve.computeSecret(theirs);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), curve.getPublicKey(), theirs]);
  const secret = Buffer.from(hkdfSync("sha256", shared, auth, info, 32));
  const key = Buffer.from(hkdfSync("sha256", secret, salt, "Content-Encoding: aes128gcm\0", 16));
  const nonce = Buffer.from(hkdfSync("sha256", secret, salt, "Content-Encoding: nonce\0", 12));
  const opening = createDecipheriv("aes-128-gcm", key, nonce).setAuthTag(sealed.subarray(-16));
  const text = Buffer.concat([opening.update(sealed.subarray(0, -16)), opening.final()]);
  return text.subarray(0, text.lastIndexOf(2)).toString();
}
