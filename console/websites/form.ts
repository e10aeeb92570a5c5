/** A website as it is typed: patterns one a line, and the other languages' words left as they are. */
import type { Item } from "#shared/item.ts";
import type { Audience } from "#shared/schema.ts";
import type { Website } from "#shared/websites/schema.ts";
import { textIn, type Text } from "#shared/languages.ts";

export interface Typed {
  readonly id: string | null;
  readonly over: number | null;
  readonly title: string;
  readonly description: string;
  readonly address: string;
  readonly allow: string;
  readonly helpers: string;
  readonly topics: readonly string[];
  readonly reviewBy: string;
  readonly everywhere: boolean;
}

export const EMPTY: Typed = {
  id: null,
  over: null,
  title: "",
  description: "",
  address: "https://",
  allow: "",
  helpers: "",
  topics: [],
  reviewBy: "",
  everywhere: false,
};

export function typedOf({ id, revision, body, audience }: Item<"website">): Typed {
  return {
    id,
    over: revision,
    title: wordsOf(body.title),
    description: body.description ? wordsOf(body.description) : "",
    address: body.address,
    allow: body.allow.join("\n"),
    helpers: body.helpers.join("\n"),
    topics: body.topics,
    reviewBy: body.reviewBy ?? "",
    everywhere: audience === "all",
  };
}

export function linesOf(text: string): string[] {
  return text.split("\n").flatMap((line) => line.trim() || []);
}

/** Its patterns; where none was typed, the address's own host. */
export function reachOf({ address, allow, helpers }: Typed) {
  const typed = linesOf(allow);
  const own = URL.parse(address)?.origin;
  return {
    address: address.trim(),
    allow: typed.length > 0 || !own ? typed : [own],
    helpers: linesOf(helpers),
  };
}

export function draftOf(typed: Typed, before: Item<"website"> | null, centre: string | null) {
  const body: Website = {
    ...reachOf(typed),
    title: worded(typed.title, before?.body.title ?? null),
    description: typed.description.trim()
      ? worded(typed.description, before?.body.description ?? null)
      : null,
    topics: [...typed.topics],
    picture: before?.body.picture ?? null,
    reviewBy: typed.reviewBy || null,
  };
  const { from = null, until = null, pattern = [], exceptDates = [], termTimeOnly = false } = before ?? {};
  return {
    kind: "website" as const,
    ...(typed.id === null ? {} : { id: typed.id }),
    over: typed.over,
    audience: audienceOf(typed, before?.audience ?? null, centre),
    from,
    until,
    pattern: [...pattern],
    exceptDates: [...exceptDates],
    termTimeOnly,
    body,
  };
}

function audienceOf({ everywhere }: Typed, before: Audience | null, centre: string | null): "all" | string[] {
  if (everywhere) return "all";
  if (before !== null && before !== "all") return [...before];
  return centre === null ? [] : [centre];
}

function wordsOf(text: Text): string {
  return text.words[text.original] ?? "";
}

function worded(words: string, before: Text | null): Text {
  if (before === null) return textIn("en", words.trim());
  return { ...before, words: { ...before.words, [before.original]: words.trim() } };
}
