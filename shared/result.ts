/**
 * What an act comes to: done with a value, or refused with a code.
 * English never crosses the wire: the words for a code live in content/translations.
 */
export interface Refusal {
  readonly code: string;
  /** Facts that the words need (a field's name, the newer text), never a sentence. */
  readonly details?: unknown;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refused(code: string, details?: unknown): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: details === undefined ? { code } : { code, details } };
}
