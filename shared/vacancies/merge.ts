/** What a source tells anew, brought together with what people have mended: theirs stands, the rest follows the source. */
import type { Vacancy } from "./schema.ts";

export interface Telling {
  readonly until: string | null;
  readonly body: Vacancy;
}

/** The reader's notes are about what the source says now, and belong to nobody. */
const NOTES: readonly string[] = ["flags", "origin"];

/** Set where both changed the same thing, so that somebody looks; gone with the next mending. */
export const SOURCE_CHANGED = "source-changed";

/** The fields in which two tellings differ. */
export function differences(one: Telling, other: Telling): readonly string[] {
  const fields = Object.keys(other.body).filter((field) => !NOTES.includes(field));
  const differing = fields.filter((field) => !same(fieldOf(one, field), fieldOf(other, field)));
  return one.until === other.until ? differing : [...differing, "until"];
}

/**
 * `before` is what the source told last, `kept` what has become of it, `told` what the source tells
 * now. Whatever people changed stays theirs.
 */
export function merge(before: Telling, kept: Telling, told: Telling): Telling {
  const theirs = differences(before, kept);
  if (theirs.length === 0) return told;
  const moved = differences(before, told);
  const both = theirs.some(
    (field) => moved.includes(field) && !same(fieldOf(kept, field), fieldOf(told, field)),
  );
  const mended = theirs.filter((field) => field !== "until").map((field) => [field, fieldOf(kept, field)]);
  const flags = both ? [...told.body.flags, SOURCE_CHANGED] : told.body.flags;
  const body = { ...told.body, ...Object.fromEntries(mended), flags } as Vacancy;
  return { until: theirs.includes("until") ? kept.until : told.until, body };
}

function fieldOf({ until, body }: Telling, field: string): unknown {
  return field === "until" ? until : (body as Readonly<Record<string, unknown>>)[field];
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
