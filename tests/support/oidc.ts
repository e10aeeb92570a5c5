/** A district's own sign-in service (OpenID Connect Core 1.0, code flow), as far as a hub needs one. It speaks the real protocol. */
import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface SignOnService {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whoever comes next to its page is this person. */
  setPerson(email: string): void;
  stop(): Promise<void>;
}

interface Granted {
  readonly email: string;
  readonly nonce: string | null;
  readonly challenge: string | null;
  readonly redirect: string;
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

export async function startSignOnService(): Promise<SignOnService> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const granted = new Map<string, Granted>();
  const tokens = new Map<string, string>();
  const [clientId, clientSecret] = ["signpost", randomBytes(12).toString("hex")];
  let email = "";
  let issuer = "";

  function idToken({ email: who, nonce }: Granted): string {
    const now = Math.floor(Date.now() / 1000);
    const head = base64({ alg: "RS256", kid: "one", typ: "JWT" });
    const body = base64({ iss: issuer, aud: clientId, sub: `sub-${who}`, email: who, email_verified: true, name: who, iat: now, exp: now + 300, ...(nonce === null ? {} : { nonce }) }); // prettier-ignore
    const signature = createSign("RSA-SHA256").update(`${head}.${body}`).sign(privateKey, "base64url");
    return `${head}.${body}.${signature}`;
  }

  function authorize(url: URL, response: ServerResponse): void {
    const asked = url.searchParams;
    const redirect = asked.get("redirect_uri") ?? "";
    if (asked.get("client_id") !== clientId || asked.get("response_type") !== "code")
      return fail(response, 400);
    const code = randomBytes(16).toString("hex");
    granted.set(code, { email, redirect, nonce: asked.get("nonce"), challenge: asked.get("code_challenge") });
    const back = new URL(redirect);
    back.searchParams.set("code", code);
    back.searchParams.set("state", asked.get("state") ?? "");
    response.writeHead(302, { Location: back.href }).end();
  }

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = new URLSearchParams(await bodyOf(request));
    const basic = Buffer.from(
      (request.headers.authorization ?? "").replace(/^Basic /, ""),
      "base64",
    ).toString();
    const secret = sent.get("client_secret") ?? basic.split(":")[1];
    const grant = granted.get(sent.get("code") ?? "");
    granted.delete(sent.get("code") ?? "");
    const proof = createHash("sha256")
      .update(sent.get("code_verifier") ?? "")
      .digest("base64url");
    const isRight = grant && grant.redirect === sent.get("redirect_uri") && (grant.challenge === null || grant.challenge === proof); // prettier-ignore
    if (!isRight || secret !== clientSecret) return fail(response, 401);
    const access = randomBytes(16).toString("hex");
    tokens.set(access, grant.email);
    json(response, { access_token: access, token_type: "Bearer", expires_in: 300, id_token: idToken(grant) });
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", issuer);
    if (url.pathname === "/.well-known/openid-configuration")
      return json(response, { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, userinfo_endpoint: `${issuer}/userinfo`, jwks_uri: `${issuer}/keys`, response_types_supported: ["code"], subject_types_supported: ["public"], id_token_signing_alg_values_supported: ["RS256"], code_challenge_methods_supported: ["S256"] }); // prettier-ignore
    if (url.pathname === "/keys")
      return json(response, { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" }] }); // prettier-ignore
    if (url.pathname === "/authorize") return authorize(url, response);
    if (url.pathname === "/token") return void token(request, response);
    const who = tokens.get((request.headers.authorization ?? "").replace("Bearer ", ""));
    if (url.pathname !== "/userinfo" || who === undefined) return fail(response, 404);
    json(response, { sub: `sub-${who}`, email: who, email_verified: true, name: who });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    clientId,
    clientSecret,
    setPerson: (who) => void (email = who),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(value));
}

function fail(response: ServerResponse, status: number): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end('{"error":"invalid_request"}');
}
