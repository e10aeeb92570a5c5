/** The files of the hub's media store that a programme names. */
import type { Entry } from "#shared/programme.ts";
import type { Media } from "#shared/schema.ts";

/** The kinds that screens draw, the lightest first; a PDF itself is only ever printed. */
const DRAWN: readonly string[] = ["picture", "page", "video"];

/** Where a file is, on the page's own origin. */
export function mediaUrl(media: { readonly id: string }): string {
  return `/media/${media.id}`;
}

/** Addresses of all files that these entries draw, each once, the lightest kinds first. */
export function namedFiles(entries: Iterable<Entry>): readonly string[] {
  const found = new Map<string, Media>();
  for (const entry of entries) collect(entry.value, found);
  const files = [...found.values()];
  return DRAWN.flatMap((kind) => files.filter((file) => file.kind === kind)).map(mediaUrl);
}

/** Finds files wherever a value holds them, so that a new kind of item needs no line here. */
function collect(value: unknown, found: Map<string, Media>): void {
  if (typeof value !== "object" || value === null) return;
  if (isDrawn(value)) found.set(value.id, value);
  else for (const part of Object.values(value)) collect(part, found);
}

function isDrawn(value: object): value is Media {
  const { id, kind } = value as Partial<Media>;
  return typeof id === "string" && typeof kind === "string" && "alt" in value && DRAWN.includes(kind);
}
