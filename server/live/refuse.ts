/** A refusal as an answer over HTTP. */
import type { RequestHandler, Response } from "express";
import { type Refusal, refused, type Result } from "#shared/result.ts";

/** HTTP statuses of refusals (RFC 9110, 6585); what is not named is a conflict with how things stand. */
const STATUSES: Readonly<Record<string, number>> = {
  "bad-input": 400,
  "bad-request-id": 400,
  "not-allowed": 403,
  "wrong-origin": 403,
  "wrong-sign-in": 401,
  "sign-in-again": 401,
  "wrong-code": 403,
  "wrong-password": 403,
  "not-your-centre": 403,
  unpaired: 401,
  "wrong-method": 405,
  "too-large": 413,
  "not-json": 415,
  "unknown-kind": 415,
  "kind-mismatch": 415,
  "form-not-read": 415,
  "other-request": 422,
  "too-many-tries": 429,
  broken: 500,
  "database-busy": 503,
  "database-away": 503,
  stopping: 503,
  "too-busy": 503,
  "disk-full": 507,
};

export function statusOf({ code }: Refusal): number {
  return STATUSES[code] ?? (code.startsWith("no-such") ? 404 : 409);
}

export function refuse(response: Response, refusal: Refusal): void {
  response.status(statusOf(refusal)).json(refused(refusal.code, refusal.details));
}

/** Refuses what is asked by another method, and says by which it may be; who may GET may ask for the HEAD. */
export function onlyBy(methods: readonly string[]): RequestHandler {
  const all = [...new Set(methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])))];
  return (request, response, next) => {
    if (all.includes(request.method)) return next();
    response.setHeader("Allow", all.join(", "));
    refuse(response, { code: "wrong-method" });
  };
}

export function answer(response: Response, result: Result<unknown>): void {
  if (result.ok) response.json(result);
  else refuse(response, result.refusal);
}
