/**
 * GOV.UK Notify on loopback, with the wire format of its REST API: it checks the service's token as
 * the real one does (HS256, good for thirty seconds), answers 201 with what it would send, and its errors by name.
 */
import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

export interface Notified {
  readonly kind: "sms" | "email";
  readonly to: string;
  readonly reference: string;
  readonly personalisation: Readonly<Record<string, string>>;
}

/** `silence`: it takes the request and never answers. */
export type Mood = 201 | 403 | 429 | 500 | "silence" | "bad-number";

export interface NotifyServer {
  readonly url: string;
  readonly host: string;
  readonly key: string;
  readonly smsTemplate: string;
  readonly emailTemplate: string;
  readonly sent: readonly Notified[];
  /** How often it was asked, whatever it answered. */
  asked(): number;
  /** How it is from now on. */
  be(mood: Mood, kind?: Notified["kind"]): void;
  close(): Promise<void>;
}

const SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506";
const SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0";

const ERRORS = {
  403: { error: "AuthError", message: "Error: Your system clock must be accurate to within 30 seconds" },
  429: { error: "RateLimitError", message: "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds" }, // prettier-ignore
  500: { error: "Exception", message: "Internal server error" },
  400: { error: "ValidationError", message: "phone_number Number is not valid: 07700 900 999" },
} as const;

export async function startNotify(now: () => number): Promise<NotifyServer> {
  const sent: Notified[] = [];
  const moods: Record<Notified["kind"], Mood> = { sms: 201, email: 201 };
  const templates = { sms: randomUUID(), email: randomUUID() };
  let asked = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, kind] = /^\/v2\/notifications\/(sms|email)$/.exec(request.url ?? "") ?? [];
    if (request.method !== "POST" || (kind !== "sms" && kind !== "email")) return fail(response, 400);
    asked += 1;
    const body = (await json(request)) as Record<string, unknown>;
    const mood = moods[kind];
    if (mood === "silence") return;
    if (!isToken(request.headers.authorization ?? "", now())) return fail(response, 403);
    if (mood === "bad-number") return fail(response, 400);
    if (mood !== 201) return fail(response, mood);
    const to = body[kind === "sms" ? "phone_number" : "email_address"];
    if (typeof to !== "string" || body["template_id"] !== templates[kind]) return fail(response, 400);
    const personalisation = body["personalisation"] as Notified["personalisation"];
    sent.push({ kind, to, reference: String(body["reference"]), personalisation });
    response.writeHead(201, { "content-type": "application/json" });
    response.end(JSON.stringify({ id: randomUUID(), reference: body["reference"], content: { body: personalisation["text"] }, uri: "", template: { id: templates[kind], version: 1, uri: "" } })); // prettier-ignore
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => fail(response, 500));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    key: `signpost-${SERVICE}-${SECRET}`,
    smsTemplate: templates.sms,
    emailTemplate: templates.email,
    sent,
    asked: () => asked,
    be(mood, kind) {
      for (const one of kind === undefined ? (["sms", "email"] as const) : [kind]) moods[one] = mood;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function fail(response: ServerResponse, status: keyof typeof ERRORS): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ status_code: status, errors: [ERRORS[status]] }));
}

/** Signed by the service's secret, and no older or younger than thirty seconds. */
function isToken(authorization: string, now: number): boolean {
  const [head = "", claims = "", signature] = authorization.replace(/^Bearer /, "").split(".");
  if (createHmac("sha256", SECRET).update(`${head}.${claims}`).digest("base64url") !== signature)
    return false;
  const { alg, typ } = JSON.parse(Buffer.from(head, "base64url").toString()) as Record<string, string>;
  const { iss, iat } = JSON.parse(Buffer.from(claims, "base64url").toString()) as {
    iss: string;
    iat: number;
  };
  return alg === "HS256" && typ === "JWT" && iss === SERVICE && Math.abs(now / 1000 - iat) <= 30;
}
