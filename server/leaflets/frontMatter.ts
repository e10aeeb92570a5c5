/** The lines at the head of a leaflet's Markdown file that say what it is. */
import { parseDocument } from "yaml";

/** A file's fields, keys in lower case with their words joined by `_`, every value as text; and what comes after them. */
export interface Fronted {
  readonly fields: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Three dots end YAML as well; below blank lines a dash line begins it only if a key follows, for else it is a rule. */
const FENCED =
  /^\uFEFF?(?:---|\s{1,20}---(?=[ \t]*\r?\n[\w -]{1,60}:))[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/**
 * Splits YAML front matter from the text below it. A file without it is all body.
 * Values stay text ("failsafe"), so that a version "3" or a date is what was typed; lists are joined
 * with commas. Staff write `title: Childcare: what you get`, which is no YAML: such a head is read
 * line by line instead.
 */
export function splitFrontMatter(source: string): Fronted {
  const found = FENCED.exec(source);
  if (!found) return { fields: new Map(), body: source.replace(/^\uFEFF/, "") };
  const head = found[1]!;
  return { fields: readYaml(head) ?? readLines(head), body: source.slice(found[0].length) };
}

function readYaml(head: string): Map<string, string> | null {
  const read = valueOf(head);
  if (!(read instanceof Map)) return null;
  return new Map(
    [...read].flatMap(([key, value]) => {
      const words = asText(value);
      return words ? [[plainKey(String(key)), words] as const] : [];
    }),
  );
}

/** "Review due", "review-due" and "review_due" are one. */
const plainKey = (key: string) =>
  key
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");

/** `null` for what is no YAML, repeats itself without end, or lies deeper within itself than the library goes. */
function valueOf(head: string): unknown {
  try {
    const document = parseDocument(head, { schema: "failsafe", merge: false });
    if (document.errors.length > 0) return null;
    return document.toJS({ mapAsMap: true, maxAliasCount: 20 });
  } catch {
    return null;
  }
}

function asText(value: unknown): string | null {
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value)) return value.filter((one) => typeof one === "string").join(", ");
  return null;
}

function readLines(head: string): Map<string, string> {
  return new Map(
    head.split(/\r?\n/).flatMap((line) => {
      const [, key, value] = /^(\w[\w -]{0,60}):\s+(\S.*)$/.exec(line.trimEnd()) ?? [];
      return key && value ? [[plainKey(key), value.replace(/^(["'])(.*)\1$/, "$2")] as const] : [];
    }),
  );
}
