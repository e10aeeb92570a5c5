/** A refusal as an answer over HTTP. */
import type { Response } from "express";
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
  "too-large": 413,
  "unknown-kind": 415,
  "kind-mismatch": 415,
  "form-not-read": 415,
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

export function answer(response: Response, result: Result<unknown>): void {
  if (result.ok) response.json(result);
  else refuse(response, result.refusal);
}
