/** Reads JSON as web pages really hold it: first strictly, then with the usual slips mended. */

/** The value, or `undefined` where even the mended text is no JSON. What breaks off is not made whole. */
export function parseLooseJson(written: string): unknown {
  const text = unwrap(written);
  return tryParse(text) ?? tryParse(mend(text)) ?? tryParse(mend(fromEntities(text)));
}

/** The same for a page's block, whose end is known: a template may have left out its last brackets. */
export function parseLooseBlock(written: string): unknown {
  return parseLooseJson(written) ?? tryParse(mend(unwrap(written), true));
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Script blocks of old pages stand in CDATA sections and HTML comments, and end in a semicolon. */
function unwrap(written: string): string {
  const bare = written.trim().replace(/^(?:\/\/|\/\*)?\s*<!\[CDATA\[\s*(?:\*\/)?/, "");
  const inside = atEnd(bare, /(?:\/\/|\/\*)?\s*\]\]>\s*(?:\*\/)?\s*$/)
    .trim()
    .replace(/^<!--/, "");
  return atEnd(inside, /(?:\/\/)?\s*-->$/)
    .trim()
    .replace(/;$/, "");
}

const END = 100;

/** Looked for in the last signs alone: blanks without end would be tried from each of them on. */
function atEnd(text: string, left: RegExp): string {
  return text.slice(0, -END) + text.slice(-END).replace(left, "");
}

/** A whole block may have been escaped once more on its way into the page. */
function fromEntities(text: string): string {
  if (!/&quot;|&#34;|&#x22;/i.test(text)) return text;
  return text
    .replace(/&(?:quot|#34|#x22);/gi, '"')
    .replace(/&(?:#39|#x27|apos);/gi, "'")
    .replace(/&amp;/gi, "&");
}

/**
 * Comments, trailing commas, raw line breaks, bad escapes and unescaped quotation marks; linear in its length.
 * Several values one after the other are a list, and brackets that close nothing are none.
 */
function mend(text: string, closing = false): string {
  const roots: string[] = [];
  const out: string[] = [];
  const inside: ("{" | "[")[] = [];
  let key = false;
  for (let at = 0; at < text.length;) {
    const c = text[at]!;
    if (c === '"') {
      const end = stringEnd(text, at, key, inside.at(-1));
      out.push(mendString(text.slice(at + 1, end)));
      key = false;
      at = end + 1;
    } else if (c === "/" && (text[at + 1] === "/" || text[at + 1] === "*")) {
      at = commentEnd(text, at);
    } else {
      if (c === "{" || c === "[") inside.push(c);
      if (c === "}" || c === "]") {
        at += 1;
        if (inside.pop() === undefined) continue;
        dropTrailingComma(out);
        out.push(c);
        if (inside.length === 0)
          roots.push(
            out
              .splice(0)
              .join("")
              .replace(/^[\s,;]+/, ""),
          );
        continue;
      }
      if (c === "{" || c === ",") key = inside.at(-1) === "{";
      if (c === ":") key = false;
      // A reference that was taken for a number: its zeros are part of it.
      const begins = c === "0" && /[\s:,[]/.test(text[at - 1] ?? " ");
      const digits = begins ? /^0\d+(?=\s*[,}\]])/.exec(text.slice(at, at + 40))?.[0] : undefined;
      out.push(digits === undefined ? c : `"${digits}"`);
      at += digits?.length ?? 1;
    }
  }
  if (closing && inside.length > 0) {
    dropTrailingComma(out);
    const ends = inside.toReversed().map((open) => (open === "{" ? "}" : "]"));
    roots.push([...out, ...ends].join("").replace(/^[\s,;]+/, ""));
  }
  if (roots.length === 0) return out.join("").replace(/,\s*$/, "");
  return roots.length === 1 ? roots[0]! : `[${roots.join(",")}]`;
}

/**
 * A quotation mark ends a string only where the text goes on as JSON would: a key with a colon, a value with
 * a comma before the next value, or with a closing bracket. Any other mark was meant as part of the text.
 */
function stringEnd(text: string, start: number, key: boolean, inside: "{" | "[" | undefined): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"' && goesOn(text, at + 1, key, inside)) return at;
  }
  return text.length;
}

function goesOn(text: string, after: number, key: boolean, inside: "{" | "[" | undefined): boolean {
  const at = skipBlank(text, after);
  const c = text[at];
  if (key) return c === ":";
  if (c === undefined || c === "}" || c === "]") return true;
  if (c === "/") return text[at + 1] === "/" || text[at + 1] === "*";
  if (c !== ",") return false;
  const next = skipBlank(text, at + 1);
  if (/[}\]/]/.test(text[next] ?? "}")) return true;
  if (inside === "{") return text[next] === '"' && looksLikeKey(text, next);
  return /["{[\d-]/.test(text[next]!) || /^(?:true|false|null)\b/.test(text.slice(next, next + 6));
}

function looksLikeKey(text: string, at: number): boolean {
  return /^"[^"\\\n]{0,100}"\s{0,20}:/.test(text.slice(at, at + 130));
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at]!)) at++;
  return at;
}

const CONTROLS: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function mendString(inner: string): string {
  const escaped = inner
    .replace(/\\x([0-9a-fA-F]{2})/g, "\\u00$1")
    .replace(/\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})|\\["\\/bfnrtu]/g, (slash) => (slash.length > 1 ? slash : ""))
    .replace(/\\"|"/g, '\\"')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f]/g, (c) => CONTROLS[c] ?? " ");
  return `"${escaped}"`;
}

function commentEnd(text: string, at: number): number {
  const end = text[at + 1] === "/" ? text.indexOf("\n", at) : text.indexOf("*/", at + 2) + 2;
  return end < at + 2 ? text.length : end;
}

function dropTrailingComma(out: string[]): void {
  for (let at = out.length - 1; at >= 0; at--) {
    if (out[at] === ",") out[at] = "";
    else if (out[at]!.trim() !== "") return;
  }
}
