/** An item as somebody works on it, and what of it the hub takes. Pure. */
import type { Item } from "#shared/item.ts";
import type { Bodies, Kind } from "#shared/kinds.ts";
import type { Mistake } from "#shared/mistakes.ts";
import { mistakesIn, type AnyDraft } from "#shared/rules.ts";
import type { Audience, Timing } from "#shared/schema.ts";

/** What a person may change. */
export interface Working<K extends Kind = Kind> extends Timing {
  readonly audience: Audience;
  readonly body: Bodies[K];
}

/** What is kept in the browser until it is sent. */
export interface Begun<K extends Kind = Kind> {
  readonly id: string;
  /** The revision it is made from, and what that was; `null` for something new. */
  readonly over: number | null;
  readonly base: Working<K> | null;
  readonly value: Working<K>;
}

export function workingOf<K extends Kind>(item: Item<K>): Working<K> {
  const { audience, from, until, pattern, exceptDates, termTimeOnly, body } = item;
  return { audience, from, until, pattern, exceptDates, termTimeOnly, body };
}

export function begunFrom<K extends Kind>(item: Item<K>): Begun<K> {
  const value = workingOf(item);
  return { id: item.id, over: item.revision, base: value, value };
}

/** What is wrong with it before it is even sent; `needed` names the texts that must not be empty. */
export function mistakesBefore<K extends Kind>(
  kind: K,
  { value }: Begun<K>,
  needed: readonly string[],
): readonly Mistake[] {
  const missing = needed.filter((path) => isEmpty(at(value, path))).map((path) => ({ path, code: "needed" }));
  const rest = mistakesIn({ kind, ...value } as unknown as AnyDraft);
  return [
    ...missing,
    ...rest.filter(({ path }) => !needed.some((one) => path === one && isEmpty(at(value, one)))),
  ];
}

function at(value: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | null)?.[name], value);
}

function isEmpty(value: unknown): boolean {
  if (typeof value === "object" && value !== null && "words" in value && "original" in value) {
    const { words, original } = value as { words: Record<string, string>; original: string };
    return !words[original]?.trim();
  }
  return (
    value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)
  );
}
