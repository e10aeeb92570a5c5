/** Signing in and out, through the library: it is loaded when first needed and answers in our codes. */
import type { IncomingMessage } from "node:http";
import { parseCookie } from "cookie";
import type { Request, Response as Reply } from "express";
import { done, refused, type Result } from "#shared/result.ts";
import { ADDRESS_HEADER, BASE_PATH, PROVIDER } from "./address.ts";
import type { Library, LibraryNeeds } from "./library.ts";

export interface Session {
  readonly id: string;
  readonly person: string;
  readonly secondFactor: boolean;
}

export interface Auth {
  /** Whose session a request carries; nothing is loaded for one that carries none. */
  sessionOf(request: IncomingMessage): Promise<Session | null>;
  /** Calls the library for a request and passes on the cookies it sets; its refusals come as codes of ours. */
  call<T>(request: Request, reply: Reply, act: (library: Library, headers: Headers) => Promise<globalThis.Response>): Promise<Result<T>>; // prettier-ignore
  /** Begins single sign-on: gives the address to go to. */
  signOn(request: Request, reply: Reply): Promise<Result<string>>;
  /** Lets the library answer a browser that comes back from single sign-on. */
  comeBack(request: Request, reply: Reply): Promise<void>;
  hash(password: string): Promise<string>;
}

const COOKIE = /^(__Secure-)?signpost\.session_token$/;

export function openAuth(needs: LibraryNeeds): Auth {
  const open = new Map<boolean, Promise<Library>>();
  function library(secure: boolean): Promise<Library> {
    const known = open.get(secure);
    if (known) return known;
    const loading = import("./library.ts").then(({ openLibrary }) => openLibrary(needs, secure));
    open.set(secure, loading);
    return loading;
  }
  return {
    async sessionOf(request) {
      const name = Object.keys(parseCookie(request.headers.cookie ?? "")).find((one) => COOKIE.test(one));
      if (name === undefined) return null;
      const { api } = await library(name.startsWith("__Secure-"));
      const headers = new Headers({ cookie: request.headers.cookie ?? "" });
      const found = await api.getSession({ headers, query: { disableRefresh: true } });
      if (!found) return null;
      const { session, user } = found;
      return { id: session.id, person: user.id, secondFactor: user.twoFactorEnabled === true };
    },
    async call(request, reply, act) {
      const answer = await act(await library(request.secure), headersOf(request));
      passCookies(answer, reply);
      const body = await answer.json().catch(() => null);
      return answer.ok ? { ok: true, value: body } : refused(codeOf(answer.status, body));
    },
    async signOn(request, reply) {
      const body = { provider: PROVIDER, callbackURL: "/console", errorCallbackURL: "/console/refused", disableRedirect: true }; // prettier-ignore
      const headers = headersOf(request);
      headers.set("content-type", "application/json");
      const { handler } = await library(request.secure);
      const asked = { method: "POST", headers, body: JSON.stringify(body) };
      const answer = await handler(
        new globalThis.Request(`${originOf(request)}${BASE_PATH}/sign-in/social`, asked),
      );
      passCookies(answer, reply);
      const { url } = (await answer.json().catch(() => ({}))) as { readonly url?: string };
      return answer.ok && url ? done(url) : refused("sign-on-away");
    },
    async comeBack(request, reply) {
      const { handler } = await library(request.secure);
      const asked = new globalThis.Request(`${originOf(request)}${request.originalUrl}`, {
        headers: headersOf(request),
      });
      const answer = await handler(asked);
      passCookies(answer, reply);
      reply.redirect(303, answer.headers.get("Location") ?? "/console/refused");
    },
    hash: async (password) => (await (await library(false)).$context).password.hash(password),
  };
}

function passCookies(answer: globalThis.Response, reply: Reply): void {
  for (const cookie of answer.headers.getSetCookie()) reply.append("Set-Cookie", cookie);
}

function originOf(request: Request): string {
  return `${request.protocol}://${request.headers.host}`;
}

/** The request's headers, with the address that the hub itself saw in the place of what anyone says. */
function headersOf(request: Request): Headers {
  const headers = new Headers();
  for (const name of ["cookie", "user-agent", "host", "origin"] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  headers.set(ADDRESS_HEADER, request.ip ?? "");
  return headers;
}

/** What was wrong is not told apart, but where a person can do something about it. */
function codeOf(status: number, body: unknown): string {
  const said = (body as { readonly code?: unknown } | null)?.code;
  if (said === "INVALID_TWO_FACTOR_COOKIE") return "sign-in-again";
  if (said === "INVALID_CODE" || said === "INVALID_BACKUP_CODE") return "wrong-code";
  if (said === "INVALID_PASSWORD") return "wrong-password";
  if (status === 429 || said === "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE") return "too-many-tries";
  if (said === "TOTP_ALREADY_ENABLED") return "second-factor-there";
  return status === 401 && said === "INVALID_EMAIL_OR_PASSWORD" ? "wrong-sign-in" : "sign-in-again";
}
