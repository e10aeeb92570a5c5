/** What can go wrong on the way out, as codes: each has a sentence that says what to do. */
import { refused, type Refusal } from "#shared/result.ts";
import { Refused } from "./connect.ts";

const CODES: readonly (readonly [codes: RegExp, refusal: string])[] = [
  [/^CERT_HAS_EXPIRED$/, "certificate-expired"],
  [/^CERT_NOT_YET_VALID$/, "certificate-not-yet-valid"],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, "certificate-of-another"],
  [/^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|CERT_.*|INVALID_CA|.*CRL.*)$/, "certificate-not-trusted"],
  [/^(EPROTO|ERR_SSL_.*|ERR_TLS_.*)$/, "no-safe-connection"],
  [/^(ENOTFOUND|EAI_.*)$/, "no-such-host"],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EHOSTDOWN)$/, "site-not-answering"],
  [/^(UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT|ABORT_ERR)$/, "took-too-long"],
  [/^UND_ERR_(PRX.*|PROXY.*)$/, "proxy-refused"],
  [/^(HPE_.*|UND_ERR_(HEADERS_OVERFLOW|RES_CONTENT_LENGTH_MISMATCH|RESPONSE.*|INVALID_ARG))$/, "not-an-answer"],
  [/^(Z_.*|ERR__ERROR_FORMAT.*|ERR_.*BROTLI.*|ERR_PADDING.*|ERR__.*)$/, "badly-packed"],
]; // prettier-ignore

/** The refusal that stands for an error; `connection-lost` where nothing better is known. */
export function refusalOf(error: unknown, facts: Readonly<Record<string, unknown>>): Refusal {
  const refusal = search(error) ?? { code: "connection-lost" };
  const details = typeof refusal.details === "object" ? refusal.details : {};
  return refused(refusal.code, { ...facts, ...details }).refusal;
}

function search(error: unknown, depth = 0): Refusal | null {
  if (!(error instanceof Error) || depth > 3) return null;
  if (error instanceof Refused) return error.refusal;
  if (error.name === "TimeoutError") return { code: "took-too-long" };
  if (/\bproxy\b.*\b(response|authentication)\b/i.test(error.message)) return { code: "proxy-refused" };
  const inner = search(error.cause, depth + 1);
  if (inner) return inner;
  const code = "code" in error ? String(error.code) : "";
  const known = CODES.find(([codes]) => codes.test(code))?.[1];
  return known ? { code: known } : null;
}

/** What a status says that is no success; `null` where it is one. */
export function refusalOfStatus(status: number, retryAt: string | null, url: string): Refusal | null {
  if (status >= 200 && status < 300) return null;
  const details = { url, status, ...(retryAt === null ? {} : { retryAt }) };
  return refused(codeOf(status, retryAt), details).refusal;
}

function codeOf(status: number, retryAt: string | null): string {
  if (status === 429 || (status === 503 && retryAt !== null)) return "slow-down";
  if (status === 404 || status === 410) return "page-not-found";
  if (status === 401 || status === 403) return "not-let-in";
  if (status === 407) return "proxy-refused";
  if (status >= 500) return "site-in-trouble";
  return "site-refused";
}

const LONGEST_WAIT = 7 * 24 * 3_600_000;

/** `Retry-After` as seconds or as a date (RFC 9110, 10.2.3), a week on at most. */
export function waitOf(header: string | undefined, now: number): string | null {
  if (header === undefined) return null;
  const written = header.trim();
  const at = /^\d{1,10}$/.test(written) ? now + Number(written) * 1000 : Date.parse(written);
  if (Number.isNaN(at)) return null;
  return new Date(Math.min(Math.max(at, now), now + LONGEST_WAIT)).toISOString();
}
