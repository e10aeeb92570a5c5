/** What a command touches: found as its declaration says, from the input and from what is stored. */
import type { Command, Touched } from "#shared/command.ts";
import type { Kind } from "#shared/kinds.ts";
import type { Found } from "#shared/people/rules.ts";
import type { Audience } from "#shared/schema.ts";
import type { Reading, Writing } from "#server/db/open.ts";

/** Where things that are stored lie; `null` for what is not there. */
export interface Stored {
  item(
    db: Reading | Writing,
    id: string,
  ): Promise<{ readonly audience: Audience; readonly kind: Kind } | null>;
  screen(db: Reading | Writing, id: string): Promise<string | null>;
}

/** `null` where the declaration says it without looking. */
export async function findTouched(
  db: Reading | Writing,
  stored: Stored,
  { where }: Command,
  input: unknown,
): Promise<Found | null> {
  return typeof where === "string" ? null : findIn(db, stored, where, input);
}

async function findIn(
  db: Reading | Writing,
  stored: Stored,
  where: Touched<unknown>,
  input: unknown,
): Promise<Found> {
  const itemId = where.item?.(input);
  const screenId = where.screen?.(input);
  const item = itemId === undefined ? null : await stored.item(db, itemId);
  const screen = screenId === undefined ? null : await stored.screen(db, screenId);
  const named = (input as { readonly kind?: Kind }).kind ?? null;
  return {
    centres: joined([where.centres?.(input) ?? [], item?.audience ?? [], screen === null ? [] : [screen]]),
    kind: where.item === undefined ? null : (item?.kind ?? named),
  };
}

function joined(audiences: readonly Audience[]): Audience {
  const all: string[] = [];
  for (const audience of audiences) {
    if (audience === "all") return "all";
    all.push(...audience);
  }
  return [...new Set(all)];
}
